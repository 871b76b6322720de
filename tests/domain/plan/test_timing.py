"""Hours of runs: the plan's, the runner's, or an assumption that is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.timing import rest_days, time_runs, untimed
from runlift.domain.quantity import Weekday
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

MONDAY = date(2027, 1, 4)
RUNNER = Athlete(lifting=Lifting.NOVICE, usual_run_start=((Weekday.MONDAY, time(6, 30)),))


def a_run(
    day: date, number: int = 1, kind: RunKind = RunKind.EASY, start: time | None = None, **figures: float
) -> Run:
    return Run(
        id=f"{day}/{number}",
        date=day,
        kind=kind,
        key=kind.is_key,
        title=kind.value,
        start=start,
        distance_m=figures.get("distance_m"),
        duration_s=figures.get("duration_s"),
    )


def a_plan(*days: tuple[Run, ...]) -> RunningPlan:
    return RunningPlan(days=tuple(RunningDay(date=runs[0].date, runs=runs) for runs in days))


def test_the_plans_own_hour_is_kept() -> None:
    (timed,) = time_runs(a_plan((a_run(MONDAY, start=time(18, 15), duration_s=3600),)), RUNNER)
    assert (timed.start, timed.minutes) == (time(18, 15), 60)
    assert not timed.start_assumed
    assert not timed.minutes_assumed


def test_a_run_without_an_hour_starts_at_the_runners_usual_one() -> None:
    (timed,) = time_runs(a_plan((a_run(MONDAY, distance_m=8000),)), RUNNER)
    assert timed.start == time(6, 30)
    assert timed.start_assumed
    assert timed.minutes_assumed


def test_a_second_run_of_the_day_starts_in_the_evening() -> None:
    first, second = time_runs(a_plan((a_run(MONDAY), a_run(MONDAY, 2))), RUNNER)
    assert first.ends_at < second.starts_at
    assert second.start == time(18, 0)


def test_a_run_of_ninety_minutes_is_kept_away_from_heavy_legs() -> None:
    ninety, shorter = (
        time_runs(a_plan((a_run(MONDAY, kind=RunKind.LONG, duration_s=60 * minutes),)), RUNNER)[0]
        for minutes in (90, 89)
    )
    assert ninety.buffered_long_run
    assert shorter.run.duration_s == 89 * 60


def a_week(*kilometres: float) -> RunningPlan:
    days = (MONDAY + timedelta(days=2 * position) for position in range(len(kilometres)))
    return a_plan(*((a_run(day, distance_m=1000 * km),) for day, km in zip(days, kilometres, strict=True)))


def test_the_longest_run_is_kept_away_from_heavy_legs_when_it_is_a_large_share_of_the_week() -> None:
    assert [timed.buffered_long_run for timed in time_runs(a_week(8, 8, 12), RUNNER)] == [False, False, True]


def test_of_runs_equally_long_none_is_the_long_one() -> None:
    assert not any(timed.buffered_long_run for timed in time_runs(a_week(10, 10, 10), RUNNER))


def test_a_race_is_a_key_run_whatever_a_file_says() -> None:
    race = replace(a_run(MONDAY, kind=RunKind.RACE), key=False)
    assert time_runs(a_plan((race,)), RUNNER)[0].run.key


def test_rest_days_are_the_days_without_training() -> None:
    rest = a_run(MONDAY + timedelta(days=1), kind=RunKind.REST)
    plan = a_plan((a_run(MONDAY),), (rest,))
    assert rest_days(plan) == (MONDAY + timedelta(days=1),)


@given(
    kinds=st.lists(st.sampled_from(list(RunKind)), min_size=1, max_size=14),
    minutes=st.integers(min_value=10, max_value=200),
)
def test_untimed_gives_back_what_was_timed(kinds: list[RunKind], minutes: int) -> None:
    days = [
        (a_run(MONDAY + timedelta(days=ahead), kind=kind, duration_s=60 * minutes),)
        for ahead, kind in enumerate(kinds)
    ]
    plan = a_plan(*days)
    again = untimed(time_runs(plan, RUNNER), rest_days(plan))
    assert [day.date for day in again.days] == [day.date for day in plan.days]
    assert [run.id for run in again.runs()] == [run.id for run in plan.runs()]
