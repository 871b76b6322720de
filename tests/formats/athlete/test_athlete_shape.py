"""The shape of the athlete file holds what the planner can use, and is explained in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from runlift.domain.athlete.place import ITEMS, MACHINES, Barbell, Equipment, Machine
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.athlete_shape import SECTIONS, keys_of

EXPLAINED = (Path(__file__).parents[3] / "docs" / "athlete-file.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", sorted(SECTIONS), ids=".".join)
def test_every_key_is_explained(section: tuple[str, ...]) -> None:
    for key in keys_of(section):
        written = (f"`{key}`", f"[{key}]", f".{key}]")
        assert any(way in EXPLAINED for way in written), key


@pytest.mark.parametrize("word", [*ITEMS, *MACHINES])
def test_every_word_for_kit_is_explained(word: str) -> None:
    assert f'`"{word}"`' in EXPLAINED


def test_every_kind_of_kit_an_exercise_needs_can_be_told() -> None:
    everything = Equipment(
        dumbbells_kg=((8, 2),),
        kettlebells_kg=((8, 2),),
        barbell=Barbell(bar_kg=20, plates_kg=((10, 2),)),
        trap_bar=Barbell(bar_kg=25, plates_kg=((10, 2),)),
        machines=tuple(Machine(id=each, lightest_kg=5, heaviest_kg=50, step_kg=5) for each in MACHINES),
        bands=("light",),
        items=tuple(ITEMS),
    )
    needed = {kind for exercise in catalogue().values() for group in exercise.equipment for kind in group}
    assert needed <= everything.kinds()
