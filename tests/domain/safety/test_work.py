from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.plan.session import LegStress, PrescribedExercise, Role, Side
from runlift.domain.safety.work import Work, contacts, hard_sets, leg_hard_sets, leg_stress, working_sets

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker


def _work(make: Maker, prescribed: PrescribedExercise) -> Work:
    exercise = make.catalogue[prescribed.exercise]
    return Work(exercise=exercise, prescribed=prescribed, sets=working_sets(prescribed), new=False)


def _stress(make: Maker, prescribed: PrescribedExercise) -> LegStress:
    return leg_stress((_work(make, prescribed),), 62.0)


def test_warm_up_and_mobility_are_no_working_sets(make: Maker) -> None:
    ramp = make.one(5, 20, warm_up=True)
    assert working_sets(make.exercise("squat", ramp, make.one())) == (make.one(),)
    for role in (Role.WARM_UP, Role.MOBILITY):
        assert working_sets(make.exercise("squat", make.one(), role=role)) == ()


@given(rir=st.floats(min_value=0, max_value=10))
def test_a_set_is_hard_up_to_four_in_reserve(make: Maker, rir: float) -> None:
    assert hard_sets(_work(make, make.exercise("squat", make.one(rir=rir)))) == (1 if rir <= 4 else 0)


def test_an_untold_effort_is_hard_where_efforts_are_told(make: Maker) -> None:
    untold = make.one(rir=None)
    assert hard_sets(_work(make, make.exercise("squat", untold))) == 1
    assert hard_sets(_work(make, make.exercise("squat", untold, role=Role.POWER))) == 0


def test_timed_sets_and_core_work_are_not_hard_sets(make: Maker) -> None:
    assert hard_sets(_work(make, make.exercise("plank", make.one(None, seconds=30)))) == 0
    assert hard_sets(_work(make, make.exercise("plank", make.one(), role=Role.CORE))) == 0
    assert hard_sets(_work(make, make.exercise("squat", make.one(), role=Role.CORE))) == 1


def test_left_and_right_make_one_set(make: Maker) -> None:
    sides = (make.one(side=Side.LEFT), make.one(side=Side.RIGHT))
    assert hard_sets(_work(make, make.exercise("squat", *sides))) == 1


def test_leg_hard_sets_leave_the_upper_body_out(make: Maker) -> None:
    assert leg_hard_sets([_work(make, make.exercise("row")), _work(make, make.exercise("squat"))]) == 2


def test_contacts_are_counted_from_repetitions_too(make: Maker) -> None:
    told = make.exercise("skip", make.one(None, contacts=20))
    counted = make.exercise("bound", make.one(5))
    hidden = make.exercise("bound", make.one(None, contacts=3))
    assert contacts([_work(make, one) for one in (told, counted, hidden)]) == 33


@given(reps=st.integers(min_value=1, max_value=15), rir=st.integers(min_value=0, max_value=6))
def test_a_loaded_leg_set_is_heavy_up_to_seven_repetitions_with_reserve(
    make: Maker, reps: int, rir: int
) -> None:
    prescribed = make.exercise("squat", make.one(reps, 40, rir=float(rir)))
    expected = LegStress.HEAVY if reps + rir <= 7 else LegStress.LIGHT
    assert _stress(make, prescribed) is expected


def test_a_fast_set_without_effort_told_is_not_heavy(make: Maker) -> None:
    fast = make.one(5, 20, rir=None)
    assert _stress(make, make.exercise("squat", fast, role=Role.POWER)) is LegStress.LIGHT
    assert _stress(make, make.exercise("squat", fast)) is LegStress.HEAVY


def test_bodyweight_alone_is_heavy_only_when_very_sore(make: Maker) -> None:
    assert _stress(make, make.exercise("squat", make.one(5, rir=0.0))) is LegStress.LIGHT
    assert _stress(make, make.exercise("nordic", make.one(5))) is LegStress.HEAVY
    assert _stress(make, make.exercise("nordic", make.one(5, rir=5.0))) is LegStress.LIGHT


@pytest.mark.parametrize(("reps", "stress"), [(20, LegStress.HEAVY), (19, LegStress.LIGHT)])
def test_a_hundred_loaded_repetitions_are_heavy(make: Maker, reps: int, stress: LegStress) -> None:
    circuit = [make.one(reps, 49.6, rir=5.0)] * 5
    assert _stress(make, make.exercise("squat", *circuit)) is stress


def test_an_untold_body_mass_is_taken_as_light(make: Maker) -> None:
    circuit = make.exercise("squat", *[make.one(20, 40.0, rir=5.0)] * 5)
    assert leg_stress((_work(make, circuit),), None) is LegStress.HEAVY
    assert leg_stress((_work(make, circuit),), 51.0) is LegStress.LIGHT


def test_no_leg_exercise_no_leg_stress(make: Maker) -> None:
    assert _stress(make, make.exercise("row", make.one(3, 40))) is LegStress.NONE
    warm_up = make.exercise("squat", make.one(3, 40), role=Role.WARM_UP)
    assert _stress(make, warm_up) is LegStress.NONE
