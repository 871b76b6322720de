from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.check import is_refused
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.session import PlannedSession


def test_a_plan_that_keeps_every_rule_is_held_nothing_against(make: Maker) -> None:
    first = make.exercise("squat", new=True)
    plan = make.plan(make.session(1, "18:00", first), make.session(4), make.session(8))
    assert make.check(plan) == ()
    assert not is_refused(make.check(plan))


def test_an_empty_plan_is_held_nothing_against(make: Maker) -> None:
    empty = replace(make.proof, status="empty", objective=0, bound=0, bill=())
    assert make.check(make.plan(runs=(), proof=empty)) == ()


def test_a_breach_says_where_how_much_and_why(make: Maker) -> None:
    plan = make.plan(make.session(1, "08:00", make.exercise("squat", new=True)))
    (verdict,) = make.check(plan)
    assert (verdict.rule, verdict.level, verdict.date) == ("gap_after_run", Level.REFUSE, make.day(1))
    assert verdict.uid == "session 1 08:00"
    assert verdict.reason.rule == "gap_after_run"
    assert verdict.reason.evidence == ("S10", "S17")
    assert verdict.reason.figures["hours_least"] == 3
    assert is_refused(make.check(plan))


def test_a_warning_alone_does_not_refuse(make: Maker) -> None:
    plan = make.plan(make.session(1))
    verdicts = make.check(plan)
    assert [verdict.rule for verdict in verdicts] == ["new_exercise_told"]
    assert not is_refused(verdicts)


def test_verdicts_come_in_the_order_of_days_and_twice_the_same(make: Maker) -> None:
    plan = make.plan(make.session(1, "08:00"), make.session(2, "08:00"), make.session(3, "05:00"))
    verdicts = make.check(plan)
    days = [verdict.date for verdict in verdicts if verdict.date]
    assert days == sorted(days)
    assert verdicts == make.check(plan)


def test_nothing_else_is_judged_when_numbers_make_no_sense(make: Maker) -> None:
    plan = make.plan(make.session(1, "05:00", minutes=0))
    assert make.held(plan) == ["finite_numbers"]


def _done(session: PlannedSession) -> PlannedSession:
    outcome = SessionOutcome(
        result=SessionResult.DONE,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        exercises=tuple(
            ExerciseOutcome(exercise=one.exercise, result=ExerciseResult.AS_PLANNED, sets=one.sets)
            for one in session.exercises
        ),
    )
    return replace(session, outcome=outcome)


def test_races_told_apart_from_the_plan_count_for_its_past_too(make: Maker) -> None:
    races = (make.race(3),)
    assert "heavy_legs_before_a_race" in make.held(make.plan(make.session(1)), races=races)
    past = make.plan(_done(make.session(1)), first_day=make.day(2))
    assert "heavy_legs_before_a_race" not in make.held(past, races=races)


def test_what_the_past_breaks_only_with_what_lies_ahead_is_held_against_the_plan(make: Maker) -> None:
    morning, evening = _done(make.session(1, "11:00")), make.session(1, "18:00")
    plan = make.plan(morning, evening, first_day=make.day(1))
    held = [verdict.uid for verdict in make.check(plan) if verdict.rule == "sessions_a_day"]
    assert held == [morning.uid, evening.uid]


def test_one_rule_broken_twice_at_one_place_is_told_in_the_order_of_its_figures(make: Maker) -> None:
    first = make.run(1, "06:00", kind=RunKind.INTERVALS, id="b")
    later = make.run(1, "08:00", kind=RunKind.INTERVALS, id="a")
    plan = make.plan(make.session(0), runs=(make.run(0), first, later))
    told = [one.reason.figures["run"] for one in make.check(plan) if one.rule == "heavy_legs_before_key_run"]
    assert told == ["a", "b"]
