"""Random runners live random weeks: every plan made again passes the check and leaves the past alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.random_lives import Life
from tests.random_worlds import random_world

from runlift.application.error import InputError
from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.timing import untimed
from runlift.formats.plan_json import dump_plan, load_plan

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.plan.plan import Plan

CHUNK = 5
CHUNKS = 8
DAY = timedelta(days=1)
SOMEBODY = Athlete(lifting=Lifting.NOVICE)


def basis_of(first: Plan, life: Life) -> Basis:
    return Basis(
        athlete=first.athlete,
        running_plan=untimed(first.runs, first.rest_days),
        changes=life.diary,
        inputs=first.inputs,
    )


def live(seed: int, case: int) -> int:
    """Live a season; return how often it was planned again."""
    world = random_world(seed, case, longest_days=8 * 7)
    try:
        first = make_plan(
            world.athlete, world.running_plan, first_day=world.first_day, time_zone="Europe/Berlin"
        ).plan
    except InputError:
        return 0
    life = Life(chance=Random(f"life {seed}/{case}"))  # noqa: S311 - the same lives in every run
    plan, day, made = first, first.began, 0
    last = max(first.runs[-1].run.date if first.runs else day, *first.rest_days, day)
    while day < last:
        life.live(plan, day)
        day += DAY
        if life.chance.random() < 0.35:
            before = plan
            plan = plan_again(before, life.diary, basis_of(first, life), today=day).plan
            made += 1
            assert_sound(before, plan)
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
    made = [live(7, case) for case in range(chunk * CHUNK, (chunk + 1) * CHUNK)]
    assert sum(made) > CHUNK
