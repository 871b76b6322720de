from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.plan import Charge, Unmet
from runlift.domain.plan.session import LegStress, SessionKind
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

UNCITED = Reason.of("made_up", ("Z999",))


@pytest.mark.parametrize("told", list(LegStress))
def test_leg_stress_told_honestly_refuses_less_than_the_sets_say(make: Maker, told: LegStress) -> None:
    heavy = make.session(0, "18:00", make.exercise("nordic"), stress=told)
    light = make.session(0, "18:00", make.exercise("squat"), stress=told)
    none = make.session(0, "18:00", make.exercise("row"), stress=told)
    rule = "leg_stress_told_honestly"
    assert (rule in make.held(make.plan(heavy))) == (told < LegStress.HEAVY)
    assert (rule in make.held(make.plan(light))) == (told < LegStress.LIGHT)
    assert rule not in make.held(make.plan(none))


def test_leg_stress_told_honestly_looks_at_the_ten_minute_version(make: Maker) -> None:
    session = make.session(0, stress=LegStress.LIGHT, ten_minutes=(make.exercise("nordic"),))
    assert "leg_stress_told_honestly" in make.held(make.plan(session))


def test_intensive_plyometrics_told_refuses_hidden_jumps(make: Maker) -> None:
    hidden = make.session(0, "18:00", make.exercise("bound", make.one(5)))
    assert "intensive_plyometrics_told" in make.held(make.plan(hidden))
    told = replace(hidden, intensive_plyometrics=True)
    assert "intensive_plyometrics_told" not in make.held(make.plan(told))


def test_unaccustomed_told_is_asked_of_a_beginners_first_heavy_sessions(make: Maker) -> None:
    beginner = replace(make.athlete, lifting=Lifting.NONE)
    for session, refused in (
        (make.session(0), True),
        (make.session(0, unaccustomed=True), False),
        (make.session(0, stress=LegStress.MODERATE), False),
    ):
        held = make.held(make.plan(session, athlete=beginner))
        assert ("unaccustomed_told" in held) == refused
        assert "unaccustomed_told" not in make.held(make.plan(session))


def test_new_exercise_told_is_asked_the_first_time(make: Maker) -> None:
    plan = make.plan(make.session(0), make.session(4))
    assert make.held(plan).count("new_exercise_told") == 1


def test_session_minutes_stay_within_what_the_runner_accepts(make: Maker) -> None:
    for minutes, refused in ((60, False), (61, True)):
        held = make.held(make.plan(make.session(0, minutes=minutes)))
        assert ("session_minutes" in held) == refused


def test_minutes_hold_the_work_even_without_rest(make: Maker) -> None:
    long = make.exercise("plank", *[make.one(None, seconds=200)] * 3)
    jumps = make.exercise("skip", make.one(None, contacts=40))
    for minutes, told in ((9, True), (11, False)):
        held = make.held(make.plan(make.session(0, "18:00", long, jumps, make.exercise(), minutes=minutes)))
        assert ("minutes_hold_the_work" in held) == told


def test_evidence_exists_wherever_it_is_cited(make: Maker) -> None:
    week = replace(make.plan().weeks[0], reasons=(UNCITED,))
    unmet = Unmet(week=make.day(0), kind=SessionKind.STRENGTH, rules=(), relaxations=(), reason=UNCITED)
    bill = (replace(make.proof.bill[0], evidence=("Z999",)),)
    for plan in (
        make.plan(make.session(0, reasons=(UNCITED,))),
        make.plan(make.session(0, "18:00", make.exercise("squat", reasons=(UNCITED,)))),
        make.plan(make.session(0, ten_minutes=(make.exercise("squat", reasons=(UNCITED,)),))),
        make.plan(weeks=(week,)),
        make.plan(unmet=(unmet,)),
        make.plan(proof=replace(make.proof, bill=bill)),
    ):
        assert "evidence_exists" in make.held(plan)
    cited = make.session(0, reasons=(Reason.of("made_up", ("S10",)),))
    assert "evidence_exists" not in make.held(make.plan(cited))


def test_proof_adds_up_or_is_refused(make: Maker) -> None:
    good = make.proof
    for proof in (
        replace(good, bound=29),
        replace(good, objective=31, bound=31),
        replace(good, bill=(*good.bill, Charge(rule="days", evidence=("S31",), cost=1))),
        replace(good, status="feasible"),
    ):
        assert "proof_adds_up" in make.held(make.plan(proof=proof))
    assert "proof_adds_up" not in make.held(make.plan(make.session(0)))


def test_an_empty_proof_is_for_an_empty_plan(make: Maker) -> None:
    empty = replace(make.proof, status="empty", objective=0, bound=0, bill=())
    assert "proof_adds_up" not in make.held(make.plan(proof=empty))
    assert "proof_adds_up" in make.held(make.plan(make.session(0), proof=empty))


def test_a_session_may_be_as_long_as_its_sets(make: Maker) -> None:
    holds = make.exercise("plank", *[make.one(None, seconds=180)] * 3)
    for minutes, told in ((9, False), (8, True)):
        held = make.held(make.plan(make.session(0, "18:00", holds, minutes=minutes)))
        assert ("minutes_hold_the_work" in held) == told


def test_a_row_that_is_not_there_is_told_with_what_cites_it(make: Maker) -> None:
    session = make.session(0, reasons=(UNCITED,))
    (found,) = (each for each in make.check(make.plan(session)) if each.rule == "evidence_exists")
    assert (found.date, found.uid) == (session.date, session.uid)
    assert found.reason.figures == {"cited": UNCITED.evidence[0], "cited_by": UNCITED.rule}
