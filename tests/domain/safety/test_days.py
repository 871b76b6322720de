from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import TimedRun


def test_no_strength_on_rest_day_refuses_a_day_without_training(make: Maker) -> None:
    assert "no_strength_on_rest_day" in make.held(make.plan(make.session(1), runs=(make.run(0),)))
    assert "no_strength_on_rest_day" not in make.held(make.plan(make.session(1), runs=(make.run(1),)))


def test_no_strength_on_rest_day_believes_the_runner_who_calls_a_day_rest(make: Maker) -> None:
    plan = make.plan(make.session(1), rest_days=(make.day(1),))
    assert "no_strength_on_rest_day" in make.held(plan)


def test_no_strength_on_rest_day_takes_an_entry_of_rest_for_no_training(make: Maker) -> None:
    rest = make.run(1, kind=RunKind.REST)
    assert "no_strength_on_rest_day" in make.held(make.plan(make.session(1), runs=(rest,)))


def test_no_strength_on_rest_day_lets_strength_replace_strength(make: Maker) -> None:
    planned = make.run(1, kind=RunKind.STRENGTH, note="to be replaced")
    held = make.held(make.plan(make.session(1), runs=(planned,)))
    assert "no_strength_on_rest_day" not in held
    assert "sessions_a_day" not in held


def test_after_run_of_the_day_refuses_strength_first(make: Maker) -> None:
    plan = make.plan(make.session(1, "06:00"), runs=(make.run(1, "18:00"),))
    assert make.held(plan).count("after_run_of_the_day") == 1
    assert "after_run_of_the_day" not in make.held(make.plan(make.session(1), runs=(make.run(1),)))


def test_after_run_of_the_day_counts_other_endurance_training(make: Maker) -> None:
    ride = make.run(1, "19:30", kind=RunKind.CROSS_TRAINING)
    assert "after_run_of_the_day" in make.held(make.plan(make.session(1), runs=(ride,)))


@given(minutes=st.integers(min_value=0, max_value=6 * 60))
def test_gap_after_run_allows_exactly_three_hours(make: Maker, minutes: int) -> None:
    clock = f"{8 + minutes // 60:02}:{minutes % 60:02}"
    plan = make.plan(make.session(1, clock), runs=(make.run(1, "07:00", minutes=60),))
    assert ("gap_after_run" in make.held(plan)) == (minutes < 180)


def test_gap_after_run_looks_back_over_midnight(make: Maker) -> None:
    late, ride = make.run(0, "23:00", minutes=60), make.run(1, "12:00", kind=RunKind.CROSS_TRAINING)
    assert "gap_after_run" in make.held(make.plan(make.session(1, "02:59"), runs=(late, ride)))
    assert "gap_after_run" not in make.held(make.plan(make.session(1, "03:00"), runs=(late, ride)))


def test_no_exercise_in_a_run_refuses_an_overlap(make: Maker) -> None:
    run = make.run(1, "18:00", minutes=60)
    assert "no_exercise_in_a_run" in make.held(make.plan(make.session(1, "18:59"), runs=(run,)))
    assert "no_exercise_in_a_run" in make.held(make.plan(make.session(1, "17:30"), runs=(run,)))
    assert "no_exercise_in_a_run" not in make.held(make.plan(make.session(1, "19:00"), runs=(run,)))
    assert "no_exercise_in_a_run" not in make.held(make.plan(make.session(1, "17:15"), runs=(run,)))


def test_sessions_a_day_refuses_a_third(make: Maker) -> None:
    twice = (make.run(1, "06:00"), make.run(1, "12:00"))
    assert "sessions_a_day" in make.held(make.plan(make.session(1), runs=twice))
    assert "sessions_a_day" not in make.held(make.plan(make.session(1), runs=twice[:1]))


def test_sessions_a_day_refuses_a_second_of_strength(make: Maker) -> None:
    own = make.run(1, "12:00", kind=RunKind.STRENGTH)
    assert "sessions_a_day" in make.held(make.plan(make.session(1), runs=(own,)))
    assert "sessions_a_day" in make.held(make.plan(make.session(1, "12:00"), make.session(1), runs=()))


def _week_of_runs(make: Maker, *days: int) -> tuple[TimedRun, ...]:
    return tuple(make.run(day) for day in days)


@pytest.mark.parametrize(("runs", "refused"), [(6, True), (7, False), (5, False)])
def test_rest_days_a_week_keeps_the_last_one_that_the_running_leaves(
    make: Maker, runs: int, *, refused: bool
) -> None:
    plan = make.plan(make.session(6), runs=_week_of_runs(make, *range(runs), *range(7, 13)))
    held = [each for each in make.check(plan) if each.rule == "rest_days_a_week"]
    assert [(each.date, dict(each.reason.numbers)) for each in held] == (
        [(make.day(0), {"rest_days": 0, "rest_days_least": 1})] if refused else []
    )


def test_rest_days_a_week_counts_other_endurance_and_strength_that_stays_as_training(make: Maker) -> None:
    runs = _week_of_runs(make, *range(5))
    for kind in (RunKind.CROSS_TRAINING, RunKind.STRENGTH):
        plan = make.plan(make.session(6), runs=(*runs, make.run(5, kind=kind)))
        assert "rest_days_a_week" in make.held(plan)
    rest = make.plan(make.session(6), runs=(*runs, make.run(5, kind=RunKind.REST)))
    assert "rest_days_a_week" not in make.held(rest)


def test_rest_days_a_week_lets_strength_take_the_day_that_strength_had(make: Maker) -> None:
    planned = make.run(6, kind=RunKind.STRENGTH, note="to be replaced")
    plan = make.plan(make.session(6), runs=(*_week_of_runs(make, *range(6)), planned))
    assert "rest_days_a_week" not in make.held(plan)


def test_rest_days_a_week_tells_of_each_week(make: Maker) -> None:
    runs = _week_of_runs(make, *range(6), *range(7, 13))
    held = make.held(make.plan(make.session(6), make.session(13), runs=runs))
    assert held.count("rest_days_a_week") == 2


def test_strength_that_begins_with_the_run_stands_before_it_and_not_after_it(make: Maker) -> None:
    held = make.held(make.plan(make.session(1, "18:00"), runs=(make.run(1, "18:00"),)))
    assert "after_run_of_the_day" in held
    assert "gap_after_run" not in held
