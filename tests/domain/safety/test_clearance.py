from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.domain.safety.conftest import MONDAY

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Impact
from runlift.domain.plan.body import Body, Clearance, Go
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.session import PlannedSession

RULES = {
    "no_session_before_somebody_was_asked",
    "no_heavy_session_under_a_limit",
    "reserve_kept_under_a_limit",
    "no_exercise_against_a_limit",
}


def held(make: Maker, session: PlannedSession, *limits: str, outcome: Go = Go.LIMITS) -> set[str]:
    clearance = Clearance(outcome=outcome, told=MONDAY, limits=limits)
    plan = make.plan(session, body=Body(clearance=clearance))
    return {verdict.rule for verdict in make.check(plan, exercises=catalogue())} & RULES


def session_of(make: Maker, exercise: str, rir: float = 3.0) -> PlannedSession:
    return make.session(0, "18:00", make.exercise(exercise, make.one(10, rir=rir)), stress=LegStress.LIGHT)


def test_no_session_before_somebody_was_asked(make: Maker) -> None:
    session = session_of(make, "push_up")
    assert held(make, session, outcome=Go.ASK) == {"no_session_before_somebody_was_asked"}
    for outcome in (Go.YES, Go.UNSCREENED, Go.LIMITS):
        assert held(make, session, outcome=outcome) == set()


def test_no_heavy_session_under_a_limit(make: Maker) -> None:
    for stress in LegStress:
        session = replace(session_of(make, "push_up"), leg_stress=stress)
        found = held(make, session, "no_heavy")
        assert ("no_heavy_session_under_a_limit" in found) == (stress is LegStress.HEAVY)


@pytest.mark.parametrize(("rir", "too_little"), [(3.0, True), (3.9, True), (4.0, False), (5.0, False)])
def test_reserve_kept_under_a_limit(make: Maker, rir: float, too_little: bool) -> None:  # noqa: FBT001  a parameter
    found = held(make, session_of(make, "push_up", rir), "keep_reserve")
    assert ("reserve_kept_under_a_limit" in found) == too_little
    assert held(make, session_of(make, "push_up", rir)) == set()


@pytest.mark.parametrize(
    ("limit", "exercise"),
    [
        ("no_jumps", "pogo"),
        ("no_leg_load", "bw_squat"),
        ("no_leg_load", "farmers_carry"),
        ("no_leg_load", "glute_bridge"),
        ("no_fall_risk", "uneven_walk"),
        ("no_lying_on_the_back", "bench_press"),
        ("no_lying_on_the_back", "hip_thrust"),
        ("no_trunk_strain", "long_lever_plank"),
        ("no_loaded_bending", "good_morning"),
    ],
)
def test_no_exercise_against_a_limit(make: Maker, limit: str, exercise: str) -> None:
    assert "no_exercise_against_a_limit" in held(make, session_of(make, exercise), limit)
    assert "no_exercise_against_a_limit" not in held(make, session_of(make, "push_up"), limit)
    short = replace(session_of(make, "push_up"), ten_minutes=(make.exercise(exercise, make.one(10)),))
    assert "no_exercise_against_a_limit" in held(make, short, limit)


@pytest.mark.parametrize("changes", [{"leg_load": True}, {"impact": Impact.EXTENSIVE}])
def test_leg_load_alone_or_impact_alone_is_work_of_the_legs(make: Maker, changes: dict[str, object]) -> None:
    quiet = replace(catalogue()["push_up"], id="quiet")
    plan = make.plan(
        session_of(make, "quiet"),
        body=Body(clearance=Clearance(outcome=Go.LIMITS, told=MONDAY, limits=("no_leg_load",))),
    )
    loud = replace(quiet, **changes)  # type: ignore[arg-type]
    for exercise, is_held in ((quiet, False), (loud, True)):
        rules = {each.rule for each in make.check(plan, exercises={"quiet": exercise})}
        assert ("no_exercise_against_a_limit" in rules) == is_held
