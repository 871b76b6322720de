from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from tests.domain.safety.conftest import BASE_EXERCISE, MONDAY

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Family, Impact, LoadType
from runlift.domain.plan.body import Body, Lock, OpenComplaint, Stage
from runlift.domain.plan.outcome import SessionOutcome, SessionResult
from runlift.domain.plan.session import Role, Side

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

RULES = {
    "no_session_under_a_red_flag",
    "no_leg_load_on_a_locked_complaint",
    "no_exercise_against_a_complaint",
    "no_jumps_on_a_complaint",
}
ARM_WORK = replace(BASE_EXERCISE, id="arm_work", family=Family.PULL, leg_load=False)


def complaint(
    name: str = "pfp", stage: Stage = Stage.SORE, lock: Lock = Lock.NONE, *, severe: bool = False
) -> OpenComplaint:
    flags = ("knee_locks_or_gives_way",) if lock is Lock.RED_FLAG else ()
    return OpenComplaint(
        complaint=name,
        first=MONDAY,
        since=MONDAY,
        last_told=MONDAY,
        side=Side.RIGHT,
        stage=stage,
        lock=lock,
        severe=severe,
        red_flags=flags,
    )


def held(make: Maker, exercise: str, *complaints: OpenComplaint, marks: tuple[str, ...] = ()) -> set[str]:
    """Return the rules on complaints held against a session with one exercise, which may have marks."""
    known = {**catalogue(), "arm_work": replace(ARM_WORK, unsuitable_for=marks)}
    one = make.exercise(exercise, make.one(10))
    plan = make.plan(make.session(0, "18:00", one), body=Body(complaints=complaints))
    return {verdict.rule for verdict in make.check(plan, exercises=known)} & RULES


def test_nothing_is_held_against_a_runner_without_complaints(make: Maker) -> None:
    assert held(make, "bw_squat") == set()


def test_a_red_flag_refuses_even_arm_work(make: Maker) -> None:
    assert held(make, "push_up", complaint(stage=Stage.LOCKED, lock=Lock.RED_FLAG)) == {
        "no_session_under_a_red_flag"
    }


@pytest.mark.parametrize("lock", [Lock.BONE, Lock.UNANSWERED, Lock.RISING])
def test_a_lock_refuses_leg_work_and_leaves_the_arms(make: Maker, lock: Lock) -> None:
    locked = complaint("bsi", Stage.LOCKED, lock)
    for of_the_legs in ("bw_squat", "glute_bridge", "farmers_carry", "calf_raise_dl"):
        assert "no_leg_load_on_a_locked_complaint" in held(make, of_the_legs, locked)
    assert held(make, "arm_work", locked) == set()


@pytest.mark.parametrize("standing", ["standing_knee_hold", "sl_balance", "worlds_greatest", "suitcase_hold"])
def test_a_lock_refuses_what_stands_or_kneels_on_one_leg(make: Maker, standing: str) -> None:
    for locked in (complaint("bsi", Stage.LOCKED, Lock.BONE), complaint("plantar", severe=True)):
        assert "no_leg_load_on_a_locked_complaint" in held(make, standing, locked)


def test_only_a_bone_refuses_the_work_of_the_hips(make: Maker) -> None:
    bone, rising = (complaint("bsi", Stage.LOCKED, lock) for lock in (Lock.BONE, Lock.RISING))
    for exercise in ("side_lying_abduction", "overhead_press"):
        assert held(make, exercise, bone) == {"no_leg_load_on_a_locked_complaint"}
        assert held(make, exercise, rising) == set()
        assert held(make, exercise, rising, bone) == {"no_leg_load_on_a_locked_complaint"}


def test_pain_above_the_level_at_which_loading_stops_refuses_leg_work(make: Maker) -> None:
    assert "no_leg_load_on_a_locked_complaint" in held(make, "bw_squat", complaint("lbp", severe=True))
    assert held(make, "bw_squat", complaint("plantar")) == set()


@pytest.mark.parametrize(
    ("mark", "last"),
    [
        ("pfp", Stage.SETTLING),
        ("pfp:early", Stage.SETTLING),
        ("pfp:flare", Stage.SORE),
        ("pfp:acute", Stage.SORE),
        ("pfp:irritable", Stage.SORE),
        ("pfp:limit_depth", None),
        ("pfp:low_height", None),
        ("itbs", None),
    ],
)
def test_a_mark_speaks_against_an_exercise_up_to_its_stage(
    make: Maker, mark: str, last: Stage | None
) -> None:
    for stage in (Stage.SORE, Stage.SETTLING, Stage.BUILDING):
        found = held(make, "arm_work", complaint(stage=stage), marks=(mark,))
        assert ("no_exercise_against_a_complaint" in found) == (last is not None and stage <= last)


def test_a_deep_lift_under_heavy_load_waits_until_a_sore_knee_settles(make: Maker) -> None:
    assert catalogue()["back_squat"].load_type is LoadType.HEAVY_LOAD
    assert held(make, "back_squat", complaint()) == {"no_exercise_against_a_complaint"}
    assert held(make, "back_squat", complaint(stage=Stage.SETTLING)) == set()
    for on_two_legs_or_unloaded in ("goblet_squat", "split_squat"):
        assert held(make, on_two_legs_or_unloaded, complaint()) == set()
    assert held(make, "split_squat_db", complaint()) == {"no_exercise_against_a_complaint"}
    assert held(make, "split_squat_db", complaint(stage=Stage.SETTLING)) == set()
    assert held(make, "goblet_squat", complaint("pht")) == {"no_exercise_against_a_complaint"}


def test_pain_above_its_limit_refuses_what_is_otherwise_limited(make: Maker) -> None:
    above = replace(complaint(), too_much=True)
    assert held(make, "goblet_squat", above) == {"no_exercise_against_a_complaint"}
    assert held(make, "goblet_squat", replace(above, stage=Stage.BUILDING)) == set()
    assert held(make, "bw_squat", above) == set()


def test_an_unstable_ankle_reads_the_marks_of_a_rolled_one(make: Maker) -> None:
    for name in ("ankle", "ankle_instability"):
        assert "no_exercise_against_a_complaint" in held(
            make, "arm_work", complaint(name), marks=("ankle:acute",)
        )


@pytest.mark.parametrize(("name", "last"), [("mtss", Stage.SETTLING), ("lbp", Stage.SORE)])
def test_jumps_wait_until_a_complaint_is_quiet(make: Maker, name: str, last: Stage) -> None:
    for stage in (Stage.SORE, Stage.SETTLING, Stage.BUILDING):
        found = held(make, "jumping_jack", complaint(name, stage))
        assert ("no_jumps_on_a_complaint" in found) == (stage <= last)


def test_warm_up_and_ten_minutes_are_looked_at_as_well(make: Maker) -> None:
    pogo = make.exercise("pogo", make.one(None, contacts=10))
    for session in (
        replace(make.session(0), ten_minutes=(pogo,)),
        make.session(0, "18:00", replace(pogo, role=Role.WARM_UP), make.exercise("bw_squat")),
    ):
        plan = make.plan(session, body=Body(complaints=(complaint(),)))
        found = {(each.rule, each.exercise) for each in make.check(plan, exercises=catalogue())}
        assert ("no_jumps_on_a_complaint", "pogo") in found


def test_what_was_done_before_is_not_held_against_the_plan(make: Maker) -> None:

    session = make.session(0, "18:00", make.exercise("pogo", make.one(None, contacts=10)))
    done = SessionOutcome(
        result=SessionResult.DONE,
        starts_at=datetime.combine(session.date, time(18)),
        ends_at=datetime.combine(session.date, time(19)),
    )
    plan = make.plan(
        replace(session, outcome=done), first_day=make.day(1), body=Body(complaints=(complaint(),))
    )
    assert not {each.rule for each in make.check(plan, exercises=catalogue())} & RULES


@pytest.mark.parametrize(
    ("changes", "is_legs"),
    [
        ({"leg_load": True}, True),
        ({"impact": Impact.EXTENSIVE}, True),
        ({"pattern": "carry"}, True),
        ({"family": Family.CALF_FOOT}, True),
        ({}, False),
    ],
)
def test_work_of_the_legs_is_known_by_load_impact_pattern_or_family(
    make: Maker, changes: dict[str, object], is_legs: int
) -> None:
    exercise = replace(ARM_WORK, **changes)  # type: ignore[arg-type]
    plan = make.plan(
        make.session(0, "18:00", make.exercise("arm_work", make.one(10))),
        body=Body(complaints=(complaint("bsi", Stage.LOCKED, Lock.BONE),)),
    )
    found = {each.rule for each in make.check(plan, exercises={"arm_work": exercise})}
    assert ("no_leg_load_on_a_locked_complaint" in found) == bool(is_legs)


def test_a_red_flag_that_was_cleared_refuses_nothing(make: Maker) -> None:
    cleared = complaint(stage=Stage.BUILDING, lock=Lock.RED_FLAG)
    assert "no_session_under_a_red_flag" not in held(make, "push_up", cleared)
    unnamed = replace(complaint(stage=Stage.LOCKED, lock=Lock.RED_FLAG), red_flags=())
    assert "no_session_under_a_red_flag" not in held(make, "push_up", unnamed)


def test_a_jump_is_refused_also_after_exercises_that_do_not_jump(make: Maker) -> None:
    session = make.session(
        0, "18:00", make.exercise("row"), make.exercise("skip", make.one(None, contacts=10))
    )
    plan = make.plan(session, body=Body(complaints=(complaint(),)))
    found = [each.exercise for each in make.check(plan) if each.rule == "no_jumps_on_a_complaint"]
    assert found == ["skip"]
