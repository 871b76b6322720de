from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.complaint.complaint import complaints
from runlift.domain.complaint.rules import (
    easings_for,
    is_marked,
    limits_for,
    restrictions_for,
)
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Impact
from runlift.domain.exercise.legs import loads_bones, loads_legs
from runlift.domain.plan.body import Lock, OpenComplaint, Stage

FIRST = date(2027, 1, 4)
ids = st.sampled_from(sorted(complaints()))
stages = st.sampled_from([Stage.SORE, Stage.SETTLING, Stage.BUILDING])


def in_stage(complaint: str, stage: Stage, lock: Lock = Lock.NONE, *, severe: bool = False) -> OpenComplaint:
    return OpenComplaint(
        complaint=complaint, first=FIRST, stage=stage, since=FIRST, last_told=FIRST, lock=lock, severe=severe
    )


def left_out(one: OpenComplaint) -> set[str]:
    return {id_ for each in restrictions_for([one], catalogue()) for id_ in each.exercises}


def limited(one: OpenComplaint) -> set[str]:
    return {id_ for each in limits_for([one], catalogue()) for id_ in each.exercises}


@given(ids, stages)
def test_a_later_stage_leaves_out_no_more(complaint: str, stage: Stage) -> None:
    later = Stage(min(stage + 1, Stage.BUILDING))
    assert left_out(in_stage(complaint, later)) <= left_out(in_stage(complaint, stage))
    assert left_out(in_stage(complaint, stage)) <= left_out(in_stage(complaint, Stage.LOCKED, Lock.RISING))


@given(ids, stages)
def test_what_is_left_out_is_not_limited(complaint: str, stage: Stage) -> None:
    one = in_stage(complaint, stage)
    assert not left_out(one) & limited(one)


@given(ids)
def test_a_lock_leaves_out_all_that_loads_the_legs(complaint: str) -> None:
    for one in (in_stage(complaint, Stage.LOCKED, Lock.BONE), in_stage(complaint, Stage.SORE, severe=True)):
        assert left_out(one) >= {each.id for each in catalogue().values() if loads_legs(each)}


def test_a_bone_leaves_out_the_hips_too_and_keeps_the_upper_body() -> None:
    bone, rising = (in_stage("bsi", Stage.LOCKED, lock) for lock in (Lock.BONE, Lock.RISING))
    assert left_out(bone) >= {each.id for each in catalogue().values() if loads_bones(each)}
    assert "side_lying_abduction" not in left_out(rising)
    assert not left_out(bone) & {"push_up", "db_row", "dead_bug", "side_plank_knees"}


def test_only_a_red_flag_stops_every_session() -> None:
    assert not easings_for([in_stage("pfp", Stage.LOCKED, Lock.BONE)], began=FIRST)
    (easing,) = easings_for([in_stage("pfp", Stage.LOCKED, Lock.RED_FLAG)], began=FIRST)
    assert easing.no_sessions
    assert date(2028, 1, 1) in easing


@pytest.mark.parametrize(
    ("complaint", "forbidden"),
    [
        (
            "pfp",
            {
                *("back_squat", "front_squat", "half_squat_heavy", "forward_lunge", "worlds_greatest"),
                *("step_up_high", "split_squat_db", "split_jump", "drop_jump_20"),
            },
        ),
        ("itbs", {"step_down_forward", "skater_jump", "back_squat", "goblet_squat", "split_squat_db"}),
        ("achilles_mid", {"drop_jump_20", "pogo", "drop_jump_40"}),
        ("achilles_ins", {"calf_raise_step_dl", "knee_to_wall", "soleus_stretch", "deep_squat_hold"}),
        ("plantar", {"rope_skip", "sl_pogo", "drop_jump_20"}),
        ("mtss", {"pogo", "rope_skip", "sl_pogo"}),
        ("pht", {"rdl_db", "good_morning", "deadlift", "goblet_squat", "deep_squat_hold", "hip_9090"}),
        ("pht", {"front_squat", "half_squat_heavy", "adductor_rock", "wall_sit", "sl_squat_box"}),
        (
            "hamstring_strain",
            {"nordic", "rdl_bb", "kb_swing", "kb_swing_sa", "kb_deadlift", "kickstand_hinge"},
        ),
        ("hip_flexor", {"hollow_hold", "mountain_climber_slow", "rfess", "march_carry", "leg_swing_fb"}),
        ("gtps", {"figure4", "band_side_step", "monster_walk", "suitcase_hold", "tandem_walk"}),
        ("lbp", {"back_squat", "deadlift", "good_morning", "sl_rdl", "sl_rdl_bb"}),
        (
            "ankle",
            {"line_hop_lat", "sl_hop_stick", "sl_calf_raise_slow", "sl_calf_raise_db", "suitcase_hold"},
        ),
        ("ankle_instability", {"sl_hop_stick", "skater_jump"}),
        ("calf_strain", {"pogo", "sl_calf_raise_floor", "calf_stretch_straight", "ecc_heel_floor"}),
        ("calf_strain", {"knee_to_wall", "calf_raise_step_dl", "machine_calf_raise"}),
    ],
)
def test_what_the_rows_tell_to_leave_out_is_left_out_while_it_is_sore(
    complaint: str, forbidden: set[str]
) -> None:
    assert forbidden <= left_out(in_stage(complaint, Stage.SORE))


@given(ids.filter(lambda each: each != "lbp"))
def test_no_jump_until_it_is_building(complaint: str) -> None:
    jumps = {each.id for each in catalogue().values() if each.impact is not Impact.NONE}
    assert jumps <= left_out(in_stage(complaint, Stage.SETTLING))
    assert not jumps <= left_out(in_stage(complaint, Stage.BUILDING))


def test_a_knee_that_settles_squats_again_as_deep_as_it_allows() -> None:
    settling = in_stage("pfp", Stage.SETTLING)
    assert {"back_squat", "goblet_squat", "leg_press"} <= limited(settling)
    (deep,) = [each for each in limits_for([settling], catalogue()) if each.how == "limit_depth"]
    assert "goblet_squat" in deep.exercises
    assert limited(in_stage("pfp", Stage.BUILDING)) == set()


def test_a_back_that_settles_lifts_again_with_more_in_reserve() -> None:
    (kept,) = limits_for([in_stage("lbp", Stage.SETTLING)], catalogue())
    assert kept.reserve_least == 4
    assert "deadlift" in kept.exercises


@pytest.mark.parametrize("lunge", ["reverse_lunge", "reverse_lunge_db", "lateral_lunge", "step_up_high"])
def test_a_knee_that_settles_lunges_and_steps_only_as_deep_as_it_allows(lunge: str) -> None:
    assert lunge in limited(in_stage("pfp", Stage.SETTLING))


def test_pain_above_its_limit_leaves_out_what_is_otherwise_limited() -> None:
    within = in_stage("pfp", Stage.SORE)
    above = replace(within, too_much=True)
    assert {"goblet_squat", "step_up_medium"} <= limited(within)
    assert limited(above) == set()
    assert left_out(above) == left_out(within) | limited(within)
    assert "goblet_squat" not in left_out(replace(above, stage=Stage.BUILDING))


def test_the_marks_of_another_complaint_say_nothing() -> None:
    assert not is_marked(catalogue()["calf_raise_step_dl"], in_stage("pfp", Stage.SORE))
    assert is_marked(catalogue()["calf_raise_step_dl"], in_stage("achilles_ins", Stage.SORE))
