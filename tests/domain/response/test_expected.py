from __future__ import annotations

from datetime import timedelta
from math import exp, sqrt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.response.conftest import MONDAY, SeasonMaker

from runlift.domain.response.expected import ExpectedChange, expected_change
from runlift.domain.response.measurement import Measured, measured_economy

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

RACE = MONDAY + timedelta(weeks=10)
CHANGES = st.lists(
    st.tuples(st.integers(0, 60), st.floats(-20, 20)).map(
        lambda told: measured_economy(MONDAY + timedelta(days=told[0]), told[1])
    ),
    max_size=8,
)


def told(plan: Plan, measured: tuple[Measured, ...] = (), adherence: float = 0.85) -> ExpectedChange:
    found = expected_change(plan, RACE, adherence=adherence, measured=measured)
    assert found is not None
    return found


def rules(change: ExpectedChange) -> list[str]:
    return [each.rule for each in change.reasons]


def test_ten_weeks_of_two_heavy_sessions_bring_most_of_the_mean_effect(make: SeasonMaker) -> None:
    change = told(make.season(10))
    assert change.change == pytest.approx(-3.0 * (1 - exp(-17 / 7)))
    assert (change.low, change.high) == pytest.approx((-7.4, 1.9), abs=0.1)


def test_half_the_sessions_skipped_bring_less(make: SeasonMaker) -> None:
    assert told(make.season(10), adherence=0.5).change == pytest.approx(-2.3, abs=0.05)


def test_light_work_brings_little_and_says_so(make: SeasonMaker) -> None:
    light = make.plan(*(make.light(day) for day in range(1, 70, 3)))
    assert told(light).change > -0.9
    assert "light_work_counts_less" in rules(told(light))
    assert "light_work_counts_less" not in rules(told(make.season(10)))


def test_a_plan_without_leg_work_lets_nothing_be_expected(make: SeasonMaker) -> None:
    assert expected_change(make.plan(), RACE) is None
    assert expected_change(make.season(10), MONDAY) is None


def test_work_that_ended_long_before_has_faded(make: SeasonMaker) -> None:
    change = told(make.season(3))
    assert "economy_fades" in rules(change)
    assert "economy_fades" not in rules(told(make.season(10)))


def test_a_measurement_moves_the_estimate_by_its_weight(make: SeasonMaker) -> None:
    before = told(make.season(10))
    after = told(make.season(10), (measured_economy(RACE, before.change - 4),))
    prior, noise = 2.0**2 + 3.0**2, 2 * 2.4**2
    assert after.change == pytest.approx(before.change - 4 * prior / (prior + noise))
    assert after.high - after.low < before.high - before.low
    assert "own_measurements_count" in rules(after)


def test_measurements_after_the_day_do_not_count(make: SeasonMaker) -> None:
    late = measured_economy(RACE + timedelta(days=1), -9.0)
    assert told(make.season(10), (late,)) == told(make.season(10))


@given(measured=CHANGES)
def test_every_interval_holds_the_estimate_and_no_change(measured: list[Measured]) -> None:
    change = told(SeasonMaker().season(10), tuple(measured))
    assert change.low <= 0 <= change.high
    assert change.low <= change.change <= change.high
    assert rules(change)[-1] == "no_change_is_within"


@given(measured=CHANGES)
def test_the_order_of_measurements_changes_nothing(measured: list[Measured]) -> None:
    forth, back = (told(SeasonMaker().season(10), tuple(each)) for each in (measured, measured[::-1]))
    assert forth.change == pytest.approx(back.change)


@given(measured=CHANGES.filter(bool))
def test_the_estimate_lies_between_the_trials_and_what_was_measured(measured: list[Measured]) -> None:
    day = [Measured(day=RACE, change=each.change, sd=each.sd) for each in measured]
    before, after = told(SeasonMaker().season(10)), told(SeasonMaker().season(10), tuple(day))
    changes = [before.change, *(each.change for each in day)]
    assert min(changes) - 1e-9 <= after.change <= max(changes) + 1e-9


def test_the_spread_of_runners_is_that_of_trials_and_persons(make: SeasonMaker) -> None:
    change = told(make.season(10))
    assert change.high - change.low == pytest.approx(2 * 1.2816 * sqrt(13), abs=0.001)
