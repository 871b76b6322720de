"""What one row tells: a set, a note, nothing for a strength diary, or something that cannot be right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SetKind
from runlift.domain.diary.lift_log import LiftApp, RowFate, reserve_at_effort
from runlift.domain.evidence import number, pair
from runlift.formats.lift_log.amounts import read_seconds
from runlift.formats.lift_log.cell import SHOWN, RowProblem, number_in, shown
from runlift.formats.lift_log.header import MASS_UNITS, Column
from runlift.formats.lift_log.weight import read_weight
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from runlift.formats.lift_log.aligned import Row
    from runlift.formats.lift_log.amounts import Figures
    from runlift.formats.lift_log.weight import UnitOfFile

LONGEST_NAME = 200  # characters
LONGEST_NOTE = 2_000  # characters

_PLAIN_ORDER = re.compile(r"\d{1,4}(?:\.0*)?", re.ASCII)
_KINDS = {
    "normal": SetKind.WORK,
    "": SetKind.WORK,
    **dict.fromkeys(("w", "warmup", "warm up", "warm_up"), SetKind.WARM_UP),
    **dict.fromkeys(("d", "dropset", "drop set", "drop_set", "drop"), SetKind.DROP),
    **dict.fromkeys(("f", "failure"), SetKind.FAILURE),
}
REST_TIMER = "rest timer"
NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRead:
    """A set as its row tells it, without its place in the workout.

    Attributes:
        kind: What it was for.
        reps: Repetitions.
        seconds: Seconds [s].
        distance: Distance as written, with its unit.
        weight_kg: The app's number [kg].
        rir: Repetitions in reserve.
        doubts: What to look at, as code and words.
    """

    kind: SetKind
    reps: int | None
    seconds: int | None
    distance: str
    weight_kg: float | None
    rir: float | None
    doubts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads rows of one file.

    Attributes:
        figures: How the file writes numbers.
        unit: Unit of its weights.
    """

    figures: Figures
    unit: UnitOfFile

    def set_of(self, row: Row) -> SetRead:
        """Read the set of a row.

        Raises:
            RowProblem: It is no set, or cannot be right.
        """
        kind = _kind(row)
        doubts: list[tuple[str, str]] = []
        weight_kg = read_weight(row, self.figures, self.unit, doubts)
        reps = self._reps(row, doubts)
        distance = self._distance(row)
        counted = bool(reps or (weight_kg and distance))
        seconds = self._seconds(row, doubts, counted=counted)
        _require_work(weight_kg, reps, seconds, distance)
        return SetRead(
            kind=kind,
            reps=reps,
            seconds=seconds,
            distance=distance,
            weight_kg=weight_kg,
            rir=self._reserve(row, doubts),
            doubts=tuple(doubts),
        )

    def _reps(self, row: Row, doubts: list[tuple[str, str]]) -> int | None:
        told = number_in(row, Column.REPS, self.figures)
        if not told:
            return None
        most, usual = pair("log_reps_possible")[1], pair("lift_log_reps_usual")[1]
        if told > most:
            raise RowProblem("impossible_reps", f"{told:g} repetitions in one set cannot be right")
        if told != int(told):
            doubts.append(("part_of_a_repetition", f"{told:g} repetitions were read as {int(told)}"))
        if told > usual:
            doubts.append(("unusual_reps", f"{told:g} repetitions in one set are unusual"))
        return int(told) or None

    def _seconds(self, row: Row, doubts: list[tuple[str, str]], *, counted: bool) -> int | None:
        cell = row.of(Column.SECONDS)
        told = read_seconds(cell, self.figures) if cell else None
        if cell and told is None:
            raise RowProblem("unreadable_number", f"time {shown(cell)} is not a duration")
        if told is not None and told < 0:
            raise RowProblem("impossible_seconds", f"time {shown(cell)} is below 0")
        if counted and told and told > pair("log_seconds_possible")[1]:
            doubts.append(
                ("seconds_not_read", f"a set of {told:g} seconds cannot be right; its time was not read")
            )
            return None
        return round(told) or None if told else None

    def _distance(self, row: Row) -> str:
        told = number_in(row, Column.DISTANCE, self.figures)
        if not told:
            return ""
        unit = plain_words(row.of(Column.DISTANCE_UNIT) or row.header.distance_unit)[:SHOWN]
        return f"{told:g}" if not unit or unit.casefold() in MASS_UNITS else f"{told:g} {unit}"

    def _reserve(self, row: Row, doubts: list[tuple[str, str]]) -> float | None:
        """Return the repetitions in reserve of an effort; an effort of 0 is one that was not told."""
        cell = row.of(Column.RPE)
        told = self.figures.number(cell) if cell else None
        most = reserve_at_effort(0)
        if (cell and told is None) or (told is not None and not 0 <= told <= most):
            doubts.append(("effort_not_read", f"effort {shown(cell)} is not one of 1 to {most:g}"))
            return None
        return reserve_at_effort(told) if told else None


def exercise_of(row: Row) -> str:
    """Return the name of the exercise as written.

    Raises:
        RowProblem: There is none, or it is too long to be one.
    """
    name = " ".join(plain_words(row.of(Column.EXERCISE)).split())
    if not name:
        raise RowProblem("no_exercise", "the row names no exercise")
    if len(name) > LONGEST_NAME:
        raise RowProblem("name_too_long", f"the name of the exercise is longer than {LONGEST_NAME} letters")
    return name


def note_of(row: Row, column: Column) -> str:
    """Return words of the runner, shortened to what the diary holds."""
    return plain_words(row.of(column))[:LONGEST_NOTE].strip()


def is_note(row: Row) -> bool:
    """Tell whether a row holds only a note."""
    return row.header.app is LiftApp.STRONG and row.of(Column.SET_ORDER).casefold() == NOTE


def is_rest(row: Row) -> bool:
    """Tell whether a row holds only a rest."""
    if row.header.app is not LiftApp.STRONG:
        return False
    return REST_TIMER in {row.of(Column.SET_ORDER).casefold(), row.of(Column.EXERCISE).casefold()}


def _kind(row: Row) -> SetKind:
    order = " ".join(row.of(Column.SET_ORDER).casefold().split())
    if row.header.app is LiftApp.STRONG and _PLAIN_ORDER.fullmatch(order):
        return SetKind.WORK
    if order not in _KINDS:
        raise RowProblem("unknown_set_kind", f"{shown(order)} is no kind of set that is known")
    return _KINDS[order]


def _require_work(weight_kg: float | None, reps: int | None, seconds: int | None, distance: str) -> None:
    """Tell apart what was not done, and endurance work.

    Raises:
        RowProblem: The row is left out.
    """
    longest = number("lift_log_hold_longest")
    if reps or (distance and weight_kg):  # with a weight it is a loaded carry
        return
    if distance or (seconds or 0) > longest:
        raise RowProblem("cardio", "distance and time only: endurance work", RowFate.LEFT_OUT)
    if not seconds:
        raise RowProblem("nothing_done", "neither repetitions nor time", RowFate.LEFT_OUT)
