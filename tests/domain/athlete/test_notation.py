"""Short notations are read as runners write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.athlete.notation import (
    NotUnderstoodError,
    read_clock,
    read_distance,
    read_span,
    read_window,
    write_clock,
    write_span,
)

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("06:30", time(6, 30)),
        ("6:30", time(6, 30)),
        ("18.30", time(18, 30)),
        ("7", time(7)),
        ("5:30 pm", time(17, 30)),
        ("12 am", time(0)),
        ("12:15pm", time(12, 15)),
    ],
)
def test_a_time_of_day_is_read_as_written(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["", "24:00", "6:60", "13 pm", "0 am", "noon", "6:5", "-1"])
def test_what_is_no_time_of_day_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        read_clock(text)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["17:30-21:00", "17:30 – 21:00", "5:30pm to 9pm", "17.30—21"])  # noqa: RUF001 - real dashes
def test_a_span_is_read_with_any_dash(text: str) -> None:
    assert read_span(text) == (time(17, 30), time(21))


@pytest.mark.parametrize("text", ["21:00-17:00", "17:00-17:00", "17:00", "17-18-19", "22:00-24:00"])
def test_a_span_that_does_not_end_after_its_start_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read_span(text)


@settings(deadline=None)
@given(MINUTES, MINUTES)
def test_a_span_written_is_the_span_read(one: time, other: time) -> None:
    if one != other:
        start, end = sorted((one, other))
        assert read_span(write_span(start, end)) == (start, end)


@settings(deadline=None)
@given(st.times())
def test_whole_minutes_written_are_the_minutes_read(clock: time) -> None:
    whole = clock.replace(second=0, microsecond=0)
    assert read_clock(write_clock(whole)) == whole


@pytest.mark.parametrize(
    ("text", "place", "preferred"),
    [
        ("17:30-21:00", None, False),
        ("17:30-21:00 gym", "gym", False),
        ("17:30-21:00 preferred", None, True),
        ("17:30 to 21:00  my-gym_2 preferred", "my-gym_2", True),
    ],
)
def test_a_window_tells_place_and_preference(text: str, place: str | None, preferred: bool) -> None:  # noqa: FBT001 - a case of the table
    assert read_window(text) == (time(17, 30), time(21), place, preferred)


@pytest.mark.parametrize("text", ["gym", "17:30-21:00 the gym", "17:30-21:00, gym", "21:00-17:30 gym"])
def test_a_window_of_other_form_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read_window(text)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("marathon", 42195),
        ("Half  Marathon", 21097.5),
        ("10 km", 10000),
        ("10k", 10000),
        ("5 mi", 8046.72),
        ("mile", 1609.344),
        ("1500 m", 1500),
        ("7,5 km", 7500),
    ],
)
def test_a_race_distance_is_read_in_metres(text: str, metres: float) -> None:
    assert read_distance(text) == pytest.approx(metres)


@pytest.mark.parametrize("text", ["", "10", "far", "-5 km", "1e3 m", "10 parsecs", "9" * 30 + " km"])
def test_what_is_no_distance_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read_distance(text)
