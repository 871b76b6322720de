"""A few minutes of exercises beside the strength sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
        moment: `before_run`, `away_from_run` or `daily`.
        items: The exercises.
        reason: Why.
    """

    moment: str
    items: tuple[RoutineItem, ...]
    reason: Reason
