from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from runlift.application.map_names import NumberMeans, name_key, number_means
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.lift_log.aliases import aliases
from runlift.formats.lift_log.likeness import known_names, likely_exercises, nearest

if TYPE_CHECKING:
    from runlift.application.map_names import Alias

SURE = [each for each in aliases() if each.exercises and each.sure]
WITHOUT_EQUAL = [each for each in aliases() if not each.exercises and not each.endurance]
DONE_ON_ONE_LEG = {"Standing Leg Curl", "Standing Leg Curl (Machine)"}  # machines that take one leg only


def all_but(one: Alias) -> list[Alias]:
    return [each for each in aliases() if each is not one]


def test_every_name_means_exercises_of_the_catalogue() -> None:
    assert {key for each in aliases() for key in each.exercises} <= catalogue().keys()


def test_no_name_is_told_twice_however_it_is_written() -> None:
    assert max(Counter(name_key(each.name) for each in aliases()).values()) == 1


def test_the_usual_lifts_have_their_names() -> None:
    assert len(SURE) >= 120
    assert len({each.exercises[0] for each in SURE}) >= 90
    for lift in (
        "back_squat",
        "deadlift",
        "rdl_db",
        "bench_press",
        "db_bench",
        "rfess",
        "leg_press",
        "pull_up",
    ):
        assert any(each.exercises == (lift,) for each in SURE), lift


@pytest.mark.parametrize("alias", SURE, ids=lambda each: each.name)
def test_what_the_number_is_agrees_with_the_words_of_the_name(alias: Alias) -> None:
    derived = number_means(alias.name, catalogue()[alias.exercises[0]])
    assert alias.means is (NumberMeans.TOTAL if alias.name in DONE_ON_ONE_LEG else derived)


def test_two_weights_are_one_each_exactly_where_the_catalogue_holds_two() -> None:
    for each in SURE:
        exercise = catalogue()[each.exercises[0]]
        if each.means is NumberMeans.EACH:
            assert exercise.weights_held == 2, each.name
        if exercise.weights_held == 2 and "barbell" not in {
            kit for group in exercise.equipment for kit in group
        }:
            assert each.means is NumberMeans.EACH, each.name


def test_a_lift_that_is_helped_means_no_exercise_that_is_not() -> None:
    helped = [each for each in aliases() if each.means is NumberMeans.ASSISTANCE]
    assert helped
    assert {key for each in helped for key in each.exercises} <= {"pistol_assisted"}


def test_likeness_proposes_the_right_exercise_for_most_names_it_does_not_know() -> None:
    first = among = 0
    for each in SURE:
        proposed = [one.exercise for one in nearest(each.name, known_names(all_but(each)))]
        first += proposed[:1] == list(each.exercises)
        among += each.exercises[0] in proposed
    assert among / len(SURE) >= 0.8
    assert 0.7 <= first / len(SURE) < 0.95  # far from sure, which is why the runner is asked


def test_likeness_is_silent_on_most_names_without_an_equal() -> None:
    asked = sum(bool(nearest(each.name, known_names(all_but(each)))) for each in WITHOUT_EQUAL)
    assert asked / len(WITHOUT_EQUAL) < 0.35


@pytest.mark.parametrize("name", ["", "()", "カーフレイズ", "zzzz qqqq", "💪"])
def test_names_like_nothing_have_no_proposals(name: str) -> None:
    assert likely_exercises(name) == ()


def test_proposals_are_few_and_the_most_likely_comes_first() -> None:
    proposed = likely_exercises("Romanian Dead lift DB")
    assert proposed[0].exercise == "rdl_db"
    assert len(proposed) <= 3
    assert [each.likeness for each in proposed] == sorted((each.likeness for each in proposed), reverse=True)


def test_a_name_still_more_like_one_without_an_equal_is_like_nothing() -> None:
    assert likely_exercises("Bicep curls DB") == ()
