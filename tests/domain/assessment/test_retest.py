from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import findings_of
from runlift.domain.assessment.retest import due_again, next_retest
from runlift.domain.assessment.threshold import NOT_TOLD
from runlift.domain.diary.entry import FieldTestDone
from runlift.domain.plan.plan import PlanWeek
from runlift.domain.plan.session import Phase

if TYPE_CHECKING:
    from runlift.domain.assessment.findings import TestFinding

MONDAY = date(2027, 1, 4)
one_sided = sorted(id_ for id_, each in field_tests().items() if each.one_sided and not each.hops)


def found(test: str, left: float, right: float, today: date) -> tuple[TestFinding, ...]:
    return findings_of([FieldTestDone(date=MONDAY, test=test, left=left, right=right)], NOT_TOLD, today=today)


def week(number: int, phase: Phase) -> PlanWeek:
    monday = MONDAY + timedelta(weeks=number)
    return PlanWeek(monday=monday, phase=phase, deload=False, sessions_wanted=1, run_distance_m=0)


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def test_a_test_is_called_to_mind_after_its_weeks_and_not_for_ever() -> None:
    for days, due in ((41, False), (42, True), (83, True), (84, False)):
        today = after(days)
        tests = due_again(found("heel_raise", 30, 30, today), (), today=today)
        assert bool(tests) is due, days


def test_one_that_stands_out_is_called_to_mind_after_two_days() -> None:
    assert due_again(found("heel_raise", 30, 22, after(2)), (), today=after(2))


def test_nothing_is_said_around_a_race() -> None:
    today = after(42)
    weeks = (week(6, Phase.TAPER), week(7, Phase.RECOVERY))
    seen = found("heel_raise", 30, 30, today)
    assert due_again(seen, weeks, today=today) == ()
    coming = next_retest(seen, weeks)
    assert coming is not None
    assert coming.day == MONDAY + timedelta(weeks=8)


@given(test=st.sampled_from(one_sided), days=st.integers(0, 120), figure=st.integers(1, 5))
def test_what_is_due_lies_on_or_after_the_day_that_comes_next(test: str, days: int, figure: int) -> None:
    today = after(days)
    seen = found(test, figure, figure, today)
    coming = next_retest(seen, ())
    assert coming is not None
    if due_again(seen, (), today=today):
        assert coming.day <= today
    elif days < 84:
        assert coming.day > today
