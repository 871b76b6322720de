from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runlift.domain.adjustment.breaks import load_after_break
from runlift.domain.adjustment.pain import restrictions
from runlift.domain.adjustment.rested import as_rested, rests_of, rests_of_complaints
from runlift.domain.adjustment.standing import standing
from runlift.domain.diary.entry import BodyPart, ComplaintTold, Pain
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionResult
from runlift.domain.plan.progress import Progress
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.adjustment.rested import Rest
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.session import PlannedSession

REACHED = Progress(load_kg=40.0, highest_kg=40.0, highest_reps=8, reps=8, effective=10.0, times=9)


def done(make: Maker, day: int, exercise: str) -> PlannedSession:
    outcome = ExerciseOutcome(exercise=exercise, result=ExerciseResult.AS_PLANNED, stands=REACHED)
    return make.session(day, result=SessionResult.DONE, outcomes=(outcome,))


def resting(make: Maker, today: int, *entries: Entry) -> tuple[Rest, ...]:
    diary = make.diary(*entries)
    hurting = rests_of(restrictions(diary, catalogue(), began=make.day(-30)))
    return (*hurting, *rests_of_complaints(diary, catalogue(), today=make.day(today)))


@pytest.mark.parametrize(("back", "share"), [(7, 1.0), (8, 0.95), (20, 0.9), (35, 0.8), (60, 0.7)])
def test_what_rested_while_it_hurt_comes_back_as_after_a_break(make: Maker, back: int, share: float) -> None:
    past = [done(make, 0, "back_squat"), *(done(make, day, "db_row") for day in range(0, back, 3))]
    stands = standing(past, (), back=make.day(back))
    told = [
        Pain(date=make.day(day), at=BodyPart.KNEE, level=level) for day, level in ((1, 6), (7, 0), (8, 0))
    ]
    after, why = as_rested(stands, past, resting(make, back, *told), back=make.day(back))
    assert stands["back_squat"] == REACHED
    assert after["back_squat"].load_kg == pytest.approx(40.0 * share)
    assert after["db_row"] == stands["db_row"]
    assert set(why) == ({"back_squat"} if share < 1 else set())
    assert all(f"{back} days" in reason_words(each) for each in why.values())


def test_what_was_locked_before_a_clearance_comes_back_lighter(make: Maker) -> None:
    bone = ComplaintTold(
        complaint="bsi",
        first=make.day(1),
        at=BodyPart.SHIN,
        answered=True,
        cleared_from=make.day(57),
        cleared_by="a doctor",
    )
    past = [done(make, 0, "leg_press")]
    after, _ = as_rested({"leg_press": REACHED}, past, resting(make, 58, bone), back=make.day(58))
    assert after["leg_press"].load_kg == pytest.approx(40.0 * load_after_break(58))


def test_what_was_limited_or_of_another_place_stands_where_it_did(make: Maker) -> None:
    knee = ComplaintTold(complaint="pfp", first=make.day(1), answered=True)
    quiet = [Pain(date=make.day(day), at=BodyPart.KNEE, level=1) for day in (1, 8)]
    past = [done(make, 0, "goblet_squat"), done(make, 0, "db_row")]
    stands = standing(past, (), back=make.day(20))
    found = as_rested(stands, past, resting(make, 20, knee, *quiet), back=make.day(20))
    assert found == (stands, {})


def test_what_was_limited_and_then_too_much_comes_back_lighter(make: Maker) -> None:
    knee = ComplaintTold(complaint="pfp", first=make.day(0), answered=True)
    told = [
        Pain(date=make.day(day), at=BodyPart.KNEE, level=level) for day, level in ((0, 2), (2, 5), (30, 1))
    ]
    past = [done(make, 1, "goblet_squat")]
    after, _ = as_rested({"goblet_squat": REACHED}, past, resting(make, 31, knee, *told), back=make.day(31))
    assert after["goblet_squat"].load_kg == pytest.approx(40.0 * load_after_break(30))


def test_a_break_and_a_rest_of_the_same_days_cost_once(make: Maker) -> None:
    past = [done(make, 0, "back_squat")]
    lighter = {"back_squat": Progress(load_kg=20.0, reps=8)}
    told = resting(make, 40, Pain(date=make.day(1), at=BodyPart.KNEE, level=6))
    assert as_rested(lighter, past, told, back=make.day(40)) == (lighter, {})
