"""Races stand on their days in the running plan."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Race, RacePriority
from runlift.domain.plan.race_days import rest_day, with_races
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

MONDAY = date(2027, 1, 4)


def a_race(day: date, priority: RacePriority = RacePriority.A) -> Race:
    return Race(date=day, name="Spring race", priority=priority, distance_m=10_000, start=time(10))


def a_week_of_easy_runs() -> RunningPlan:
    days = [MONDAY + timedelta(days=ahead) for ahead in range(7)]
    return RunningPlan(
        days=tuple(
            RunningDay(
                date=day,
                runs=(
                    Run(id=f"{day}/1", date=day, kind=RunKind.EASY, key=False, title="easy", distance_m=8000),
                ),
            )
            for day in days
        )
    )


def test_a_run_on_race_day_becomes_the_race() -> None:
    plan, findings = with_races(a_week_of_easy_runs(), [a_race(MONDAY + timedelta(days=6))])
    raced = plan.days[6].runs[0]
    assert (raced.kind, raced.key, raced.distance_m, raced.start) == (RunKind.RACE, True, 10_000, time(10))
    assert [finding.code for finding in findings] == ["race_put_on_its_day"]


def test_a_race_on_a_rest_day_is_put_there() -> None:
    plan = RunningPlan(days=(rest_day(MONDAY),))
    plan, _ = with_races(plan, [a_race(MONDAY)])
    assert [run.kind for run in plan.days[0].runs] == [RunKind.RACE]


def test_a_race_just_after_the_plan_lengthens_it_without_gaps() -> None:
    plan, _ = with_races(a_week_of_easy_runs(), [a_race(MONDAY + timedelta(days=9))])
    dates = [day.date for day in plan.days]
    assert dates == [MONDAY + timedelta(days=ahead) for ahead in range(10)]
    assert plan.days[-1].runs[0].kind is RunKind.RACE
    assert plan.days[-2].is_rest


def test_a_race_far_outside_the_plan_is_told_and_left_out() -> None:
    before = a_week_of_easy_runs()
    plan, findings = with_races(before, [a_race(MONDAY + timedelta(days=60))])
    assert plan == before
    assert [finding.code for finding in findings] == ["race_outside_plan"]


@given(ahead=st.integers(min_value=-20, max_value=40))
def test_putting_races_on_their_days_twice_changes_nothing_more(ahead: int) -> None:
    races = [a_race(MONDAY + timedelta(days=ahead))]
    once, _ = with_races(a_week_of_easy_runs(), races)
    twice, findings = with_races(once, races)
    assert twice == once
    assert all(finding.code == "race_outside_plan" for finding in findings)
