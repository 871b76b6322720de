from __future__ import annotations

import pytest

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Impact
from runlift.domain.exercise.legs import loads_bones, loads_legs

UPPER_BODY_AND_FLOOR_TRUNK = ("push_up", "db_row", "dead_bug", "side_plank_knees", "arm_swing_standing")


def test_what_jumps_or_is_marked_for_the_legs_loads_them() -> None:
    for each in catalogue().values():
        if each.leg_load or each.impact is not Impact.NONE:
            assert loads_legs(each)


@pytest.mark.parametrize(
    "on_the_legs",
    [
        *("standing_knee_hold", "suitcase_hold", "sl_balance_eyes_shut", "uneven_walk", "leg_swing_fb"),
        *(
            "worlds_greatest",
            "couch_stretch",
            "arm_cross_contrast",
            "arm_swing_sl",
            "hip_hitch",
            "bear_crawl",
        ),
    ],
)
def test_standing_walking_and_kneeling_on_one_leg_loads_it(on_the_legs: str) -> None:
    assert loads_legs(catalogue()[on_the_legs])


@pytest.mark.parametrize("resting", UPPER_BODY_AND_FLOOR_TRUNK)
def test_upper_body_and_floor_trunk_load_neither_legs_nor_their_bones(resting: str) -> None:
    assert not loads_bones(catalogue()[resting])


@pytest.mark.parametrize("of_the_hip", ["side_lying_abduction", "adductor_squeeze", "slr", "overhead_press"])
def test_a_bone_rests_from_the_work_of_the_hips_and_presses_while_standing_too(of_the_hip: str) -> None:
    assert loads_bones(catalogue()[of_the_hip])
    assert not loads_legs(catalogue()[of_the_hip])
