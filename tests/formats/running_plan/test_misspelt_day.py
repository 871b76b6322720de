from __future__ import annotations

import pytest

from runlift.formats.running_plan.dates import weekday_of
from runlift.formats.running_plan.misspelt_day import WEEKDAY_NAMES, mended_weekday


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tus 8 x 400 fast", "Tuesday"),
        ("Wendesday - 8k easy", "Wednesday"),
        ("Thrusday 30min tempo", "Thursday"),
        ("Wensday: rest", "Wednesday"),
        ("Satuday 10 km", "Saturday"),
        ("Firday off", "Friday"),
        ("Mo: 5 km", "Monday"),
        ("Thusday. 5 km", "Thursday"),
    ],
)
def test_a_slip_in_a_weekday_at_the_beginning_of_a_line_is_mended(words: str, name: str) -> None:
    found = mended_weekday(words)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "words",
    [
        "Tune-up race 10k",
        "Then 5 km",
        "Fun run",
        "Run 5 km",
        "Set of 8 x 400",
        "Sub 3 pace 10 km",
        "Steady 8 km",
        "Sunny loop",
        "Someday",
        "Month 2",
        "We run 5 km",
        "Three miles",
        "Fast 5 km",
        "Swim 30 min",
        "Week",
        "Sut 5 km",
        "8 km Tus",
        "",
    ],
)
def test_words_of_their_own_and_words_near_to_two_weekdays_are_left_alone(words: str) -> None:
    assert mended_weekday(words) is None


@pytest.mark.parametrize("name", WEEKDAY_NAMES)
def test_letters_swapped_anywhere_but_at_the_beginning_still_name_the_day(name: str) -> None:
    for at in range(1, len(name) - 1):
        swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        found = mended_weekday(f"{swapped} 5 km")
        assert found == (name, len(name))
        assert weekday_of(name) is not None
