"""What the checker says about a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.quantity import Reason


class Level(StrEnum):
    """How much a verdict weighs.

    `REFUSE`: the plan must not be followed as it is. `WARN`: it may, but the runner should know.
    """

    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One thing the checker holds against a plan.

    Attributes:
        rule: Rule id.
        level: How much it weighs.
        date: Day concerned, or None when it is the whole plan.
        uid: Session uid or run id concerned, else empty.
        exercise: Exercise id concerned, else empty.
        reason: The rule with its evidence and figures.
    """

    rule: str
    level: Level
    date: date | None
    uid: str
    exercise: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Where a rule does not hold, before it becomes a verdict.

    Attributes:
        date: Day concerned, or None when it is the whole plan.
        uid: Session uid or run id concerned, else empty.
        exercise: Exercise id concerned, else empty.
        numbers: Named figures, in the order they are told.
    """

    date: date | None = None
    uid: str = ""
    exercise: str = ""
    numbers: tuple[tuple[str, float | str], ...] = ()


def breach(day: date | None = None, uid: str = "", exercise: str = "", **numbers: float | str) -> Breach:
    """Make a breach from keyword figures."""
    return Breach(date=day, uid=uid, exercise=exercise, numbers=tuple(numbers.items()))
