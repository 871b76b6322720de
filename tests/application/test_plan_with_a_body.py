"""What is told of the body changes the plan, and gives it back when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.application.test_plan_again import NOW

from runlift.application.entry_id import unplanned_session
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyPart, ComplaintTold, Pain, ScreeningTold, SetDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Impact
from runlift.domain.plan.body import Stage
from runlift.domain.plan.session import LegStress
from runlift.domain.plan.timing import untimed
from runlift.domain.screening.question import questions
from runlift.wording.summary import notes_of

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan

DAY = timedelta(days=1)


def again(plan: Plan, today: date, *versions: Entry) -> Plan:
    """Plan again after one entry, told and corrected in turn."""
    recorded = [
        Recorded(
            id=f"{type(entry).__name__}-{getattr(entry, 'level', 0)}",
            revision=number + 1,
            device="phone",
            recorded_at=NOW + number * DAY,
            entry=entry,
        )
        for number, entry in enumerate(versions)
    ]
    basis = Basis(
        athlete=plan.athlete, running_plan=untimed(plan.runs, plan.rest_days), changes=Diary.of(recorded)
    )
    return plan_again(plan, Diary.of(recorded), basis, today=today).plan


def held(plan: Plan) -> set[str]:
    return {one.exercise for session in plan.ahead for one in (*session.exercises, *session.ten_minutes)}


def answers(day: date, *yes: str) -> ScreeningTold:
    return ScreeningTold(date=day, yes=yes, no=tuple(each for each in questions() if each not in yes))


def test_a_symptom_stops_the_plan_until_somebody_allowed_it(plan: Plan) -> None:
    day = plan.first_day
    asked = answers(day, "active", "chest_discomfort")
    stopped = again(plan, day, asked)
    assert plan.ahead
    assert stopped.ahead == ()
    allowed = replace(asked, cleared_from=day, cleared_by="a doctor")
    assert [each.uid for each in again(stopped, day, asked, allowed).ahead] == [
        each.uid for each in plan.ahead
    ]


def test_known_disease_keeps_sessions_and_asks_less_of_them(plan: Plan) -> None:
    limited = again(plan, plan.first_day, answers(plan.first_day, "active", "heart_disease"))
    assert limited.ahead
    assert all(each.leg_stress < LegStress.HEAVY for each in limited.ahead)
    reserves = [
        one.rir for each in limited.ahead for exercise in each.exercises for one in exercise.sets if one.rir
    ]
    assert reserves
    assert min(reserves) >= 4


@pytest.mark.parametrize("complaint", ["pfp", "achilles_ins", "lbp", "mtss"])
def test_a_complaint_leaves_out_what_it_forbids_and_says_why(plan: Plan, complaint: str) -> None:
    told = ComplaintTold(complaint=complaint, first=plan.first_day, answered=True)
    hurting = again(plan, plan.first_day, told)
    left_out = {id_ for each in hurting.restrictions for id_ in each.exercises}
    assert hurting.ahead
    assert not held(hurting) & left_out
    assert all(catalogue()[each].impact is Impact.NONE for each in held(hurting))
    rules = {each.reason.rule for each in hurting.restrictions}
    assert {"complaint_leaves_out", "complaint_no_jumps"} <= rules


def test_what_is_given_for_a_complaint_enters_the_sessions_with_its_reason(plan: Plan) -> None:
    told = ComplaintTold(complaint="pfp", first=plan.first_day, answered=True)
    hurting = again(plan, plan.first_day, told)
    given = {id_ for each in hurting.focuses for id_ in each.exercises}
    assert given & held(hurting)
    assert len(given & held(hurting)) > len(given & held(plan))
    told_why = [
        reason.rule
        for session in hurting.ahead
        for one in session.exercises
        if one.exercise in given
        for reason in one.reasons
    ]
    assert "complaint_gives" in told_why
    assert hurting.routines


def test_a_complaint_that_is_over_gives_the_plan_back(plan: Plan) -> None:
    day = plan.first_day
    told = ComplaintTold(complaint="pfp", first=day, answered=True)
    over = replace(told, over_from=day)
    back = again(again(plan, day, told), day, told, over)
    assert back.restrictions == ()
    assert back.body.complaints == ()
    assert [each.uid for each in back.ahead] == [each.uid for each in plan.ahead]


def test_a_complaint_that_moves_on_leaves_out_on_that_day_too(plan: Plan) -> None:
    day = plan.ahead[0].date
    told = ComplaintTold(complaint="pfp", first=day - 7 * DAY, answered=True)
    quiet = Pain(date=day - 7 * DAY, at=BodyPart.KNEE, level=1), Pain(date=day, at=BodyPart.KNEE, level=2)
    settling = again(plan, day, told, *quiet)
    assert settling.body.complaints[0].stage is Stage.SETTLING
    assert settling.ahead[0].date == day
    assert all(each.first <= day for each in settling.restrictions)


def test_pain_of_a_complaint_is_not_counted_twice(plan: Plan) -> None:
    told = ComplaintTold(complaint="achilles_mid", first=plan.first_day, answered=True)
    pain = Pain(date=plan.first_day, at=BodyPart.ACHILLES, level=4)
    both = again(plan, plan.first_day, told, pain)
    rules = [each.reason.rule for each in both.restrictions]
    assert "pain_leaves_out" not in rules
    assert "pain_leaves_out" in [each.reason.rule for each in again(plan, plan.first_day, pain).restrictions]


def test_the_printed_plan_tells_what_hurts_what_is_left_out_and_the_routines(plan: Plan) -> None:
    told = ComplaintTold(complaint="pfp", first=plan.first_day, answered=True)
    notes = " ".join(notes_of(again(plan, plan.first_day, told)))
    for words in (
        "Front of the knee: sore",
        "No jumps while",
        "Left out:",
        "before easy runs",
        "Run shorter",
    ):
        assert words in notes
    assert "Left out:" not in " ".join(notes_of(plan))


def test_a_complaint_takes_over_the_pain_told_before_it(plan: Plan) -> None:
    """Else what that pain left out would never come back: its quiet reports belong to the complaint."""
    before = Pain(date=plan.first_day - DAY, at=BodyPart.KNEE, level=4)
    told = ComplaintTold(complaint="pfp", first=plan.first_day, answered=True)
    alone = again(plan, plan.first_day, before)
    both = again(plan, plan.first_day, before, told)
    assert "pain_leaves_out" in {each.reason.rule for each in alone.restrictions}
    assert "pain_leaves_out" not in {each.reason.rule for each in both.restrictions}
    assert "complaint_leaves_out" in {each.reason.rule for each in both.restrictions}


@pytest.mark.parametrize("complaint", ["pfp", "achilles_ins", "lbp", "plantar", "ankle", "gtps"])
def test_short_routines_are_put_on_days_and_stay_there(plan: Plan, complaint: str) -> None:
    told = ComplaintTold(complaint=complaint, first=plan.first_day, answered=True)
    hurting = again(plan, plan.first_day, told)
    routines = hurting.placed_routines
    assert plan.placed_routines == ()
    assert {each.date.isocalendar()[:2] for each in routines} >= {
        each.date.isocalendar()[:2] for each in hurting.ahead[:4]
    }
    assert {item.exercise for each in routines for item in each.items} <= {
        item.exercise for each in hurting.routines for item in each.items
    }
    later = plan.first_day + 9 * DAY
    assert again(hurting, plan.first_day, told) == hurting
    gone = [each for each in routines if each.date < later]
    assert gone
    assert [each for each in again(hurting, later, told).placed_routines if each.date < later] == gone


def test_a_red_flag_and_an_illness_leave_no_routine(plan: Plan) -> None:
    told = ComplaintTold(
        complaint="pfp", first=plan.first_day, answered=True, red_flags=("knee_locks_or_gives_way",)
    )
    assert again(plan, plan.first_day, told).placed_routines == ()
    bone = ComplaintTold(complaint="bsi", first=plan.first_day, answered=True)
    assert again(plan, plan.first_day, bone).placed_routines == ()


def test_what_a_session_leaves_open_is_done_beside_the_sessions(plan: Plan) -> None:
    told = ComplaintTold(complaint="itbs", first=plan.first_day, answered=True)
    hurting = again(plan, plan.first_day, told)
    given = {item.exercise: item.per_week for each in hurting.routines for item in each.items}
    assert given["side_lying_abduction"] == 5
    week = [each for each in hurting.placed_routines if each.date < plan.first_day + 7 * DAY]
    assert any(item.exercise == "side_lying_abduction" for each in week for item in each.items)


def test_a_routine_that_is_logged_takes_no_session_away_and_is_not_asked_again(plan: Plan) -> None:
    told = ComplaintTold(complaint="lbp", first=plan.first_day, answered=True)
    hurting = again(plan, plan.first_day, told)
    days = {each.date for each in hurting.ahead}
    routine = next(each for each in hurting.placed_routines if each.date in days)
    done = [
        SetDone(
            session=unplanned_session(routine.date),
            exercise=item.exercise,
            done_at=routine.starts_at,
            position=position,
            reps=item.low if item.unit == "reps" else None,
            seconds=item.low if item.unit == "s" else None,
        )
        for position, item in enumerate(routine.items)
    ]
    entries: list[Entry] = [told, *done]
    recorded = [
        Recorded(id=f"{number}", revision=1, device="phone", recorded_at=NOW, entry=entry)
        for number, entry in enumerate(entries)
    ]
    basis = Basis(athlete=plan.athlete, running_plan=untimed(plan.runs, plan.rest_days), changes=Diary.of(()))
    logged = plan_again(hurting, Diary.of(recorded), basis, today=routine.date).plan
    assert [each.uid for each in logged.ahead] == [each.uid for each in hurting.ahead]
    of_the_day = [each for each in logged.placed_routines if each.date == routine.date]
    asked = {item.exercise for each in of_the_day for item in each.items}
    assert not asked & {item.exercise for item in routine.items}
