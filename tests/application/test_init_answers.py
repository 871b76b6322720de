"""Typed answers are read as runners type them."""

from __future__ import annotations

from datetime import date, time

import pytest

from runlift.application.init_answers import (
    gym_kit,
    read_kit,
    read_measure,
    read_race_date,
    read_race_distance,
    read_windows,
)
from runlift.domain.athlete.notation import NotUnderstoodError
from runlift.domain.athlete.place import Equipment
from runlift.domain.quantity import Weekday


@pytest.mark.parametrize(
    ("text", "amount"), [("62", 62), ("62,5kg", 62.5), ("137 lb", 62.14), ("137lbs", 62.14), (" 62 KG ", 62)]
)
def test_an_amount_is_read_in_kilograms(text: str, amount: float) -> None:
    assert read_measure(text, "body_mass", ("kg", "lb", "lbs")).amount == pytest.approx(amount, abs=0.01)


@pytest.mark.parametrize("text", ["", "-62", "62 stone", "29", "251", "1e2", "62 62"])
def test_what_is_no_possible_amount_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read_measure(text, "body_mass", ("kg", "lb", "lbs"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon 17:00-18:00", [0]),
        ("Monday wed. fri 17:00-18:00", [0, 2, 4]),
        ("weekend 17:00-18:00", [5, 6]),
        ("weekdays 17:00-18:00", [0, 1, 2, 3, 4]),
        ("every day 17:00-18:00", [0, 1, 2, 3, 4, 5, 6]),
        ("sun 17:00-18:00, tue 17:00-18:00", [1, 6]),
    ],
)
def test_days_are_read_short_long_and_together(text: str, days: list[int]) -> None:
    windows = read_windows(text, ("home",))
    assert [window.weekday for window in windows] == [Weekday(day) for day in days]
    assert {(window.start, window.end, window.place) for window in windows} == {(time(17), time(18), "home")}


@pytest.mark.parametrize("text", ["", "mo 17:00-18:00", "mon", "mon,tue 17:00-18:00", "mon 17:00-18:00 moon"])
def test_hours_without_day_span_or_known_place_are_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read_windows(text, ("home",))


def test_no_kit_is_a_home_without_kit() -> None:
    (place,) = read_kit("none")
    assert (place.id, place.equipment) == ("home", Equipment())


def test_a_gym_alone_is_the_only_place() -> None:
    (place,) = read_kit("gym")
    assert (place.id, place.equipment) == ("gym", gym_kit())


def test_weights_are_dumbbells_unless_said_to_be_kettlebells() -> None:
    kit = read_kit("8, 8kg 12 and 16kb kb24 20lb")[0].equipment
    assert [count for _, count in kit.dumbbells_kg] == [2, 1, 1]
    assert kit.kettlebells_kg == ((16.0, 1), (24.0, 1))


def test_a_race_today_is_to_come() -> None:
    assert read_race_date("2026-11-23", date(2026, 11, 23)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "metres"), [("10", 10_000), ("7,5", 7500), ("half", 21097.5), ("5 mi", 8046.72)]
)
def test_a_bare_race_distance_is_in_kilometres(text: str, metres: float) -> None:
    assert read_race_distance(text) == pytest.approx(metres)
