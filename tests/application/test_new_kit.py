"""A kit that comes on the way is used: what was chosen without it is chosen anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.diary.diary import Diary

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import Plan
    from runlift.domain.running.plan import RunningPlan

FLOOR = Equipment(items=("step",))
KETTLEBELLS = Equipment(items=("step",), kettlebells_kg=((8, 1), (12, 1), (16, 1)))
MORE_KETTLEBELLS = Equipment(items=("step",), kettlebells_kg=((8, 1), (12, 1), (16, 1), (20, 1)))


def at_home(athlete: Athlete, kit: Equipment) -> Athlete:
    return replace(athlete, places=(Place(id="home", equipment=kit),))


def loaded(plan: Plan) -> int:
    return sum(1 for one in plan.ahead for each in one.exercises if any(s.load_kg for s in each.sets))


def exercises(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(one.uid, [each.exercise for each in one.exercises]) for one in plan.ahead]


@pytest.fixture(scope="module")
def floor_plan(athlete: Athlete, running_plan: RunningPlan) -> Plan:
    runner = at_home(athlete, FLOOR)
    day = running_plan.days[0].date
    return make_plan(runner, running_plan, first_day=day, time_zone="Europe/Berlin").plan


def again(plan: Plan, athlete: Athlete, running_plan: RunningPlan, *, days: int) -> Plan:
    nothing = Diary.of(())
    basis = Basis(athlete=athlete, running_plan=running_plan, changes=nothing)
    return plan_again(plan, nothing, basis, today=plan.began + timedelta(days=days)).plan


def test_a_kit_that_comes_on_the_way_is_used(
    floor_plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    after = again(floor_plan, at_home(athlete, KETTLEBELLS), running_plan, days=7)
    assert loaded(floor_plan) == 0
    assert loaded(after) > 0


def test_more_of_a_kind_that_is_there_leaves_the_choice_as_it_was(
    athlete: Athlete, running_plan: RunningPlan
) -> None:
    runner = at_home(athlete, KETTLEBELLS)
    day = running_plan.days[0].date
    before = make_plan(runner, running_plan, first_day=day, time_zone="Europe/Berlin").plan
    after = again(before, at_home(athlete, MORE_KETTLEBELLS), running_plan, days=0)
    assert exercises(after) == exercises(before)


def test_a_kit_chosen_for_is_not_chosen_for_again(
    floor_plan: Plan, athlete: Athlete, running_plan: RunningPlan
) -> None:
    runner = at_home(athlete, KETTLEBELLS)
    once = again(floor_plan, runner, running_plan, days=0)
    assert exercises(again(once, runner, running_plan, days=0)) == exercises(once)
