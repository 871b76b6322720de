from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.activity.tracks import track

from runlift.domain.activity.grade import flat_distance, running_cost

grades = st.floats(-0.45, 0.45)


@pytest.mark.parametrize(
    ("grade", "cost"), [(0.0, 3.6), (0.1, 5.968), (-0.1, 2.152), (0.2, 9.007), (-0.2, 1.800), (0.45, 19.426)]
)
def test_the_cost_is_that_of_the_published_equation(grade: float, cost: float) -> None:
    assert running_cost(np.array([grade]))[0] == pytest.approx(cost, abs=0.001)


@given(st.floats(0, 0.44), st.floats(0.001, 0.01))
def test_uphill_costs_more_the_steeper_it_is(grade: float, more: float) -> None:
    low, high = running_cost(np.array([grade, grade + more]))
    assert high > low


@given(st.floats(0.45, 10))
def test_beyond_the_slopes_that_were_measured_the_nearest_counts(grade: float) -> None:
    assert running_cost(np.array([grade]))[0] == running_cost(np.array([0.45]))[0]
    assert running_cost(np.array([-grade]))[0] == running_cost(np.array([-0.45]))[0]


@given(grades)
def test_an_even_slope_costs_what_the_equation_says(grade: float) -> None:
    run = track(3.0, altitude=lambda far: 1000 + grade * far)
    flat = flat_distance(run)
    assert flat is not None
    expected = running_cost(np.array([grade]))[0] / 3.6
    assert flat[-1] / run.distance_m[-1] == pytest.approx(expected, rel=0.01)


def test_level_ground_changes_nothing() -> None:
    run = track(3.0, altitude=lambda far: np.full_like(far, 100.0))
    flat = flat_distance(run)
    assert flat is not None
    np.testing.assert_allclose(flat, run.distance_m, rtol=1e-9)


def test_without_altitude_the_ground_counts_as_level() -> None:
    run = track(3.0)
    flat = flat_distance(run)
    assert flat is not None
    np.testing.assert_allclose(flat, run.distance_m)


@given(grades, st.integers(10, 600), st.floats(0, 6))
def test_the_grade_adjusted_distance_never_falls(grade: float, seconds: int, speed: float) -> None:
    run = track(speed, seconds=seconds, altitude=lambda far: 50 * np.sin(far / 97) + grade * far)
    flat = flat_distance(run)
    assert flat is not None
    assert (np.diff(flat) >= -1e-9).all()
    assert np.isfinite(flat).all()
