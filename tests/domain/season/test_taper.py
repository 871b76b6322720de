from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.plan.session import Phase
from runlift.domain.season.taper import (
    first_leg_day,
    last_heavy_day,
    last_leg_day,
    phase_round_race,
    primer_days,
    taper_sets,
)

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker


def test_last_heavy_day_is_seven_days_before_an_a_race_and_ten_before_a_marathon(make: Maker) -> None:
    ten, marathon = make.race(4, 10), make.race(4, 42.195)
    assert (ten.date - last_heavy_day(ten)).days == 7
    assert (marathon.date - last_heavy_day(marathon)).days == 10


def test_last_heavy_day_is_nearer_to_b_and_c_races(make: Maker) -> None:
    assert [(r.date - last_heavy_day(r)).days for r in (make.race(4, 10, "B"), make.race(4, 10, "C"))] == [
        4,
        4,
    ]


def test_legs_rest_for_three_days_before_an_a_race_and_two_before_a_short_one(make: Maker) -> None:
    ten, five = make.race(4, 10), make.race(4, 5)
    assert (ten.date - last_leg_day(ten)).days == 4
    assert (five.date - last_leg_day(five)).days == 3


def test_primer_falls_five_to_three_days_before_the_race(make: Maker) -> None:
    race = make.race(4, 10)
    assert [(race.date - day).days for day in primer_days(race)] == [5, 3]


def test_legs_return_after_the_days_of_the_distance(make: Maker) -> None:
    race = make.race(4, 42.195)
    assert (first_leg_day(race) - race.date).days == 14


@given(day=st.integers(0, 6), kilometres=st.sampled_from([5.0, 10.0, 21.1, 42.195]))
def test_every_a_race_has_a_taper_week_and_a_recovery_week(make: Maker, day: int, kilometres: float) -> None:
    race = make.race(6, kilometres, day=day)
    mondays = [make.monday + timedelta(weeks=week) for week in range(12)]
    found = [entry[0] for monday in mondays if (entry := phase_round_race(monday, [race]))]
    assert found == sorted(found, key=[Phase.TAPER, Phase.RECOVERY].index)
    assert Phase.TAPER in found
    assert Phase.RECOVERY in found


def test_sets_are_cut_more_in_race_week(make: Maker) -> None:
    race = make.race(4, 42.195)
    assert taper_sets(race, make.monday + timedelta(weeks=2)) == 0.6
    assert taper_sets(race, make.monday + timedelta(weeks=3)) == 0.4
