from __future__ import annotations

from datetime import date

import pytest

from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.labelled import labelled_days
from runlift.domain.running.plan import RunKind
from runlift.domain.running.training_words import speaks_of_training


def said(title: str, note: str = "", source_kind: str = "") -> bool:
    entry = PlanEntry(date=date(2027, 1, 4), title=title, note=note, source_kind=source_kind)
    return speaks_of_training(entry, DistanceUnit.KILOMETRES)


@pytest.mark.parametrize("title", ["Dentist", "Mum's birthday", "Project run-through with team", "Lunch"])
def test_an_event_without_a_word_of_training_is_no_training(title: str) -> None:
    assert not said(title)


def test_a_word_or_length_in_title_note_or_kind_is_training() -> None:
    assert said("Run with Sam")
    assert said("12 km")
    assert said("Club night", note="6 x 800 m")
    assert said("Club night", source_kind="Run")
    assert said("Rest")
    assert said("Yoga")


def test_every_labelled_line_but_a_bare_name_speaks_of_training() -> None:
    missed = [line.text for line in labelled_days() if line.kind is not RunKind.REST and not said(line.text)]
    assert len(missed) <= 5, missed
