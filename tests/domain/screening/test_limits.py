from __future__ import annotations

from datetime import date, timedelta

import pytest

from runlift.domain.evidence import constant
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family
from runlift.domain.plan.body import UNSCREENED, Clearance, Go
from runlift.domain.plan.session import LegStress
from runlift.domain.screening.limits import (
    easings_of_screening,
    is_left_out,
    restrictions_of_screening,
)

BEGAN = date(2027, 1, 4)


def limited(*limits: str) -> Clearance:
    return Clearance(outcome=Go.LIMITS, told=BEGAN, because=("pregnant",), limits=limits)


def test_who_has_to_ask_first_trains_on_no_day() -> None:
    ask = Clearance(outcome=Go.ASK, told=BEGAN, asks=("fainting",))
    (easing,) = easings_of_screening(ask, began=BEGAN)
    assert easing.no_sessions
    assert BEGAN + timedelta(days=400) in easing
    assert not restrictions_of_screening(ask, catalogue(), began=BEGAN)


@pytest.mark.parametrize("outcome", [UNSCREENED, Clearance(outcome=Go.YES, told=BEGAN)])
def test_who_was_not_asked_or_may_go_is_not_limited(outcome: Clearance) -> None:
    assert easings_of_screening(outcome, began=BEGAN) == ()
    assert restrictions_of_screening(outcome, catalogue(), began=BEGAN) == ()


def test_light_to_moderate_keeps_four_in_reserve_and_no_heavy_session() -> None:
    (easing,) = easings_of_screening(limited("keep_reserve", "no_heavy"), began=BEGAN)
    assert easing.rir_least == 4
    assert easing.leg_stress_most is LegStress.MODERATE
    assert easing.sets_factor == 1


def test_fewer_sets_after_a_fever_last_a_week() -> None:
    (easing,) = easings_of_screening(limited("lighter_days"), began=BEGAN)
    assert easing.sets_factor < 1
    assert easing.until == BEGAN + timedelta(days=7)


def test_limits_begin_with_the_answers_and_not_before_the_season() -> None:
    early = Clearance(
        outcome=Go.LIMITS, told=BEGAN - timedelta(days=9), because=("medication",), limits=("no_heavy",)
    )
    assert easings_of_screening(early, began=BEGAN)[0].first == BEGAN


@pytest.mark.parametrize(
    ("limit", "out", "stays"),
    [
        ("no_jumps", {"pogo", "box_jump"}, {"bw_squat", "plank"}),
        ("no_leg_load", {"bw_squat", "pogo", "farmers_carry", "glute_bridge"}, {"push_up", "side_plank"}),
        (
            "no_fall_risk",
            {"uneven_walk", "step_turn_90", "pistol_squat", "broad_jump", "drop_landing", "drop_jump_40"},
            {"goblet_squat", "sl_balance", "a_skip"},
        ),
        (
            "no_lying_on_the_back",
            {"dead_bug", "bench_press", "glute_bridge", "hip_thrust", "leg_curl_machine", "adductor_squeeze"},
            {"side_plank", "bird_dog", "clamshell"},
        ),
        ("no_trunk_strain", {"hollow_hold", "long_lever_plank", "ab_wheel"}, {"plank", "side_plank"}),
        ("no_loaded_bending", {"good_morning", "curl_up"}, {"deadlift", "bird_dog"}),
    ],
)
def test_a_limit_leaves_out_what_it_names(limit: str, out: set[str], stays: set[str]) -> None:
    (restriction,) = restrictions_of_screening(limited(limit), catalogue(), began=BEGAN)
    assert out <= set(restriction.exercises)
    assert not stays & set(restriction.exercises)


def test_every_name_in_the_lists_is_of_the_catalogue() -> None:
    lists = constant("screening_left_out").value
    assert isinstance(lists, dict)
    patterns = {each.pattern for each in catalogue().values()}
    known = {*catalogue(), *patterns, *Family}
    for limit, names in lists.items():
        assert set(names) <= known
        assert any(is_left_out(each, limit) for each in catalogue().values())
