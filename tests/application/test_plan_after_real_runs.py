"""What was really run counts: the season and the safety check look at it, and not at what was planned."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.application.plan_again import Basis, plan_again
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import RunDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.timing import untimed
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.check import check_plan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

WEEK = timedelta(days=7)
SPIKE = "running_volume_spike_far"


def again(plan: Plan, today: date, *runs: RunDone) -> Plan:
    at = datetime.combine(today, time(5), tzinfo=UTC)
    diary = Diary.of(
        Recorded(id=f"{number}", revision=1, device="watch", recorded_at=at, entry=run)
        for number, run in enumerate(runs)
    )
    basis = Basis(athlete=plan.athlete, running_plan=untimed(plan.runs, plan.rest_days), changes=Diary())
    return plan_again(plan, diary, basis, today=today).plan


def run_on(day: date, km: float) -> RunDone:
    return RunDone(
        starts_at=datetime.combine(day, time(7)), distance_m=km * 1000, duration_s=km * 360, kind=RunKind.LONG
    )


def metres_on(plan: Plan, day: date) -> list[float | None]:
    return [timed.run.distance_m for timed in plan.runs if timed.run.date == day and timed.run.kind.is_run]


def spikes(plan: Plan) -> set[date | None]:
    return {each.date for each in check_plan(plan, catalogue()) if each.rule == SPIKE}


def test_a_long_run_that_was_longer_counts_as_it_was_run(plan: Plan) -> None:
    sunday, today = plan.first_day + timedelta(days=6), plan.first_day + WEEK
    made = again(plan, today, run_on(sunday, 25.0))
    assert metres_on(made, sunday) == [25_000.0]
    assert not spikes(again(plan, today))
    assert spikes(made)


def test_planning_again_keeps_what_was_run(plan: Plan) -> None:
    sunday, today = plan.first_day + timedelta(days=6), plan.first_day + WEEK
    long = run_on(sunday, 25.0)
    made = again(plan, today, long)
    twice = again(made, today, long)
    assert [(each.run.date, each.run.distance_m) for each in twice.runs] == [
        (each.run.date, each.run.distance_m) for each in made.runs
    ]
    assert [each.uid for each in twice.ahead] == [each.uid for each in made.ahead]


def test_without_any_run_told_the_past_stays_as_planned(plan: Plan) -> None:
    today = plan.first_day + WEEK
    made = again(plan, today)
    gone = [each for each in plan.runs if each.run.date < today]
    assert [each.run for each in made.runs if each.run.date < today] == [each.run for each in gone]
