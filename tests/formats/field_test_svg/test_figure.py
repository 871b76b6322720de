from __future__ import annotations

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.formats.field_test_svg.figure import SHANK, THIGH, middle_joint

coordinates = st.floats(min_value=-60, max_value=60)
points = st.tuples(coordinates, coordinates)


@given(root=points, end=points, bend=st.sampled_from([-1.0, 1.0]))
def test_a_limb_within_reach_keeps_its_lengths(
    root: tuple[float, float], end: tuple[float, float], bend: float
) -> None:
    joint = middle_joint(root, end, THIGH, SHANK, bend)
    if 2 <= dist(root, end) < THIGH + SHANK:
        assert dist(root, joint) == pytest.approx(THIGH, abs=0.01)
        assert dist(joint, end) == pytest.approx(SHANK, abs=0.01)


@given(root=points, end=points)
def test_the_joint_lies_on_the_side_that_is_told(root: tuple[float, float], end: tuple[float, float]) -> None:
    across, up = end[0] - root[0], end[1] - root[1]
    for bend in (-1.0, 1.0):
        joint = middle_joint(root, end, THIGH, SHANK, bend)
        left = across * (joint[1] - root[1]) - up * (joint[0] - root[0])
        assert left * bend >= -1e-6


def test_a_leg_hanging_down_bends_its_knee_forward() -> None:
    assert middle_joint((0, 60), (0, 10), THIGH, SHANK, 1)[0] > 0
