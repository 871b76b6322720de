"""Days on which less is asked, and exercises that are left out, limited or preferred for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.quantity import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Easing:
    """Days on which less is asked than the season would.

    Attributes:
        first: First day.
        until: First day after them.
        reason: Why.
        sets_factor: Share of the usual sets.
        rir_plus: Repetitions in reserve added to the usual.
        rir_least: Repetitions in reserve at least.
        leg_stress_most: The most that a session may tax the legs.
        no_sessions: Whether nothing is trained at all.
    """

    first: date
    until: date
    reason: Reason
    sets_factor: float = 1.0
    rir_plus: float = 0.0
    rir_least: float = 0.0
    leg_stress_most: LegStress = LegStress.HEAVY
    no_sessions: bool = False

    def __contains__(self, day: object) -> bool:
        """Tell whether a day belongs to them."""
        return self.first <= day < self.until  # type: ignore[operator]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """Exercises that are left out for a while.

    Attributes:
        exercises: Ids of the exercises, in order.
        first: First day.
        until: First day on which they may be done again; None while that is open.
        reason: Why.
    """

    exercises: tuple[str, ...]
    first: date
    until: date | None
    reason: Reason

    def forbids(self, exercise: str, day: date) -> bool:
        """Tell whether an exercise must not be done on a day."""
        over = self.until is not None and day >= self.until
        return exercise in self.exercises and day >= self.first and not over


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Exercises that are done with a limit for a while, and do not grow meanwhile.

    Attributes:
        exercises: Ids of the exercises, in order.
        how: What limits them, by a word such as `limit_depth`.
        first: First day.
        until: First day without the limit; None while that is open.
        reason: Why.
        reserve_least: Repetitions that a set keeps in reserve at least; None for the usual.
    """

    exercises: tuple[str, ...]
    how: str
    first: date
    until: date | None
    reason: Reason
    reserve_least: float | None = None

    def holds(self, exercise: str, day: date) -> bool:
        """Tell whether it limits an exercise on a day."""
        over = self.until is not None and day >= self.until
        return exercise in self.exercises and day >= self.first and not over


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Exercises that are done rather than others for a while.

    Attributes:
        exercises: Ids of the exercises, in order.
        first: First day.
        until: First day on which they are as others are; None while that is open.
        reason: Why.
        share_percent: How much that weighs, of the usual [%].
    """

    exercises: tuple[str, ...]
    first: date
    until: date | None
    reason: Reason
    share_percent: float = 100.0

    def holds(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return day >= self.first and (self.until is None or day < self.until)
