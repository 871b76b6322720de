"""Everything planned, done and told as one long table: an observation a row."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import BodyMass, Pain, Readiness, RunDone, SetDone
from runlift.formats.formula import harmless
from runlift.wording.names import exercise_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

COLUMNS = (
    *("source", "date", "time", "of", "exercise_id", "exercise", "set", "kind", "side"),
    *("measure", "value", "unit"),
)
_SET_UNITS = {"reps": "", "seconds": "s", "contacts": "", "load_kg": "kg", "rir": "reps", "pain": "of 10"}
_RUN_UNITS = {"distance_m": "m", "duration_s": "s", "effort": "of 10"}
_DAY_UNITS = {"sleep_h": "h", "soreness": "of 10", "stress": "of 10"}

Row = tuple[object, ...]


def tidy_csv(diary: Diary, plan: Plan | None) -> bytes:
    """Return what the latest plan asks and what the diary tells, one observation a row, by day.

    Columns: where it is from (`planned`, `done`, `told`), local day and time, the session, run or place it is
    of, the exercise, number and kind of the set, the side, what was measured, its value and its unit.
    """
    rows = [*_told(diary), *(_planned(plan) if plan is not None else ())]
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    ordered = sorted(rows, key=lambda row: tuple(str(cell) for cell in row[:3]))
    writer.writerows(tuple(harmless(cell) for cell in row) for row in ordered)
    return text.getvalue().encode()


def _told(diary: Diary) -> Iterator[Row]:
    for one in diary.of_kind(SetDone):
        at = (one.done_at.date().isoformat(), f"{one.done_at:%H:%M:%S}", one.session)
        name = one.name or exercise_name(one.exercise)
        of_set: Row = (one.exercise, name, one.position, one.kind.value, one.side.value)
        yield from _measured("done", at, of_set, one, _SET_UNITS)
    for run in diary.of_kind(RunDone):
        kind = run.kind.value if run.kind else ""
        at = (run.starts_at.date().isoformat(), f"{run.starts_at:%H:%M:%S}", run.run)
        yield from _measured("done", at, ("", "", "", kind, ""), run, _RUN_UNITS)
    for day in diary.of_kind(Readiness):
        yield from _measured("told", (day.date.isoformat(), "", ""), ("", "", "", "", ""), day, _DAY_UNITS)
    for mass in diary.of_kind(BodyMass):
        what = ("", "", "", "", "")
        yield from _measured("told", (mass.date.isoformat(), "", ""), what, mass, {"mass_kg": "kg"})
    for pain in diary.of_kind(Pain):
        what = (pain.exercise, "", "", "", pain.side.value)
        at = (pain.date.isoformat(), "", pain.at.value)
        yield from _measured("told", at, what, pain, {"level": "of 10"})


def _planned(plan: Plan) -> Iterator[Row]:
    for timed in plan.runs:
        at = (timed.run.date.isoformat(), f"{timed.start:%H:%M:%S}", timed.run.id)
        what = ("", "", "", timed.run.kind.value, "")
        yield from _measured("planned", at, what, timed.run, _RUN_UNITS)
    for session in plan.sessions:
        for exercise in session.exercises:
            for number, one in enumerate(exercise.sets, start=1):
                yield from _planned_set(session, exercise.exercise, number, one)


def _planned_set(session: PlannedSession, exercise: str, number: int, one: PrescribedSet) -> Iterator[Row]:
    at = (session.date.isoformat(), f"{session.start:%H:%M:%S}", session.uid)
    kind = "warm_up" if one.warm_up else "work"
    what = (exercise, exercise_name(exercise), number, kind, one.side.value)
    return _measured("planned", at, what, one, _SET_UNITS)


def _measured(
    source: str, at: tuple[str, str, str], what: Row, value: object, units: dict[str, str]
) -> Iterator[Row]:
    """Yield a row for each thing that was measured."""
    for measure, unit in units.items():
        figure = getattr(value, measure, None)
        if figure is not None:
            yield (source, *at, *what, measure, f"{figure:g}", unit)
