"""How the weeks of one build-up are shared between foundation, strength, power and maintenance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.plan.session import Phase
from runlift.domain.quantity import Reason
from runlift.domain.season.races import is_half_marathon_or_longer, is_marathon

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete, Race

ORDER = (Phase.FOUNDATION, Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE)


def foundation_weeks(athlete: Athlete) -> int:
    """Return how many weeks the first foundation lasts [weeks].

    Source: N001, N002, D096-D100
    """
    if athlete.lifting is Lifting.NONE:
        return int(number("foundation_weeks_none"))
    if athlete.lifting is Lifting.NOVICE:
        return max(int(number("foundation_weeks_novice")), _weeks_after_break(athlete))
    if athlete.weeks_off_lifting is None:
        return int(number("foundation_weeks_experienced"))
    return _weeks_after_break(athlete)


def is_newcomer(athlete: Athlete) -> bool:
    """Tell whether heavy leg work is new to the runner: never lifted, novice, or long away.

    Source: S21, D100
    """
    long_away = (athlete.weeks_off_lifting or 0) > number("long_break_up_to")
    return athlete.lifting is not Lifting.EXPERIENCED or long_away


def is_returning(athlete: Athlete) -> bool:
    """Tell whether lifting begins again after at least three weeks.

    Source: S21
    """
    return (athlete.weeks_off_lifting or 0) >= number("return_gap")


def share_weeks(weeks: int, *, foundation: int, newcomer: bool, race: Race | None) -> tuple[Phase, ...]:
    """Share the weeks of one build-up between the phases, in their order.

    Args:
        weeks: Weeks from its start to the taper [weeks].
        foundation: Foundation weeks wanted [weeks].
        newcomer: Whether heavy leg work is new to the runner.
        race: The A race it leads to, or None.

    Source: N004, N005, N006, N007
    """
    given = dict.fromkeys(ORDER, 0)
    given[Phase.FOUNDATION] = min(weeks, foundation)
    left = weeks - given[Phase.FOUNDATION]
    if newcomer and left < number("strength_weeks_least"):
        return (Phase.FOUNDATION,) * weeks
    for phase, up_to in _shares(race):
        more = min(left, max(0, up_to - given[phase]))
        given[phase] += more
        left -= more
    given[Phase.MAINTENANCE] += left
    return tuple(phase for phase in ORDER for _ in range(_without_stub(given)[phase]))


def foundation_phase(weeks: int) -> Reason:
    """State why a week belongs to the foundation."""
    return Reason.of(
        "foundation_phase", evidence_of("foundation_weeks_none", "foundation_light_weeks"), weeks=weeks
    )


def strength_phase(weeks: int) -> Reason:
    """State why a week belongs to the strength phase."""
    return Reason.of(
        "strength_phase", (*evidence_of("strength_weeks_first", "strength_weeks_most"), "D001"), weeks=weeks
    )


def power_beside_strength(weeks: int) -> Reason:
    """State why a week adds power to strength."""
    return Reason.of("power_beside_strength", (*evidence_of("power_weeks"), "D005"), weeks=weeks)


def maintenance_keeps_strength(weeks: int) -> Reason:
    """State why a week only keeps what was gained."""
    return Reason.of("maintenance_keeps_strength", evidence_of("maintenance_weeks_marathon"), weeks=weeks)


PHASE_REASONS = {
    Phase.FOUNDATION: foundation_phase,
    Phase.STRENGTH: strength_phase,
    Phase.POWER: power_beside_strength,
    Phase.MAINTENANCE: maintenance_keeps_strength,
}


def _weeks_after_break(athlete: Athlete) -> int:
    weeks_off = athlete.weeks_off_lifting or 0
    if weeks_off > number("long_break_up_to"):
        return int(number("foundation_weeks_after_long_break"))
    if weeks_off > number("short_break_up_to"):
        return int(number("foundation_weeks_after_break"))
    if weeks_off > 0:
        return int(number("foundation_weeks_after_short_break"))
    return int(number("foundation_weeks_still_lifting"))


def _shares(race: Race | None) -> tuple[tuple[Phase, int], ...]:
    power_low, power_high = _whole("power_weeks_short_race" if _is_short(race) else "power_weeks")
    keep_low, keep_high = _maintenance(race)
    return (
        (Phase.STRENGTH, int(number("strength_weeks_first"))),
        (Phase.MAINTENANCE, keep_low),
        (Phase.POWER, power_low),
        (Phase.STRENGTH, int(number("strength_weeks_usual"))),
        (Phase.POWER, power_high),
        (Phase.MAINTENANCE, keep_high),
        (Phase.STRENGTH, int(number("strength_weeks_most"))),
    )


def _is_short(race: Race | None) -> bool:
    return race is not None and 0 < race.distance_m <= number("power_emphasis_up_to")


def _maintenance(race: Race | None) -> tuple[int, int]:
    if race is not None and is_marathon(race):
        return _whole("maintenance_weeks_marathon")
    if race is not None and is_half_marathon_or_longer(race):
        return _whole("maintenance_weeks_half_marathon")
    return _whole("maintenance_weeks_other")


def _without_stub(given: dict[Phase, int]) -> dict[Phase, int]:
    # Too few weeks of power to learn its jumps are better spent on strength.
    if given[Phase.POWER] >= number("power_weeks_least"):
        return given
    return given | {Phase.POWER: 0, Phase.STRENGTH: given[Phase.STRENGTH] + given[Phase.POWER]}


def _whole(key: str) -> tuple[int, int]:
    low, high = pair(key)
    return int(low), int(high)
