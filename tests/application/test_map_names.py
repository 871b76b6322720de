from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.application.map_names import (
    LEFT_OPEN,
    MOST_NAMES,
    Alias,
    NameMap,
    NameState,
    NumberMeans,
    Proposal,
    meanings,
    name_key,
    number_means,
)
from runlift.domain.exercise.catalogue import catalogue

ALIASES = (
    Alias(name="Squat (Barbell)", exercises=("back_squat",)),
    Alias(name="Bench Press (Dumbbell)", exercises=("db_bench",), means=NumberMeans.EACH),
    Alias(name="Bulgarian Split Squat", exercises=("rfess", "rfess_bw"), sure=False),
    Alias(name="Hack Squat"),
    Alias(name="Treadmill", endurance=True),
)
LIKE = (Proposal(exercise="pull_up", likeness=90.0),)


def known(confirmed: dict[str, str] | None = None) -> NameMap:
    return NameMap.of(ALIASES, confirmed or {}, lambda name: LIKE if "pull" in name.lower() else ())


@pytest.mark.parametrize(
    ("name", "state", "exercise"),
    [
        ("Squat (Barbell)", NameState.KNOWN, "back_squat"),
        ("squat  barbell", NameState.KNOWN, "back_squat"),
        ("Squats (Barbell)", NameState.KNOWN, "back_squat"),
        ("Goblet squat", NameState.KNOWN, "goblet_squat"),
        ("Bulgarian Split Squat", NameState.UNSURE, ""),
        ("Hack Squat", NameState.NO_EQUAL, ""),
        ("Treadmill", NameState.ENDURANCE, ""),
        ("Kipping Pull", NameState.UNSURE, ""),
        ("Assisted Pull", NameState.NO_EQUAL, ""),
        ("カーフレイズ", NameState.OPEN, ""),
    ],
)
def test_a_name_is_known_to_the_letter_or_asked_about_and_never_guessed(
    name: str, state: NameState, exercise: str
) -> None:
    meaning = known().meaning(name)
    assert (meaning.state, meaning.exercise) == (state, exercise)
    assert bool(meaning.proposals) == (state is NameState.UNSURE)


def test_the_word_of_the_runner_goes_before_every_other() -> None:
    confirmed = {"squat (barbell)": "front_squat", "Kipping Pull": "pull_up", "Hack Squat": "leg_press"}
    for name, exercise in confirmed.items():
        meaning = known(confirmed).meaning(name.title())
        assert (meaning.state, meaning.exercise) == (NameState.CONFIRMED, exercise)


def test_a_name_that_is_left_open_is_not_asked_about_again() -> None:
    left = {"Kipping Pull": LEFT_OPEN, "Bulgarian Split Squat": LEFT_OPEN, "Squat (Barbell)": LEFT_OPEN}
    for name in ("Kipping Pull", "Bulgarian Split Squat"):
        meaning = known(left).meaning(name)
        assert (meaning.state, meaning.exercise, meaning.proposals) == (NameState.LEFT_OPEN, "", ())


def test_a_known_name_can_be_left_open_too() -> None:
    meaning = known({"Squat (Barbell)": LEFT_OPEN}).meaning("Squat (Barbell)")
    assert (meaning.state, meaning.exercise) == (NameState.LEFT_OPEN, "")


def test_a_confirmed_exercise_that_the_catalogue_lost_does_not_count() -> None:
    assert known({"Squat (Barbell)": "gone"}).meaning("Squat (Barbell)").exercise == "back_squat"


@pytest.mark.parametrize(
    ("name", "exercise", "means"),
    [
        ("My bench, DB", "db_bench", NumberMeans.EACH),
        ("Split squats", "rfess", NumberMeans.EACH),
        ("OHP", "overhead_press", NumberMeans.TOTAL),
        ("OHP (dumbbell)", "overhead_press", NumberMeans.EACH),
        ("Jump squat bar", "jump_squat_loaded", NumberMeans.TOTAL),
        ("Goblet (KB)", "goblet_squat", NumberMeans.TOTAL),
        ("One arm row", "db_row", NumberMeans.TOTAL),
        ("Ham curls", "leg_curl_machine", NumberMeans.BOTH_LEGS),
        ("Single leg ham curl", "leg_curl_machine", NumberMeans.TOTAL),
        ("Quad machine", "leg_extension", NumberMeans.BOTH_LEGS),
        ("Leg press", "leg_press", NumberMeans.TOTAL),
        ("Cable hip abduction", "cable_abduction", NumberMeans.TOTAL),
        ("Pallof", "pallof_press", NumberMeans.TOTAL),
        ("Assisted pull-ups", "pull_up", NumberMeans.ASSISTANCE),
        ("Pull up + belt", "pull_up", NumberMeans.TOTAL),
    ],
)
def test_what_the_number_is_follows_from_the_words_and_from_what_is_held(
    name: str, exercise: str, means: NumberMeans
) -> None:
    assert number_means(name, catalogue()[exercise]) is means


def test_a_bar_is_never_taken_for_one_of_two_weights() -> None:
    for exercise in catalogue().values():
        assert number_means("Something (Barbell)", exercise) is not NumberMeans.EACH


@given(st.text(max_size=60))
def test_every_text_has_a_key_that_does_not_change_when_taken_again(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(min_size=1, max_size=60))
def test_every_text_has_exactly_one_meaning(name: str) -> None:
    meaning = known().meaning(name)
    assert meaning.name == name
    assert bool(meaning.exercise) == (meaning.state in {NameState.KNOWN, NameState.CONFIRMED})


def test_more_names_than_anybody_uses_are_not_compared_one_by_one() -> None:
    names = [f"pull {number}" for number in range(MOST_NAMES + 1)]
    assert {each.state for each in meanings(names, known()).values()} == {NameState.OPEN}
    assert {each.state for each in meanings(names[:10], known()).values()} == {NameState.UNSURE}
