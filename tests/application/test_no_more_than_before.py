"""Days on which less is asked ask nothing more than was done last, and planning again keeps a break."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.application.test_first_session_back import LAST, MONDAY, NOVICE, WEEKS, trained_until
from tests.application.test_plan_again import as_asked, told

from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.diary.entry import Illness, IllnessKind
from runlift.domain.plan.difference import difference
from runlift.domain.plan.session import Role, Side
from runlift.domain.prescription.last_done import last_done

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise
    from runlift.domain.prescription.last_done import LastDone

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def first() -> Plan:
    return make_plan(NOVICE, WEEKS, first_day=MONDAY, time_zone="Europe/Berlin").plan


def replanned(plan: Plan, diary: Diary, today: date) -> Plan:
    basis = Basis(athlete=NOVICE, running_plan=WEEKS, changes=diary)
    return plan_again(plan, diary, basis, today=today).plan


def assert_no_more(asked: PrescribedExercise, done: LastDone) -> None:
    working = [one for one in asked.sets if not one.warm_up]
    assert sum(1 for one in working if one.side is not Side.RIGHT) <= done.sets
    assert sum(one.contacts or 0 for one in working) <= done.contacts
    for one in working:
        assert (one.reps or 0) <= done.reps
        assert (one.load_kg or 0.0) <= done.load_kg
        assert (one.seconds or 0) <= done.seconds


def compared(session: PlannedSession, done: dict[str, LastDone]) -> int:
    trained = [
        one
        for one in session.exercises
        if one.role not in {Role.WARM_UP, Role.MOBILITY} and one.exercise in done
    ]
    for one in trained:
        assert_no_more(one, done[one.exercise])
    return len(trained)


@pytest.mark.parametrize("kind", list(IllnessKind))
def test_after_an_illness_no_exercise_asks_more_than_was_done_of_it_last(
    first: Plan, kind: IllnessKind
) -> None:
    met = 0
    for number in range(1, len(first.sessions) - 3, 2):
        sessions = first.sessions[:number]
        fell_ill = sessions[-1].date + DAY
        ill = Illness(first=fell_ill, kind=kind, well_from=fell_ill + 5 * DAY)
        diary = told(*(entry for one in sessions for entry in as_asked(one)), ill)
        plan = replanned(first, diary, ill.well_from or fell_ill)
        done = dict(last_done(plan.past))
        eased = [one for one in plan.ahead if any(one.date in easing for easing in plan.easings)]
        met += sum(compared(one, done) for one in eased)
    assert met


@pytest.mark.parametrize("ahead", range(5, 16))
def test_planning_again_with_nothing_told_changes_nothing(first: Plan, ahead: int) -> None:
    diary = trained_until(first, LAST)
    today = LAST + ahead * DAY
    once = replanned(first, diary, today)
    twice = replanned(once, diary, today)
    assert difference(once, twice).is_empty
    assert twice.easings == once.easings


def test_a_missed_session_told_as_done_afterwards_ends_the_break(first: Plan) -> None:
    before, missed = first.sessions[0], first.sessions[1]
    diary = told(*as_asked(before))
    once = replanned(first, diary, missed.date + DAY)
    late = told(*as_asked(before), *as_asked(missed))
    twice = replanned(once, late, missed.date + DAY)
    assert twice.easings == replanned(first, late, missed.date + DAY).easings
