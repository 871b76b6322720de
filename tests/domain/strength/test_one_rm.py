from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.strength.one_rm import effective_reps, estimated_one_rm, load_for, one_rm_of


@pytest.mark.parametrize(
    ("effective", "multiplier"),
    [(2, 1.051), (3, 1.090), (4, 1.128), (5, 1.166), (6, 1.196), (8, 1.251), (10, 1.333)],
)
def test_the_median_of_seven_formulas_is_the_published_row(effective: int, multiplier: float) -> None:
    assert estimated_one_rm(100, effective, 0) == pytest.approx(100 * multiplier, abs=0.1)


def test_one_repetition_to_the_limit_is_the_maximum() -> None:
    assert estimated_one_rm(80, 1, 0) == 80


@given(reps=st.integers(1, 30), rir=st.floats(0, 10))
def test_sets_that_say_too_little_are_ignored(reps: int, rir: float) -> None:
    estimate = estimated_one_rm(50, reps, rir)
    assert (estimate is None) == (rir > 4 or reps + rir > 10)


@pytest.mark.parametrize(("effective", "percent"), [(5, 85.7), (8, 78.9), (10, 75.0), (15, 66.7)])
def test_load_for_repetitions_is_the_table(effective: int, percent: float) -> None:
    assert load_for(100, effective) == pytest.approx(percent, abs=0.05)


@given(load=st.floats(1, 300), reps=st.floats(2, 20))
def test_load_and_repetitions_are_two_sides_of_one_equation(load: float, reps: float) -> None:
    one_rm = one_rm_of(load, reps)
    assert load_for(one_rm, reps) == pytest.approx(load)
    assert effective_reps(one_rm, load) == pytest.approx(reps)
