from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.random_worlds import random_world

from runlift.application.error import PlanRefusedError
from runlift.application.gate import REQUEST_RULE, let_through, refusals
from runlift.application.make_plan import make_plan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    worlds = (random_world(3, number, longest_days=21) for number in range(50))
    made = (
        make_plan(
            replace(each.athlete, weights_while_running=False),
            each.running_plan,
            first_day=each.first_day,
            time_zone="Europe/Berlin",
        ).plan
        for each in worlds
    )
    return next(each for each in made if each.sessions)


def test_a_plan_of_the_planner_is_let_through(plan: Plan) -> None:
    assert all(each.level == "warn" for each in let_through(plan, made_here=True))


@pytest.mark.parametrize("made_here", [True, False])
def test_a_plan_that_a_rule_refuses_is_not(plan: Plan, *, made_here: bool) -> None:
    resting = replace(plan, rest_days=tuple(each.date for each in plan.sessions))
    with pytest.raises(PlanRefusedError) as refused:
        let_through(resting, made_here=made_here)
    assert {each.rule for each in refused.value.verdicts} == {"no_strength_on_rest_day"}
    assert refused.value.made_here is made_here


def test_a_wish_that_is_refused_takes_no_plan_away(plan: Plan) -> None:
    wished = replace(plan, athlete=replace(plan.athlete, weights_while_running=True))
    assert REQUEST_RULE in {each.rule for each in let_through(wished, made_here=True)}


def test_who_looks_at_a_plan_is_told_what_refuses_it(plan: Plan) -> None:
    wished = replace(plan, athlete=replace(plan.athlete, weights_while_running=True))
    assert refusals(wished) == ()
    resting = replace(plan, rest_days=tuple(each.date for each in plan.sessions))
    assert {each.rule for each in refusals(resting)} == {"no_strength_on_rest_day"}
