from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.adjustment.breaks import KnownBreaks, known_breaks
from runlift.domain.adjustment.easings import easings, next_leg_session, next_session
from runlift.domain.diary.entry import BodyPart, ComplaintTold, Illness, IllnessKind, Pain, Readiness
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionResult
from runlift.domain.plan.plan import TimedRun
from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import Run, RunKind

if TYPE_CHECKING:
    from datetime import date

    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.session import PlannedSession

DAY = timedelta(days=1)


def key_run(day: date) -> TimedRun:
    run = Run(id=f"{day}/1", date=day, kind=RunKind.TEMPO, key=True, title="Tempo")
    return TimedRun(
        run=run,
        start=time(7),
        minutes=60,
        start_assumed=False,
        minutes_assumed=False,
        buffered_long_run=False,
    )


def eased(
    make: Maker,
    *entries: Entry,
    sessions: tuple[PlannedSession, ...] = (),
    runs: tuple[TimedRun, ...] = (),
    today: int = 0,
) -> tuple[Easing, ...]:
    return easings(make.diary(*entries), sessions, runs, began=make.day(-60), today=make.day(today))


def test_nothing_told_eases_nothing(make: Maker) -> None:
    assert eased(make) == ()


@pytest.mark.parametrize(
    ("readiness", "rule"),
    [
        ({"sleep_h": 5.9}, "short_sleep"),
        ({"soreness": 6}, "sore_legs"),
        ({"sleep_h": 6.0, "soreness": 5, "stress": 10}, None),
    ],
)
def test_poor_readiness_eases_its_day_only(
    make: Maker, readiness: dict[str, float], rule: str | None
) -> None:
    found = eased(make, Readiness(date=make.day(0), **readiness))  # type: ignore[arg-type]
    assert [each.reason.rule for each in found] == ([rule] if rule else [])
    for each in found:
        assert (each.first, each.until, each.sets_factor, each.rir_plus) == (make.day(0), make.day(1), 0.6, 1)
        assert each.leg_stress_most is LegStress.HEAVY


@pytest.mark.parametrize(
    ("readiness", "ahead", "most"),
    [
        ({"soreness": 7}, 2, LegStress.LIGHT),
        ({"sleep_h": 4}, 1, LegStress.MODERATE),
        ({"soreness": 7}, 3, LegStress.HEAVY),
    ],
)
def test_a_key_run_near_poor_readiness_limits_the_legs(
    make: Maker, readiness: dict[str, float], ahead: int, most: LegStress
) -> None:
    told = Readiness(date=make.day(0), **readiness)  # type: ignore[arg-type]
    assert eased(make, told, runs=(key_run(make.day(ahead)),))[0].leg_stress_most is most


def test_fever_rests_two_days_longer_and_comes_back_with_half_the_sets(make: Maker) -> None:
    told = Illness(first=make.day(0), kind=IllnessKind.FEVER_OR_CHEST, well_from=make.day(3))
    rest, after = eased(make, told, today=4)
    assert (rest.first, rest.until, rest.no_sessions) == (make.day(0), make.day(5), True)
    assert (after.first, after.until, after.sets_factor) == (make.day(5), make.day(12), 0.5)


def test_whoever_has_not_told_to_be_well_rests_and_is_asked(make: Maker) -> None:
    told = Illness(first=make.day(0), kind=IllnessKind.OTHER)
    (rest,) = eased(make, told, today=6)
    assert rest.no_sessions
    assert rest.until == make.day(9)
    assert rest.reason.rule == "ill_until_told"


@pytest.mark.parametrize(("level", "count"), [(2, 0), (3, 1)])
def test_pain_above_two_eases_some_days(make: Maker, level: int, count: int) -> None:
    found = eased(make, Pain(date=make.day(0), at=BodyPart.KNEE, level=level))
    assert [each.reason.rule for each in found] == ["less_after_pain"] * count


@pytest.mark.parametrize(
    ("complaint", "level", "count"), [("achilles_mid", 5, 0), ("achilles_mid", 6, 1), ("bsi", 1, 0)]
)
def test_pain_above_the_limit_of_its_complaint_eases_too(
    make: Maker, complaint: str, level: int, count: int
) -> None:
    at = BodyPart.ACHILLES
    told = ComplaintTold(complaint=complaint, first=make.day(0), at=at, answered=True)
    found = eased(make, told, Pain(date=make.day(0), at=at, level=level))
    assert [each.reason.rule for each in found] == ["less_after_pain"] * count


@pytest.mark.parametrize(
    ("days", "sets", "length"), [(8, 0.8, 1), (9, 0.8, 1), (16, 0.6, 1), (30, 0.5, 14), (60, 0.5, 14)]
)
def test_a_break_with_missed_sessions_eases_the_way_back(
    make: Maker, days: int, sets: float, length: int
) -> None:
    past = (
        make.session(0, result=SessionResult.DONE),
        make.session(2, result=SessionResult.MISSED),
        make.session(days),
    )
    (easing,) = eased(make, sessions=past, today=days - 1)
    assert (easing.first, easing.until - easing.first) == (make.day(days), length * DAY)
    assert (easing.sets_factor, easing.rir_plus) == (sets, 1)
    assert easing.leg_stress_most is (LegStress.LIGHT if days >= 57 else LegStress.HEAVY)


def test_one_session_missed_within_a_week_is_no_break(make: Maker) -> None:
    past = (
        make.session(0, result=SessionResult.DONE),
        make.session(3, result=SessionResult.MISSED),
        make.session(7),
    )
    assert eased(make, sessions=past, today=6) == ()


def test_days_the_plan_itself_leaves_free_are_no_break(make: Maker) -> None:
    past = (make.session(0, result=SessionResult.DONE), make.session(20))
    assert eased(make, sessions=past, today=19) == ()


def test_a_season_that_starts_late_after_work_before_it_eases_its_first_session(make: Maker) -> None:
    before = make.done(day=make.day(-62))  # the season began two days later
    missed = (make.session(-58, result=SessionResult.MISSED), make.session(-40))
    (easing,) = eased(make, before, sessions=missed, today=-41)
    assert (easing.first, easing.sets_factor) == (make.day(-40), 0.6)
    assert eased(make, before, sessions=missed[1:], today=-41) == ()  # the plan itself began so late
    assert eased(make, sessions=missed, today=-41) == ()  # nothing was lifted before: no break


def test_a_break_of_the_legs_stays_known_when_the_session_missed_in_it_is_made_up(make: Maker) -> None:
    legs, row = {"goblet_squat"}, make.asked("db_row")
    first = make.session(0, result=SessionResult.DONE, outcomes=(as_done("goblet_squat"),))
    upper = make.session(6, row, result=SessionResult.DONE, outcomes=(as_done("db_row"),))
    missed, ahead = make.session(8, result=SessionResult.MISSED), make.session(11)

    def found(sessions: tuple[PlannedSession, ...], known: KnownBreaks) -> tuple[Easing, ...]:
        return easings(
            make.diary(), sessions, (), began=make.day(-9), today=make.day(10), known=known, legs=legs
        )

    (easing,) = found((first, upper, missed, ahead), KnownBreaks())
    assert (easing.reason.rule, easing.reason.figures["days"]) == ("legs_return_after_break", 11)
    made_up = (first, upper, ahead, make.session(13, uid=missed.uid))
    assert found(made_up, KnownBreaks()) == ()
    assert found(made_up, known_breaks([easing], first_day=make.day(10))) == (easing,)


def test_legs_that_rested_for_longer_than_the_rest_come_back_by_their_own_break(make: Maker) -> None:
    legs, row = {"goblet_squat"}, make.asked("db_row")
    sessions = (
        make.session(0, result=SessionResult.DONE, outcomes=(as_done("goblet_squat"),)),
        make.session(50, row, result=SessionResult.DONE, outcomes=(as_done("db_row"),)),
        make.session(55, result=SessionResult.MISSED),
        make.session(60),
    )
    found = easings(make.diary(), sessions, (), began=make.day(-9), today=make.day(60), legs=legs)
    told = {one.reason.rule: (one.reason.figures["days"], one.leg_stress_most) for one in found}
    assert told == {
        "return_after_break": (10, LegStress.HEAVY),
        "legs_return_after_break": (60, LegStress.LIGHT),
    }


def as_done(exercise: str) -> ExerciseOutcome:
    return ExerciseOutcome(exercise=exercise, result=ExerciseResult.AS_PLANNED)


def test_a_break_that_ended_eases_no_more_but_its_own_days(make: Maker) -> None:
    past = (
        make.session(0, result=SessionResult.DONE),
        make.session(5, result=SessionResult.MISSED),
        make.session(16, result=SessionResult.DONE),
        make.session(18),
    )
    found = eased(make, sessions=past, today=17)
    assert [(each.first, each.until) for each in found] == [(make.day(16), make.day(17))]


def test_easings_of_before_the_season_are_forgotten(make: Maker) -> None:
    told = Readiness(date=make.day(-90), soreness=9)
    assert eased(make, told) == ()


def test_the_legs_come_back_with_the_next_session_that_loads_them(make: Maker) -> None:
    squat, press = make.asked(), make.asked("push_up")
    done = make.judged(squat, make.done(), make.done(position=2))
    sessions = (
        make.session(1, squat, result=SessionResult.DONE, outcomes=(done,)),
        make.session(3, squat, result=SessionResult.MISSED),
        make.session(13, press),
        make.session(18, squat),
    )
    today = make.day(4)
    assert next_session(sessions, today=today) == make.day(13)
    assert next_leg_session(sessions, {"goblet_squat"}, today=today) == make.day(18)
    assert next_leg_session(sessions, {"back_squat"}, today=today) == make.day(13)
    found = easings(
        make.diary(),
        sessions,
        (),
        began=make.day(0),
        today=today,
        legs_back=make.day(18),
        legs={"goblet_squat"},
    )
    assert [(each.first, each.reason.rule) for each in found] == [
        (make.day(13), "return_after_break"),
        (make.day(18), "legs_return_after_break"),
    ]
