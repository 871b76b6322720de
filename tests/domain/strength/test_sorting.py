from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.diary.entry import SetKind
from runlift.domain.strength.lift import Lift, Measure
from runlift.domain.strength.observation import WhyKeptOut
from runlift.domain.strength.sorting import best_of, sorted_out, why_kept_out

if TYPE_CHECKING:
    from tests.domain.strength.conftest import MakeSet

SQUAT = Lift(exercise="back_squat")
SWING = Lift(exercise="kb_swing", measure=Measure.LOAD)
PLANK = Lift(exercise="plank", measure=Measure.SECONDS)
BAND = Lift(exercise="band_row", measure=Measure.REPS, band="medium")


@pytest.mark.parametrize(
    ("lift", "changed", "why"),
    [
        (SQUAT, {}, None),
        (SQUAT, {"kind": SetKind.FAILURE}, None),
        (SQUAT, {"kind": SetKind.WARM_UP}, WhyKeptOut.WARM_UP),
        (SQUAT, {"kind": SetKind.DROP}, WhyKeptOut.DROP),
        (SQUAT, {"reps": 0}, WhyKeptOut.NOT_COUNTED),
        (SQUAT, {"load_kg": 0.0}, WhyKeptOut.NOT_COUNTED),
        (SQUAT, {"load_kg": 900.0}, WhyKeptOut.IMPOSSIBLE),
        (SQUAT, {"load_kg": -5.0}, WhyKeptOut.IMPOSSIBLE),
        (SQUAT, {"reps": 1000}, WhyKeptOut.IMPOSSIBLE),
        (SQUAT, {"reps": 31}, WhyKeptOut.TOO_MANY_REPS),
        (SWING, {"reps": 3}, WhyKeptOut.NOT_COUNTED),
        (SWING, {"reps": 10}, None),
        (PLANK, {"reps": 0}, WhyKeptOut.NOT_COUNTED),
        (PLANK, {"seconds": 40}, None),
        (PLANK, {"seconds": 4000}, WhyKeptOut.IMPOSSIBLE),
        (BAND, {"load_kg": 0.0, "band": "medium"}, None),
        (BAND, {"load_kg": 0.0, "band": "light"}, WhyKeptOut.OTHER_TERMS),
        (BAND, {"load_kg": 5.0, "band": "medium"}, WhyKeptOut.OTHER_TERMS),
    ],
)
def test_a_set_that_says_nothing_is_kept_out_with_the_reason(
    lift: Lift, changed: dict[str, object], why: WhyKeptOut | None, one_set: MakeSet
) -> None:
    assert why_kept_out(replace(one_set(0), **changed), lift) is why  # type: ignore[arg-type]


def test_the_best_set_counts_the_reserve_told(one_set: MakeSet) -> None:
    hard, easy = one_set(0, 60, 8, 0), one_set(0, 60, 7, 3)
    assert best_of([hard, easy], SQUAT) is easy


def test_sets_far_from_failure_are_never_the_best(one_set: MakeSet) -> None:
    assert best_of([one_set(0, 100, 10, 5)], SQUAT) is None


def test_sets_of_a_session_past_midnight_belong_to_the_day_it_began(
    one_set: MakeSet, first_day: date
) -> None:
    late = replace(one_set(1), session="s0")
    sessions, _ = sorted_out([late, one_set(0)], lift=SQUAT, as_of=first_day + timedelta(days=9))
    assert [each.day for each in sessions] == [first_day]


def test_two_sessions_of_a_day_stay_two(one_set: MakeSet, first_day: date) -> None:
    evening = replace(one_set(0), session="evening")
    sessions, _ = sorted_out([evening, one_set(0)], lift=SQUAT, as_of=first_day)
    assert len(sessions) == 2
