from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.activity.habits import Habits, HeartRange
from runlift.domain.activity.load import (
    LoadBasis,
    load_from_effort,
    load_from_heart_rate,
    load_from_pace,
    training_load,
)

HEART = HeartRange(rest=50, highest=190)
HABITS = Habits(easy_speed=3.0, heart=HEART)
minutes = st.floats(1, 600)


@given(minutes, st.floats(0, 10))
def test_the_load_of_a_told_effort_is_effort_times_minutes(lasting: float, effort: float) -> None:
    assert load_from_effort(lasting, effort).value == pytest.approx(effort * lasting)


@pytest.mark.parametrize(
    ("heart_rate", "effort"), [(92, 2), (106, 3), (134, 5), (176, 8), (190, 10), (60, 2)]
)
def test_the_effort_of_a_heart_rate_lies_on_the_stated_lines(heart_rate: float, effort: float) -> None:
    assert load_from_heart_rate(60, heart_rate, HEART).effort == pytest.approx(effort)


@given(minutes, st.floats(40, 230), st.floats(0, 20))
def test_a_higher_heart_rate_never_lowers_the_load(lasting: float, heart_rate: float, more: float) -> None:
    low = load_from_heart_rate(lasting, heart_rate, HEART)
    high = load_from_heart_rate(lasting, heart_rate + more, HEART)
    assert high.value >= low.value
    assert 0 <= high.effort <= 10


@pytest.mark.parametrize(("speed", "effort"), [(3.0, 3.0), (3.75, 5.859), (6.0, 10.0), (1.5, 0.375)])
def test_the_effort_of_a_pace_is_that_of_an_easy_run_times_a_power(speed: float, effort: float) -> None:
    assert load_from_pace(60, speed, 3.0).effort == pytest.approx(effort, abs=0.001)


def test_what_the_runner_told_comes_before_the_heart_and_the_heart_before_the_pace() -> None:
    told = {"effort": 7.0, "heart_rate": 150.0, "speed": 3.2}
    for basis in LoadBasis:
        found = training_load(50, HABITS, **told)
        assert found is not None
        assert found.basis is basis
        assert found.reason.rule == f"load_from_{basis.value}"
        assert found.reason.evidence
        told.pop(next(iter(told)))
    assert training_load(50, HABITS) is None
    assert training_load(50, Habits(), heart_rate=150, speed=3) is None
