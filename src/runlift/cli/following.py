"""`runlift follow`, `runlift replan` and `runlift diff`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from runlift.application.call_to_mind import tests_due
from runlift.application.error import InputError, PlanRefusedError
from runlift.application.follow_plan import followed_plan
from runlift.bootstrap import (
    current_day,
    follow_plan,
    open_store,
    read_athlete,
    read_plan,
    read_running_plan,
    replan_followed,
    write_plan,
)
from runlift.cli.console import console, print_findings, print_json, print_verdicts, working_on
from runlift.cli.plan_at_hand import say_when_refused
from runlift.cli.plan_in_force import say_what_is_held_against
from runlift.cli.planning import show_weeks
from runlift.domain.diary.diary import Diary
from runlift.domain.plan.difference import difference
from runlift.domain.quantity import Finding, Severity
from runlift.formats.difference_json import difference_document
from runlift.wording.assessment import retest_words
from runlift.wording.difference import difference_words, summary_of_difference
from runlift.wording.told import told_words

if TYPE_CHECKING:
    from datetime import date

    from runlift.application.follow_plan import Replanned
    from runlift.application.ports import Store
    from runlift.bootstrap import AthleteRead, RunsRead
    from runlift.domain.plan.plan import Plan


CHANGES_SHOWN = 2
PLAN_STAYS = (
    "What you told is kept, but the plan made from it was refused, so the plan of before still stands. "
    "What lies ahead in it has not been checked against what you just told: hold it, rest or only run easily "
    "where nothing speaks against it, and ask your coach or a physiotherapist before the next session. "
    "`runlift current` names the sessions that go against what you told. Please report this."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for on the command line."""

    who: str
    database: str | None
    first_day: date | None = None
    athlete: Path | None = None
    runs: Path | None = None
    out: Path | None = None
    keep: bool = True


def follow(path: Path, *, who: str, database: str | None) -> None:
    """Keep a plan as the one that is followed, and make it again where the diary holds anything already."""
    store, plan = open_store(database), read_plan(path)
    version = follow_plan(store, who, plan)
    typer.echo(f"{who} follows this plan now (version {version}): {len(plan.ahead)} sessions ahead.")
    typer.echo("Next: `runlift log` at the session, `runlift replan` whenever something changes.")
    if store.recorded(who):
        plan_again_and_print(store, who)


def replan(wanted: Wanted, *, as_json: bool) -> None:
    """Plan again and show what changes."""
    store = open_store(wanted.database)
    with working_on("Planning again"):
        made = replan_followed(
            store,
            wanted.who,
            first_day=wanted.first_day,
            athlete=_athlete(wanted),
            runs=_runs(wanted),
            keep=wanted.keep,
        )
    if wanted.out is not None and wanted.keep:
        write_plan(made.again.plan, wanted.out)
    if as_json:
        print_json(_document(made))
        return
    print_replanned(made)
    if wanted.out is not None and wanted.keep:
        console().print(f"Written to {wanted.out}.", markup=False)


def plan_again_and_print(store: Store, who: str) -> None:
    """Plan again after something was told and is kept, and show the first of what changes."""
    try:
        made = replan_followed(store, who)
    except InputError as fault:
        print_findings(replace(each, severity=Severity.NOTE) for each in fault.findings)
    except PlanRefusedError as fault:
        print_verdicts(fault.verdicts)
        typer.echo(f"error: {PLAN_STAYS}", err=True)
    else:
        print_replanned(made, most=CHANGES_SHOWN)


def print_replanned(made: Replanned, *, most: int | None = None) -> None:
    """Print what planning again changed, and why; at most so many sessions."""
    plan, out = made.again.plan, console()
    found = made.again.difference
    shown = replace(found, sessions=found.sessions[:most])
    for line in (*told_words(made.before.plan, plan), *difference_words(shown, plan)):
        out.print(line, markup=False)
    if len(shown.sessions) < len(found.sessions):
        out.print("More changes follow from this: `runlift diff` shows all.", markup=False)
    kept = f"Kept as version {made.version}." if made.is_new else "No new version was kept."
    out.print(f"{summary_of_difference(made.again.difference, plan)} {kept}", markup=False)
    print_findings(made.again.findings)


def print_current(
    *, first_day: date | None, weeks: int, out: Path | None, who: str, database: str | None, as_json: bool
) -> None:
    """Show weeks of the plan that is followed, and write its files where that is asked for."""
    store = open_store(database)
    plan = followed_plan(store, who).plan
    say_what_is_held_against(store, who, plan)
    if out is not None:
        write_plan(plan, out)
    show_weeks(plan, first_day=first_day or current_day(), weeks=weeks, place=who, as_json=as_json)
    if not as_json:
        call_tests_to_mind(store, who, plan)


def call_tests_to_mind(store: Store, who: str, plan: Plan) -> None:
    """Print in one line which field tests are worth doing again; nothing when none is."""
    due = tests_due(Diary.of(store.recorded(who)), plan, today=current_day())
    if due:
        console().print(retest_words(due), markup=False)


def print_difference(
    before: str | None, after: str | None, *, who: str, database: str | None, as_json: bool
) -> None:
    """Print what differs between two versions, or two plans in files."""
    earlier, later = _two_plans(before, after, who=who, database=database)
    found = difference(earlier, later)
    if as_json:
        print_json(difference_document(found))
        return
    for line in difference_words(found, later):
        console().print(line, markup=False)
    console().print(summary_of_difference(found, later), markup=False)


def _two_plans(before: str | None, after: str | None, *, who: str, database: str | None) -> tuple[Plan, Plan]:
    if before is not None and after is not None and not (before.isdigit() or after.isdigit()):
        return _of_file(before), _of_file(after)
    store = open_store(database)
    latest = followed_plan(store, who).version
    if before is None and latest == 1:
        raise InputError([_only_one(who)])
    return _plan(store, who, before, latest - 1), _plan(store, who, after, latest)


def _plan(store: Store, who: str, asked: str | None, usual: int) -> Plan:
    if asked is not None and not asked.isdigit():
        return _of_file(asked)
    return followed_plan(store, who, int(asked) if asked else usual).plan


def _of_file(asked: str) -> Plan:
    """Return the plan in a file, and say when the safety check refuses it."""
    plan = read_plan(Path(asked))
    say_when_refused(plan, asked)
    return plan


def _athlete(wanted: Wanted) -> AthleteRead | None:
    return read_athlete(wanted.athlete, today=wanted.first_day) if wanted.athlete else None


def _runs(wanted: Wanted) -> RunsRead | None:
    return read_running_plan(wanted.runs, today=wanted.first_day or current_day()) if wanted.runs else None


def _document(made: Replanned) -> dict[str, Any]:
    return {
        "version": made.version,
        "made_from": made.before.version,
        **difference_document(made.again.difference),
    }


def _only_one(who: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="only_one_version",
        message=f"The plan of {who!r} has only one version yet.",
        remedy="Plan again with `runlift replan`, or give two plans.",
    )
