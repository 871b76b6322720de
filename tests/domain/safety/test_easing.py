from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.plan.easing import Easing, Restriction
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

REASON = Reason.of("eased_days", ("C018",))
DAY = timedelta(days=1)


@given(first=st.integers(-3, 3), days=st.integers(1, 4))
def test_no_session_while_ill_holds_on_exactly_its_days(make: Maker, first: int, days: int) -> None:
    rest = Easing(first=make.day(first), until=make.day(first + days), reason=REASON, no_sessions=True)
    held = make.held(make.plan(make.session(0), easings=(rest,)))
    assert ("no_session_while_ill" in held) == (first <= 0 < first + days)


def test_eased_leg_stress_refuses_more_than_the_day_allows(make: Maker) -> None:
    session = make.session(0)
    for most in LegStress:
        easing = Easing(first=make.day(0), until=make.day(1), reason=REASON, leg_stress_most=most)
        held = make.held(make.plan(session, easings=(easing,)))
        assert ("eased_leg_stress" in held) == (session.leg_stress > most)


def test_restricted_exercise_left_out_refuses_it_in_ten_minutes_too(make: Maker) -> None:
    plank = make.exercise("plank", make.one(None, seconds=30))
    session = replace(make.session(0), ten_minutes=(plank,))
    restriction = Restriction(exercises=("plank",), first=make.day(0), until=None, reason=REASON)
    held = make.check(make.plan(session, restrictions=(restriction,)))
    assert ("restricted_exercise_left_out", "plank") in [(each.rule, each.exercise) for each in held]
    over = replace(restriction, until=make.day(0))
    assert "restricted_exercise_left_out" not in make.held(make.plan(session, restrictions=(over,)))


def test_what_the_past_alone_breaks_is_not_held_against_the_plan(make: Maker) -> None:
    on_a_rest_day = make.session(1)
    runs = (make.run(0), make.run(3))
    plan = make.plan(on_a_rest_day, runs=runs)
    assert "no_strength_on_rest_day" in make.held(plan)
    done = SessionOutcome(
        result=SessionResult.DONE,
        starts_at=datetime.combine(on_a_rest_day.date, time(18)),
        ends_at=datetime.combine(on_a_rest_day.date, time(19)),
    )
    past = make.plan(replace(on_a_rest_day, outcome=done), runs=runs, first_day=make.day(2))
    assert "no_strength_on_rest_day" not in make.held(past)


def test_what_lies_ahead_is_held_against_the_plan_though_the_past_broke_the_same_rule(make: Maker) -> None:
    first, second = make.session(1), make.session(2)
    runs = (make.run(0), make.run(3))
    done = SessionOutcome(
        result=SessionResult.DONE,
        starts_at=first.starts_at,
        ends_at=first.ends_at,
    )
    plan = make.plan(replace(first, outcome=done), second, runs=runs, first_day=make.day(2))
    held = [each.uid for each in make.check(plan) if each.rule == "no_strength_on_rest_day"]
    assert held == [second.uid]


def test_a_missed_session_counts_for_nothing(make: Maker) -> None:
    missed = replace(make.session(1), outcome=SessionOutcome(result=SessionResult.MISSED))
    plan = make.plan(missed, runs=(make.run(0),), first_day=make.day(2))
    assert "no_strength_on_rest_day" not in make.held(plan)


def test_verdicts_are_in_the_order_of_days(make: Maker) -> None:
    pains = (make.session(8), make.session(1), make.session(4))
    dates = [each.date for each in make.check(make.plan(*pains, runs=(make.run(0),)))]
    told = [each.isoformat() if each else "" for each in dates]
    assert told == sorted(told)
    assert len(set(told)) > 1


def test_of_a_week_that_is_gone_nothing_is_held_and_of_the_one_that_may_change_all_is(make: Maker) -> None:
    skips = make.exercise("skip", *(make.one(None, contacts=200),) * 5)
    done = SessionOutcome(
        result=SessionResult.DONE,
        starts_at=datetime.combine(make.day(2), time(18)),
        ends_at=datetime.combine(make.day(2), time(19)),
        exercises=(ExerciseOutcome(exercise="skip", result=ExerciseResult.AS_PLANNED, sets=skips.sets),),
    )
    past = replace(make.session(2, "18:00", skips), outcome=done)
    for first_day, is_held in ((0, True), (1, False)):
        plan = make.plan(past, make.session(15), first_day=make.day(first_day))
        assert ("contacts_per_week" in make.held(plan)) == is_held
