"""The lifts of a diary as Hevy and Strong export theirs, so that one can leave with them."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

from runlift.application.app_load import HandWeights, number_of
from runlift.application.map_names import name_key, number_means
from runlift.domain.diary.entry import SessionDone, SetDone, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.formula import harmless
from runlift.formats.lift_log.aliases import aliases
from runlift.wording.names import MONTHS, exercise_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from runlift.application.map_names import Alias
    from runlift.domain.diary.diary import Diary

HEVY_COLUMNS = (
    *("title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes"),
    *("set_index", "set_type", "weight_kg", "reps", "distance_km", "duration_seconds", "rpe"),
)
STRONG_COLUMNS = (
    *("Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE"),
    *("Distance", "Distance Unit", "Seconds", "Notes", "Workout Notes", "Workout Duration"),
)
_HEVY_KINDS = {
    SetKind.WORK: "normal",
    SetKind.WARM_UP: "warmup",
    SetKind.DROP: "dropset",
    SetKind.FAILURE: "failure",
}
_STRONG_ORDERS = {SetKind.WARM_UP: "W", SetKind.DROP: "D", SetKind.FAILURE: "F"}
_UNTITLED = "Strength"
_MOST_EFFORT = 10  # RPE 10 leaves no repetition in reserve

Row = tuple[object, ...]


def hevy_csv(diary: Diary) -> bytes:
    """Return the sets of a diary in the columns of Hevy, the newest workout first."""
    rows = [row for session in reversed(_sessions(diary)) for row in _hevy_rows(*session)]
    return _written(HEVY_COLUMNS, rows, delimiter=",")


def strong_csv(diary: Diary) -> bytes:
    """Return the sets of a diary in the columns of Strong that name their unit, the oldest workout first."""
    rows = [row for session in _sessions(diary) for row in _strong_rows(*session)]
    return _written(STRONG_COLUMNS, rows, delimiter=";")


def _sessions(diary: Diary) -> list[tuple[SessionDone, list[SetDone]]]:
    """Return each session that holds sets, by its start."""
    told = {one.session: one for one in diary.of_kind(SessionDone)}
    sets: dict[str, list[SetDone]] = {}
    for one in diary.of_kind(SetDone):
        sets.setdefault(one.session, []).append(one)
    found = [
        (told.get(id_) or SessionDone(session=id_, starts_at=min(each.done_at for each in held)), held)
        for id_, held in sets.items()
    ]
    ordered = sorted(found, key=lambda each: (each[0].starts_at, each[0].session))
    return [(session, sorted(held, key=lambda one: (one.position, one.side))) for session, held in ordered]


def _hevy_rows(session: SessionDone, sets: Sequence[SetDone]) -> Iterator[Row]:
    ends = session.ends_at or max([session.starts_at, *(one.done_at for one in sets)])
    for place, one in _with_places(sets):
        yield (
            session.title or _UNTITLED,
            _hevy_time(session.starts_at),
            _hevy_time(ends),
            session.note,
            _name(one),
            "",
            _note(one),
            place,
            _HEVY_KINDS[one.kind],
            _figure(_weight(one)),
            _figure(_reps(one)),
            "",
            _figure(one.seconds),
            _figure(_effort(one)),
        )


def _strong_rows(session: SessionDone, sets: Sequence[SetDone]) -> Iterator[Row]:
    ends = session.ends_at or max([session.starts_at, *(one.done_at for one in sets)])
    minutes = round((ends - session.starts_at) / timedelta(minutes=1))
    for place, one in _with_places(sets):
        yield (
            f"{session.starts_at:%Y-%m-%d %H:%M:%S}",
            session.title or _UNTITLED,
            _name(one),
            _STRONG_ORDERS.get(one.kind, place + 1),
            _figure(_weight(one) or 0),
            "kg",
            _figure(_reps(one) or 0),
            _figure(_effort(one)),
            "0",
            "m",
            _figure(one.seconds or 0),
            _note(one),
            session.note,
            f"{minutes}m",
        )


def _with_places(sets: Iterable[SetDone]) -> Iterator[tuple[int, SetDone]]:
    """Yield the sets, each with its place in a run of sets of one exercise, from 0."""
    before, place = "", 0
    for one in sets:
        place = place + 1 if _name(one) == before else 0
        before = _name(one)
        yield place, one


def _name(one: SetDone) -> str:
    return one.name or exercise_name(one.exercise)


def _weight(one: SetDone) -> float | None:
    """Return the number that the apps show for a load [kg]: of one dumbbell where two are held."""
    exercise = catalogue().get(one.exercise)
    if exercise is None:
        return one.load_kg
    name = _name(one)
    means = number_means(name, exercise, _aliases().get(name_key(name)))
    return number_of(one.load_kg, means, one.exercise, HandWeights.EACH)


@cache
def _aliases() -> Mapping[str, Alias]:
    return {name_key(each.name): each for each in aliases()}


def _reps(one: SetDone) -> float | None:
    """Return the repetitions; foot contacts as the repetitions they were made in."""
    if one.reps is not None or one.contacts is None:
        return one.reps
    exercise = catalogue().get(one.exercise)
    return one.contacts / max(1, exercise.contacts_per_rep if exercise else 1)


def _note(one: SetDone) -> str:
    side = "" if one.side.value == "both" else f"{one.side.value} side"
    return ", ".join(part for part in (side, one.note) if part)


def _effort(one: SetDone) -> float | None:
    return None if one.rir is None else max(0.0, _MOST_EFFORT - one.rir)


def _hevy_time(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{round(value, 3):g}"


def _written(columns: Sequence[str], rows: Iterable[Row], *, delimiter: str) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(tuple(harmless(cell) for cell in row) for row in rows)
    return text.getvalue().encode()
