"""What field tests change in a real plan: nothing after one, the weak side first after two."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from runlift.application.cases import FIRST_DAY, Case, outcome_of, runner
from runlift.domain.diary.entry import FieldTestDone, SetDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import PrescribedExercise, Side
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.verdict import Level

FIRST = FieldTestDone(date=FIRST_DAY + timedelta(days=1), test="heel_raise", left=22, right=17)
SECOND = FieldTestDone(date=FIRST_DAY + timedelta(days=5), test="heel_raise", left=23, right=17)


def calf_work(told: tuple[FieldTestDone, ...]) -> tuple[PrescribedExercise, ...]:
    """Return the calf work by sides of the sessions ahead."""
    plan = outcome_of(Case(id="calf", words="", athlete=runner(), told=told, days=7)).plan_after
    return tuple(
        one for session in plan.ahead for one in session.exercises if one.exercise.startswith("sl_calf_raise")
    )


def test_one_test_changes_nothing() -> None:
    found = outcome_of(Case(id="one", words="", athlete=runner(), told=(FIRST,), days=7))
    untold = outcome_of(Case(id="none", words="", athlete=runner(), days=7))
    assert found.plan_after.sessions == untold.plan_after.sessions


def test_two_tests_bring_the_weak_side_first_with_one_set_more() -> None:
    found = [one for one in calf_work((FIRST, SECOND)) if _told(one, more="yes")]
    assert found
    for one in found:
        working = [each for each in one.sets if not each.warm_up]
        sides = [each.side for each in working]
        assert sides[0] is Side.RIGHT
        assert sides.count(Side.RIGHT) == sides.count(Side.LEFT) + 1
        assert working[-1].side is Side.RIGHT
        assert max(each.rir or 0 for each in working) == working[-1].rir


def test_planning_twice_with_a_finding_gives_the_same() -> None:
    assert calf_work((FIRST, SECOND)) == calf_work((FIRST, SECOND))


def _told(one: PrescribedExercise, *, more: str) -> bool:
    return any(
        reason.rule == "weak_side_first" and ("more", more) in reason.numbers for reason in one.reasons
    )


def trained(exercise: str, days: int, reps: dict[Side, int]) -> tuple[SetDone, ...]:
    """Three sets of each side, told as done on a day."""
    at = datetime.combine(FIRST_DAY + timedelta(days=days), time(18))
    return tuple(
        SetDone(session=f"own-{days}", position=1, exercise=exercise, done_at=at, side=side, reps=each, rir=2)
        for side, each in reps.items()
        for _ in range(3)
    )


def test_training_that_shows_a_weak_side_twice_brings_it_first_with_one_set_more() -> None:
    less = {Side.LEFT: 14, Side.RIGHT: 10}
    told = (
        *trained("sl_calf_raise_floor", 1, less),
        *trained("sl_calf_raise_floor", 4, less),
    )
    plan = outcome_of(Case(id="trained", words="", athlete=runner(), told=told, days=7)).plan_after
    (weak,) = plan.body.weak_sides
    assert (weak.side, weak.in_training) == (Side.RIGHT, True)
    emphasised = [
        one
        for session in plan.ahead
        for one in session.exercises
        if any(
            reason.rule == "weak_side_in_training_first" and ("more", "yes") in reason.numbers
            for reason in one.reasons
        )
    ]
    assert emphasised
    for one in emphasised:
        sides = [each.side for each in one.sets if not each.warm_up]
        assert sides[0] is Side.RIGHT
        assert sides.count(Side.RIGHT) == sides.count(Side.LEFT) + 1
    held = check_plan(plan, catalogue())
    assert not [each for each in held if each.level is Level.REFUSE or each.rule == "sides_trained_alike"]


def test_training_of_one_day_or_the_other_way_round_changes_nothing() -> None:
    less, more = {Side.LEFT: 14, Side.RIGHT: 10}, {Side.LEFT: 10, Side.RIGHT: 14}
    told = (*trained("sl_calf_raise_floor", 1, less), *trained("sl_calf_raise_floor", 4, more))
    plan = outcome_of(Case(id="noise", words="", athlete=runner(), told=told, days=7)).plan_after
    assert plan.body.weak_sides == ()


def test_the_exercise_that_shows_a_weak_side_in_training_is_asked_for_with_its_reason() -> None:
    less = {Side.LEFT: 14, Side.RIGHT: 10}
    told = (*trained("split_squat", 1, less), *trained("split_squat", 4, less))
    plan = outcome_of(Case(id="asked", words="", athlete=runner(), told=told, days=7)).plan_after
    (focus,) = [each for each in plan.focuses if each.reason.rule == "weak_side_in_training_asks"]
    assert focus.exercises == ("split_squat",)
    assert not [each for each in check_plan(plan, catalogue()) if each.level is Level.REFUSE]
