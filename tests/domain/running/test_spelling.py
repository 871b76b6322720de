"""Plain spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.running.spelling import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Esay 6 miles", "easy 6 miles"),
        ("Tepmo", "tempo"),
        ("intervalls", "intervals"),
        ("treshold", "threshold"),
        ("45\N{RIGHT SINGLE QUOTATION MARK} easy", "45' easy"),
        ("6 \N{MULTIPLICATION SIGN} 800", "6 x 800"),
        ("S&C", "strength"),
        ("8 w/ 4", "8 with 4"),
        ("Cross-Training", "xt"),
        ("😴", "rest"),
    ],
)
def test_slips_signs_and_short_forms_become_one_spelling(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize("word", ["test", "rest", "fast", "east", "long", "race"])
def test_other_words_are_left_as_they_are(word: str) -> None:
    assert plain(word) == word


@given(st.text(max_size=400))
def test_any_text_becomes_lower_case_on_one_line(text: str) -> None:
    words = plain(text)
    assert "\n" not in words
    assert words == words.strip()
