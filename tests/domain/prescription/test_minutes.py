from __future__ import annotations

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import PrescribedExercise, PrescribedSet, Role, Side
from runlift.domain.prescription.minutes import minutes_of, seconds_of, seconds_per_rep, warm_up_seconds


@pytest.mark.parametrize(("tempo", "seconds"), [("", 3), ("3-0-1", 4), ("3-2-1", 6), ("1-0-1", 3)])
def test_a_repetition_takes_its_tempo(tempo: str, seconds: int) -> None:
    assert seconds_per_rep(tempo) == seconds


def test_every_set_rest_and_setting_up_is_counted() -> None:
    squat = PrescribedExercise(
        exercise="bw_squat",
        role=Role.MAIN,
        sets=(PrescribedSet(reps=10, rest_s=90), PrescribedSet(reps=10, rest_s=90)),
    )
    assert seconds_of(squat, catalogue()["bw_squat"]) == 30 + 2 * (30 + 90)
    assert minutes_of([squat], catalogue(), 300) == 10


def test_seconds_and_contacts_take_their_time() -> None:
    plank = PrescribedExercise(exercise="plank", role=Role.CORE, sets=(PrescribedSet(seconds=30, rest_s=60),))
    jumps = PrescribedExercise(
        exercise="sl_pogo",
        role=Role.POWER,
        sets=(PrescribedSet(contacts=5, side=Side.LEFT), PrescribedSet(contacts=5, side=Side.RIGHT)),
    )
    assert seconds_of(plank, catalogue()["plank"]) == 120
    assert seconds_of(jumps, catalogue()["sl_pogo"]) == 60


def test_short_sessions_have_a_short_warm_up() -> None:
    assert warm_up_seconds(45) == 300
    assert warm_up_seconds(20) == 300
    assert warm_up_seconds(10) == 90
