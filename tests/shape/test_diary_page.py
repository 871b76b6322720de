"""docs/diary.md teaches only forms that are understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runlift.application.set_amount import Measure
from runlift.application.set_answer import read_set_answer
from runlift.domain.athlete.profile import Units
from runlift.formats.exercise_name import find_exercise
from runlift.formats.quick_set import read_quick

PAGE = (Path(__file__).parents[2] / "docs" / "diary.md").read_text(encoding="utf-8")
AT_HAND = ("goblet_squat", "rdl_db", "pogo", "plank")
COMMANDS = {"s", "x", "b", "t", "q", "?"}


def forms_of(heading: str) -> list[str]:
    """The forms told in the tables of a section."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [
        form
        for line in section.splitlines()
        if line.startswith("| ")
        for form in re.findall(r"`([^`]+)`", line)
    ]


def set_forms() -> list[str]:
    section = PAGE.partition("\n## Set by set\n")[2].partition("\n## ")[0]
    first = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    told = [form for cell in first for form in re.findall(r"`([^`]+)`", cell)]
    return [form for form in told if form not in COMMANDS]


@pytest.mark.parametrize("form", set_forms())
def test_every_form_of_an_answer_is_understood(form: str) -> None:
    read_set_answer(form, Units.METRIC, Measure.REPS)


@pytest.mark.parametrize("text", re.findall(r'--quick "([^"]+)"', PAGE))
def test_every_line_of_sets_is_understood(text: str) -> None:
    outcome = read_quick(text, Units.METRIC)
    assert outcome.findings == ()
    assert all(find_exercise(each.name, at_hand=AT_HAND).exercise for each in outcome.exercises)


@pytest.mark.parametrize("form", forms_of("In one line"))
def test_every_part_of_a_line_is_understood(form: str) -> None:
    texts = (f"goblet squat {form}", f"goblet squat 3x8 {form}", f"goblet squat 3x8 @ 16 {form}")
    assert any(read_quick(each, Units.METRIC).findings == () for each in texts)
