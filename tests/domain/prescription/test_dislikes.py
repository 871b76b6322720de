from __future__ import annotations

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family
from runlift.domain.prescription.dislikes import is_disliked


@pytest.mark.parametrize(
    ("word", "left_out"),
    [
        ("lunge", ("worlds_greatest", "reverse_lunge", "lateral_lunge")),
        ("plyometric", ("turn_stick_90", "carioca", "lateral_shuffle", "pogo")),
    ],
)
def test_a_family_word_leaves_out_the_movement_wherever_it_stands(
    word: str, left_out: tuple[str, ...]
) -> None:
    assert all(is_disliked(catalogue()[id_], (word,)) for id_ in left_out)


def test_a_family_word_leaves_out_its_whole_family_and_nothing_without_the_movement() -> None:
    for exercise in catalogue().values():
        assert is_disliked(exercise, ("lunge",)) or exercise.family is not Family.LUNGE
    assert not is_disliked(catalogue()["plank_tap"], ("lunge", "plyometric", "squat"))
    assert not is_disliked(catalogue()["carioca_walk"], ("plyometric",))
