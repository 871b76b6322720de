"""A few minutes of exercises beside the strength sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.quantity import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineItem:
    """One exercise of a routine.

    Attributes:
        exercise: Exercise id.
        kind: `strengthen`, `stretch` or `roll`.
        sets: Sets, on each side.
        low: Least of each set [reps or s].
        high: Most of each set [reps or s].
        unit: `reps` or `s`.
        per_week: Times a week.
    """

    exercise: str
    kind: str
    sets: int
    low: int
    high: int
    unit: str
    per_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """Exercises done together beside the sessions.

    Attributes:
        moment: `before_run`, `away_from_run`, `daily`, or `session`: what the strength sessions leave open.
        items: The exercises.
        reason: Why.
    """

    moment: str
    items: tuple[RoutineItem, ...]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRoutine:
    """A short routine on a day.

    Attributes:
        uid: The same as long as the day holds a routine at this moment.
        date: Local date.
        start: Local time of day.
        minutes: Planned length [min].
        moment: `before_run`, `after_run` or `away_from_run`.
        place: Id of the place.
        items: What is done, in order.
        run: Id of the run it stands right beside; empty for none.
        reasons: What it is given for, why then, and what limits it.
    """

    uid: str
    date: date
    start: time
    minutes: int
    moment: str
    place: str
    items: tuple[RoutineItem, ...]
    run: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def starts_at(self) -> datetime:
        """Local start, without zone."""
        return datetime.combine(self.date, self.start)

    @property
    def ends_at(self) -> datetime:
        """Local end, without zone."""
        return self.starts_at + timedelta(minutes=self.minutes)
