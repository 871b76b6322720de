from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family, LoadType
from runlift.domain.strength.lift import LiftClass, Measure, lift_of, unmapped_lift

if TYPE_CHECKING:
    from tests.domain.strength.conftest import MakeSet

BODY_KG = 70.0


@pytest.mark.parametrize(
    ("exercise", "load_kg", "measure", "body_kg"),
    [
        ("back_squat", 60, Measure.ONE_RM, 0),
        ("leg_press", 100, Measure.ONE_RM, 0),
        ("goblet_squat", 16, Measure.ONE_RM, 35),
        ("rfess", 20, Measure.ONE_RM, 35),
        ("db_row", 16, Measure.ONE_RM, 3.5),
        ("pull_up", 10, Measure.ONE_RM, 66.5),
        ("push_up", 10, Measure.ONE_RM, 44.8),
        ("pull_up", 0, Measure.REPS, 0),
        ("push_up", 0, Measure.REPS, 0),
        ("bw_squat", 0, Measure.REPS, 0),
        ("table_row", 10, Measure.REPS, 0),
        ("band_row", 0, Measure.REPS, 0),
        ("plank", 0, Measure.SECONDS, 0),
        ("kb_swing", 16, Measure.LOAD, 0),
        ("hang_power_clean", 40, Measure.LOAD, 0),
        ("farmers_carry", 40, Measure.LOAD, 0),
        ("kb_deadlift", 24, Measure.ONE_RM, 21),
    ],
)
def test_a_lift_is_followed_in_its_own_terms(
    exercise: str, load_kg: float, measure: Measure, body_kg: float, one_set: MakeSet
) -> None:
    lift = lift_of(catalogue()[exercise], [one_set(0, load_kg)], body_mass_kg=BODY_KG)
    assert lift is not None
    assert lift.measure is measure
    assert lift.body_kg == pytest.approx(body_kg)


@pytest.mark.parametrize(
    "exercise", ["cmj", "jump_squat_loaded", "roll_calf", "calf_stretch_straight", "carioca", "arm_circles"]
)
def test_jumps_drills_and_stretches_show_no_strength(exercise: str, one_set: MakeSet) -> None:
    assert lift_of(catalogue()[exercise], [one_set(0)], body_mass_kg=BODY_KG) is None


def test_every_exercise_of_the_catalogue_is_followed_or_left_out_on_purpose(one_set: MakeSet) -> None:
    left_out = {Family.ARM_DRILL, Family.BALANCE, Family.FOAM_ROLLING, Family.MOBILITY, Family.PLYOMETRIC}
    for exercise in catalogue().values():
        lift = lift_of(exercise, [one_set(0)], body_mass_kg=BODY_KG)
        meant = exercise.family not in left_out and exercise.load_type is not LoadType.CONTACTS
        assert (lift is not None) == meant, exercise.id


def test_without_a_body_mass_only_the_weight_counts(one_set: MakeSet) -> None:
    lift = lift_of(catalogue()["goblet_squat"], [one_set(0, 16)], body_mass_kg=None)
    assert lift is not None
    assert lift.body_kg == 0
    pull_up = lift_of(catalogue()["pull_up"], [one_set(0, 10)], body_mass_kg=None)
    assert pull_up is not None
    assert pull_up.measure is Measure.REPS


def test_repetitions_are_counted_with_the_band_now_in_use(one_set: MakeSet) -> None:
    sets = [replace(one_set(0, 0), band="light"), replace(one_set(7, 0), band="medium")]
    lift = lift_of(catalogue()["band_row"], sets, body_mass_kg=BODY_KG)
    assert lift is not None
    assert lift.band == "medium"


@pytest.mark.parametrize(
    ("exercise", "kind"),
    [
        ("back_squat", LiftClass.BARBELL),
        ("leg_press", LiftClass.MACHINE),
        ("goblet_squat", LiftClass.FREE_LEGS),
        ("db_row", LiftClass.FREE_UPPER),
    ],
)
def test_lifts_are_told_apart_by_kind(exercise: str, kind: LiftClass, one_set: MakeSet) -> None:
    lift = lift_of(catalogue()[exercise], [one_set(0)], body_mass_kg=BODY_KG)
    assert lift is not None
    assert lift.kind is kind


def test_a_name_that_is_not_mapped_is_followed_by_what_it_has(one_set: MakeSet) -> None:
    loaded, counted = unmapped_lift("Hack squat", [one_set(0)]), unmapped_lift("Dips", [one_set(0, 0)])
    held = unmapped_lift("L-sit", [one_set(0, 0, 0, seconds=20)])
    assert loaded is not None
    assert counted is not None
    assert held is not None
    measures = [loaded.measure, counted.measure, held.measure]
    assert measures == [Measure.ONE_RM, Measure.REPS, Measure.SECONDS]
    assert unmapped_lift("Rest", [one_set(0, 0, 0)]) is None
