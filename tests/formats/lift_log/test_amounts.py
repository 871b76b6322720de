from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.formats.lift_log.amounts import Figures, read_seconds

POINT, COMMA = Figures(), Figures(comma_is_decimal=True)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("2h 18m", 8280),
        ("55s", 55),
        ("234h 29m", 844_140),
        ("1h", 3600),
        ("45m", 2700),
        ("1h 2m 3s", 3723),
        ("45 min", 2700),
        ("0:01:30", 90),
        ("1:30", 90),
        ("3600", 3600),
        ("60.0", 60),
    ],
)
def test_durations_are_read_in_seconds(cell: str, seconds: float) -> None:
    assert read_seconds(cell, POINT) == seconds


@pytest.mark.parametrize("cell", ["", "soon", "h", "1h x", "::", "٣s"])
def test_what_is_no_duration_is_not_read(cell: str) -> None:
    assert read_seconds(cell, POINT) is None


@pytest.mark.parametrize(
    ("cell", "figures", "number"),
    [
        ("8.0", POINT, 8),
        ("62,5", POINT, 62.5),
        ("62,5", COMMA, 62.5),
        ("6,804", COMMA, 6.804),
        ("6.80388555", POINT, 6.80388555),
        ("-3", POINT, -3),
        ("1,000", POINT, None),
        ("1e3", POINT, None),
        ("nan", POINT, None),
        ("inf", POINT, None),
        ("٣", POINT, None),
        ("12 kg", POINT, None),
    ],
)
def test_numbers_are_read_with_a_point_or_a_comma(cell: str, figures: Figures, number: float | None) -> None:
    assert figures.number(cell) == number


def test_a_comma_counts_as_decimal_where_the_file_shows_so() -> None:
    assert Figures.of(["62,5", "1,000"]).comma_is_decimal
    assert not Figures.of(["62,5", "60.5"]).comma_is_decimal
    assert not Figures.of(["1,000", "60"]).comma_is_decimal
    assert not Figures.of([]).comma_is_decimal


@given(st.text(max_size=40))
def test_no_cell_raises(cell: str) -> None:
    for figures in (POINT, COMMA, Figures.of([cell])):
        figures.number(cell)
        read_seconds(cell, figures)


@given(st.floats(0, 99_999).map(lambda told: round(told, 3)))
def test_a_number_comes_back_however_its_decimals_are_written(told: float) -> None:
    assert POINT.number(f"{told:.4f}") == told
    assert COMMA.number(f"{told:.4f}".replace(".", ",")) == told
