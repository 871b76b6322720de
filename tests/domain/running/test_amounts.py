"""Distances and durations in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.running.amounts import amounts_in, bare_amounts_in
from runlift.domain.running.entry import DistanceUnit

MILES, KILOMETRES = DistanceUnit.MILES, DistanceUnit.KILOMETRES


@pytest.mark.parametrize(
    ("text", "unit", "metres", "seconds"),
    [
        ("400m", MILES, 400.0, None),
        ("3 m", MILES, 3 * 1609.344, None),
        ("45m", KILOMETRES, None, 2700.0),
        ("1 hr 45 min", KILOMETRES, None, 6300.0),
        (":20", KILOMETRES, None, 20.0),
        ('30"', KILOMETRES, None, 30.0),
    ],
)
def test_a_figure_with_a_unit_is_a_distance_or_a_duration(
    text: str, unit: DistanceUnit, metres: float | None, seconds: float | None
) -> None:
    found = amounts_in(text, unit)
    assert [(amount.distance_m, amount.duration_s) for amount in found] == [(metres, seconds)]


def test_a_range_is_read_by_its_middle() -> None:
    (amount,) = amounts_in("3-5 km", KILOMETRES)
    assert (amount.distance_m, amount.is_range) == (4000.0, True)


def test_a_bare_figure_is_in_the_unit_of_the_plan_unless_too_large_for_it() -> None:
    assert [amount.distance_m for amount in bare_amounts_in("8", KILOMETRES)] == [8000.0]
    assert [amount.distance_m for amount in bare_amounts_in("10000", MILES)] == [10000.0]
    assert bare_amounts_in("200", KILOMETRES) == ()


@given(st.text(alphabet="0123456789 :.'\"-hmkisx/", max_size=60))
def test_amounts_never_overlap_and_stand_in_order(text: str) -> None:
    found = amounts_in(text, KILOMETRES)
    assert all(first.end <= second.start for first, second in pairwise(found))
