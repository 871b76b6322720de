"""What every command that writes into the diary has in common."""

from __future__ import annotations

import platform
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import typer

from runlift.application.author import Author, latest_versions
from runlift.application.keep_entries import keep_entries
from runlift.application.log_findings import pain_told
from runlift.bootstrap import open_store
from runlift.cli.console import print_findings
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import Pain, SetDone
from runlift.domain.quantity import Finding, Severity
from runlift.formats.plain_words import plain_words
from runlift.wording.entry import entry_words
from runlift.wording.names import day_words, run_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from runlift.application.ports import Store
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan

NAMELESS_DEVICE = "terminal"
MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The diary of one athlete, opened.

    Attributes:
        store: Where it is kept.
        who: Id of the athlete.
        plan: The plan that is followed; None when there is none.
    """

    store: Store
    who: str
    plan: Plan | None

    @property
    def units(self) -> Units:
        """What the athlete reads and writes."""
        return self.plan.athlete.units if self.plan else Units.METRIC

    @property
    def option(self) -> str:
        """What a command needs besides its name to go on in this diary."""
        return "" if self.who == "me" else f" --who {self.who}"

    def latest(self) -> Mapping[str, Recorded]:
        """Return the latest version of every entry, by id."""
        return latest_versions(self.store.recorded(self.who))

    def words(self, entry: Entry) -> str:
        """Return what an entry tells, in the athlete's units, with runs called as they are in the plan."""
        runs = {timed.run.id: timed.run for timed in self.plan.runs} if self.plan else {}
        names = {key: f"{run_words(run, self.units)} of {day_words(run.date)}" for key, run in runs.items()}
        return plain_words(" ".join(entry_words(entry, self.units, runs=names).split()))


def open_desk(database: str | None, who: str) -> Desk:
    """Open the diary of an athlete."""
    store = open_store(database)
    print_findings(_new_athlete(store, who))
    kept = store.plan(who)
    return Desk(store=store, who=who, plan=kept.plan if kept else None)


def _new_athlete(store: Store, who: str) -> list[Finding]:
    """Tell where nothing is known of this athlete but of others: it may be a slip."""
    known = store.athletes()
    if not known or who in known:
        return []
    return [
        Finding(
            severity=Severity.NOTE,
            code="new_athlete",
            message=f'Nothing was told of "{who}" before',
            place="--who",
            remedy=f"known are {', '.join(known[:MOST_NAMED])}",
        )
    ]


def author_now() -> Author:
    """Return this device at this moment."""
    return Author(device=platform.node() or NAMELESS_DEVICE, now=datetime.now().astimezone())


def new_id() -> str:
    """Return an id that no other entry has."""
    return str(uuid4())


def take_down(desk: Desk, entries: Sequence[Recorded], findings: Sequence[Finding] = ()) -> None:
    """Keep entries, print each as it was understood, and do what follows from them."""
    kept = keep_entries(desk.store, desk.who, entries)
    for line in counted_lines(desk.words(each.entry) for each in kept):
        typer.echo(f"Logged: {line}.")
    hurts = pain_told(_levels(each.entry for each in kept))
    print_findings([*findings, *([hurts] if hurts else [])])
    after_logging(desk.store, desk.who)


def _levels(entries: Iterable[Entry]) -> Iterator[int]:
    for entry in entries:
        if isinstance(entry, Pain):
            yield entry.level
        elif isinstance(entry, SetDone) and entry.pain is not None:
            yield entry.pain


def counted_lines(lines: Iterable[str]) -> list[str]:
    """Return lines with those that are the same, such as sets done alike, once and counted."""
    return [f"{line} ({count} sets)" if count > 1 else line for line, count in Counter(lines).items()]


def after_logging(store: Store, who: str) -> None:
    """Plan again once something was told, when a plan is followed, and show the first of what changes."""
    if store.plan(who) is None:
        return
    from runlift.cli.following import plan_again_and_print

    plan_again_and_print(store, who)
