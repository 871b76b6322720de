from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.formats.plain_words import plain_words
from runlift.formats.running_plan.reading import read_plan_entries


@pytest.mark.parametrize("odd", ["\x1b", "\x07", "\x00", "\x7f", "\x9b", "\r", "\u202e", "\u2067"])
def test_what_steers_a_screen_is_left_out(odd: str) -> None:
    assert plain_words(f"Easy{odd} 8 km") == "Easy 8 km"


@pytest.mark.parametrize(
    "plain", ["45' easy + 6 strides", "Läufe 10 km, 5x3'", "two\nlines\tand tab", "🏃‍♀️ long"]
)
def test_what_people_write_stays(plain: str) -> None:
    assert plain_words(plain) == plain


@given(st.text())
def test_no_control_character_but_tab_and_new_line_is_left(text: str) -> None:
    left = {letter for letter in plain_words(text) if unicodedata.category(letter) == "Cc"}
    assert left <= {"\t", "\n"}


def test_no_word_of_a_running_plan_steers_a_screen() -> None:
    data = b"2027-01-05 Easy 8 km \x1b[2J\x1b]0;gone\x07\n2027-01-06 Rest\n"
    outcome = read_plan_entries(data, name="plan.txt", today=date(2027, 1, 1))
    assert outcome.entries is not None
    assert outcome.entries.entries[0].title == "Easy 8 km [2J]0;gone"
