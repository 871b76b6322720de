from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.response.conftest import MONDAY, SeasonMaker

from runlift.domain.response.expected import expected_change
from runlift.domain.response.expected_time import KnownTime, expected_time
from runlift.domain.response.measurement import measured_race
from runlift.domain.response.race_time import (
    changed_time,
    economy_of_time,
    is_within_reach,
    speed_factor,
    time_change,
    time_over,
)

SPEEDS = st.floats(1.5, 7)
TEN_K_S = 3000.0


def test_the_two_speeds_of_the_paper_are_met() -> None:
    assert speed_factor(3.0) == 1.0
    assert speed_factor(5.5) == pytest.approx(0.66, abs=0.005)


def test_the_factor_stays_within_its_limits() -> None:
    assert (speed_factor(0.5), speed_factor(9.0)) == (1.05, 0.60)


def test_a_saving_of_two_point_seven_percent_takes_a_minute_off_fifty() -> None:
    assert changed_time(TEN_K_S, 10_000, -2.7) == pytest.approx(49 * 60 + 2, abs=1)


def test_a_half_follows_from_ten_kilometres() -> None:
    assert time_over(21_097.5, 10_000, TEN_K_S) == pytest.approx(6619, abs=2)


def test_a_marathon_of_four_hours_is_beyond_what_was_found() -> None:
    assert is_within_reach(TEN_K_S)
    assert not is_within_reach(4 * 3600.0)


@given(speed=SPEEDS, change=st.floats(-10, 10))
def test_time_and_economy_follow_each_other_both_ways(speed: float, change: float) -> None:
    assert economy_of_time(time_change(change, speed), speed) == pytest.approx(change)
    assert abs(time_change(change, speed)) <= abs(change)


@given(distance=st.floats(400, 100_000), other=st.floats(400, 100_000))
def test_reckoning_there_and_back_gives_the_time_again(distance: float, other: float) -> None:
    assert time_over(distance, other, time_over(other, distance, 1000.0)) == pytest.approx(1000.0)


def test_a_faster_race_tells_better_economy_with_more_noise_than_a_test() -> None:
    measured = measured_race(date(2027, 3, 1), 10_000, TEN_K_S, TEN_K_S * 0.98)
    assert measured.change == pytest.approx(-2 / (0.75 * speed_factor(10 / 3)), rel=0.01)
    assert measured.sd > 3.4


@given(distance=st.floats(1000, 60_000))
def test_the_time_now_is_never_left_out_of_the_interval(distance: float) -> None:
    change = expected_change(SeasonMaker().season(8), MONDAY.replace(year=2027))
    assert change is not None
    found = expected_time(distance, KnownTime(distance_m=10_000, time_s=TEN_K_S), change)
    assert found.fastest_s <= found.time_s <= found.slowest_s
    assert found.fastest_s <= found.now_s <= found.slowest_s
    assert found.is_reckoned == (distance != 10_000)
