"""Running load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.quantity import Severity
from runlift.domain.running.load import (
    estimated_distance,
    estimated_minutes,
    is_down_week,
    long_run_spikes,
    longest_in,
    week_loads,
)
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningHistory, RunningPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runlift.domain.running.understand import Understood

MONDAY = date(2026, 3, 2)


def _plan(kilometres: Sequence[float]) -> RunningPlan:
    days = []
    for at, km in enumerate(kilometres):
        day = MONDAY + timedelta(days=at)
        kind = RunKind.EASY if km else RunKind.REST
        run = Run(id=str(at), date=day, kind=kind, key=False, title="", distance_m=km * 1000 or None)
        days.append(RunningDay(date=day, runs=(run,)))
    return RunningPlan(days=tuple(days))


def _run(kind: RunKind, **fields: float) -> Run:
    return replace(Run(id="", date=MONDAY, kind=kind, key=kind.is_key, title=""), **fields)  # type: ignore[arg-type]  # lengths by name


def test_minutes_come_from_distance_at_the_easy_pace_told() -> None:
    assert estimated_minutes(_run(RunKind.EASY, distance_m=10_000.0), easy_pace=300) == pytest.approx(50)
    assert estimated_minutes(_run(RunKind.EASY, distance_m=10_000.0)) == pytest.approx(60)
    assert estimated_minutes(_run(RunKind.EASY, duration_s=1800.0, distance_m=9_000.0)) == 30


@given(st.sampled_from([kind for kind in RunKind if kind.is_run]), st.floats(1_000, 60_000))
def test_distance_and_minutes_turn_into_each_other(kind: RunKind, metres: float) -> None:
    minutes = estimated_minutes(_run(kind, distance_m=metres))
    assert minutes is not None
    assert estimated_distance(_run(kind, duration_s=minutes * 60)) == pytest.approx(metres)


def test_nothing_known_is_none_and_nothing_run_is_zero() -> None:
    assert estimated_distance(_run(RunKind.EASY)) is None
    assert estimated_distance(_run(RunKind.CROSS_TRAINING, duration_s=3600.0)) == 0
    assert estimated_minutes(_run(RunKind.REST)) == 0


def test_repeats_count_with_a_warm_up(understood: Callable[..., Understood]) -> None:
    run = understood(["6 x 800 @ 5k"]).plan.days[0].runs[0]
    assert estimated_distance(run) == pytest.approx(6 * 800 + 4000)


def test_weeks_sum_their_runs() -> None:
    weeks = week_loads(_plan([0, 5, 0, 6, 0, 0, 12, 4]))
    assert [(week.distance_m, week.longest_m, week.runs, week.days) for week in weeks] == [
        (23_000, 12_000, 3, 7),
        (4_000, 4_000, 1, 1),
    ]
    assert longest_in(_plan([0, 0]).days) is None


def test_a_run_far_beyond_the_longest_of_30_days_is_a_spike() -> None:
    plan = _plan([10, 0, 11, 0, 12.5, 0, 20])
    spikes = long_run_spikes(plan, RunningHistory(longest_run_m=10_000.0))
    assert [(spike.date.day, round(spike.ratio, 2), spike.severity) for spike in spikes] == [
        (6, 1.14, Severity.WARNING),
        (8, 1.6, Severity.ERROR),
    ]
    assert spikes[0].evidence == ("X16",)


def test_ten_percent_is_no_spike() -> None:
    assert long_run_spikes(_plan([10, 11, 12.1]), RunningHistory(longest_run_m=10_000.0)) == ()


def test_without_history_nothing_is_claimed_of_the_first_30_days() -> None:
    assert long_run_spikes(_plan([5] + [0] * 20 + [20]), RunningHistory()) == ()
    later = _plan([5] * 30 + [20])
    assert len(long_run_spikes(later, RunningHistory())) == 1


def test_history_is_forgotten_after_30_days() -> None:
    plan = _plan([5] * 31 + [20])
    assert len(long_run_spikes(plan, RunningHistory(longest_run_m=20_000.0))) == 1


def test_a_clearly_lighter_whole_week_is_a_down_week() -> None:
    week = [0, 8, 0, 8, 0, 0, 14]
    weeks = week_loads(_plan([*week, *week, *[km * 0.8 for km in week], *[km * 0.95 for km in week], 0, 1]))
    assert [is_down_week(weeks, at) for at in range(len(weeks))] == [False, False, True, False, False]
