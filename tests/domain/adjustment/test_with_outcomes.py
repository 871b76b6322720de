from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.adjustment.unplanned import unplanned_exercise
from runlift.domain.adjustment.with_outcomes import with_outcomes
from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.diary.entry import BodyPart, Pain, SessionDone, SessionState
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.outcome import ExerciseResult, SessionResult
from runlift.domain.plan.plan import Plan, PlanWeek, Proof
from runlift.domain.plan.session import LegStress, Phase, PlannedSession

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.diary.entry import Entry


@pytest.fixture(scope="session")
def plan(make: Maker) -> Plan:
    weeks = tuple(
        PlanWeek(
            monday=make.day(7 * number),
            phase=Phase.STRENGTH,
            deload=False,
            sessions_wanted=2,
            run_distance_m=0.0,
        )
        for number in range(2)
    )
    return Plan(
        first_day=make.day(0),
        began=make.day(0),
        time_zone="UTC",
        athlete=Athlete(lifting=Lifting.NOVICE),
        runs=(),
        rest_days=(),
        weeks=weeks,
        sessions=(
            make.session(1, make.asked(), make.asked("plank", reps=None, seconds=30, kg=None, rir=None)),
            make.session(4, make.asked("db_row")),
            make.session(8),
        ),
        unmet=(),
        warnings=(),
        proof=Proof(status="optimal", objective=0, bound=0, bill=()),
        inputs=(),
    )


def outcomes(make: Maker, plan: Plan, today: int, *entries: Entry) -> dict[str, PlannedSession]:
    judged = with_outcomes(plan, make.diary(*entries), make.day(today), catalogue())
    return {session.uid: session for session in judged}


def result(session: PlannedSession) -> SessionResult | None:
    return session.outcome.result if session.outcome else None


def test_a_session_is_missed_only_when_its_day_has_passed(make: Maker, plan: Plan) -> None:
    assert [result(each) for each in outcomes(make, plan, 1).values()] == [None, None, None]
    assert [result(each) for each in outcomes(make, plan, 2).values()] == [SessionResult.MISSED, None, None]


def test_all_exercises_done_is_done_and_some_is_in_part(make: Maker, plan: Plan) -> None:
    squat = make.done(session="session-1", day=make.day(1))
    plank = make.done(None, None, None, session="session-1", day=make.day(1), exercise="plank", seconds=30)
    assert result(outcomes(make, plan, 2, squat, plank)["session-1"]) is SessionResult.DONE
    partly = outcomes(make, plan, 2, squat)["session-1"]
    assert result(partly) is SessionResult.PARTLY
    assert partly.outcome is not None
    assert [each.result for each in partly.outcome.exercises][1] is ExerciseResult.LEFT_OUT


def test_what_the_runner_skips_is_skipped_also_ahead(make: Maker, plan: Plan) -> None:
    told = SessionDone(
        session="session-4", starts_at=datetime.combine(make.day(4), time(17)), state=SessionState.SKIPPED
    )
    assert result(outcomes(make, plan, 2, told)["session-4"]) is SessionResult.SKIPPED


def test_a_session_under_way_stays_and_is_judged_when_its_day_has_passed(make: Maker, plan: Plan) -> None:
    starts_at = datetime.combine(make.day(1), time(17))
    begun = SessionDone(session="session-1", starts_at=starts_at, state=SessionState.OPEN)
    squat = make.done(session="session-1", day=make.day(1))
    assert result(outcomes(make, plan, 1, begun)["session-1"]) is SessionResult.UNDER_WAY
    assert result(outcomes(make, plan, 1, begun, squat)["session-1"]) is SessionResult.UNDER_WAY
    assert result(outcomes(make, plan, 2, begun, squat)["session-1"]) is SessionResult.PARTLY


def test_a_gym_app_s_session_counts_for_the_planned_one_of_its_day(make: Maker, plan: Plan) -> None:
    squat = make.done(session="hevy/1", day=make.day(1))
    judged = outcomes(make, plan, 2, squat)
    assert result(judged["session-1"]) is SessionResult.PARTLY
    assert "hevy/1" not in judged


def test_a_session_done_on_another_day_counts_for_the_one_it_resembles(make: Maker, plan: Plan) -> None:
    row = make.done(session="hevy/1", day=make.day(2), exercise="db_row")
    judged = outcomes(make, plan, 3, row)
    assert result(judged["session-1"]) is SessionResult.MISSED
    assert result(judged["session-4"]) is SessionResult.DONE


def test_every_session_first_finds_the_planned_one_of_its_own_day(make: Maker, plan: Plan) -> None:
    late = make.done(session="hevy/1", day=make.day(3), exercise="goblet_squat")
    on_time = make.done(session="hevy/2", day=make.day(4), exercise="db_row", position=2)
    judged = outcomes(make, plan, 6, late, on_time)
    done = {uid: each.outcome.starts_at for uid, each in judged.items() if each.outcome}
    assert {uid: at.date() for uid, at in done.items() if at} == {
        "session-1": make.day(3),
        "session-4": make.day(4),
    }


def test_other_work_on_an_earlier_day_leaves_what_is_ahead(make: Maker, plan: Plan) -> None:
    lunge = make.done(session="hevy/1", day=make.day(3), exercise="reverse_lunge")
    judged = outcomes(make, plan, 3, lunge)
    assert result(judged["session-4"]) is None
    assert result(judged["hevy/1"]) is SessionResult.UNPLANNED


@pytest.mark.parametrize(("held", "becomes"), [(1, None), (2, SessionResult.PARTLY), (4, SessionResult.DONE)])
def test_a_session_is_done_ahead_only_by_half_its_exercises(
    make: Maker, plan: Plan, held: int, becomes: SessionResult | None
) -> None:
    asked = ("goblet_squat", "db_row", "push_up", "bent_knee_calf_raise_floor")
    ahead = make.session(11, *(make.asked(each) for each in asked))
    rows = [
        make.done(session="hevy/1", day=make.day(9), exercise=each, position=at)
        for at, each in enumerate(asked[:held], start=1)
    ]
    judged = outcomes(make, replace(plan, sessions=(ahead,)), 9, *rows)
    assert result(judged["session-11"]) is becomes
    assert ("hevy/1" in judged) is (becomes is None)


def test_work_with_none_of_its_exercises_leaves_the_session_of_its_day(make: Maker, plan: Plan) -> None:
    row = make.done(session="hevy/1", day=make.day(1), exercise="db_row")
    judged = outcomes(make, replace(plan, sessions=plan.sessions[:1]), 1, row)
    assert result(judged["session-1"]) is None
    assert result(judged["hevy/1"]) is SessionResult.UNPLANNED


def test_what_is_logged_for_a_session_is_that_session_whatever_it_held(make: Maker, plan: Plan) -> None:
    row = make.done(session="session-8", day=make.day(2), exercise="db_row")
    assert result(outcomes(make, plan, 3, row)["session-8"]) is SessionResult.PARTLY


@given(
    day=st.integers(0, 13),
    names=st.sets(
        st.sampled_from(["goblet_squat", "plank", "db_row", "reverse_lunge", "push_up"]), min_size=1
    ),
)
def test_no_other_day_s_session_is_taken_with_less_than_half_of_it(
    make: Maker, plan: Plan, day: int, names: set[str]
) -> None:
    rows = [make.done(session="hevy/1", day=make.day(day), exercise=each) for each in sorted(names)]
    judged = outcomes(make, plan, day, *rows)
    for session in plan.sessions:
        outcome = judged[session.uid].outcome
        if outcome and outcome.result.is_trained and session.date != make.day(day):
            asked = {each.exercise for each in session.exercises}
            assert 2 * len(asked & names) >= len(asked)


@given(days=st.lists(st.integers(0, 13), max_size=6, unique=True))
def test_each_session_logged_counts_exactly_once(make: Maker, plan: Plan, days: list[int]) -> None:
    rows = [make.done(session=f"hevy/{day}", day=make.day(day)) for day in days]
    judged = outcomes(make, plan, 14, *rows)
    trained = [each for each in judged.values() if each.outcome and each.outcome.result.is_trained]
    assert sorted(at.starts_at.date() for each in trained if (at := each.outcome) and at.starts_at) == sorted(
        make.day(day) for day in days
    )


@pytest.mark.parametrize(
    ("later", "rule"), [(0, "hurt_step_back"), (1, "hurt_step_back"), (2, "fewer_sets_hold")]
)
def test_pain_told_after_an_exercise_up_to_the_next_morning_counts_for_it(
    make: Maker, plan: Plan, later: int, rule: str
) -> None:
    squat = make.done(session="session-1", day=make.day(1))
    pain = Pain(date=make.day(1 + later), at=BodyPart.KNEE, level=4, exercise="goblet_squat")
    session = outcomes(make, plan, 5, squat, pain)["session-1"]
    assert session.outcome is not None
    assert [reason.rule for reason in session.outcome.exercises[0].reasons] == [rule]


def test_what_was_done_beside_the_plan_grows_a_standing_only_by_showing_more(make: Maker) -> None:
    known = make.judged(make.asked(), make.done(), make.done(position=2))
    goblet = catalogue()["goblet_squat"]

    def after(**done: float) -> tuple[float, float]:
        sets = (make.done(int(done.get("reps", 8)), done["kg"], done.get("rir")),)
        stands = unplanned_exercise(goblet, sets, known, 5).stands
        assert stands is not None
        return stands.load_kg, stands.effective

    assert after(kg=8.0, reps=5) == (8.0, 11.0)  # no reserve told: five is no more than was known
    assert after(kg=8.0, reps=12) == (8.0, 12.0)
    assert after(kg=6.0, reps=20) == (8.0, 11.0)
    assert after(kg=12.0, reps=6, rir=2.0) == (12.0, 8.0)
    assert after(kg=17.64) == (8.0, 11.0)  # pounds, it seems


@pytest.mark.parametrize(("pain", "kg"), [(0, 10.0), (2, 10.0), (3, 8.0), (4, 6.0), (7, 6.0)])
def test_what_hurts_beside_the_plan_does_not_grow_and_steps_back(
    make: Maker, plan: Plan, pain: int, kg: float
) -> None:
    """Held above 2 of 10 and lighter above 3, as if it had been asked for."""
    dumbbells = Equipment(dumbbells_kg=tuple((each, 2) for each in (4.0, 6.0, 8.0, 10.0)))
    athlete = replace(plan.athlete, places=(Place(id="home", equipment=dumbbells),))
    plan = replace(plan, athlete=athlete)
    usual = [make.done(session="session-1", day=make.day(1), position=number) for number in (1, 2)]
    later = make.day(2)
    quiet = make.done(12, 10.0, 4.0, day=later, session="gym")
    told: list[list[Entry]] = [
        [replace(quiet, pain=pain, pain_at=BodyPart.KNEE)],
        [quiet, Pain(date=make.day(3), at=BodyPart.KNEE, level=pain, exercise="goblet_squat")],
    ]
    for entries in told:
        outcome = outcomes(make, plan, 5, *usual, *entries)["gym"].outcome
        assert outcome is not None
        (stands,) = [each.stands for each in outcome.exercises]
        assert stands is not None
        assert stands.load_kg == kg


def test_a_leap_beside_the_plan_is_kept_out_and_asked_about(make: Maker) -> None:
    known = make.judged(make.asked(), make.done(), make.done(position=2))
    outcome = unplanned_exercise(catalogue()["goblet_squat"], (make.done(kg=80.0),), known, 5)
    assert [reason.rule for reason in outcome.reasons] == ["doubtful_leap"]
    assert (outcome.stands, outcome.sets) == (known.stands, ())


@pytest.mark.parametrize(
    ("reps", "rir", "stress"),
    [(8, 0.0, LegStress.MODERATE), (5, 2.0, LegStress.HEAVY), (7, None, LegStress.HEAVY)],
)
def test_a_session_done_harder_than_planned_is_remembered_as_heavy(
    make: Maker, plan: Plan, reps: int, rir: float | None, stress: LegStress
) -> None:
    squat = make.done(reps, rir=rir, session="session-1", day=make.day(1))
    beside = make.done(reps, rir=rir, session="gym/1", day=make.day(7), exercise="goblet_squat")
    judged = outcomes(make, plan, 8, squat, beside)
    assert judged["session-1"].leg_stress is stress
    assert judged["session-8"].leg_stress is stress


def test_what_was_done_more_easily_stays_as_planned(make: Maker, plan: Plan) -> None:
    row = make.done(session="session-1", day=make.day(1), exercise="db_row")
    assert outcomes(make, plan, 5, row)["session-1"].leg_stress is LegStress.MODERATE


def test_no_session_counts_twice_and_what_is_left_stands_beside_the_plan(make: Maker, plan: Plan) -> None:
    days = (2, 3, 5)
    rows = [make.done(session=f"hevy/{day}", day=make.day(day), exercise="db_row") for day in days]
    judged = outcomes(make, plan, 6, *rows)
    beside = [each for each in judged.values() if result(each) is SessionResult.UNPLANNED]
    assert len(beside) == 2
    assert all(each.outcome and each.outcome.exercises[0].stands for each in beside)


def test_a_session_only_said_to_be_done_counts_but_nothing_grows(make: Maker, plan: Plan) -> None:
    told = SessionDone(session="session-1", starts_at=datetime.combine(make.day(1), time(17)))
    session = outcomes(make, plan, 2, told)["session-1"]
    assert result(session) is SessionResult.DONE
    assert session.outcome is not None
    squat = session.outcome.exercises[0]
    assert squat.stands is not None
    assert squat.stands.grown_in > 0
    assert squat.stands.careful  # nothing was said against catching up
    assert [reason.rule for reason in squat.reasons] == ["only_ticked_hold"]


def test_judging_again_gives_the_same_and_a_correction_counts(make: Maker, plan: Plan) -> None:
    squat = make.done(session="session-1", day=make.day(1))
    entries = make.diary(squat)
    first = with_outcomes(plan, entries, make.day(2), catalogue())
    assert with_outcomes(replace(plan, sessions=first), entries, make.day(2), catalogue()) == first
    taken_back = with_outcomes(replace(plan, sessions=first), make.diary(), make.day(2), catalogue())
    assert result(taken_back[0]) is SessionResult.MISSED


def test_moving_all_dates_moves_the_outcomes(make: Maker, plan: Plan) -> None:
    week = timedelta(weeks=1)
    moved = replace(
        plan,
        began=plan.began + week,
        weeks=tuple(replace(each, monday=each.monday + week) for each in plan.weeks),
        sessions=tuple(replace(each, date=each.date + week) for each in plan.sessions),
    )
    here = outcomes(make, plan, 2, make.done(session="session-1", day=make.day(1)))
    there = outcomes(make, moved, 9, make.done(session="session-1", day=make.day(8)))
    assert [result(each) for each in here.values()] == [result(each) for each in there.values()]
