from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.strength.belief import Belief, Part, learned, raised, slope_of, with_reserve
from runlift.domain.strength.lift import Lift
from runlift.domain.strength.time_passed import after_days
from runlift.domain.strength.track import unknown

SURPRISES = st.floats(-0.4, 0.4)
SLOPES = st.builds(slope_of, endurance=st.floats(-0.4, 0), reserve=st.floats(-0.03, 0))


def known(level_sd: float = 0.05) -> Belief:
    belief = unknown(Lift(exercise="back_squat"))
    belief.spread[Part.LEVEL, Part.LEVEL] = level_sd**2
    return belief


def is_a_covariance(belief: Belief) -> bool:
    return bool(
        np.allclose(belief.spread, belief.spread.T) and np.linalg.eigvalsh(belief.spread).min() > -1e-12
    )


@given(surprise=SURPRISES, slope=SLOPES)
def test_a_set_moves_the_level_towards_it_and_no_further(surprise: float, slope: np.ndarray) -> None:
    found = learned(known(), slope=slope, surprise=surprise, noise=0.001, most=1.0)
    assert 0 <= found.now * np.sign(surprise) <= abs(surprise)
    assert found.level_sd < known().level_sd
    assert is_a_covariance(found)


@given(surprise=SURPRISES, most=st.floats(0.001, 0.1))
def test_the_level_moves_no_further_than_it_may(surprise: float, most: float) -> None:
    found = learned(known(0.3), slope=slope_of(), surprise=surprise, noise=0.001, most=most)
    assert abs(found.level) <= most + 1e-12


@given(above=st.floats(-0.5, 2.0), slope=SLOPES)
def test_a_bound_raises_or_leaves_the_level(above: float, slope: np.ndarray) -> None:
    found = raised(known(), slope=slope, above=above, noise=0.002, most=1.0)
    assert found.level >= 0
    assert found.level_sd <= known().level_sd
    assert is_a_covariance(found)


def test_a_bound_far_below_says_nothing() -> None:
    found = raised(known(), slope=slope_of(), above=1.5, noise=0.002, most=1.0)
    assert found.level == pytest.approx(0, abs=1e-12)


def test_endurance_is_never_learned() -> None:
    found = learned(known(), slope=slope_of(endurance=-0.3), surprise=0.3, noise=0.001, most=1.0)
    assert found.mean[Part.ENDURANCE] == 0
    assert found.spread[Part.ENDURANCE, Part.ENDURANCE] == known().spread[Part.ENDURANCE, Part.ENDURANCE]


@given(told=st.floats(0, 6))
def test_a_told_reserve_moves_only_the_untold_one(told: float) -> None:
    before = known()
    found = with_reserve(before, told, 4.0)
    assert abs(told - found.mean[Part.RESERVE]) <= abs(told - before.mean[Part.RESERVE])
    assert found.level == before.level
    assert is_a_covariance(found)


@given(days=st.integers(0, 400), more=st.integers(1, 400))
def test_days_that_pass_make_less_sure(days: int, more: int) -> None:
    early, late = (after_days(known(), each, known_for=100, scale=1.0) for each in (days, days + more))
    assert late.level_sd > early.level_sd
    assert is_a_covariance(late)


def test_no_day_changes_nothing() -> None:
    found = after_days(known(), 0, known_for=30, scale=1.0)
    assert np.allclose(found.mean, known().mean)
    assert np.allclose(found.spread, known().spread)


def test_the_loss_of_a_long_break_ends() -> None:
    year, two = (after_days(known(), days, known_for=100, scale=1.0).level for days in (365, 730))
    assert year == two
    assert -0.16 < year < -0.1
