"""What the catalogue offers, and how a runner moves through it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.place import Barbell, Equipment, Machine
from runlift.domain.evidence import constant, number, pair
from runlift.domain.exercise.catalogue import (
    HIGHEST_LEVEL,
    available,
    catalogue,
    chain,
    progression_with,
)
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.exercise.law import takes_weight
from runlift.domain.exercise.vocabulary import KIT

NOTHING: frozenset[str] = frozenset()
DUMBBELLS = frozenset({"dumbbell"})
PROGRESSIONS = {
    Family.SQUAT: ("chair_squat", "half_squat_heavy"),
    Family.LUNGE: ("split_squat_assisted", "rfess"),
    Family.HINGE: ("glute_bridge", "sl_hip_thrust"),
    Family.KETTLEBELL: ("backpack_deadlift", "kb_swing_sa"),
    Family.SINGLE_LEG: ("kickstand_hinge", "sl_rdl_bb"),
    Family.PLYOMETRIC: ("a_march", "bounding"),
    Family.CORE: ("curl_up", "ab_wheel"),
    Family.ARM_DRILL: ("arm_swing_seated", "arm_drive_band_sl"),
}
exercises = st.sampled_from([catalogue()[key] for key in sorted(catalogue())])
kits = st.frozensets(st.sampled_from(sorted(KIT)))
levels = st.integers(1, HIGHEST_LEVEL)


def test_there_are_at_least_215_exercises() -> None:
    assert len(catalogue()) >= 215


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["squat"] = catalogue()["bw_squat"]  # type: ignore[index]  # this is what is refused


@pytest.mark.parametrize("family", Family)
def test_every_family_has_an_entry_a_beginner_can_do_with_nothing(family: Family) -> None:
    assert any(
        each.family is family and each.level == 1 and not each.equipment for each in catalogue().values()
    )


@pytest.mark.parametrize(("family", "ends"), PROGRESSIONS.items())
def test_each_of_the_eight_families_is_a_real_progression(family: Family, ends: tuple[str, str]) -> None:
    line = [each for each in chain(ends[0]) if each.family is family]
    assert (line[0].id, line[-1].id) == ends
    assert len(line) >= 4
    assert line[0].level == 1
    assert line[-1].level >= 3


@pytest.mark.parametrize(
    "exercise_id",
    [
        "kb_suitcase_deadlift",
        "arm_circles",
        "table_row",
        "towel_row",
        "stair_walk",
        "stair_bound",
        "stair_walk_down",
        "carioca",
        "lateral_shuffle",
        "turn_stick_90",
        "turn_stick_180",
        "lateral_hop_stick",
    ],
)
def test_the_catalogue_holds_what_runners_need_beside_the_usual(exercise_id: str) -> None:
    assert exercise_id in catalogue()


@pytest.mark.parametrize(
    "pattern",
    ["squat", "hinge", "lunge", "push", "pull", "calf", "plyometric", "arm_drill", "balance", "sl_squat"],
)
def test_home_with_nothing_covers_the_pattern_for_a_beginner(pattern: str) -> None:
    assert any(each.pattern == pattern and each.level == 1 for each in available(NOTHING))


@pytest.mark.parametrize(
    "pattern", ["core_anti_extension", "core_anti_lateral", "core_anti_rotation", "carry"]
)
def test_home_with_nothing_covers_the_trunk_for_a_beginner(pattern: str) -> None:
    assert any(each.pattern == pattern and each.level == 1 for each in available(NOTHING))


@pytest.mark.parametrize(
    ("start", "steps"),
    [
        ("chair_squat", 8),
        ("split_squat_assisted", 6),
        ("push_up_wall", 7),
        ("glute_bridge", 4),
        ("ham_iso_bridge", 4),
    ],
)
def test_a_runner_with_no_kit_can_progress_for_a_season(start: str, steps: int) -> None:
    assert len(_walk(catalogue()[start], NOTHING)) >= steps
    assert _walk(catalogue()[start], NOTHING)[-1].level >= 4


def test_dumbbells_are_used_where_there_are_dumbbells() -> None:
    for start in (
        "bw_squat",
        "split_squat",
        "sl_rdl_bw",
        "glute_bridge",
        "sl_calf_raise_floor",
        "doorway_row",
    ):
        harder = progression_with(catalogue()[start], DUMBBELLS)
        assert harder is not None
        assert harder.load_type in {LoadType.LOAD, LoadType.HEAVY_LOAD}


@pytest.mark.parametrize("start", ["chair_squat", "split_squat_assisted", "hinge_wall", "glute_bridge"])
def test_dumbbells_that_became_light_lead_on_to_one_leg(start: str) -> None:
    hardest = _walk(catalogue()[start], DUMBBELLS)[-1]
    assert hardest.unilateral
    assert hardest.load_type in {LoadType.LOAD, LoadType.HEAVY_LOAD}


def test_a_step_whose_kit_is_missing_is_walked_over() -> None:
    kettlebell_only = frozenset({"kettlebell"})
    step_only = frozenset({"step"})
    assert progression_with(catalogue()["kb_swing"], NOTHING) is None
    assert progression_with(catalogue()["backpack_deadlift"], kettlebell_only) == catalogue()["kb_deadlift"]
    assert progression_with(catalogue()["calf_raise_dl"], step_only) == catalogue()["calf_raise_step_dl"]


def test_the_named_progression_comes_first_when_its_kit_is_there() -> None:
    assert progression_with(catalogue()["bw_squat"], DUMBBELLS) == catalogue()["goblet_squat"]


def test_no_progression_leads_beyond_the_highest_level_asked_for() -> None:
    assert (
        progression_with(catalogue()["pistol_assisted"], NOTHING, highest_level=4)
        == catalogue()["shrimp_squat"]
    )
    assert progression_with(catalogue()["shrimp_squat"], NOTHING, highest_level=4) is None


@given(exercises, kits, levels)
def test_a_progression_is_possible_not_easier_and_brings_no_new_impact(
    exercise: Exercise,
    kit: frozenset[str],
    level: int,
) -> None:
    harder = progression_with(exercise, kit, level)
    if harder is not None:
        assert harder.can_be_done_with(kit)
        assert exercise.level <= harder.level <= max(level, exercise.level)
        assert harder.impact is Impact.NONE or exercise.impact is not Impact.NONE


@given(exercises, kits, st.sampled_from(sorted(KIT)))
def test_more_kit_never_takes_an_exercise_away(exercise: Exercise, kit: frozenset[str], more: str) -> None:
    assert set(available(kit)) <= set(available(kit | {more}))
    assert (exercise in available(kit)) == exercise.can_be_done_with(kit)


@given(exercises)
def test_a_chain_never_goes_back_in_level(exercise: Exercise) -> None:
    found = [each.level for each in chain(exercise.id)]
    assert found == sorted(found)
    assert exercise in chain(exercise.id)


def test_an_unknown_exercise_is_a_defect() -> None:
    with pytest.raises(KeyError):
        chain("no_such_exercise")


def test_a_place_with_everything_allows_every_exercise() -> None:
    items = tuple(sorted(kind for kind in KIT if not kind.startswith("machine:")))
    bar = Barbell(bar_kg=20, plates_kg=())
    machine = Machine(id="any", lightest_kg=5, heaviest_kg=100, step_kg=5)
    place = Equipment(
        dumbbells_kg=((8, 2),),
        kettlebells_kg=((8, 1),),
        barbell=bar,
        trap_bar=bar,
        machines=(machine,),
        bands=("light",),
        items=items,
    )
    assert len(available(place.kinds())) == len(catalogue())


@given(exercises)
def test_a_starting_load_is_careful(exercise: Exercise) -> None:
    if exercise.start_load:
        assert takes_weight(exercise)
        value = constant(exercise.start_load).value
        low, high = (
            pair(exercise.start_load) if isinstance(value, list) else (0.0, number(exercise.start_load))
        )
        assert 0 <= low < high <= 75


def test_a_barbell_on_the_shoulders_needs_a_rack() -> None:
    for exercise_id in (
        "back_squat",
        "front_squat",
        "half_squat_heavy",
        "barbell_split_squat",
        "good_morning",
    ):
        assert ("rack",) in catalogue()[exercise_id].equipment
    assert catalogue()["deadlift"].equipment == (("barbell",),)


def test_weights_in_the_hands_are_never_for_running() -> None:
    light = catalogue()["arm_swing_light_db"]
    assert "Standing still only" in light.cue


def test_what_lands_intensively_loads_the_legs() -> None:
    assert all(each.leg_load for each in catalogue().values() if each.impact is Impact.INTENSIVE)


def _walk(exercise: Exercise, kinds: frozenset[str]) -> list[Exercise]:
    found: list[Exercise] = []
    harder = progression_with(exercise, kinds)
    while harder is not None:
        found.append(harder)
        harder = progression_with(harder, kinds)
    return found
