from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runlift.application.backtest import BacktestReport, backtest
from runlift.application.synthetic_log.log import synthetic_logs
from runlift.application.synthetic_log.setting import SETTINGS
from runlift.domain.strength.baseline import BASELINES, Method
from runlift.domain.strength.from_diary import lifts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.strength.from_diary import LiftSets


@cache
def logs(name: str = "usual", people: int = 4) -> tuple[Sequence[LiftSets], ...]:
    (setting,) = [each for each in SETTINGS if each.name == name]
    return tuple(
        lifts_of(log.sets, log.runs, body_mass_kg=log.body_mass_kg, as_of=date.max)
        for log in synthetic_logs(setting, people, Random(11))  # noqa: S311  made-up logs
    )


def report(*, seed: int = 1, of: Sequence[Sequence[LiftSets]] | None = None) -> BacktestReport:
    return backtest(logs() if of is None else of, as_of=date.max, rng=np.random.default_rng(seed))


def test_the_same_seed_gives_the_same_report() -> None:
    assert report() == report()


def test_another_seed_changes_the_intervals_only() -> None:
    one, other = report().groups[0], report(seed=2).groups[0]
    assert [each.load.value for each in one.scores] == [each.load.value for each in other.scores]
    assert [each.load.low for each in one.scores] != [each.load.low for each in other.scores]


def test_the_whole_is_made_of_the_kinds_of_lift() -> None:
    whole, *kinds = report().groups
    assert whole.name == "all"
    assert whole.predictions == sum(each.predictions for each in kinds)
    assert whole.lifts == sum(each.lifts for each in kinds)


def test_every_figure_lies_within_its_interval() -> None:
    for group in report().groups:
        figures = [figure for each in group.scores for figure in (each.load, each.reps)]
        assert all(each.low <= each.value <= each.high for each in figures)


def test_the_best_plain_way_is_the_one_with_the_smallest_error() -> None:
    for group in report().groups:
        load = {each.method: each.load.value for each in group.scores}
        assert group.best_load in BASELINES
        assert load[group.best_load] == min(load[each] for each in BASELINES)
        assert group.load_ratio.value == pytest.approx(load[Method.FILTER] / load[group.best_load])


def test_repetitions_are_foretold_better_than_by_any_plain_way() -> None:
    assert report().groups[0].reps_ratio.high < 1


def test_the_interval_of_eighty_percent_holds_about_as_many() -> None:
    assert 0.7 < report().groups[0].covered < 0.9


def test_nothing_is_made_of_nothing() -> None:
    empty = report(of=[])
    assert empty.groups == ()
    assert empty.left_out == 0


def test_lifts_that_cannot_be_foretold_are_counted() -> None:
    lift = logs()[0][0]
    once = type(lift)(lift=lift.lift, sets=lift.sets[:1])
    assert report(of=[[once]]).left_out == 1
