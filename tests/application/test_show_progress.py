from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests import logged_plan
from tests.domain.progress.diaries import TODAY, diary_of, done, entries, moved, recorded_of
from tests.fakes.fake_store import FakeStore

from runlift.application.show_progress import ProgressReport, progress_of, show_progress
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import BodyMass, Illness, IllnessKind, SessionDone

if TYPE_CHECKING:
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan

NOW = datetime(2027, 3, 3, 20, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def report_of(store: FakeStore, today: date = TODAY) -> ProgressReport:
    return show_progress(store, "me", today=today, weeks=12)


def store_with(*told: Entry, plan: Plan | None = None) -> FakeStore:
    store = FakeStore()
    store.record("me", recorded_of(told))
    if plan is not None:
        store.keep_plan("me", plan, after=0, made_at=NOW, cause="followed")
    return store


def test_nothing_told_is_nothing_to_show() -> None:
    report = report_of(FakeStore())
    assert report.is_empty
    assert not report.follows_plan


def test_a_plan_that_has_only_begun_is_nothing_to_show() -> None:
    assert report_of(store_with(plan=logged_plan.plan(TODAY))).is_empty


def test_a_diary_alone_is_enough() -> None:
    report = report_of(store_with(done(), done(day=TODAY - WEEK), BodyMass(date=TODAY, mass_kg=62)))
    assert not report.is_empty
    assert (report.follows_plan, report.units) == (False, Units.METRIC)
    assert report.consistency.in_a_row == 2
    assert [each.now.lift.exercise for each in report.strength] == ["goblet_squat"]
    assert report.body_mass is not None
    assert all(week.asked is None for week in report.weeks)


def test_a_missed_session_is_told_though_nobody_planned_again() -> None:
    plan = logged_plan.plan(TODAY)
    report = report_of(store_with(plan=plan), today=TODAY + timedelta(days=1))
    assert not report.is_empty
    assert (report.consistency.short.planned, report.consistency.short.done) == (1, 0)


def test_a_session_of_another_day_of_the_week_stands_for_the_planned_one() -> None:
    plan = logged_plan.plan(TODAY)
    tomorrow = TODAY + timedelta(days=1)
    told = [done(each, session="hevy/1", day=tomorrow) for each in ("goblet_squat", "db_row", "rdl_db")]
    report = report_of(store_with(*told, plan=plan), today=tomorrow)
    assert (report.consistency.short.done, report.consistency.weeks[-1].beside) == (1, 0)
    report = report_of(store_with(*told[:1], plan=plan), today=tomorrow)
    assert (report.consistency.short.done, report.consistency.weeks[-1].beside) == (0, 1)


def test_an_illness_excuses_what_was_not_done() -> None:
    plan = logged_plan.plan(TODAY)
    ill = Illness(first=TODAY, kind=IllnessKind.OTHER)
    report = report_of(store_with(ill, plan=plan), today=TODAY + timedelta(days=1))
    assert (report.consistency.short.planned, report.consistency.short.excused) == (0, 1)
    whole = report_of(store_with(plan=plan), today=TODAY + timedelta(days=1))
    assert report.weeks[-1].asked is not None
    assert whole.weeks[-1].asked is not None
    assert report.weeks[-1].asked.sets < whole.weeks[-1].asked.sets


def test_a_session_only_said_to_be_done_fills_its_week() -> None:
    plan = logged_plan.plan(TODAY)
    said = SessionDone(session=plan.sessions[0].uid, starts_at=plan.sessions[0].starts_at)
    report = report_of(store_with(said, plan=plan))
    assert (report.consistency.short.done, report.consistency.short.planned) == (1, 1)
    assert report.weeks[-1].done.sets > 0


def test_a_runner_who_may_be_under_18_sees_no_body_mass() -> None:
    plan = logged_plan.plan(TODAY)
    young = replace(plan, athlete=replace(plan.athlete, birth_year=TODAY.year - 18))
    weighed = BodyMass(date=TODAY, mass_kg=50)
    assert report_of(store_with(weighed, plan=young)).body_mass is None
    assert report_of(store_with(weighed, plan=plan)).body_mass is not None


def test_the_units_are_those_of_the_runner() -> None:
    plan = logged_plan.plan(TODAY, Units.IMPERIAL)
    assert report_of(store_with(plan=plan)).units is Units.IMPERIAL


@given(entries)
def test_any_diary_can_be_shown(told: list[Entry]) -> None:
    report = progress_of(diary_of(told), None, today=TODAY, weeks=12)
    assert len(report.weeks) == len(report.consistency.weeks) == 12
    for lift in report.strength:
        assert lift.now.low_80 <= lift.now.median <= lift.now.high_80


@given(entries, st.integers(-60, 60))
def test_moving_all_dates_by_weeks_moves_all_figures(told: list[Entry], weeks: int) -> None:
    by = weeks * WEEK
    here = progress_of(diary_of(told), None, today=TODAY, weeks=8)
    there = progress_of(diary_of(moved(each, by) for each in told), None, today=TODAY + by, weeks=8)
    assert [replace(week, monday=week.monday - by) for week in there.weeks] == list(here.weeks)
    assert there.balances == here.balances
    assert there.consistency.in_a_row == here.consistency.in_a_row
    assert [each.now.median for each in there.strength] == [each.now.median for each in here.strength]
    assert (there.body_mass and there.body_mass.now_kg) == (here.body_mass and here.body_mass.now_kg)
