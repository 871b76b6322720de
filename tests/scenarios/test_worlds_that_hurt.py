"""Random runners with one to three complaints from the start: nothing that is forbidden gets into a plan."""

from __future__ import annotations

from datetime import UTC, datetime, time
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.random_lives import random_complaint
from tests.random_worlds import random_world

from runlift.application.error import InputError
from runlift.application.make_plan import make_plan
from runlift.application.past_of_plan import past_before
from runlift.domain.diary.diary import Diary, Recorded

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

CHUNKS = 10
WORLDS_OF_CHUNK = 20
HOLDING_SESSIONS_LEAST = 0.4  # a red flag leaves none, and some weeks hold none anyway


def plan_of(case: int) -> Plan | None:
    world, chance = random_world(4, case, longest_days=24), Random(f"hurts {case}")  # noqa: S311 - the same each run
    at = datetime.combine(world.first_day, time(6), tzinfo=UTC)
    told = [
        Recorded(
            id=f"{number}",
            revision=1,
            device="phone",
            recorded_at=at,
            entry=random_complaint(chance, world.first_day),
        )
        for number in range(chance.randint(1, 3))
    ]
    past = past_before(Diary.of(told), world.athlete, first_day=world.first_day, today=world.first_day)
    try:
        made = make_plan(
            world.athlete, world.running_plan, first_day=world.first_day, time_zone="Europe/Berlin", past=past
        )
    except InputError:
        return None
    return made.plan


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_complaint_makes_a_plan_that_is_refused_and_most_still_hold_sessions(chunk: int) -> None:
    plans = [plan_of(case) for case in range(chunk * WORLDS_OF_CHUNK, (chunk + 1) * WORLDS_OF_CHUNK)]
    made = [plan for plan in plans if plan is not None]
    assert all(plan.body.complaints for plan in made)
    holding = [plan for plan in made if plan.sessions]
    assert len(holding) >= HOLDING_SESSIONS_LEAST * len(made)
    for plan in holding:
        left_out = {id_ for each in plan.restrictions for id_ in each.exercises}
        held = {
            one.exercise for session in plan.sessions for one in (*session.exercises, *session.ten_minutes)
        }
        assert not held & left_out
