"""How many hard sets the legs get each week."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.plan.session import LegStress, Phase
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.season.demand import SessionDemand

SESSION_SETS = {
    Phase.FOUNDATION: "leg_hard_sets_session_base",
    Phase.STRENGTH: "leg_hard_sets_session_base",
    Phase.POWER: "leg_hard_sets_session_build",
    Phase.MAINTENANCE: "leg_hard_sets_session_peak",
    Phase.TAPER: "leg_hard_sets_session_peak",
    Phase.RECOVERY: "leg_hard_sets_session_peak",
}
WEEK_SETS = {
    Phase.FOUNDATION: "leg_hard_sets_base",
    Phase.STRENGTH: "leg_hard_sets_base",
    Phase.POWER: "leg_hard_sets_build",
    Phase.MAINTENANCE: "leg_hard_sets_peak",
    Phase.TAPER: "leg_hard_sets_peak",
    Phase.RECOVERY: "leg_hard_sets_peak",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LegSets:
    """Hard sets for the legs in one week, and the most that the next usual week may hold.

    Attributes:
        low: Least hard sets.
        high: Most hard sets.
        ceiling: Most hard sets of the next usual week.
        reason: Why so many.
    """

    low: float
    high: float
    ceiling: float
    reason: Reason


def first_ceiling(*, accustomed: bool) -> float:
    """Return the most hard sets for the legs in the first week: those of one session for a newcomer.

    Source: N024, S42
    """
    return pair("leg_hard_sets_base")[0] if accustomed else pair("leg_hard_sets_session_base")[1]


def leg_hard_sets(
    phase: Phase, sessions: Sequence[SessionDemand], *, sets_factor: float, hold: bool, ceiling: float
) -> LegSets:
    """Return the hard sets of a week within the budget of its phase and the growth that is allowed.

    Args:
        phase: Phase of the week.
        sessions: Its sessions.
        sets_factor: Share of the usual sets.
        hold: Whether nothing may grow in this week.
        ceiling: Most hard sets that the growth up to now allows.

    Source: S42, N024, D014
    """
    legs = sum(session.leg_stress >= LegStress.MODERATE for session in sessions)
    light = sum(session.leg_stress is LegStress.LIGHT for session in sessions)
    low, high = _budget(phase, legs + light)
    if light and not legs and phase in {Phase.TAPER, Phase.RECOVERY}:
        low, high = pair("leg_hard_sets_race_week")
    usual = sets_factor == 1.0
    high = min(high, ceiling)
    low = min(low, high)
    grown = weekly_hard_sets_grow_slowly(high) if usual and legs + light and not hold else ceiling
    factor = sets_factor if legs else 1.0
    low, high = floor(low * factor), floor(high * factor)
    return LegSets(
        low=low,
        high=high,
        ceiling=max(ceiling, grown),
        reason=Reason.of(
            "leg_hard_sets",
            evidence_of(WEEK_SETS[phase], SESSION_SETS[phase], "weekly_hard_set_increase_cap"),
            low=low,
            high=high,
            sessions=legs + light,
        ),
    )


def weekly_hard_sets_grow_slowly(sets: float) -> float:
    """Return the most hard sets a week may hold after a week of so many.

    Source: D014
    """
    by_share = sets * (1 + number("weekly_hard_set_increase_cap") / 100)
    return max(by_share, sets + number("weekly_hard_set_increase_sets"))


def ceiling_after_race(ceiling: float) -> float:
    """Return the most hard sets in the first week after a race.

    Source: S49
    """
    return max(first_ceiling(accustomed=False), floor(ceiling * number("sets_after_race")))


def _budget(phase: Phase, sessions: int) -> tuple[float, float]:
    low, high = pair(SESSION_SETS[phase])
    _, most = pair(WEEK_SETS[phase])
    return min(low * sessions, most), min(high * sessions, most)
