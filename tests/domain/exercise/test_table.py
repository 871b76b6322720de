"""How a row of the table becomes an exercise, and what is refused."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.exercise.table import read_equipment, read_row, read_table
from runlift.domain.exercise.vocabulary import KIT

ROW = {
    "id": "loaded_step",
    "name": "Loaded step",
    "family": "lunge",
    "pattern": "step",
    "primary_muscles": "quadriceps; gluteus_maximus",
    "secondary_muscles": "",
    "equipment": "box & dumbbell|kettlebell",
    "weights_held": "2",
    "unilateral": "yes",
    "load_type": "load",
    "level": "3",
    "regression": "",
    "progression": "rfess",
    "contacts_per_rep": "0",
    "impact": "none",
    "soreness": "1",
    "leg_load": "no",
    "unsuitable_for": "pfp:limit_depth;bsi",
    "start_load": "start_load_step_up",
    "fit_category": "lunge",
    "cue": "Stand up",
}
words = st.sampled_from(sorted(kind for kind in KIT if not kind.startswith("machine")))


def test_a_row_is_read_field_by_field() -> None:
    assert read_row(ROW) == Exercise(
        id="loaded_step",
        name="Loaded step",
        family=Family.LUNGE,
        pattern="step",
        primary_muscles=("quadriceps", "gluteus_maximus"),
        secondary_muscles=(),
        equipment=(("box",), ("dumbbell", "kettlebell")),
        unilateral=True,
        load_type=LoadType.LOAD,
        level=3,
        regression=None,
        progression="rfess",
        contacts_per_rep=0,
        impact=Impact.NONE,
        soreness=1,
        leg_load=False,
        unsuitable_for=("pfp:limit_depth", "bsi"),
        start_load="start_load_step_up",
        fit_category="lunge",
        cue="Stand up",
        weights_held=2,
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("family", "yoga"),
        ("load_type", "mood"),
        ("impact", "loud"),
        ("level", "three"),
        ("soreness", ""),
        ("contacts_per_rep", "1.5"),
        ("weights_held", "two"),
        ("unilateral", "y"),
        ("leg_load", ""),
    ],
)
def test_a_value_that_cannot_be_read_names_the_row(column: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"^exercise loaded_step: "):
        read_row({**ROW, column: value})


def test_a_row_with_too_few_or_too_many_values_names_the_row() -> None:
    header = ",".join(ROW)
    for line in ("loaded_step,Loaded step", ",".join(["loaded_step"] * (len(ROW) + 1))):
        with pytest.raises(ValueError, match="exercise loaded_step: the row has more or fewer values"):
            read_table(f"{header}\n{line}\n")


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="columns of the catalogue"):
        read_table("id,name\nbw_squat,Squat\n")


def test_a_machine_asked_for_by_name_is_met_by_an_unnamed_one() -> None:
    assert read_equipment("machine:leg_press") == (("machine:leg_press", "machine:any"),)
    assert read_equipment("band|machine:cable & bench") == (
        ("band", "machine:cable", "machine:any"),
        ("bench",),
    )


@given(st.lists(st.lists(words, min_size=1, max_size=3), max_size=3))
def test_alternatives_and_joint_needs_are_told_apart(groups: list[list[str]]) -> None:
    text = " & ".join("|".join(group) for group in groups)
    assert read_equipment(text) == tuple(tuple(group) for group in groups)


def test_the_table_that_comes_with_the_package_has_one_line_a_row() -> None:
    text = (files("runlift.domain.exercise") / "catalogue.csv").read_text(encoding="utf-8")
    found = list(csv.DictReader(io.StringIO(text)))
    assert set(found[0]) == {field.name for field in fields(Exercise)}
    assert len(found) == len(text.splitlines()) - 1 == len(read_table(text))
