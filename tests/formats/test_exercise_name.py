from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.exercise_name import NAMES_ASKED, find_exercise

TODAY = ("goblet_squat", "rdl_db", "sl_calf_raise_floor", "bear_hold")


@pytest.mark.parametrize("exercise", sorted(catalogue()))
def test_every_exercise_is_found_by_its_id_and_by_its_name(exercise: str) -> None:
    assert find_exercise(exercise, at_hand=(exercise,)).exercise == exercise
    assert find_exercise(catalogue()[exercise].name.upper()).exercise == exercise


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("goblet squats", "goblet_squat"),
        ("gobelt squat", "goblet_squat"),
        ("push-ups", "push_up"),
        ("pushups", "push_up"),
        ("pull ups", "pull_up"),
        ("kb swing", "kb_swing"),
        ("hip thrusts", "hip_thrust"),
        ("RDL (dumbbells)", "rdl_db"),
    ],
)
def test_other_spellings_are_understood(name: str, exercise: str) -> None:
    assert find_exercise(name).exercise == exercise


@pytest.mark.parametrize(
    ("name", "exercise"),
    [("squat", "goblet_squat"), ("rdl", "rdl_db"), ("calf raise", "sl_calf_raise_floor")],
)
def test_a_short_name_means_the_exercise_of_the_day(name: str, exercise: str) -> None:
    assert find_exercise(name, at_hand=TODAY).exercise == exercise
    assert find_exercise(name).exercise == ""


def test_a_name_that_may_be_several_is_not_guessed() -> None:
    found = find_exercise("bench")
    assert found.exercise == ""
    assert set(found.near) >= {"bench_press", "db_bench"}
    assert find_exercise("squat", at_hand=("goblet_squat", "back_squat")).exercise == ""


def test_a_name_the_runner_confirmed_holds() -> None:
    assert find_exercise("Bench", confirmed={"bench": "db_bench"}).exercise == "db_bench"


def test_a_name_of_nothing_is_near_to_nothing() -> None:
    assert find_exercise("xyzzy").near == ()


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    found = find_exercise(text, at_hand=TODAY)
    assert len(found.near) <= NAMES_ASKED
    assert set(found.near) <= catalogue().keys()
