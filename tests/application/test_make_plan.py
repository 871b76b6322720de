from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.application.error import InputError
from runlift.application.make_plan import make_plan
from runlift.domain.plan.past import Past
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import Plan
    from runlift.domain.running.plan import RunningPlan

ZONE = "Europe/Berlin"


def test_the_plan_keeps_every_run_and_every_day_of_rest(plan: Plan, running_plan: RunningPlan) -> None:
    runs = [run for day in running_plan.days for run in day.runs if not day.is_rest]
    assert [timed.run for timed in plan.runs] == runs
    assert plan.rest_days == tuple(day.date for day in running_plan.days if day.is_rest)


def test_every_session_wanted_is_placed_or_told(plan: Plan) -> None:
    assert sum(week.sessions_wanted for week in plan.weeks) == len(plan.sessions) + len(plan.unmet)
    assert plan.sessions


def test_the_proof_has_no_gap_and_its_bill_adds_up(plan: Plan) -> None:
    assert plan.proof.objective == plan.proof.bound == sum(charge.cost for charge in plan.proof.bill)


def test_planning_again_gives_the_same_plan(plan: Plan, athlete: Athlete, running_plan: RunningPlan) -> None:
    assert make_plan(athlete, running_plan, first_day=plan.first_day, time_zone=ZONE).plan == plan


def test_the_assumptions_of_a_plan_do_not_change_when_it_is_planned_again_from_them(
    plan: Plan, running_plan: RunningPlan
) -> None:
    again = make_plan(plan.athlete, running_plan, first_day=plan.first_day, time_zone=ZONE).plan
    assert (again.sessions, again.proof) == (plan.sessions, plan.proof)


def test_nothing_is_planned_before_the_first_day(
    plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    first = plan.first_day + timedelta(days=9)
    later = make_plan(athlete, running_plan, first_day=first, time_zone=ZONE).plan
    assert later.sessions
    assert all(session.date >= first for session in later.sessions)
    assert later.runs == plan.runs


def test_a_first_day_before_the_running_plan_is_its_first(
    plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    first = plan.first_day - timedelta(days=40)
    assert make_plan(athlete, running_plan, first_day=first, time_zone=ZONE).plan == plan


def test_a_plan_that_is_over_is_refused(plan: Plan, athlete: Athlete, running_plan: RunningPlan) -> None:
    with pytest.raises(InputError) as fault:
        make_plan(athlete, running_plan, first_day=plan.first_day + timedelta(days=21), time_zone=ZONE)
    assert [finding.code for finding in fault.value.findings] == ["plan_is_over"]


def test_a_request_that_no_plan_can_grant_is_refused_beside_the_plan(
    plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    asking = replace(athlete, weights_while_running=True)
    made = make_plan(asking, running_plan, first_day=plan.first_day, time_zone=ZONE)
    assert made.plan.sessions
    assert [verdict.rule for verdict in made.verdicts if verdict.level is Level.REFUSE] == [
        "no_weights_while_running"
    ]


def test_the_proof_is_timed_by_the_clock_that_is_given(
    plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    ticks = iter((1.0, 3.5))
    made = make_plan(
        athlete, running_plan, first_day=plan.first_day, time_zone=ZONE, clock=lambda: next(ticks)
    )
    assert made.plan.proof.seconds == 2.5
    assert plan.proof.seconds is None


def test_a_past_in_which_nothing_was_told_changes_no_plan(
    plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    nothing = Past(began=plan.first_day, starts={}, standing={})
    made = make_plan(athlete, running_plan, first_day=plan.first_day, time_zone=plan.time_zone, past=nothing)
    assert made.plan == plan
