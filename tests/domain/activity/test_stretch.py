from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.activity.stretch import stretches, without_begin, without_short

marks = st.lists(st.booleans(), max_size=40).map(lambda each: np.array(each, dtype=bool))
lengths = st.integers(0, 6)


@given(marks)
def test_stretches_hold_every_mark_and_nothing_else(given_marks: np.ndarray) -> None:
    again = np.zeros_like(given_marks)
    for first, after in stretches(given_marks):
        again[first:after] = True
    assert (again == given_marks).all()


@given(marks, lengths)
def test_only_stretches_that_are_long_enough_stay(given_marks: np.ndarray, least: int) -> None:
    kept = without_short(given_marks, least)
    long = [each for each in stretches(given_marks) if each[1] - each[0] >= least]
    assert stretches(kept) == long


@given(marks, lengths)
def test_each_stretch_loses_its_begin(given_marks: np.ndarray, length: int) -> None:
    left = [(first + length, after) for first, after in stretches(given_marks) if after - first > length]
    assert stretches(without_begin(given_marks, length)) == left
