from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.plan.easing import Easing
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.session import LegStress, Role, Side
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet
    from runlift.domain.safety.verdict import Verdict

ILL = Reason.of("rest_while_ill", ("D101",))


def done(session: PlannedSession, *exercises: PrescribedExercise) -> PlannedSession:
    """The session as asked, or with other exercises, done in its hours."""
    outcome = SessionOutcome(
        result=SessionResult.DONE if not exercises else SessionResult.PARTLY,
        starts_at=datetime.combine(session.date, session.start),
        ends_at=datetime.combine(session.date, time(session.start.hour + 1)),
        exercises=tuple(
            ExerciseOutcome(exercise=one.exercise, result=ExerciseResult.AS_PLANNED, sets=one.sets)
            for one in exercises or session.exercises
        ),
    )
    return replace(session, outcome=outcome)


def missed(session: PlannedSession) -> PlannedSession:
    return replace(session, outcome=SessionOutcome(result=SessionResult.MISSED))


def rows(make: Maker, day: int, *sets: PrescribedSet) -> PlannedSession:
    return make.session(day, "18:00", make.exercise("row", *sets, to_confirm=day == 0), stress=LegStress.NONE)


def squats(
    make: Maker, day: int, *sets: PrescribedSet, stress: LegStress = LegStress.LIGHT
) -> PlannedSession:
    return make.session(day, "18:00", make.exercise("squat", *sets, to_confirm=day == 0), stress=stress)


def back(make: Maker, days: int, *sets: PrescribedSet, lift_missed: bool = True) -> Plan:
    """Three sets of ten with 20 kg, then nothing, one session missed on the next day, then these sets."""
    between = [missed(rows(make, 1, make.one()))] if lift_missed else []
    before = done(rows(make, 0, *[make.one(10, 20.0)] * 3))
    return make.plan(before, *between, rows(make, days, *sets), first_day=make.day(days - 1))


def of_rule(verdicts: tuple[Verdict, ...], rule: str) -> list[dict[str, float | str]]:
    return [dict(each.reason.numbers) for each in verdicts if each.rule == rule]


@pytest.mark.parametrize(
    ("days", "most"),
    [(13, 20.0), (14, 19.0), (15, 18.0), (28, 18.0), (29, 16.0), (56, 16.0), (57, 14.0), (80, 14.0)],
)
def test_loads_after_a_break_leaves_the_share_of_its_length(make: Maker, days: int, most: float) -> None:
    assert "loads_after_a_break" not in make.held(back(make, days, make.one(10, most)))
    held = of_rule(make.check(back(make, days, make.one(10, most + 0.02))), "loads_after_a_break")
    assert held == ([] if days < 14 else [{"load_kg": most + 0.02, "most_kg": most, "days": days}])


def test_loads_after_a_break_lets_the_kit_go_no_lighter_than_it_can(make: Maker) -> None:
    light = done(rows(make, 0, make.one(10, 4.0)))
    gone = missed(rows(make, 1, make.one()))
    assert "loads_after_a_break" not in make.held(make.plan(light, gone, rows(make, 20, make.one(10, 4.0))))
    heavier = make.plan(done(rows(make, 0, make.one(10, 8.0))), gone, rows(make, 20, make.one(10, 8.0)))
    assert "loads_after_a_break" in make.held(heavier)


def test_loads_after_a_break_counts_bands_and_bars_by_what_was_done(make: Maker) -> None:
    unknown = make.one(10, 20.0, implement=None)
    assert "loads_after_a_break" in make.held(back(make, 20, unknown))
    assert "loads_after_a_break" not in make.held(back(make, 20, make.one()))


def test_loads_after_a_break_has_each_side_for_itself(make: Maker) -> None:
    sides = [make.one(10, 20.0, side=Side.LEFT), make.one(10, 12.0, side=Side.RIGHT)]
    gone = missed(rows(make, 1, make.one()))
    for side, load, refused in ((Side.LEFT, 12.0, False), (Side.RIGHT, 12.0, True), (Side.BOTH, 20.0, False)):
        ahead = rows(make, 20, make.one(10, load, side=side))
        held = make.held(make.plan(done(rows(make, 0, *sides)), gone, ahead))
        assert ("loads_after_a_break" in held) == refused


def test_loads_after_a_break_looks_at_what_was_done_before_it_alone(make: Maker) -> None:
    first = done(rows(make, 0, make.one(10, 12.0)))
    gone = missed(rows(make, 1, make.one()))
    then = done(rows(make, 20, make.one(10, 20.0)))
    assert "loads_after_a_break" not in make.held(
        make.plan(first, gone, then, rows(make, 24, make.one(10, 20.0)))
    )


def test_loads_after_a_break_does_not_know_an_exercise_that_was_never_done(make: Maker) -> None:
    plan = back(make, 20, make.one(10, 12.0))
    other = make.exercise("squat", make.one(10, 12.0), to_confirm=True)
    ahead = replace(plan.sessions[-1], exercises=(other,))
    assert "loads_after_a_break" not in make.held(replace(plan, sessions=(*plan.sessions[:-1], ahead)))


def test_loads_after_a_break_looks_into_the_ten_minutes_too(make: Maker) -> None:
    plan = back(make, 20, make.one(10, 12.0))
    short = replace(plan.sessions[-1], ten_minutes=(make.exercise("row", make.one(10, 20.0)),))
    assert "loads_after_a_break" in make.held(replace(plan, sessions=(*plan.sessions[:-1], short)))


def test_days_that_the_plan_left_free_are_no_break(make: Maker) -> None:
    assert "loads_after_a_break" not in make.held(back(make, 20, make.one(10, 20.0), lift_missed=False))


@pytest.mark.parametrize(("gone_on", "breaks"), [(0, False), (1, True), (19, True), (20, False)])
def test_a_break_has_a_missed_session_within_it(make: Maker, gone_on: int, *, breaks: bool) -> None:
    gone = replace(missed(rows(make, gone_on, make.one())), uid="gone", start=time(12))
    sessions = [done(rows(make, 0, make.one(10, 20.0))), gone, rows(make, 20, make.one(10, 20.0))]
    ordered = sorted(sessions, key=lambda one: one.starts_at)
    assert ("loads_after_a_break" in make.held(make.plan(*ordered))) == breaks


@pytest.mark.parametrize(
    ("first", "until", "rest", "breaks"),
    [
        (5, 9, True, True),
        (5, 9, False, False),
        (-3, 0, True, False),
        (-3, 1, True, True),
        (19, 20, True, True),
        (20, 22, True, False),
    ],
)
def test_an_illness_within_it_makes_a_break(
    make: Maker, first: int, until: int, *, rest: bool, breaks: bool
) -> None:
    ill = Easing(first=make.day(first), until=make.day(until), reason=ILL, no_sessions=rest)
    plan = replace(back(make, 20, make.one(10, 20.0), lift_missed=False), easings=(ill,))
    assert ("loads_after_a_break" in make.held(plan)) == breaks


@pytest.mark.parametrize(("later", "refused"), [(0, True), (1, False)])
def test_the_return_is_the_first_day_after_a_shorter_break(make: Maker, later: int, *, refused: bool) -> None:
    returned = done(rows(make, 20, make.one(10, 16.0)))
    plan = back(make, 20, make.one(10, 20.0))
    if later:
        plan = replace(
            plan, sessions=(*plan.sessions[:2], returned, rows(make, 20 + later, make.one(10, 20.0)))
        )
    assert ("loads_after_a_break" in make.held(plan)) == refused


@pytest.mark.parametrize(("later", "refused"), [(13, True), (14, False)])
def test_the_return_lasts_two_weeks_after_a_longer_break(make: Maker, later: int, *, refused: bool) -> None:
    plan = back(make, 29, make.one(10, 16.0))
    ahead = rows(make, 29 + later, make.one(10, 20.0))
    assert ("loads_after_a_break" in make.held(replace(plan, sessions=(*plan.sessions, ahead)))) == refused


@pytest.mark.parametrize(("days", "most"), [(13, 3), (14, 2), (15, 2), (28, 2), (29, 2), (57, 2)])
def test_sets_after_a_break_leaves_the_share_of_its_length(make: Maker, days: int, most: int) -> None:
    assert "sets_after_a_break" not in make.held(back(make, days, *[make.one()] * most))
    assert ("sets_after_a_break" in make.held(back(make, days, *[make.one()] * 3))) == (days >= 14)


@pytest.mark.parametrize(("days", "most"), [(14, 4), (15, 3), (29, 3)])
def test_sets_after_a_break_rounds_half_a_set_up(make: Maker, days: int, most: int) -> None:
    gone = missed(rows(make, 1, make.one()))
    before = done(rows(make, 0, *[make.one()] * 5))
    kept = make.check(make.plan(before, gone, rows(make, days, *[make.one()] * most)))
    assert of_rule(kept, "sets_after_a_break") == []
    broken = make.check(make.plan(before, gone, rows(make, days, *[make.one()] * (most + 1))))
    assert of_rule(broken, "sets_after_a_break") == [{"sets": most + 1, "sets_most": most, "days": days}]


def test_sets_after_a_break_never_asks_for_less_than_one(make: Maker) -> None:
    gone = missed(rows(make, 1, make.one()))
    plan = make.plan(done(rows(make, 0, make.one(side=Side.LEFT))), gone, rows(make, 57, make.one()))
    assert "sets_after_a_break" not in make.held(plan)


def test_sets_after_a_break_counts_a_side_as_half_a_set(make: Maker) -> None:
    both = [make.one(side=side) for side in (Side.LEFT, Side.RIGHT)]
    assert "sets_after_a_break" not in make.held(back(make, 20, *both * 2))
    assert "sets_after_a_break" in make.held(back(make, 20, *both * 2, make.one(side=Side.LEFT)))


def test_sets_after_a_break_counts_the_most_that_was_done_of_it(make: Maker) -> None:
    gone = missed(rows(make, 5, make.one()))
    before = [done(rows(make, 0, *[make.one()] * 5)), done(rows(make, 4, make.one()))]
    held = make.held(make.plan(*before, gone, rows(make, 24, *[make.one()] * 3)))
    assert "sets_after_a_break" not in held


def test_sets_after_a_break_takes_three_sets_for_usual_in_an_exercise_never_done(make: Maker) -> None:
    plan = back(make, 20, make.one())
    for sets, refused in ((2, False), (3, True)):
        ahead = replace(plan.sessions[-1], exercises=(make.exercise("squat", *[make.one()] * sets),))
        held = make.held(replace(plan, sessions=(*plan.sessions[:-1], ahead)))
        assert ("sets_after_a_break" in held) == refused


def test_sets_after_a_break_leaves_foot_contacts_to_their_own_rules(make: Maker) -> None:
    plan = back(make, 20, make.one())
    skips = make.exercise("skip", *[make.one(None, contacts=5, rir=None)] * 4, role=Role.POWER)
    ahead = replace(plan.sessions[-1], exercises=(skips,))
    assert "sets_after_a_break" not in make.held(replace(plan, sessions=(*plan.sessions[:-1], ahead)))


def without_legs(make: Maker, *, asked: bool) -> list[PlannedSession]:
    """Squats with 20 kg, then rows alone for three weeks; squats were asked for and left out, or not."""
    row = make.exercise("row", make.one(10, 12.0))
    sessions = [done(squats(make, 0, make.one(10, 20.0)))]
    for day in (7, 14):
        session = make.session(day, "18:00", row, stress=LegStress.LIGHT)
        session = replace(session, exercises=(*session.exercises, make.exercise())) if asked else session
        sessions.append(done(session, row))
    return sessions


@pytest.mark.parametrize("asked", [True, False])
def test_legs_whose_work_was_left_out_have_a_break_of_their_own(make: Maker, *, asked: bool) -> None:
    sessions = without_legs(make, asked=asked)
    squat = make.plan(*sessions, squats(make, 20, make.one(10, 20.0)), first_day=make.day(20))
    assert ("loads_after_a_break" in make.held(squat)) == asked
    row = make.plan(*sessions, rows(make, 20, make.one(10, 12.0)), first_day=make.day(20))
    assert "loads_after_a_break" not in make.held(row)


def test_the_longer_of_two_breaks_that_end_together_counts(make: Maker) -> None:
    sessions = [*without_legs(make, asked=True), missed(rows(make, 15, make.one()))]
    plan = make.plan(*sessions, squats(make, 34, make.one(10, 16.0)), first_day=make.day(34))
    assert "loads_after_a_break" not in make.held(plan)
    plan = make.plan(*sessions, squats(make, 34, make.one(10, 17.0)), first_day=make.day(34))
    assert [told["days"] for told in of_rule(make.check(plan), "loads_after_a_break")] == [34]


@pytest.mark.parametrize(
    ("days", "stress", "refused"),
    [
        (56, LegStress.HEAVY, False),
        (57, LegStress.LIGHT, False),
        (57, LegStress.MODERATE, True),
        (57, LegStress.HEAVY, True),
    ],
)
def test_legs_after_a_long_break_stay_light(
    make: Maker, days: int, stress: LegStress, *, refused: bool
) -> None:
    before, gone = done(squats(make, 0, make.one(10, 20.0))), missed(squats(make, 3))
    plan = make.plan(before, gone, squats(make, days, make.one(), stress=stress), first_day=make.day(days))
    held = of_rule(make.check(plan), "legs_after_a_long_break")
    assert held == ([{"stress": stress.word, "days": days}] if refused else [])


@pytest.mark.parametrize(("later", "refused"), [(13, True), (14, False)])
def test_legs_after_a_long_break_stay_light_for_two_weeks(make: Maker, later: int, *, refused: bool) -> None:
    before, gone = done(squats(make, 0, make.one(10, 20.0))), missed(squats(make, 3))
    returned = done(squats(make, 57, make.one()))
    ahead = squats(make, 57 + later, make.one(), stress=LegStress.MODERATE)
    plan = make.plan(before, gone, returned, ahead, first_day=make.day(60))
    assert ("legs_after_a_long_break" in make.held(plan)) == refused


def test_what_was_done_in_a_return_is_not_held_against_the_plan(make: Maker) -> None:
    plan = back(make, 20, make.one(10, 20.0))
    over = replace(plan, sessions=(*plan.sessions[:-1], done(plan.sessions[-1])), first_day=make.day(21))
    assert not {"loads_after_a_break", "sets_after_a_break"} & set(make.held(over))


def test_a_session_without_a_record_counts_as_done(make: Maker) -> None:
    sessions = [done(rows(make, 0, make.one(10, 20.0))), rows(make, 7, make.one(10, 20.0))]
    gone = missed(rows(make, 8, make.one()))
    plan = make.plan(*sessions, gone, rows(make, 20, make.one(10, 20.0)), first_day=make.day(20))
    assert "loads_after_a_break" not in make.held(plan)
    assert timedelta(days=13) == plan.sessions[-1].date - plan.sessions[1].date
