"""`runlift backtest`: how well the next set is foretold, beside plain ways."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.table import Table

from runlift.application.app_load import HandWeights
from runlift.application.backtest import BacktestReport, Figure, GroupScores, backtest
from runlift.application.error import InputError
from runlift.application.import_lifts import entries_of
from runlift.application.synthetic_log.log import synthetic_logs
from runlift.application.synthetic_log.setting import SETTINGS
from runlift.bootstrap import name_map, open_store, read_lifts
from runlift.cli.console import console, print_findings, print_json, working_on
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyMass, RunDone, SetDone
from runlift.domain.diary.lift_log import MassUnit
from runlift.domain.quantity import Finding, Severity
from runlift.domain.strength.baseline import BASELINES, Method
from runlift.domain.strength.from_diary import body_mass_on, lifts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from runlift.domain.strength.from_diary import LiftSets

ALL = "all"
WAYS = {
    Method.FILTER: "runlift",
    Method.STRENGTH_ALONE: "runlift, strength alone",
    Method.LAST_EPLEY: "last session, Epley",
    Method.BEST_OF_THREE: "best of the last three, Epley",
    Method.RPE_CHART: "last session, RPE chart",
    Method.SAME_AGAIN: "the same again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to foretell.

    Attributes:
        files: Logs of gym apps.
        synthetic: How many people to make up; None for real logs.
        setting: How they are.
        seed: Begins all randomness.
        body_mass_kg: Body mass where the diary tells none [kg].
        unit: Unit of the weights where a file does not tell it.
        database: Which database.
        who: Which athlete.
    """

    files: tuple[Path, ...]
    synthetic: int | None
    setting: str
    seed: int
    body_mass_kg: float | None
    unit: str | None
    database: str | None
    who: str


def print_backtest(wanted: Wanted, *, as_json: bool) -> None:
    """Print how far off the ways were, for one set of logs or for every kind of made-up people."""
    with working_on("Foretelling"):
        reports = {
            name: backtest(logs, as_of=date.max, rng=np.random.default_rng(wanted.seed))
            for name, logs in _logs(wanted)
        }
    if as_json:
        print_json({name: _document(report) for name, report in reports.items()})
        return
    for name, report in reports.items():
        _print_report(name, report)


def _logs(wanted: Wanted) -> Iterator[tuple[str, list[Sequence[LiftSets]]]]:
    if wanted.synthetic is not None:
        yield from _made_up(wanted.synthetic, wanted)
    elif wanted.files:
        yield "files", [_from_file(path, wanted) for path in wanted.files]
    else:
        yield wanted.who, [_from_diary(wanted)]


def _made_up(people: int, wanted: Wanted) -> Iterator[tuple[str, list[Sequence[LiftSets]]]]:
    chosen = [each for each in SETTINGS if wanted.setting in {each.name, ALL}]
    if not chosen:
        raise InputError([_unknown_setting(wanted.setting)])
    for setting in chosen:
        rng = Random(f"{setting.name} {wanted.seed}")  # noqa: S311  made-up logs, no secrets
        logs = synthetic_logs(setting, people, rng)
        yield (
            f"{setting.name}: {setting.says}",
            [lifts_of(log.sets, log.runs, body_mass_kg=log.body_mass_kg, as_of=date.max) for log in logs],
        )


def _from_file(path: Path, wanted: Wanted) -> Sequence[LiftSets]:
    read = read_lifts(path, unit=MassUnit(wanted.unit) if wanted.unit else None)
    print_findings(read.findings, least=Severity.WARNING)
    log = read.log
    if log is None:
        raise InputError(read.findings)
    known = name_map({})
    names = {each.exercise: known.meaning(each.exercise) for one in log.workouts for each in one.sets}
    entries = [
        entry
        for workout in log.workouts
        for entry in entries_of(workout, log.app, names, HandWeights.EACH).values()
    ]
    sets = [entry for entry in entries if isinstance(entry, SetDone)]
    return lifts_of(sets, body_mass_kg=wanted.body_mass_kg, as_of=date.max)


def _from_diary(wanted: Wanted) -> Sequence[LiftSets]:
    diary = Diary.of(open_store(wanted.database).recorded(wanted.who))
    mass = body_mass_on(diary.of_kind(BodyMass), date.max) or wanted.body_mass_kg
    return lifts_of(diary.of_kind(SetDone), diary.of_kind(RunDone), body_mass_kg=mass, as_of=date.max)


def _print_report(name: str, report: BacktestReport) -> None:
    out = console()
    out.print(name, markup=False)
    if not report.groups:
        out.print("Nothing could be foretold: no lift has two sessions near failure with a weight.")
        return
    for group in report.groups:
        out.print(_table(group))
        for line in _lines(group):
            out.print(f"  {line}", markup=False)
    out.print(f"{report.left_out} lifts could not be foretold.\n" if report.left_out else "")


def _table(group: GroupScores) -> Table:
    title = f"{group.name}: {group.predictions} sessions of {group.lifts} lifts"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("foretold by")
    table.add_column("load off, median", justify="right")
    table.add_column("95 %", justify="right")
    table.add_column("reps off, mean", justify="right")
    table.add_column("95 %", justify="right")
    for score in group.scores:
        load, reps = score.load, score.reps
        table.add_row(
            WAYS[score.method],
            f"{load.value:.2f} %",
            f"{load.low:.2f} to {load.high:.2f}",
            f"{reps.value:.2f}",
            f"{reps.low:.2f} to {reps.high:.2f}",
        )
    return table


def _lines(group: GroupScores) -> tuple[str, ...]:
    return (
        f"load: {_times(group.load_ratio)} the error of the best plain way ({WAYS[group.best_load]})",
        f"reps: {_times(group.reps_ratio)} the error of the best plain way ({WAYS[group.best_reps]})",
        f"{group.covered:.0%} of the loads lay within the interval of 80 %",
    )


def _times(ratio: Figure) -> str:
    return f"{ratio.value:.2f} ({ratio.low:.2f} to {ratio.high:.2f}) times"


def _document(report: BacktestReport) -> dict[str, Any]:
    return {"baselines": list(BASELINES), **asdict(report)}


def _unknown_setting(name: str) -> Finding:
    known = ", ".join(f'"{each.name}"' for each in SETTINGS)
    return Finding(
        severity=Severity.ERROR,
        code="unknown_setting",
        message=f'There are no made-up people of the kind "{name}".',
        place="--setting",
        remedy=f"Take one of {known}, or all.",
    )
