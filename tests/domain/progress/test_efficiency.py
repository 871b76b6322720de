from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.progress.easy_runs import FIRST, TODAY, growing, run, season

from runlift.domain.activity.steady import Lack
from runlift.domain.diary.run_record import RunRecord
from runlift.domain.evidence import number
from runlift.domain.progress.efficiency import (
    Beside,
    EfficiencyProgress,
    EfficiencyTrend,
    LeftOut,
    efficiency_progress,
)
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.diary.entry import RunDone

WEEK = timedelta(weeks=1)


def seen(runs: Sequence[RunDone], **more: object) -> EfficiencyProgress:
    return efficiency_progress(runs, since=FIRST, today=TODAY, **more)  # type: ignore[arg-type]


def trend_of(runs: Sequence[RunDone]) -> EfficiencyTrend:
    found = seen(runs).trend
    assert found is not None
    return found


def test_efficiency_is_the_distance_of_a_heartbeat_above_rest() -> None:
    (found,) = seen([run()], rest=50.0).runs
    assert found.efficiency == pytest.approx(3.0 * 60 / (140 - 50))
    assumed = seen([run()])
    assert assumed.rest_is_assumed
    assert assumed.runs[0].efficiency == pytest.approx(
        3.0 * 60 / (140 - number("heart_rate_at_rest_assumed"))
    )


@pytest.mark.parametrize("weekly", [-0.006, 0.0, 0.006])
def test_the_interval_holds_the_change_that_is_there_about_as_often_as_it_says(weekly: float) -> None:
    found = [trend_of(season(growing(weekly, seed=seed))) for seed in range(100)]
    truth = 100 * ((1 + weekly) ** 4 - 1)
    assert 88 <= sum(each.low <= truth <= each.high for each in found) <= 100
    assert sum(each.is_clear for each in found) > 90 if weekly else sum(each.is_clear for each in found) <= 12


@given(st.permutations([(-1) ** place * place for place in range(18)]))
def test_an_even_series_has_a_trend_of_nothing(swings: list[int]) -> None:
    there_and_back = swings + swings[::-1]
    found = trend_of(season([3.0 * (1 + each / 1000) for each in there_and_back], every=2))
    assert found.low <= 0 <= found.high


@given(st.sampled_from([-0.01, -0.006, 0.006, 0.01]), st.integers(0, 50))
def test_a_change_that_is_there_is_found(weekly: float, seed: int) -> None:
    found = trend_of(season(growing(weekly, seed=seed)))
    assert found.percent == pytest.approx(
        100 * ((1 + weekly) ** found.weeks - 1), abs=2.5
    )  # four standard errors
    assert (found.at(found.path.last) > found.at(found.path.first)) == (found.percent > 0)


speeds = st.lists(st.floats(2.2, 4.0), min_size=8, max_size=16)


@given(speeds, st.floats(0.5, 2.0))
def test_the_unit_of_speed_changes_no_percentage(given_speeds: list[float], factor: float) -> None:
    one, other = (trend_of(season([each * times for each in given_speeds])) for times in (1.0, factor))
    assert (other.percent, other.low, other.high) == pytest.approx((one.percent, one.low, one.high), abs=1e-6)


@given(st.data(), speeds)
def test_the_order_of_runs_changes_nothing(data: st.DataObject, given_speeds: list[float]) -> None:
    runs = season(given_speeds)
    assert seen(data.draw(st.permutations(runs))) == seen(runs)


@given(speeds)
def test_other_runs_and_warm_ones_do_not_move_the_trend(given_speeds: list[float]) -> None:
    runs = season(given_speeds)
    odd = [
        run(FIRST + timedelta(days=3), kind=RunKind.TEMPO, speed=5.0),
        run(FIRST, speed=1.5, temperature_c=31.0),
    ]
    assert seen([*runs, *odd]).trend == seen(runs).trend
    assert [each.is_warm for each in seen([*runs, *odd]).runs].count(True) == 1


def test_few_runs_or_a_short_time_are_not_enough() -> None:
    few = seen(season(growing(0.01, runs=7)))
    assert (few.trend, few.runs_missing) == (None, 1)
    short = seen(season(growing(0.01, runs=12), every=2))
    assert (short.trend, short.runs_missing) == (None, 0)
    assert seen([]).trend is None


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (replace(run(), record=RunRecord()), Lack.NO_RECORD),
        (run(kind=RunKind.INTERVALS), LeftOut.NOT_EASY),
        (run(lack=Lack.HEART_RATE_FLAT, heart_rate=None, speed=None), Lack.HEART_RATE_FLAT),
        (replace(run(), record=replace(run().record, steady=None)), LeftOut.NOT_LOOKED_AT),
        (replace(run(), record=replace(run().record, indoor=True)), LeftOut.INDOOR),
        (run(heart_rate=85.0), LeftOut.HEART_RATE_LOW),
        (run(heart_rate=155.0), LeftOut.HEART_RATE_AWAY),
        (run(kind=None, heart_rate=155.0), LeftOut.HEART_RATE_AWAY),
    ],
)
def test_a_run_that_is_left_out_is_counted_with_its_reason(left: RunDone, why: LeftOut | Lack) -> None:
    found = seen([*season([3.0] * 5), left])
    assert found.left_out == {why: 1}
    assert len(found.runs) == 5


def test_a_run_on_a_day_of_illness_is_left_out() -> None:
    assert seen([run()], ill={TODAY}).left_out == {LeftOut.ILL: 1}


def test_a_heart_rate_near_the_highest_is_no_easy_run_where_the_highest_is_known() -> None:
    hard = season([3.0] * 8, heart_rate=172.0)
    assert seen(hard, age=40).left_out == {LeftOut.HEART_RATE_HIGH: 8}
    assert seen(hard).left_out == {}


def test_a_run_guessed_quicker_than_easy_counts_when_its_heart_rate_is_easy() -> None:
    guessed = run(kind=RunKind.STEADY, speed=3.4)
    told = replace(guessed, record=replace(guessed.record, kind_sure=None))
    easy = season([3.0] * 5)
    assert len(seen([*easy, guessed]).runs) == 6
    assert seen([*easy, told]).left_out == {LeftOut.NOT_EASY: 1}


def test_the_easy_runs_tell_which_heart_rate_is_usual_however_many_others_there_are() -> None:
    others = [run(FIRST + timedelta(days=place), kind=None, heart_rate=155.0) for place in range(9)]
    found = seen([*season([3.0] * 5), *others])
    assert found.left_out == {LeftOut.HEART_RATE_AWAY: 9}


def test_runs_before_and_after_the_weeks_do_not_count() -> None:
    found = seen([run(FIRST - WEEK), run(TODAY + WEEK), run()])
    assert [each.date for each in found.runs] == [TODAY]
    assert found.left_out == {}


def test_what_changed_beside_is_told() -> None:
    runs = [
        run(FIRST + timedelta(days=4 * place), heart_rate=144 - place / 2, temperature_c=10.0 + place % 3)
        for place in range(16)
    ]
    found = seen(runs)
    assert set(found.beside) == {Beside.HEART_RATE}
    assert found.beside[Beside.HEART_RATE].weekly == pytest.approx(-0.5 * 7 / 4)
