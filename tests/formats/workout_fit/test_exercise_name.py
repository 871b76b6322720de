from __future__ import annotations

from collections import Counter

import pytest
from fitdecode import profile

from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.workout_fit import Match, fit_names

TYPES = profile.FIELD_TYPES


def test_every_exercise_of_the_catalogue_has_a_name_or_a_stated_neighbour() -> None:
    assert sorted(fit_names()) == sorted(catalogue())


@pytest.mark.parametrize("exercise", sorted(fit_names()))
def test_category_and_name_are_those_of_the_profile_of_the_reading_library(exercise: str) -> None:
    name = fit_names()[exercise]
    assert TYPES["exercise_category"].enum[name.category_number] == name.category
    if name.number is not None:
        assert TYPES[f"{name.category}_exercise_name"].enum[name.number] == name.name


def test_most_names_are_near_and_few_exercises_have_none() -> None:
    counts = Counter(each.match for each in fit_names().values())
    assert counts[Match.EXACT] >= 120
    assert counts[Match.CATEGORY_ONLY] <= 25


def test_no_two_exercises_are_said_to_be_exactly_the_same_name_but_for_kit_and_height() -> None:
    exact: dict[tuple[str, str], list[str]] = {}
    for each in fit_names().values():
        if each.match is Match.EXACT:
            exact.setdefault((each.category, each.name), []).append(each.exercise)
    shared = {pair: ids for pair, ids in exact.items() if len(ids) > 1}
    assert shared == {
        ("plyo", "depth_jump"): ["drop_jump_20", "drop_jump_40"],
        ("deadlift", "romanian_deadlift"): ["rdl_bb", "rdl_db"],
        ("squat", "step_up"): ["step_up_high", "step_up_medium"],
    }
