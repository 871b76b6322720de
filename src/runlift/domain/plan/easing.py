"""Days on which less is asked, and exercises that are left out for a while."""

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
        load_factor: Share of the usual load, for these days only.
        rir_plus: Repetitions in reserve added to the usual.
        leg_stress_most: The most that a session may tax the legs.
        no_sessions: Whether nothing is trained at all.
    """

    first: date
    until: date
    reason: Reason
    sets_factor: float = 1.0
    load_factor: float = 1.0
    rir_plus: float = 0.0
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
