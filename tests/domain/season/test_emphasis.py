from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Athlete, Lifting, Terrain
from runlift.domain.season.demand import Emphasis
from runlift.domain.season.emphasis import emphases_of

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

FLAT = Athlete(lifting=Lifting.NOVICE, terrain=Terrain.FLAT)
HILLS = [Emphasis.ECCENTRIC_QUADRICEPS, Emphasis.STAIRS]


def test_hilly_race_on_flat_training_asks_for_eccentric_quadriceps_and_stairs(make: Maker) -> None:
    hilly = replace(make.race(16, 10), ascent_m=100)
    assert list(emphases_of(FLAT, [hilly])) == HILLS
    assert list(emphases_of(FLAT, [replace(make.race(16, 10), descent_m=100)])) == HILLS
    assert emphases_of(FLAT, [replace(hilly, ascent_m=99)]) == ()
    assert emphases_of(replace(FLAT, terrain=Terrain.ROLLING), [hilly]) == ()
    assert emphases_of(replace(FLAT, terrain=Terrain.HILLY), [replace(hilly, ascent_m=900)]) == ()


def test_more_trunk_for_long_race_and_first_for_a_marathon(make: Maker) -> None:
    assert emphases_of(FLAT, [make.race(16, 21.0975)]) == (Emphasis.TRUNK_AND_UPPER,)
    mountain = replace(make.race(16, 42.195), ascent_m=2000)
    assert emphases_of(FLAT, [mountain])[0] is Emphasis.TRUNK_AND_UPPER
    assert emphases_of(FLAT, [replace(make.race(16, 21.0975), ascent_m=2000)])[0] is HILLS[0]


def test_more_power_for_short_race(make: Maker) -> None:
    assert emphases_of(FLAT, [make.race(16, 1.5)]) == (Emphasis.POWER,)
    assert emphases_of(FLAT, [make.race(16, 10)]) == ()


def test_only_a_races_shift_emphasis(make: Maker) -> None:
    assert emphases_of(FLAT, [make.race(16, 42.195, "B")]) == ()
