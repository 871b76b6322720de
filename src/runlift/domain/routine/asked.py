"""Rolling and stretching that the runner asks for: nobody else is given any without a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number, pair
from runlift.domain.exercise.exercise import Family
from runlift.domain.plan.routine import Routine, RoutineItem
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.athlete.profile import Athlete


def asked_routines(athlete: Athlete) -> Iterator[Routine]:
    """Yield what a runner who likes rolling or mobility is given after runs.

    Source: F02, F03, F09, F16, CP023
    """
    if Family.FOAM_ROLLING in athlete.likes:
        reason = Reason.of("rolling_asked", ("F02", "F03", "F09", "CP023"))
        yield _routine(
            "asked_rolling", "roll", int(number("asked_rolling_sets")), "asked_rolling_seconds", reason
        )
    if Family.MOBILITY in athlete.likes:
        reason = Reason.of("stretching_asked", ("F15", "F16", "CP023"))
        yield _routine("asked_stretching", "stretch", 1, "asked_stretching_seconds", reason)


def _routine(exercises: str, kind: str, sets: int, seconds: str, reason: Reason) -> Routine:
    low, high = pair(seconds)
    items = tuple(
        RoutineItem(
            exercise=exercise,
            kind=kind,
            sets=sets,
            low=int(low),
            high=int(high),
            unit="s",
            per_week=int(number("asked_routines_a_week")),
        )
        for exercise in cast("list[str]", constant(exercises).value)
    )
    return Routine(moment="daily", items=items, reason=reason)
