from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.diary.lift_log import MassUnit
from runlift.domain.quantity import KILOGRAMS_PER_POUND, Severity
from runlift.formats.lift_log.unit_hint import looks_like, unit_needed

halves = st.lists(st.integers(1, 600).map(lambda each: each / 2), min_size=1, max_size=30)


def unit_of(weights: list[float]) -> MassUnit | None:
    found = looks_like(weights)
    return found[0] if found else None


@given(halves)
def test_pounds_turned_into_kilograms_look_like_kilograms(pounds: list[float]) -> None:
    assert unit_of([round(each * KILOGRAMS_PER_POUND, 8) for each in pounds]) is MassUnit.KG


@given(halves)
def test_kilograms_turned_into_pounds_look_like_pounds(kilos: list[float]) -> None:
    assert unit_of([round(each / KILOGRAMS_PER_POUND, 6) for each in kilos]) is MassUnit.LB


@pytest.mark.parametrize(
    ("weights", "unit"),
    [
        ([135.0, 185.0, 225.0, 100.0], MassUnit.LB),
        ([20.0, 60.0, 100.0], MassUnit.KG),
        ([10.0, 12.5, 15.0], None),
        ([135.0, 60.0], None),
    ],
)
def test_plates_on_a_bar_are_a_hint_and_dumbbells_are_none(
    weights: list[float], unit: MassUnit | None
) -> None:
    assert unit_of(weights) is unit


@given(st.lists(st.floats(0.001, 1e9), min_size=1, max_size=20))
def test_the_unit_is_always_asked_for_never_guessed(weights: list[float]) -> None:
    finding = unit_needed(weights, "log.csv")
    assert finding.severity is Severity.ERROR
    assert "--unit kg or --unit lb" in finding.remedy
    assert (looks_like(weights) is None) == ("They look like" not in finding.message)
