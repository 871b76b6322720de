from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.strength.logs import last_day, logs

from runlift.domain.strength.backtest import predictions
from runlift.domain.strength.baseline import BASELINES, Method, plain_ways
from runlift.domain.strength.forecast import Habit
from runlift.domain.strength.lift import Lift, Measure
from runlift.domain.strength.sorting import sorted_out

if TYPE_CHECKING:
    from tests.domain.strength.conftest import MakeSet

    from runlift.domain.strength.observation import Observation

SQUAT = Lift(exercise="back_squat")
DAY = date(2026, 12, 31)


@settings(max_examples=30, deadline=None)
@given(logs(least=3), st.integers(1, 11))
def test_a_prediction_knows_only_the_past(sets: list[Observation], cut: int) -> None:
    days = sorted({each.done_at.date() for each in sets})
    until = days[min(cut, len(days) - 1)]
    before = [each for each in sets if each.done_at.date() <= until]
    whole = [each for each in predictions(sets, lift=SQUAT, as_of=DAY) if each.day <= until]
    assert list(predictions(before, lift=SQUAT, as_of=DAY)) == whole


@settings(max_examples=30, deadline=None)
@given(logs(least=2), st.floats(0.3, 3))
def test_the_load_of_a_set_is_not_looked_at_to_foretell_it(sets: list[Observation], by: float) -> None:
    last = [each for each in sets if each.done_at.date() == last_day(sets)]
    (alone,) = last[:1]
    past = [each for each in sets if each.done_at.date() < last_day(sets)]
    one = predictions([*past, alone], lift=SQUAT, as_of=DAY)
    other = predictions([*past, replace(alone, load_kg=alone.load_kg * by)], lift=SQUAT, as_of=DAY)
    if one and one[-1].day == last_day(sets):
        for method in Method:
            assert other[-1].foretold[method].load_kg == pytest.approx(one[-1].foretold[method].load_kg)


def test_repeating_a_session_is_foretold_by_every_way(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(6)]
    for each in predictions(sets, lift=SQUAT, as_of=DAY):
        assert all(each.load_error(method) < 3 for method in Method)
        assert all(each.reps_error(method) < 1 for method in Method)
        assert each.is_covered


def test_lifts_without_a_maximum_are_not_foretold(one_set: MakeSet) -> None:
    swing = Lift(exercise="kb_swing", measure=Measure.LOAD)
    assert predictions([one_set(0), one_set(4)], lift=swing, as_of=DAY) == ()


def test_a_session_far_from_failure_is_not_foretold(one_set: MakeSet) -> None:
    sets = [one_set(0), one_set(4, rir=6), one_set(8)]
    assert [each.day.day for each in predictions(sets, lift=SQUAT, as_of=DAY)] == [10]


@pytest.mark.parametrize(
    ("method", "load_kg", "reps"),
    [
        (Method.LAST_EPLEY, 50 * (40 / 30) / (35 / 30), 30 * (50 * (40 / 30) / 60 - 1)),
        (Method.BEST_OF_THREE, 60 * (38 / 30) / (35 / 30), 30 * (60 * (38 / 30) / 60 - 1)),
        (Method.RPE_CHART, 50 * (43 / 30) / (36 / 30), 30 * (50 * (43 / 30) / 60 - 1) - 1),
        (Method.SAME_AGAIN, 50, 10),
    ],
)
def test_plain_ways_are_what_they_say(method: Method, load_kg: float, reps: float, one_set: MakeSet) -> None:
    sets = [one_set(0, 90, 8, 0), one_set(4, 55, 8, 0), one_set(8, 60, 8, 3), one_set(12, 50, 10, 3)]
    past, _ = sorted_out(sets[1:], lift=SQUAT, as_of=DAY)
    ways = plain_ways(past, one_set(16, 60, 5, 1), SQUAT)
    assert ways is not None
    assert ways[method].load_kg == pytest.approx(load_kg)
    assert ways[method].reps == pytest.approx(reps)


def test_the_ways_that_are_compared_are_the_three_of_gym_apps() -> None:
    assert BASELINES == (Method.LAST_EPLEY, Method.BEST_OF_THREE, Method.RPE_CHART)


@given(st.lists(st.floats(10, 100), min_size=1, max_size=20), st.floats(10, 100))
def test_a_forecast_lies_between_the_last_load_and_what_strength_allows(
    loads: list[float], strength: float
) -> None:
    habit = Habit.begun(loads[0])
    for load in loads[1:]:
        habit = habit.then(load, None)
    low, high = sorted((loads[-1], strength))
    assert low * (1 - 1e-9) <= habit.middle(strength) <= high * (1 + 1e-9)
