from __future__ import annotations

from datetime import date

import pytest

from runlift.domain.athlete.profile import Units
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.running.understand import STRENGTH_KEPT, STRENGTH_REPLACED
from runlift.wording.names import hours_words, minutes_words, points_words, run_words, seconds_words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.25, "15 min"),
        (3.0, "3 h"),
        (5.5, "5 h 30 min"),
        (48, "48 h"),
        (47.75, "47 h"),
        (110.1, "4 days 14 h"),
        (96, "4 days"),
    ],
)
def test_spans_of_hours_read_as_people_say_them(hours: float, words: str) -> None:
    assert hours_words(hours) == words


def test_short_spans_keep_their_seconds_and_minutes() -> None:
    assert [seconds_words(each) for each in (45, 60, 75, 120, 150)] == [
        "45 s",
        "1 min",
        "75 s",
        "2 min",
        "2 min 30 s",
    ]
    assert [minutes_words(each) for each in (45, 60, 95)] == ["45 min", "1 h", "1 h 35"]


def test_costs_are_told_in_points() -> None:
    assert points_words(1250) == "1.25 points"
    assert points_words(0) == "0 points"


@pytest.mark.parametrize(
    ("title", "note", "words"),
    [
        ("Gym 45 min", STRENGTH_REPLACED, "Gym 45 min (strength, replaced)"),
        ("Strength", STRENGTH_KEPT, "Strength"),
        ("", STRENGTH_REPLACED, "strength (replaced)"),
    ],
)
def test_strength_that_ours_take_the_place_of_is_called_replaced(title: str, note: str, words: str) -> None:
    run = Run(id="1", date=date(2027, 1, 6), kind=RunKind.STRENGTH, key=False, title=title, note=note)
    assert run_words(run, Units.METRIC) == words
