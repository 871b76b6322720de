from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.application.explain_day import explain_day

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

OFFSETS = st.integers(min_value=-10, max_value=30)


def test_every_day_of_the_plan_is_explained_by_its_week(plan: Plan) -> None:
    for timed in plan.runs:
        answer = explain_day(plan, timed.run.date)
        assert timed in answer.runs
        assert not answer.rest
        assert answer.week is not None
        assert answer.week.monday <= timed.run.date


def test_rest_days_are_rest(plan: Plan) -> None:
    assert plan.rest_days
    for day in plan.rest_days:
        answer = explain_day(plan, day)
        assert (answer.rest, answer.runs, answer.sessions) == (True, (), ())


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_lie_outside_the_plan(plan: Plan, day: date) -> None:
    assert explain_day(plan, day).week is None


@given(offset=OFFSETS)
def test_a_day_has_a_week_just_when_it_lies_in_one(plan: Plan, offset: int) -> None:
    day = plan.weeks[0].monday + timedelta(days=offset)
    answer = explain_day(plan, day)
    assert (answer.week is not None) == (0 <= offset < 7 * len(plan.weeks))
    assert all(session.date == day for session in answer.sessions)
