"""What the race and its terrain ask more of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Athlete, RacePriority, Terrain
from runlift.domain.evidence import evidence_of, number
from runlift.domain.quantity import Reason
from runlift.domain.season.demand import Emphasis
from runlift.domain.season.races import is_half_marathon_or_longer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.athlete.profile import Race

METRES_PER_KILOMETRE = 1000.0
HILLY_FROM = {Terrain.FLAT: "hilly_for_flat_training", Terrain.ROLLING: "hilly_for_rolling_training"}


def emphases_of(athlete: Athlete, races: Sequence[Race]) -> tuple[Emphasis, ...]:
    """Return what the A races ask more of, the most telling first.

    Source: N026, N027
    """
    a_races = [race for race in races if race.priority is RacePriority.A]
    found: list[Emphasis] = []
    if any(race.distance_m >= number("trunk_first_from") for race in a_races):
        found.append(Emphasis.TRUNK_AND_UPPER)
    if any(hilly_race_on_flat_training(athlete, race) for race in a_races):
        found += [Emphasis.ECCENTRIC_QUADRICEPS, Emphasis.STAIRS]
    if any(more_trunk_for_long_race(race) for race in a_races):
        found.append(Emphasis.TRUNK_AND_UPPER)
    if any(more_power_for_short_race(race) for race in a_races):
        found.append(Emphasis.POWER)
    return tuple(dict.fromkeys(found))


def hilly_race_on_flat_training(athlete: Athlete, race: Race) -> bool:
    """Tell whether a race climbs or drops far more than the ground trained on.

    Source: N026
    """
    if athlete.terrain not in HILLY_FROM or race.distance_m <= 0:
        return False
    return metres_per_kilometre(race) >= number(HILLY_FROM[athlete.terrain])


def more_trunk_for_long_race(race: Race) -> bool:
    """Tell whether a race is long enough for posture to matter more.

    Source: N027
    """
    return is_half_marathon_or_longer(race)


def more_power_for_short_race(race: Race) -> bool:
    """Tell whether a race is sprint or middle distance.

    Source: N027
    """
    return 0 < race.distance_m <= number("power_emphasis_up_to")


def metres_per_kilometre(race: Race) -> float:
    """Return the climb or the drop of a race, whichever is more [m/km]."""
    return max(race.ascent_m, race.descent_m) / race.distance_m * METRES_PER_KILOMETRE


def emphasis_reasons(athlete: Athlete, race: Race) -> tuple[Reason, ...]:
    """State what an A race asks more of."""
    reasons = []
    if hilly_race_on_flat_training(athlete, race):
        climb = round(metres_per_kilometre(race), 1)
        reasons.append(
            Reason.of("hilly_race_on_flat_training", evidence_of("hilly_for_flat_training"), climb=climb)
        )
    kilometres = round(race.distance_m / METRES_PER_KILOMETRE, 1)
    if more_trunk_for_long_race(race):
        reasons.append(
            Reason.of("more_trunk_for_long_race", evidence_of("half_marathon_from"), kilometres=kilometres)
        )
    if more_power_for_short_race(race):
        reasons.append(
            Reason.of("more_power_for_short_race", evidence_of("power_emphasis_up_to"), kilometres=kilometres)
        )
    return tuple(reasons)
