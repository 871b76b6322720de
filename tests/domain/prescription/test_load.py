from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.place import Equipment
from runlift.domain.athlete.profile import Athlete, KnownSet, Lifting
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.progress import Progress
from runlift.domain.prescription.dose import Dose
from runlift.domain.prescription.load import Lift, fast, known_progress, settle, start_load, within_done
from runlift.domain.prescription.most_done import MostDone
from runlift.domain.prescription.progression import can_be_loaded
from runlift.domain.prescription.rack import loadings
from runlift.domain.strength.one_rm import one_rm_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.exercise.exercise import Exercise

masses = st.lists(st.sampled_from([float(one) for one in range(1, 61)]), min_size=1, max_size=12, unique=True)


def lift_of(dumbbells: list[float], *, low: int = 8, high: int = 12, rir: float = 3) -> Lift:
    exercise = catalogue()["goblet_squat"]
    kit = Equipment(dumbbells_kg=tuple((mass, 2) for mass in dumbbells))
    dose = Dose(least_sets=1, most_sets=3, reps=(low, high), rir=rir, rest_s=120, seconds=(20, 45))
    return Lift(
        exercise=exercise,
        rack=loadings(kit, exercise),
        dose=dose,
        rir=rir,
        least_reps=low,
        least_effective=8.0,
        body_mass_kg=62.0,
    )


@given(dumbbells=masses, reps=st.integers(8, 16), position=st.integers(0, 11), grows=st.booleans())
def test_settling_never_steps_over_the_cap_unless_said(
    dumbbells: list[float], reps: int, position: int, *, grows: bool
) -> None:
    lift = lift_of(dumbbells)
    load = lift.rack[position % len(lift.rack)].total_kg
    before = Progress(load_kg=load, effective=reps + 3.0, highest_kg=load, highest_reps=reps, reps=reps)
    found = settle(lift, before, may_step=grows)
    assert found is not None
    settled, reason = found
    assert settled.loading in lift.rack
    assert settled.reps >= 1
    if settled.loading.total_kg > load * 1.1 + 0.001:
        assert reason is not None
        assert reason.rule == "kit_step_over_cap"
        assert settled.reps <= reps - 3
    if not grows:
        assert settled.loading.total_kg <= load


@given(dumbbells=masses, reps=st.integers(8, 16), off_the_rack=st.floats(1, 60), shown=st.integers(1, 16))
def test_a_gap_is_measured_from_the_heaviest_done_also_off_the_rack(
    dumbbells: list[float], reps: int, off_the_rack: float, shown: int
) -> None:
    lift = lift_of(dumbbells)
    load = lift.rack[0].total_kg
    before = Progress(load_kg=load, effective=reps + 3.0, highest_kg=load, highest_reps=reps, reps=reps)
    settled = settle(lift, before, may_step=True)
    assert settled is not None
    found = within_done(lift, settled, before, (MostDone(load_kg=off_the_rack, reps=shown),))
    beyond = load < off_the_rack < settled[0].loading.total_kg / 1.1 - 0.001
    if not beyond:
        assert found == settled
    elif found is not None:
        assert found[0].loading == settled[0].loading
        assert found[0].reps == min(settled[0].reps, shown - 1)


def test_a_step_with_too_few_repetitions_left_is_not_taken() -> None:
    lift = lift_of([12.0, 16.0])
    before = Progress(load_kg=12.0, effective=16.0, highest_kg=12.0, highest_reps=12, reps=12)
    stepped = settle(lift, before, may_step=True)
    assert stepped is not None
    assert stepped[0].loading.total_kg == 16.0
    fewer = within_done(lift, stepped, before, (MostDone(load_kg=12.6, reps=8),))
    assert fewer is not None
    assert fewer[0].reps == 7
    assert within_done(lift, stepped, before, (MostDone(load_kg=12.6, reps=3),)) is None


@given(dumbbells=masses, load=st.floats(1, 60), reps=st.integers(8, 12))
def test_a_load_after_a_break_that_lies_between_two_weights_is_rounded_down(
    dumbbells: list[float], load: float, reps: int
) -> None:
    before = Progress(load_kg=load, effective=reps + 3.0, highest_kg=load, reps=reps, careful=True)
    lift = lift_of(dumbbells)
    found = settle(lift, before, may_step=False)
    least = max(load, lift.rack[0].total_kg)  # nothing lighter is there
    assert found is None or found[0].loading.total_kg <= least + 0.001


@given(dumbbells=masses, reps=st.integers(8, 16), position=st.integers(0, 11))
def test_settling_asks_no_more_effort_than_the_strength_allows(
    dumbbells: list[float], reps: int, position: int
) -> None:
    lift = lift_of(dumbbells)
    load = lift.rack[position % len(lift.rack)].total_kg
    before = Progress(load_kg=load, effective=reps + 3.0, highest_kg=load, highest_reps=reps, reps=reps)
    settled, reason = settle(lift, before, may_step=True) or pytest.fail("nothing settled")
    if reason is None or reason.rule != "kit_step_over_cap":
        asked = one_rm_of(settled.loading.total_kg, settled.reps + 3.0)
        assert asked <= one_rm_of(load, reps + 3.0) + 0.01


def test_a_small_step_follows_once_the_repetitions_are_reached() -> None:
    lift = lift_of([10.0, 10.5, 11.0, 12.0])
    before = Progress(load_kg=10.0, effective=16.0, highest_kg=10.0, highest_reps=12, reps=12)
    settled, reason = settle(lift, before, may_step=True) or pytest.fail("nothing settled")
    assert settled.loading.total_kg == 10.5
    assert settled.reps == 10
    assert reason is not None
    assert reason.rule == "lever_intensity"


def test_the_rack_of_another_place_is_met_from_below() -> None:
    lift = lift_of([4.0, 9.0, 30.0])
    before = Progress(load_kg=10.0, effective=13.0, highest_kg=10.0, highest_reps=10, reps=10)
    settled, _ = settle(lift, before, may_step=False) or pytest.fail("nothing settled")
    assert settled.loading.total_kg == 9.0


def test_a_rack_with_nothing_light_enough_settles_on_nothing() -> None:
    lift = lift_of([30.0])
    before = Progress(load_kg=10.0, effective=13.0, highest_kg=10.0, highest_reps=10, reps=10)
    assert settle(lift, before, may_step=True) is None


def test_fast_sets_stay_within_their_share_of_strength() -> None:
    lift = lift_of([4.0, 8.0, 12.0, 16.0])
    before = Progress(load_kg=16.0, effective=10.0, highest_kg=16.0, reps=8)
    load = fast(lift, before, 60)
    assert load is not None
    assert load.loading.total_kg == 12.0
    assert fast(lift, before, 10) is None


def test_a_set_that_says_enough_is_known() -> None:
    exercise = catalogue()["back_squat"]
    told = Athlete(
        lifting=Lifting.EXPERIENCED,
        known_sets=(
            KnownSet(exercise="back_squat", load_kg=60.0, reps=6, rir=2.0),
            KnownSet(exercise="back_squat", load_kg=70.0, reps=5, rir=6.0),
        ),
    )
    known = known_progress(exercise, told)
    assert known is not None
    assert (known.load_kg, known.highest_kg) == (60.0, 70.0)
    assert one_rm_of(known.load_kg, known.effective) == pytest.approx(60 * 1.251, abs=0.1)
    assert known_progress(catalogue()["deadlift"], told) is None


@pytest.mark.parametrize(
    ("athlete", "kilograms"),
    [
        ({}, 62 * 0.35),
        ({"sex": "female"}, 62 * 0.28),
        ({"birth_year": 1970}, 62 * 0.28),
        ({"sex": "male"}, 62 * 0.35),
    ],
)
def test_the_careful_start_is_a_share_of_body_mass(
    story: Callable[..., Any], exercises: Mapping[str, Exercise], athlete: dict[str, object], kilograms: float
) -> None:
    situation = story(weeks=1, athlete=athlete).situations()[0]
    assert start_load(exercises["back_squat"], situation) == pytest.approx(kilograms)


def test_a_start_is_no_heavier_than_what_was_done_though_it_showed_too_little(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    situation = story(weeks=1).situations()[0]
    one_side = replace(situation, most_done={"rdl_db": (MostDone(load_kg=6.0, reps=8),)})
    assert start_load(exercises["rdl_db"], one_side) == 6.0
    assert start_load(exercises["goblet_squat"], one_side) == start_load(exercises["goblet_squat"], situation)


@pytest.mark.parametrize(
    ("exercise", "athlete", "kilograms"),
    [("goblet_squat", {"sex": "female", "birth_year": 1970}, 62 * 0.15), ("rdl_db", {}, 62 * 0.3)],
)
def test_a_range_starts_in_its_middle_whoever_lifts(
    story: Callable[..., Any],
    exercises: Mapping[str, Exercise],
    exercise: str,
    athlete: dict[str, object],
    kilograms: float,
) -> None:
    situation = story(weeks=1, athlete=athlete).situations()[0]
    assert start_load(exercises[exercise], situation) == pytest.approx(kilograms)


@pytest.mark.parametrize(("lightest", "taken"), [(8.0, "yes"), (12.0, "yes"), (16.0, "no")])
def test_the_lightest_weight_is_taken_inside_the_range(
    story: Callable[..., Any], exercises: Mapping[str, Exercise], lightest: float, taken: str
) -> None:
    kit = Equipment(dumbbells_kg=((lightest, 2),))
    situation = story(weeks=1, equipment=kit).situations()[0]
    assert can_be_loaded(exercises["goblet_squat"], situation, None) is (taken == "yes")


@given(load=st.floats(1, 60).map(lambda kg: round(kg, 1)), reps=st.integers(1, 30), rir=st.integers(0, 8))
def test_a_set_told_bounds_the_first_load(load: float, reps: int, rir: int) -> None:
    told = KnownSet(exercise="deadlift", load_kg=load, reps=reps, rir=float(rir))
    runner = Athlete(lifting=Lifting.NOVICE, known_sets=(told,))
    known = known_progress(catalogue()["deadlift"], runner)
    assert (known is None) is (rir > 4)
    if known is not None:
        assert (known.load_kg, known.highest_kg, known.highest_reps) == (load, load, reps)
