"""`runlift import-lifts`: bring another app's training log into the diary."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import nullcontext, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.app_load import HandWeights
from runlift.application.import_lifts import ImportChoice, hands_before, import_lifts, in_pairs
from runlift.application.keep_entries import keep_entries
from runlift.application.map_names import NameState, meanings
from runlift.bootstrap import name_map, read_lifts
from runlift.cli.asking_names import ask_hands, ask_names
from runlift.cli.console import print_findings, print_json, working_on
from runlift.cli.lift_document import report_document
from runlift.cli.lift_report import print_report
from runlift.cli.recording import after_logging, author_now, open_desk
from runlift.domain.diary.lift_log import MassUnit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from runlift.application.map_names import NameMeaning
    from runlift.cli.recording import Desk
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.lift_log import LiftLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of the import."""

    file: Path
    unit: str | None
    hands: str | None
    confirm: bool | None
    bring_back: bool
    dry_run: bool


def import_file(wanted: Wanted, *, database: str | None, who: str, as_json: bool) -> None:
    """Import a log; ask on a terminal about what is not sure, and tell what became of every row.

    Raises:
        InputError: The file cannot be used; nothing is written.
    """
    desk, author = open_desk(database, who), author_now()
    with working_on("Reading the log"):
        unit = MassUnit(wanted.unit) if wanted.unit else None
        read = read_lifts(wanted.file, unit=unit, today=author.today)
    log = read.log
    if log is None:  # `read_lifts` refuses such a file
        return
    asks = wanted.confirm if wanted.confirm is not None else not as_json and sys.stdin.isatty()
    names, answers = _names(log, desk, asks=asks)
    recorded = desk.store.recorded(who)
    choice = ImportChoice(hands=_hands(wanted, log, names, recorded, asks=asks), bring_back=wanted.bring_back)
    made = import_lifts(log, names, recorded, recorded_at=author.now, choice=choice)
    if not wanted.dry_run:
        for name, exercise in answers.items():
            desk.store.keep_name(who, name, exercise)
        keep_entries(desk.store, who, made.entries)
    if as_json:
        print_json(report_document(made, read.findings, kept=not wanted.dry_run))
    else:
        print_findings(read.findings)
        print_report(made, kept=not wanted.dry_run)
    if not wanted.dry_run and made.entries:
        with redirect_stdout(sys.stderr) if as_json else nullcontext():
            after_logging(desk.store, who)


def _names(log: LiftLog, desk: Desk, *, asks: bool) -> tuple[Mapping[str, NameMeaning], dict[str, str]]:
    """Return what each name means, and what the runner answered about those that are not sure."""
    counts = Counter(each.exercise for workout in log.workouts for each in workout.sets)
    confirmed = desk.store.names(desk.who)
    names = meanings(list(counts), name_map(confirmed))
    unsure = [meaning for meaning in names.values() if meaning.state is NameState.UNSURE]
    if not asks or not unsure:
        return names, {}
    answers = ask_names(unsure, counts)
    return meanings(list(counts), name_map({**confirmed, **answers})), answers


def _hands(
    wanted: Wanted,
    log: LiftLog,
    names: Mapping[str, NameMeaning],
    recorded: tuple[Recorded, ...],
    *,
    asks: bool,
) -> HandWeights:
    """Return what the runner writes for two weights: as said, as before, as answered, else one of them."""
    if wanted.hands:
        return HandWeights(wanted.hands)
    pairs = in_pairs(log, names)
    before = hands_before(log, names, recorded)
    if before is not None or not pairs or not asks:
        return before or HandWeights.EACH
    return ask_hands(pairs, names)
