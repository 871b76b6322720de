"""What field tests change in a real plan: nothing after one, the weak side first after two."""

from __future__ import annotations

from datetime import timedelta

from runlift.application.cases import FIRST_DAY, Case, outcome_of, runner
from runlift.domain.diary.entry import FieldTestDone
from runlift.domain.plan.session import PrescribedExercise, Side

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
