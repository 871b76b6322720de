"""`runlift read` and `runlift correct`: what is understood of a running plan, and putting it right."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from rich.table import Table

from runlift.application.error import InputError
from runlift.bootstrap import read_corrections_beside, read_running_plan, write_corrections_beside
from runlift.cli.console import console, print_findings, print_json, working_on
from runlift.domain.athlete.profile import Units
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.confusion import confusion, labelled_days
from runlift.domain.running.entry import Correction, DistanceUnit
from runlift.domain.running.plan import RunKind
from runlift.wording.names import DAYS, distance_words, minutes_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from runlift.cli.main import Unit
    from runlift.domain.running.confusion import Confusion
    from runlift.domain.running.plan import Run, RunningDay

METRES_PER_KM = 1000
SECONDS_PER_MINUTE = 60
UNSURE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedCorrection:
    """What the runner says an entry really is; None keeps the reading."""

    day: date
    number: int
    kind: str | None
    key: bool | None
    movable: bool | None
    distance_km: float | None
    duration_min: float | None


def print_reading(
    path: Path, *, start: date | None, race_date: date | None, unit: Unit | None, as_json: bool
) -> None:
    """Print what was understood of each day, and what is unsure."""
    with working_on("Reading the running plan"):
        read = read_running_plan(
            path, start=start, race_date=race_date, unit=DistanceUnit(unit.value) if unit else None
        )
    if as_json:
        findings = [asdict(finding) for finding in read.findings]
        print_json({"days": [_day_document(day) for day in read.plan.days], "findings": findings})
        return
    console().print(_table(read.plan.days))
    print_findings(read.findings)


def print_confusion(*, as_json: bool) -> None:
    """Print how well the labelled plan lines are understood."""
    result = confusion(labelled_days())
    if as_json:
        print_json(asdict(result))
        return
    out = console()
    out.print(_confusion_table(result))
    out.print(f"{len(labelled_days())} labelled lines")
    out.print(f"right on kind: {result.kind_accuracy:.1%}")
    out.print(f"right on rest, easy or key: {result.three_way_accuracy:.1%}")
    out.print(f"right on distance: {result.distance_accuracy:.1%}, on time: {result.duration_accuracy:.1%}")


def write_correction(
    path: Path, wanted: WantedCorrection, *, start: date | None, race_date: date | None
) -> None:
    """Write one correction into the file beside the plan, and show the day as it now stands."""
    read = read_running_plan(path, start=start, race_date=race_date)
    day = next((day for day in read.plan.days if day.date == wanted.day), None)
    if day is None or wanted.number > len(day.runs):
        raise InputError([_no_such_entry(path, wanted)])
    title = day.runs[wanted.number - 1].title
    kept = {(each.date, each.number): each for each in read_corrections_beside(path)}
    place = (wanted.day, wanted.number)
    before = kept.get(place)
    if before is None or before.title != title:  # what was said of other words does not hold for these
        before = Correction(date=wanted.day, number=wanted.number, title=title)
    kept[place] = _correction(wanted, before)
    written = write_corrections_beside(path, [kept[place] for place in sorted(kept)])
    again = read_running_plan(path, start=start, race_date=race_date)
    console().print(_table(tuple(day for day in again.plan.days if day.date == wanted.day)))
    console().print(f"Kept in {written}.")


def _correction(wanted: WantedCorrection, before: Correction) -> Correction:
    """Return an earlier correction with what is said now put over it."""
    said = {
        "kind": None if wanted.kind is None else _kind(wanted.kind),
        "key": wanted.key,
        "movable": wanted.movable,
        "distance_m": None if wanted.distance_km is None else wanted.distance_km * METRES_PER_KM,
        "duration_s": None if wanted.duration_min is None else wanted.duration_min * SECONDS_PER_MINUTE,
    }
    told: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    if not told:
        raise InputError([_nothing_said(wanted)])
    return replace(before, **told)


def _nothing_said(wanted: WantedCorrection) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="nothing_corrected",
        message=f"Nothing is said about entry {wanted.number} of {wanted.day}.",
        remedy="Say it: --kind, --key or --no-key, --movable or --fixed, --distance-km, --duration-min.",
    )


def _kind(word: str) -> RunKind:
    try:
        return RunKind(word)
    except ValueError as fault:
        kinds = ", ".join(RunKind)
        finding = Finding(
            severity=Severity.ERROR,
            code="unknown_kind",
            message=f"{word!r} is no kind of run.",
            place="--kind",
            remedy=f"Use one of {kinds}.",
        )
        raise InputError([finding]) from fault


def _no_such_entry(path: Path, wanted: WantedCorrection) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="no_such_entry",
        message=f"The plan has no entry {wanted.number} on {wanted.day}.",
        place=path.name,
        remedy="See the days with `runlift read`.",
    )


def _day_document(day: RunningDay) -> dict[str, Any]:
    return {"date": day.date.isoformat(), "runs": [_run_document(run) for run in day.runs]}


def _run_document(run: Run) -> dict[str, Any]:
    return {
        "kind": run.kind.value,
        "key": run.key,
        "title": run.title,
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "confidence": run.confidence,
        "start": run.start.isoformat("minutes") if run.start else None,
        "movable": run.movable,
        "parts": [asdict(part) for part in run.parts],
    }


def _table(days: tuple[RunningDay, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Day", "Start", "Kind", "Key", "Distance", "Time", "Sure", "As the plan says"):
        table.add_column(column)
    for day in days:
        if day.date.weekday() == 0:
            table.add_row()
        for position, run in enumerate(day.runs):
            table.add_row(*_row(day, run, first=position == 0))
    return table


def _row(day: RunningDay, run: Run, *, first: bool) -> list[str]:
    doubtful = "?" if run.confidence < UNSURE else ""
    return [
        f"{DAYS[day.date.weekday()]} {day.date.isoformat()}" if first else "",
        run.start.isoformat("minutes") if run.start else "",
        run.kind.value,
        "key" if run.key else "",
        distance_words(run.distance_m, Units.METRIC) if run.distance_m else "",
        minutes_words(round(run.duration_s / SECONDS_PER_MINUTE)) if run.duration_s else "",
        f"{run.confidence:.0%}{doubtful}",
        run.title,
    ]


def _confusion_table(result: Confusion) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("true, down; read, across")
    for kind in result.kinds:
        table.add_column(kind.value[:9], justify="right")
    for kind, counts in zip(result.kinds, result.matrix, strict=True):
        table.add_row(kind.value, *(str(count) if count else "." for count in counts))
    return table
