from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Units
from runlift.domain.plan.session import (
    LegStress,
    Phase,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
    Role,
    SessionKind,
    Side,
)
from runlift.formats.workout import Effort, Fold, Step, Until, folded_workout
from runlift.formats.workout.folding import session_workout

RAMP = PrescribedSet(reps=8, load_kg=10.0, rir=4.0, rest_s=60, warm_up=True)
SQUAT = PrescribedExercise(
    exercise="goblet_squat",
    role=Role.MAIN,
    sets=(RAMP, *[PrescribedSet(reps=8, load_kg=16.0, rir=3.0, rest_s=120)] * 3),
)
LUNGE = PrescribedExercise(
    exercise="split_squat",
    role=Role.ACCESSORY,
    tempo="3-0-1",
    to_confirm=True,
    sets=tuple(
        PrescribedSet(reps=10, rir=3.0, rest_s=rest, side=side)
        for side, rest in ((Side.LEFT, 20), (Side.RIGHT, 90)) * 2
    ),
)
SWING = PrescribedExercise(
    exercise="leg_swing_fb",
    role=Role.WARM_UP,
    sets=tuple(PrescribedSet(reps=8, side=side, warm_up=True) for side in (Side.LEFT, Side.RIGHT)),
)
UNEVEN = PrescribedExercise(
    exercise="sl_balance",
    role=Role.ACCESSORY,
    sets=(
        PrescribedSet(seconds=30, side=Side.LEFT, rest_s=20),
        PrescribedSet(seconds=20, side=Side.RIGHT, rest_s=60),
    ),
)


def session(*exercises: PrescribedExercise) -> PlannedSession:
    return PlannedSession(
        uid="a@runlift",
        date=date(2027, 1, 5),
        start=time(17),
        minutes=45,
        kind=SessionKind.STRENGTH,
        phase=Phase.STRENGTH,
        place="gym",
        leg_stress=LegStress.MODERATE,
        exercises=exercises,
    )


WHOLE = session(SWING, SQUAT, LUNGE, UNEVEN)


def notes(fold: Fold, exercise: str) -> list[str]:
    workout = session_workout(WHOLE, Units.METRIC, fold)
    return [each.notes for each in workout.performed() if each.exercise == exercise]


def rests(fold: Fold) -> int:
    return sum(each.effort is Effort.REST for each in session_workout(WHOLE, Units.METRIC, fold).performed())


def test_each_fold_takes_no_more_steps_than_the_one_before() -> None:
    sizes = [session_workout(WHOLE, Units.METRIC, fold).size for fold in Fold]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 1 + len((SQUAT, LUNGE, UNEVEN))


def test_the_least_fold_that_is_enough_is_taken() -> None:
    for fold in Fold:
        size = session_workout(WHOLE, Units.METRIC, fold).size
        taken = folded_workout(WHOLE, Units.METRIC, size)[1]
        assert session_workout(WHOLE, Units.METRIC, taken).size <= size
        assert taken <= fold


def test_unfolded_every_set_says_side_reserve_tempo_and_cue() -> None:
    left, right = notes(Fold.NONE, "split_squat")[:2]
    told = "3 in reserve, tempo 3-0-1, a careful start: confirm it. "
    assert left.startswith(f"left side, {told}")
    assert right.startswith(f"right side, {told}")


def test_sides_that_are_the_same_fold_into_each_side_and_others_do_not() -> None:
    assert len(notes(Fold.SIDES, "split_squat")) == 2
    assert notes(Fold.SIDES, "split_squat")[0].startswith("each side")
    assert len(notes(Fold.SIDES, "sl_balance")) == 2


def test_the_rest_after_both_sides_is_kept() -> None:
    steps = list(session_workout(WHOLE, Units.METRIC, Fold.SIDES).performed())
    at = max(number for number, each in enumerate(steps) if each.exercise == "split_squat")
    assert steps[at + 1].lasts.amount == 90


def test_the_warm_up_folds_into_the_first_step() -> None:
    assert notes(Fold.WARM_UP, "leg_swing_fb") == []
    first = next(session_workout(WHOLE, Units.METRIC, Fold.WARM_UP).performed())
    assert "Leg swing front-back: 1 \N{MULTIPLICATION SIGN} 8 each side" in first.notes


def test_lead_up_sets_fold_into_the_first_working_set() -> None:
    assert len(notes(Fold.WARM_UP, "goblet_squat")) == 4
    told = notes(Fold.LEAD_UP, "goblet_squat")
    assert len(told) == 3
    assert "first 8 @ 10 kg" in told[0]
    assert "first" not in told[1]


def test_rests_fold_into_the_notes() -> None:
    assert rests(Fold.LEAD_UP) > 0
    assert rests(Fold.RESTS) == 0
    assert "rest 2 min" in notes(Fold.RESTS, "goblet_squat")[0]


def test_at_last_an_exercise_is_one_step_with_its_sets_in_words() -> None:
    (told,) = notes(Fold.EXERCISES, "goblet_squat")
    assert told.startswith("3 \N{MULTIPLICATION SIGN} 8 @ 16 kg, 3 in reserve, rest 2 min, first 8 @ 10 kg")
    workout = session_workout(WHOLE, Units.METRIC, Fold.EXERCISES)
    assert all(isinstance(each, Step) and each.lasts.until is Until.BUTTON for each in workout.parts)


def test_contacts_are_counted_in_repetitions_of_the_exercise() -> None:
    jumps = PrescribedExercise(
        exercise="pogo", role=Role.POWER, sets=(PrescribedSet(contacts=20, rest_s=60),)
    )
    step = next(
        each
        for each in session_workout(session(jumps), Units.METRIC, Fold.NONE).performed()
        if each.exercise == "pogo"
    )
    assert step.lasts.amount == 20
    assert "20 contacts" in step.notes


@pytest.mark.parametrize("fold", Fold)
def test_a_fold_is_told_in_words(fold: Fold) -> None:
    assert fold.words


@given(most=st.integers(5, 60))
def test_a_session_is_folded_into_any_number_of_steps_that_its_exercises_fit(most: int) -> None:
    assert folded_workout(WHOLE, Units.METRIC, most)[0].size <= most
