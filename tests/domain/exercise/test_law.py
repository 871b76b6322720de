"""Every law of the catalogue, kept and broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.exercise.law import takes_weight, validate

BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("bw_squat", {"name": " "}, "name or cue is empty"),
    ("bw_squat", {"cue": ""}, "name or cue is empty"),
    ("bw_squat", {"pattern": "Squat "}, "pattern is not in snake_case"),
    ("bw_squat", {"fit_category": "knee_bend"}, "FIT category 'knee_bend' is not known"),
    ("bw_squat", {"primary_muscles": ()}, "no primary muscle"),
    ("bw_squat", {"secondary_muscles": ("wing",)}, "muscles ['wing'] are not known"),
    ("bw_squat", {"secondary_muscles": ("quadriceps",)}, "primary and secondary"),
    ("bw_squat", {"equipment": (("anvil",),)}, "kit ['anvil'] is not known"),
    ("bw_squat", {"level": 0}, "level 0 is not within 1 to 5"),
    ("pistol_squat", {"level": 6}, "level 6 is not within 1 to 5"),
    ("bw_squat", {"soreness": 4}, "soreness 4 is not within 0 to 3"),
    ("bw_squat", {"weights_held": 3}, "weights held 3 is not within 1 to 2"),
    ("bw_squat", {"contacts_per_rep": 1}, "contacts and impact disagree"),
    ("pogo", {"impact": Impact.NONE}, "contacts and impact disagree"),
    ("bw_squat", {"contacts_per_rep": -1}, "contacts are below zero"),
    ("bw_squat", {"load_type": LoadType.CONTACTS}, "counted in contacts but has none"),
    ("plank", {"leg_load": True}, "no leg muscle is primary"),
    ("goblet_squat", {"start_load": "start_load_of_nothing"}, "is not a constant"),
    ("bw_squat", {"start_load": "start_load_squat"}, "no kit that carries one"),
    ("goblet_squat", {"start_load": ""}, "loaded but has no starting load"),
    ("bw_squat", {"unsuitable_for": ("hiccups",)}, "complaint 'hiccups'"),
    ("bw_squat", {"unsuitable_for": ("pfp:on_mondays",)}, "limited by 'on_mondays'"),
    ("pogo", {"unsuitable_for": ()}, "suspected bone stress injury"),
    ("bw_squat", {"regression": "nowhere"}, "its step nowhere does not exist"),
    ("bw_squat", {"progression": "nowhere"}, "its step nowhere does not exist"),
    ("goblet_squat", {"progression": "chair_squat"}, "has a lower level"),
    ("bw_squat", {"progression": "front_squat"}, "more than one level up"),
    ("bw_squat", {"regression": "front_squat"}, "its regression front_squat has a higher level"),
    ("squat_one_and_half", {"progression": "cmj"}, "brings impact it did not have"),
]


@pytest.mark.parametrize(("exercise_id", "change", "message"), BROKEN)
def test_a_broken_law_is_refused_and_names_the_exercise(
    exercise_id: str,
    change: dict[str, Any],
    message: str,
) -> None:
    with pytest.raises(ValueError, match=f"^exercise {exercise_id}: ") as refusal:
        validate(_with(replace(catalogue()[exercise_id], **change)))
    assert message in str(refusal.value)


def test_the_catalogue_keeps_every_law() -> None:
    assert validate(catalogue().values()) == dict(catalogue())


def test_an_id_that_occurs_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="exercise bw_squat: the id occurs twice"):
        validate([*catalogue().values(), catalogue()["bw_squat"]])


def test_an_id_not_in_snake_case_is_refused() -> None:
    with pytest.raises(ValueError, match="exercise Jump Squat: the id is not in snake_case"):
        validate([*catalogue().values(), replace(catalogue()["bw_squat"], id="Jump Squat")])


def test_steps_that_go_round_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="go round in a circle"):
        validate(_with(replace(catalogue()["bw_squat"], progression="chair_squat")))


def test_an_exercise_that_is_its_own_regression_is_refused() -> None:
    with pytest.raises(ValueError, match="exercise bw_squat: its steps go round in a circle"):
        validate(_with(replace(catalogue()["bw_squat"], regression="bw_squat")))


@pytest.mark.parametrize("family", Family)
def test_a_family_without_an_entry_for_a_bare_home_is_refused(family: Family) -> None:
    kept = [
        replace(each, regression=None, progression=None)
        for each in catalogue().values()
        if not (each.family is family and each.level == 1 and not each.equipment)
    ]
    with pytest.raises(ValueError, match=f"family {family}: no exercise a beginner can do with nothing"):
        validate(kept)


def test_only_a_band_needs_no_starting_load() -> None:
    loaded = [
        each for each in catalogue().values() if each.load_type is LoadType.LOAD and not each.start_load
    ]
    assert loaded
    assert all(each.equipment == (("band",),) for each in loaded)


def test_a_dumbbell_takes_weight_and_a_box_does_not() -> None:
    assert takes_weight(catalogue()["goblet_squat"])
    assert takes_weight(catalogue()["leg_press"])
    assert not takes_weight(catalogue()["box_squat_bw"])


def _with(changed: Exercise) -> list[Exercise]:
    return [changed if each.id == changed.id else each for each in catalogue().values()]
