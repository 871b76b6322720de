"""Write workouts as Hevy, Strong and FitNotes do, to be read again; written from the facts on their files."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SetKind
from runlift.domain.diary.lift_log import MassUnit
from runlift.domain.quantity import KILOGRAMS_PER_POUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSet:
    """A set as a runner told it to an app."""

    exercise: str
    kind: SetKind = SetKind.WORK
    weight_kg: float | None = None
    reps: int | None = None
    seconds: int | None = None
    rpe: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenWorkout:
    """A workout as a runner told it to an app."""

    title: str
    starts_at: datetime
    minutes: int
    sets: tuple[WrittenSet, ...]
    note: str = ""

    @property
    def ends_at(self) -> datetime:
        """When it ended."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def blocks(self) -> Iterator[tuple[int, WrittenSet]]:
        """Yield the sets, each with its place in a run of sets of one exercise, from 0."""
        before, place = "", 0
        for each in self.sets:
            place = place + 1 if each.exercise == before else 0
            before = each.exercise
            yield place, each


def hevy(
    workouts: Iterable[WrittenWorkout],
    unit: MassUnit = MassUnit.KG,
    day: Callable[[datetime], str] | None = None,
) -> str:
    """Write as Hevy does: strings quoted, figures bare, the newest workout first."""
    day = day or english_day
    weight, distance = ("lbs", "miles") if unit is MassUnit.LB else ("kg", "km")
    head = (
        "title start_time end_time description exercise_title superset_id exercise_notes set_index set_type "
        f"weight_{weight} reps distance_{distance} duration_seconds rpe"
    )
    lines = [",".join(map(_quoted, head.split()))]
    types = {SetKind.WORK: "normal", SetKind.WARM_UP: "warmup", SetKind.DROP: "dropset"}
    for one in sorted(workouts, key=lambda each: each.starts_at, reverse=True):
        begun = [_quoted(told) for told in (one.title, day(one.starts_at), day(one.ends_at), one.note)]
        for place, each in one.blocks():
            kind = types.get(each.kind, "failure")
            cells = [*begun, _quoted(each.exercise), "", _quoted(each.note), str(place), _quoted(kind)]
            figures = (in_unit(each.weight_kg, unit), each.reps, None, each.seconds, each.rpe)
            lines.append(",".join((*cells, *map(_figure, figures))))
    return "\n".join(lines) + "\n"


def english_day(when: datetime) -> str:
    """Write a moment as Hevy does in English."""
    return f"{when.day} {ENGLISH[when.month - 1]} {when.year}, {when:%H:%M}"


def strong_a(workouts: Iterable[WrittenWorkout], unit: MassUnit, *, old: bool = False) -> str:
    """Write as Strong on a phone does: commas, and nowhere the unit."""
    head = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes,RPE"
    )
    rows = []
    for one in workouts:
        for place, each in one.blocks():
            hours, minutes = divmod(one.minutes, 60)
            lasted = f"{hours}h {minutes}m" if hours else f"{minutes}m"
            told = [
                f"{one.starts_at:%Y-%m-%d %H:%M:%S}",
                one.title,
                lasted,
                each.exercise,
                _order(place, each),
            ]
            told += [
                _or_nought(in_unit(each.weight_kg, unit)),
                _or_nought(each.reps and float(each.reps)),
                "0",
            ]
            rows.append([*told, _or_nought(each.seconds), each.note, one.note, _figure(each.rpe)])
    header = head.split(",")
    if old:
        header.remove("Duration")
        rows = [row[:2] + row[3:] for row in rows]
    return _table([header, *rows], ",", csv.QUOTE_MINIMAL)


def strong_b(workouts: Iterable[WrittenWorkout], unit: MassUnit) -> str:
    """Write as Strong on another phone does: semicolons, and the unit in each row."""
    head = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;"
        "Seconds;Notes;Workout Notes;Workout Duration"
    )
    word = "lbs" if unit is MassUnit.LB else "kg"
    rows = [
        [
            f"{one.starts_at:%Y-%m-%d %H:%M:%S}", one.title, each.exercise, _order(place, each),
            _figure(in_unit(each.weight_kg, unit)), word if each.weight_kg else "", _figure(each.reps),
            _figure(each.rpe), "", "", _or_nought(each.seconds), each.note, one.note, f"{one.minutes}m",
        ]
        for one in workouts
        for place, each in one.blocks()
    ]  # fmt: skip
    return _table([head.split(";"), *rows], ";", csv.QUOTE_MINIMAL)


def strong_c(workouts: Iterable[WrittenWorkout], unit: MassUnit, *, effort_last: bool = False) -> str:
    """Write as later versions of Strong do: all quoted, units in the header."""
    head = (
        f"Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight ({unit.value});Reps;RPE;"
        "Distance (meters);Seconds;Notes;Workout Notes"
    )
    table = [head.split(";")]
    for number, one in enumerate(workouts, start=1):
        for place, each in one.blocks():
            began = [str(number), f"{one.starts_at:%Y-%m-%d %H:%M:%S}", one.title, str(one.minutes * 60)]
            figures = [_figure(in_unit(each.weight_kg, unit)), _figure(each.reps), _figure(each.rpe), ""]
            words = [_figure(each.seconds), each.note, one.note]
            table.append([*began, each.exercise, _order(place, each), *figures, *words])
    if effort_last:
        table = [[*row[:8], *row[9:], row[8]] for row in table]
    return _table(table, ";", csv.QUOTE_ALL)


def fitnotes(workouts: Iterable[WrittenWorkout], unit: MassUnit, *, old: bool = False) -> str:
    """Write as FitNotes does: days only, and no quotes, not even around names with commas."""
    word = "lbs" if unit is MassUnit.LB else "kgs"
    weight = f"Weight ({word})" if old else "Weight,Weight Unit"
    lines = [f"Date,Exercise,Category,{weight},Reps,Distance,Distance Unit,Time"]
    for one in sorted(workouts, key=lambda each: each.starts_at):
        for each in one.sets:
            told = [_or_nought(in_unit(each.weight_kg, unit)), *([] if old else [word]), _figure(each.reps)]
            clock = str(timedelta(seconds=each.seconds)) if each.seconds else ""
            day = f"{one.starts_at:%Y-%m-%d}"
            lines.append(",".join((day, each.exercise, "Legs", *told, "", "", clock)))
    return "\n".join(lines) + "\n"


def in_unit(weight_kg: float | None, unit: MassUnit) -> float | None:
    """Return a weight as an app shows it in a unit."""
    if weight_kg is None:
        return None
    return round(weight_kg / KILOGRAMS_PER_POUND, 6) if unit is MassUnit.LB else weight_kg


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _order(place: int, each: WrittenSet) -> str:
    letters = {SetKind.WARM_UP: "W", SetKind.DROP: "D", SetKind.FAILURE: "F"}
    return letters.get(each.kind, str(place + 1))


def _figure(told: float | None) -> str:
    return "" if told is None else f"{told:.10g}"


def _or_nought(told: float | None) -> str:
    return f"{told or 0:.10g}"


def _table(rows: Sequence[Sequence[str]], separator: str, quoting: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
    writer.writerows(rows)
    return out.getvalue()
