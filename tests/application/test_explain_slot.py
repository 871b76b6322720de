from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from runlift.application.error import InputError
from runlift.application.explain_slot import explain_slot
from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.quantity import Weekday

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan


def test_every_session_stands_where_it_costs_nothing_more(plan: Plan) -> None:
    for session in plan.sessions:
        costs = [answer.extra_cost for answer in explain_slot(plan, session.date, session.start)]
        assert 0 in costs


def test_no_slot_is_cheaper_than_the_plan(plan: Plan) -> None:
    for timed in plan.runs:
        for answer in explain_slot(plan, timed.run.date, None):
            assert bool(answer.forbidden_by) == (answer.extra_cost is None)
            assert (answer.extra_cost or 0) >= 0
            assert sum(cost for _, cost in answer.extra_bill) == (answer.extra_cost or 0)


def test_a_rest_day_is_forbidden_by_its_rule(plan: Plan) -> None:
    for answer in explain_slot(plan, plan.rest_days[0], time(18)):
        assert "no_strength_on_rest_day" in [reason.rule for reason in answer.forbidden_by]


def test_a_plan_without_any_day_asks_for_nothing(plan: Plan) -> None:
    assert explain_slot(replace(plan, runs=(), rest_days=()), plan.first_day, None) == ()


def test_a_place_that_the_runner_does_not_have_is_told(plan: Plan) -> None:
    window = FreeWindow(weekday=Weekday.MONDAY, start=time(17), end=time(21), place="moon", preferred=False)
    changed = replace(plan, athlete=replace(plan.athlete, windows=(window,)))
    with pytest.raises(InputError, match="moon"):
        explain_slot(changed, plan.first_day, None)
