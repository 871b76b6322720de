"""A bad day is a bad day: it holds, and each step back is earned by failures of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.adjustment.with_outcomes import with_outcomes
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.diary.entry import SessionDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.plan import Plan, Proof
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.plan.outcome import ExerciseOutcome
    from runlift.domain.plan.session import PlannedSession

FINE = (7.0, 7.5, 8.0)


def plan_of(make: Maker, session: PlannedSession) -> Plan:
    return Plan(
        first_day=make.day(0),
        began=make.day(0),
        time_zone="UTC",
        athlete=Athlete(lifting=Lifting.NOVICE),
        runs=(),
        rest_days=(),
        weeks=(),
        sessions=(session,),
        unmet=(),
        warnings=(),
        proof=Proof(status="optimal", objective=0, bound=0, bill=()),
        inputs=(),
    )


def rules(outcome: ExerciseOutcome) -> list[str]:
    return [reason.rule for reason in outcome.reasons]


def short(make: Maker, before: ExerciseOutcome | None = None) -> ExerciseOutcome:
    return make.judged(make.asked(), make.done(reps=7), before=before, rack=FINE)


def test_after_a_step_back_the_first_failure_only_holds_again(make: Maker) -> None:
    first = short(make)
    second = short(make, first)
    third = short(make, second)
    fourth = short(make, third)
    told = [rules(one) for one in (first, second, third, fourth)]
    assert told == [
        ["fell_short_hold"],
        ["fell_short_step_back"],
        ["fell_short_hold"],
        ["fell_short_step_back"],
    ]


@given(reps=st.integers(1, 7), rir=st.floats(0, 3))
def test_what_falls_short_on_a_day_known_to_be_bad_is_asked_again(make: Maker, reps: int, rir: float) -> None:
    outcome = make.judged(make.asked(), make.done(reps=reps, rir=rir), bad_day=True)
    assert rules(outcome) == ["fell_short_hold"]
    assert outcome.stands is not None
    assert (outcome.stands.load_kg, outcome.stands.reps) == (8.0, 8)


def test_a_failure_on_a_bad_day_does_not_count_toward_two_in_a_row(make: Maker) -> None:
    bad = make.judged(make.asked(), make.done(reps=7), rack=FINE, bad_day=True)
    first = short(make, bad)
    assert (bad.in_a_row, first.in_a_row) == (0, 1)
    assert rules(first) == ["fell_short_hold"]
    between = make.judged(make.asked(), make.done(reps=7), before=first, rack=FINE, bad_day=True)
    assert rules(between) == ["fell_short_hold"]
    assert rules(short(make, between)) == ["fell_short_step_back"]  # nor does it undo the one before


def test_less_reserve_or_load_on_a_bad_day_is_only_asked_again(make: Maker) -> None:
    slack = make.judged(make.asked(), make.done(rir=2.0), make.done(rir=2.0, position=2), bad_day=True)
    assert slack.in_a_row == 0
    asked = make.asked()
    lighter = make.judged(asked, make.done(kg=6.0), make.done(kg=6.0, position=2), bad_day=True)
    assert (lighter.in_a_row, rules(lighter)) == (0, ["fell_short_hold"])
    assert lighter.stands is not None
    assert lighter.stands.load_kg == 8.0


def test_the_same_on_any_other_day_steps_back(make: Maker) -> None:
    assert rules(make.judged(make.asked(), make.done(reps=4, rir=0.0))) == ["fell_short_step_back"]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("sore_legs", "fell_short_hold"),
        ("short_sleep", "fell_short_hold"),
        ("lighter_after_illness", "fell_short_hold"),
        ("deload", "fell_short_step_back"),
    ],
)
def test_a_day_is_known_to_be_bad_when_the_session_said_so(make: Maker, rule: str, told: str) -> None:
    session = replace(make.session(1), reasons=(Reason.of(rule, ("D094",)),))
    done = make.done(reps=3, rir=0.0, day=make.day(1), session=session.uid)
    diary = make.diary(done, SessionDone(session=session.uid, starts_at=session.starts_at))
    judged = with_outcomes(plan_of(make, session), diary, make.day(2), catalogue())
    assert judged[0].outcome is not None
    assert rules(judged[0].outcome.exercises[0]) == [told]


@given(told=st.floats(4, 6))
def test_a_lighter_week_felt_less_light_than_written_holds_nothing(make: Maker, told: float) -> None:
    asked = make.asked(rir=6.0)
    outcome = make.judged(asked, make.done(rir=told), make.done(rir=told, position=2))
    assert outcome.reasons == ()
    assert outcome.stands == asked.leads_to


def test_a_lighter_week_that_is_hard_holds(make: Maker) -> None:
    outcome = make.judged(make.asked(rir=6.0), make.done(rir=2.0), make.done(rir=2.0, position=2))
    assert rules(outcome) == ["fell_short_hold"]


def test_fewer_repetitions_are_not_made_up_by_a_reserve_that_nobody_feels(make: Maker) -> None:
    outcome = make.judged(make.asked(rir=6.0), make.done(reps=4, rir=8.0), make.done(reps=4, rir=8.0))
    assert rules(outcome) == ["fell_short_step_back"]
