"""Random runners live random weeks: every plan made again passes the check and leaves the past alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.life_course import begin, live

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.formats.plan_json import dump_plan, load_plan

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.plan.plan import Plan

CHUNK = 5
CHUNKS = 8
SOMEBODY = Athlete(lifting=Lifting.NOVICE)


def soundly(seed: int, case: int) -> int:
    """Live a season; return how often it was planned again."""
    course = begin(seed, case, longest_days=8 * 7)
    made = 0
    while course is not None and not course.is_over:
        course.life.live(course.plan, course.day)
        course.pass_day()
        if course.life.chance.random() < 0.35:
            before = course.plan
            assert course.plan_again() == []
            made += 1
            assert_sound(before, course.plan)
    return made


def assert_sound(before: Plan, after: Plan) -> None:
    uids = [session.uid for session in after.sessions]
    assert len(uids) == len(set(uids))
    assert all(session.date >= after.first_day for session in after.ahead)
    gone = {(run.run.id, run.run.date) for run in before.runs if run.run.date < after.first_day}
    ahead = {run.run.id for run in after.runs if run.run.date >= after.first_day}
    assert [run for run in gone if run not in _days(after) and run[0] not in ahead] == []
    written = replace(after, athlete=SOMEBODY)
    assert load_plan(dump_plan(written), name="plan.json").plan == written


def _days(plan: Plan) -> set[tuple[str, date]]:
    return {(run.run.id, run.run.date) for run in plan.runs}


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_life_breaks_a_rule_or_the_past(chunk: int) -> None:
    made = [soundly(7, case) for case in range(chunk * CHUNK, (chunk + 1) * CHUNK)]
    assert sum(made) > CHUNK


@pytest.mark.parametrize("number", [(1, 24)], ids=["two repetitions before a break ask for no heavy set"])
def test_lives_that_once_went_wrong_go_well(number: tuple[int, int]) -> None:
    made, faults = live(*number, longest_days=35)
    assert made
    assert faults == ()
