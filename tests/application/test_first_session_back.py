"""Who comes back after missed sessions is met by the easier session, on whatever day it now lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import SessionDone, SetDone
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

DAY = timedelta(days=1)
MONDAY = date(2027, 1, 4)
LAST = MONDAY + 34 * DAY
RUNS = {1: RunKind.EASY, 2: RunKind.TEMPO, 4: RunKind.EASY, 6: RunKind.LONG}
NOVICE = Athlete(lifting=Lifting.NOVICE, birth_year=1990, body_mass_kg=62, weekly_km=38, weeks_off_lifting=0)
NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)


def running_day(day: date) -> RunningDay:
    kind = RUNS.get(day.weekday(), RunKind.REST)
    run = Run(id=f"{day}/1", date=day, kind=kind, key=kind.is_key, title=kind.value)
    return RunningDay(date=day, runs=(run if kind is RunKind.REST else replace(run, distance_m=9000.0),))


WEEKS = RunningPlan(days=tuple(running_day(MONDAY + ahead * DAY) for ahead in range(77)))


def trained_until(plan: Plan, last: date) -> Diary:
    done = [one for one in plan.ahead if one.date <= last]
    return Diary.of(
        Recorded(
            id=f"entry-{number}",
            revision=1,
            device="phone",
            recorded_at=NOW + number * DAY,
            entry=SessionDone(session=one.uid, starts_at=one.starts_at, ends_at=one.ends_at),
        )
        for number, one in enumerate(done)
    )


def has_missed_since_training(plan: Plan) -> bool:
    results = [one.outcome.result for one in plan.past if one.outcome]
    return bool(results) and results[-1] is SessionResult.MISSED


def test_the_first_session_back_is_the_easier_one_on_whatever_day_it_is() -> None:
    plan = make_plan(NOVICE, WEEKS, first_day=MONDAY, time_zone="Europe/Berlin").plan
    diary = trained_until(plan, LAST)
    basis = Basis(athlete=NOVICE, running_plan=WEEKS, changes=diary)
    met = 0
    for later in range(9, 24):
        plan = plan_again(plan, diary, basis, today=LAST + later * DAY).plan
        if has_missed_since_training(plan) and plan.ahead:
            met += 1
            assert "return_after_break" in [reason.rule for reason in plan.ahead[0].reasons]
    assert met


def with_rows(diary: Diary, day: date) -> Diary:
    """Add rows done beside the plan, of which the legs know nothing."""
    sets = [
        SetDone(
            session="gym",
            position=position,
            exercise="db_row",
            done_at=datetime.combine(day, time(18, position)),
            reps=8,
            load_kg=6.0,
            rir=3.0,
        )
        for position in (1, 2, 3)
    ]
    more = (
        Recorded(id=f"row-{one.position}", revision=1, device="phone", recorded_at=NOW + 90 * DAY, entry=one)
        for one in sets
    )
    return Diary(entries=(*diary.entries, *more))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (None, {"return_after_break"}),
        (3, {"return_after_break", "legs_return_after_break"}),  # the legs have rested for longer
        (5, {"legs_return_after_break"}),
    ],
)
def test_a_break_is_still_known_once_the_session_missed_in_it_is_made_up(
    rows: int | None, told: set[str]
) -> None:
    athlete = replace(NOVICE, sessions_per_week=1)
    plan = make_plan(athlete, WEEKS, first_day=MONDAY, time_zone="Europe/Berlin").plan
    last, missed = (session.date for session in plan.sessions[4:6])
    diary = trained_until(plan, last)
    diary = diary if rows is None else with_rows(diary, last + rows * DAY)
    basis = Basis(athlete=athlete, running_plan=WEEKS, changes=Diary())
    once = plan_again(plan, diary, basis, today=missed + DAY).plan
    assert missed < once.ahead[0].date <= missed + 4 * DAY  # made up in its week
    assert {each.reason.rule for each in once.easings} == told
    assert plan_again(once, diary, basis, today=missed + DAY).difference.is_empty


@pytest.mark.parametrize("rows", [False, True])
def test_planning_again_twice_on_one_day_changes_nothing_the_second_time(*, rows: bool) -> None:
    plan = make_plan(NOVICE, WEEKS, first_day=MONDAY, time_zone="Europe/Berlin").plan
    diary = trained_until(plan, LAST)
    diary = with_rows(diary, LAST + 6 * DAY) if rows else diary
    basis = Basis(athlete=NOVICE, running_plan=WEEKS, changes=Diary())
    told = set()
    for later in range(7, 18):
        plan = plan_again(plan, diary, basis, today=LAST + later * DAY).plan
        told |= {each.reason.rule for each in plan.easings}
        assert plan_again(plan, diary, basis, today=LAST + later * DAY).difference.is_empty
    assert ("legs_return_after_break" in told) is rows
