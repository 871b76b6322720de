from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runlift.domain.adjustment.breaks import after_break, load_after_break
from runlift.domain.adjustment.known_sets import known_sets_of
from runlift.domain.adjustment.standing import latest_outcomes, standing
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionResult
from runlift.domain.plan.progress import Progress

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker


@pytest.mark.parametrize(
    ("days", "share"),
    [(7, 1.0), (8, 0.95), (14, 0.95), (15, 0.9), (29, 0.8), (56, 0.8), (57, 0.7), (400, 0.7)],
)
def test_the_load_left_after_a_break_follows_its_rows(days: int, share: float) -> None:
    assert load_after_break(days) == share


def test_a_break_lowers_the_load_and_lets_it_catch_up() -> None:
    before = Progress(load_kg=40.0, highest_kg=50.0, effective=11.0, reps=8)
    after = after_break(before, 20)
    assert (after.load_kg, after.highest_kg, after.effective, after.careful) == (36.0, 45.0, 11.0, True)
    assert after_break(before, 5) == before


def test_the_last_outcome_of_each_exercise_is_where_it_stands(make: Maker) -> None:
    first = make.judged(make.asked(), make.done(), make.done(position=2))
    last = make.judged(make.asked(), make.done(reps=7), make.done(position=2))
    past = (
        make.session(1, result=SessionResult.DONE, outcomes=(first,)),
        make.session(3, result=SessionResult.DONE, outcomes=(last,)),
    )
    assert standing(past, (), back=make.day(5)) == {"goblet_squat": last.stands}
    assert latest_outcomes(past) == {"goblet_squat": last}


def test_a_break_costs_only_what_was_reached_before_it(make: Maker) -> None:
    squat = make.judged(make.asked(), make.done(), make.done(position=2))
    row = make.judged(
        make.asked("db_row"), make.done(exercise="db_row"), make.done(exercise="db_row", position=2)
    )
    past = (
        make.session(1, result=SessionResult.DONE, outcomes=(squat,)),
        make.session(3, result=SessionResult.MISSED),
        make.session(18, result=SessionResult.DONE, outcomes=(row,)),
    )
    stands = standing(past, (), back=make.day(20))
    assert stands["goblet_squat"].load_kg == pytest.approx(8.0 * 0.9)
    assert stands["db_row"] == row.stands


def test_legs_left_out_for_weeks_have_a_break_of_their_own(make: Maker) -> None:
    squat = make.judged(make.asked(), make.done(), make.done(position=2))
    row = make.judged(
        make.asked("db_row"), make.done(exercise="db_row"), make.done(exercise="db_row", position=2)
    )
    left_out = ExerciseOutcome(exercise="goblet_squat", result=ExerciseResult.LEFT_OUT)
    both = (make.asked(), make.asked("db_row"))
    past = (
        make.session(1, *both, result=SessionResult.DONE, outcomes=(squat, row)),
        *(
            make.session(day, *both, result=SessionResult.PARTLY, outcomes=(left_out, row))
            for day in range(4, 33, 4)
        ),
    )
    stands = standing(past, (), back=make.day(36), legs={"goblet_squat"})
    assert stands["goblet_squat"].load_kg == pytest.approx(8.0 * 0.8)
    assert stands["db_row"] == row.stands
    assert standing(past, (), back=make.day(36))["goblet_squat"] == squat.stands


def test_sessions_that_ask_nothing_of_the_legs_are_no_break_for_them(make: Maker) -> None:
    squat = make.judged(make.asked(), make.done(), make.done(position=2))
    row = make.judged(
        make.asked("db_row"), make.done(exercise="db_row"), make.done(exercise="db_row", position=2)
    )
    past = (
        make.session(1, result=SessionResult.DONE, outcomes=(squat,)),
        make.session(9, make.asked("db_row"), result=SessionResult.DONE, outcomes=(row,)),
    )
    assert standing(past, (), back=make.day(12), legs={"goblet_squat"})["goblet_squat"] == squat.stands


def test_a_break_still_open_counts_until_the_next_session(make: Maker) -> None:
    squat = make.judged(make.asked(), make.done(), make.done(position=2))
    past = (
        make.session(1, result=SessionResult.DONE, outcomes=(squat,)),
        make.session(3, result=SessionResult.MISSED),
    )
    assert standing(past, (), back=make.day(5))["goblet_squat"].load_kg == 8.0
    assert standing(past, (), back=make.day(40))["goblet_squat"].load_kg == pytest.approx(6.4)


def test_sets_from_before_the_season_are_known_and_lighter_the_older_they_are(make: Maker) -> None:
    diary = make.diary(
        make.done(reps=5, kg=100.0, rir=None, exercise="back_squat", day=make.day(-3)),
        make.done(reps=8, kg=60.0, rir=1.0, exercise="rdl_barbell", day=make.day(-20)),
        make.done(reps=8, kg=70.0, rir=1.0, exercise="rdl_barbell", day=make.day(-40)),
        make.done(reps=8, kg=20.0, rir=1.0, exercise="db_row", day=make.day(-80)),
        make.done(reps=8, kg=20.0, rir=1.0, exercise="db_row", day=make.day(1)),
    )
    known = {one.exercise: one for one in known_sets_of(diary, began=make.day(0))}
    assert set(known) == {"back_squat", "rdl_barbell"}
    assert (known["back_squat"].load_kg, known["back_squat"].rir) == (100.0, 0.0)
    assert known["rdl_barbell"].load_kg == pytest.approx(54.0)
    late = {one.exercise: one for one in known_sets_of(diary, began=make.day(0), first=make.day(20))}
    assert late["back_squat"].load_kg == pytest.approx(90.0)  # a season that starts late costs as a break
    assert late["rdl_barbell"].load_kg == pytest.approx(48.0)
