"""Planning again: the past stays, as planned changes nothing, and every cause has its effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.application.conftest import MONDAY, running_day
from tests.fakes.fake_store import FakeStore

from runlift.application.error import InputError, PlanChangedError
from runlift.application.explain_slot import explain_slot
from runlift.application.follow_plan import Told, follow_plan, followed_plan, replan
from runlift.application.make_plan import make_plan
from runlift.application.plan_again import Basis, plan_again
from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import (
    Away,
    BodyMass,
    BodyPart,
    Illness,
    IllnessKind,
    Pain,
    Readiness,
    RunCancelled,
    RunMoved,
    SessionDone,
    SessionState,
    SetDone,
    SetKind,
)
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.timing import untimed
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import RunningPlan
from runlift.formats.plan_json import dump_plan, load_plan

if TYPE_CHECKING:
    from runlift.application.plan_again import PlannedAgain
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession

DAY = timedelta(days=1)
NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)


def told(*entries: Entry) -> Diary:
    return Diary.of(
        Recorded(
            id=f"entry-{number}", revision=1, device="phone", recorded_at=NOW + number * DAY, entry=entry
        )
        for number, entry in enumerate(entries)
    )


def as_asked(session: PlannedSession) -> list[Entry]:
    sets: list[Entry] = [
        SetDone(
            session=session.uid,
            position=position,
            exercise=exercise.exercise,
            done_at=session.starts_at + timedelta(minutes=position),
            kind=SetKind.WARM_UP if asked.warm_up else SetKind.WORK,
            side=asked.side,
            reps=asked.reps,
            seconds=asked.seconds,
            contacts=asked.contacts,
            load_kg=asked.load_kg,
            rir=asked.rir,
        )
        for exercise in session.exercises
        for position, asked in enumerate(exercise.sets, start=1)
    ]
    ends_at = session.ends_at
    return [*sets, SessionDone(session=session.uid, starts_at=session.starts_at, ends_at=ends_at)]


def again(plan: Plan, diary: Diary, today: date) -> PlannedAgain:
    running_plan = untimed(plan.runs, plan.rest_days)
    return plan_again(
        plan, diary, Basis(athlete=plan.athlete, running_plan=running_plan, changes=diary), today=today
    )


def day_after(session: PlannedSession) -> date:
    return session.date + DAY


def test_done_as_asked_changes_nothing_ahead(plan: Plan) -> None:
    for number, session in enumerate(plan.sessions[:-1]):
        done = [entry for each in plan.sessions[: number + 1] for entry in as_asked(each)]
        made = again(plan, told(*done), day_after(session))
        assert made.difference.is_empty
        assert [each.outcome.result for each in made.plan.past if each.outcome] == [SessionResult.DONE] * (
            number + 1
        )


def test_planning_twice_gives_the_same_bytes(plan: Plan) -> None:
    diary = told(*as_asked(plan.sessions[0]), Pain(date=plan.sessions[0].date, at=BodyPart.KNEE, level=4))
    today = day_after(plan.sessions[0])
    first, second = (dump_plan(again(plan, diary, today).plan) for _ in range(2))
    assert first == second
    once = again(plan, diary, today).plan
    assert again(once, diary, today).difference.is_empty


def test_the_past_stays_and_sessions_keep_their_identity(plan: Plan) -> None:
    today = day_after(plan.sessions[1])
    made = again(plan, told(*as_asked(plan.sessions[0])), today).plan
    assert [replace(each, outcome=None) for each in made.past[:1]] == list(plan.sessions[:1])
    assert {each.uid for each in made.ahead} <= {each.uid for each in plan.sessions}
    assert made.began == plan.began


def test_a_missed_session_is_made_up_this_week_or_told_as_missed(plan: Plan) -> None:
    first = plan.sessions[0]
    made = again(plan, told(), day_after(first)).plan
    same = next(each for each in made.sessions if each.uid == first.uid)
    if same.outcome is None:
        assert same.date > first.date
        assert same.date.isocalendar()[:2] == first.date.isocalendar()[:2]
        assert same.was_at == first.starts_at
    else:
        assert same.outcome.result is SessionResult.MISSED
    uids = [each.uid for each in made.sessions]
    assert len(uids) == len(set(uids))


def test_a_skipped_session_is_not_made_up(plan: Plan) -> None:
    first = plan.sessions[0]
    skipped = SessionDone(session=first.uid, starts_at=first.starts_at, state=SessionState.SKIPPED)
    made = again(plan, told(skipped), day_after(first)).plan
    assert [each.uid for each in made.past] == [first.uid]
    assert first.uid not in {each.uid for each in made.ahead}


@pytest.mark.parametrize("days", [1, 2, 5])
def test_work_that_a_wrong_clock_dates_in_the_future_is_not_known_yet(plan: Plan, days: int) -> None:
    first, today = plan.sessions[0], day_after(plan.sessions[0])
    done = told(*as_asked(first))
    ahead = datetime.combine(today + days * DAY, time(3))
    entries: list[Entry] = [
        SetDone(session="odd", position=1, exercise="back_squat", done_at=ahead, reps=8, pain=9),
        SessionDone(session="odd", starts_at=ahead),
    ]
    made = again(plan, told(*as_asked(first), *entries), today)
    assert made.plan == again(plan, done, today).plan


def test_a_session_may_be_skipped_days_before(plan: Plan) -> None:
    later = plan.sessions[2]
    skipped = SessionDone(session=later.uid, starts_at=later.starts_at, state=SessionState.SKIPPED)
    made = again(plan, told(skipped), plan.first_day).plan
    (found,) = [session for session in made.sessions if session.uid == later.uid]
    assert found.outcome is not None
    assert found.outcome.result is SessionResult.SKIPPED


def test_while_ill_nothing_is_planned(plan: Plan) -> None:
    first = plan.sessions[0]
    ill = Illness(first=first.date, kind=IllnessKind.FEVER_OR_CHEST, well_from=first.date + 2 * DAY)
    made = again(plan, told(ill), first.date).plan
    assert all(each.date >= first.date + 4 * DAY for each in made.ahead)
    assert any(easing.no_sessions for easing in made.easings)


def test_poor_readiness_asks_less_on_its_day_and_says_so(plan: Plan) -> None:
    first = plan.sessions[0]
    made = again(plan, told(Readiness(date=first.date, sleep_h=4.0)), first.date).plan
    eased = next(each for each in made.ahead if each.uid == first.uid)
    if eased.date == first.date:
        assert "short_sleep" in {reason.rule for reason in eased.reasons}
        sets = [sum(not one.warm_up for one in each.sets) for each in eased.exercises]
        before = [sum(not one.warm_up for one in each.sets) for each in first.exercises]
        assert sum(sets) < sum(before)


def test_pain_leaves_exercises_out_of_all_that_follows(plan: Plan) -> None:
    first = plan.sessions[0]
    diary = told(*as_asked(first), Pain(date=first.date, at=BodyPart.KNEE, level=5))
    made = again(plan, diary, day_after(first)).plan
    (restriction,) = made.restrictions
    held = {one.exercise for each in made.ahead for one in (*each.exercises, *each.ten_minutes)}
    assert restriction.until is None
    assert held
    assert not held & set(restriction.exercises)


def test_pain_that_is_over_lets_the_exercises_come_back(plan: Plan) -> None:
    first, day = plan.sessions[0], plan.sessions[0].date
    told_of = [(0, 5), (5, 1), (8, 0)]
    pains = [Pain(date=day + after * DAY, at=BodyPart.KNEE, level=level) for after, level in told_of]
    made = again(plan, told(*as_asked(first), *pains), day + 9 * DAY).plan
    (restriction,) = made.restrictions
    left_out = set(restriction.exercises)
    assert restriction.until == day + 9 * DAY
    assert left_out & {one.exercise for each in made.sessions[1:] for one in each.exercises}


def test_pain_that_is_over_costs_no_later_block_its_loaded_squat(athlete: Athlete) -> None:
    days = tuple(running_day(MONDAY + ahead * DAY) for ahead in range(7 * 16))
    pairs = tuple((2.0 * step, 2) for step in range(2, 21))
    kit = Equipment(dumbbells_kg=pairs, kettlebells_kg=((8.0, 1), (12.0, 1), (16.0, 1)))
    kitted = replace(athlete, places=(Place(id="home", equipment=kit),))
    season = make_plan(kitted, RunningPlan(days=days), first_day=MONDAY, time_zone="Europe/Berlin").plan
    hurt_on = MONDAY + 42 * DAY
    diary = [entry for each in season.sessions if each.date < hurt_on for entry in as_asked(each)]
    diary.append(Pain(date=hurt_on, at=BodyPart.KNEE, level=4))
    hurt = again(season, told(*diary), hurt_on + DAY).plan
    diary += [entry for each in hurt.ahead if each.date < hurt_on + 9 * DAY for entry in as_asked(each)]
    diary += [Pain(date=hurt_on + ahead * DAY, at=BodyPart.KNEE, level=0) for ahead in (7, 8)]
    well = again(hurt, told(*diary), hurt_on + 9 * DAY).plan
    last = max(lift.block for lift in season.lifts)
    first, held, back = (
        {lift.exercise for lift in one.lifts if lift.block == last and lift.slot == "main_knee"}
        for one in (season, hurt, well)
    )
    assert first
    assert not held & first
    assert back == first


def test_a_moved_run_takes_the_sessions_along(plan: Plan) -> None:
    key = next(timed for timed in plan.runs if timed.run.key and timed.run.date > plan.sessions[0].date)
    moved = RunMoved(run=key.run.id, date=key.run.date + DAY, start=time(6, 30))
    made = again(plan, told(moved), plan.first_day)
    changed = {change.after.run.id: change.after.run.date for change in made.difference.runs if change.after}
    assert changed[key.run.id] == key.run.date + DAY
    assert key.run.date in made.plan.rest_days


def test_why_not_speaks_of_the_plan_made_again(plan: Plan) -> None:
    first = plan.sessions[0]
    made = again(plan, told(*as_asked(first)), day_after(first)).plan
    session = made.ahead[0]
    answers = explain_slot(made, session.date, session.start)
    assert 0 in [answer.extra_cost for answer in answers]


def test_the_past_cannot_be_planned_again(plan: Plan) -> None:
    made = again(plan, told(), day_after(plan.sessions[0])).plan
    with pytest.raises(InputError, match="still change"):
        again(made, told(), plan.first_day)


def test_a_followed_plan_is_kept_only_when_it_says_something_new(plan: Plan) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    same = replan(store, "me", today=plan.first_day, now=NOW)
    assert not same.is_new
    today = day_after(plan.sessions[0])
    store.record("me", [*told(*as_asked(plan.sessions[0])).entries])
    changed = replan(store, "me", today=today, now=NOW + DAY)
    assert changed.version == 2
    assert followed_plan(store, "me").plan == changed.again.plan
    assert not replan(store, "me", today=today, now=NOW + DAY).is_new


def test_a_change_of_runs_that_is_taken_back_is_undone(plan: Plan) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    run = next(timed.run for timed in plan.runs if timed.run.date > plan.first_day)
    moved = Recorded(
        id="m",
        revision=1,
        device="phone",
        recorded_at=NOW + DAY,
        entry=RunMoved(run=run.id, date=run.date, start=time(5)),
    )
    store.record("me", [moved])
    assert replan(store, "me", today=plan.first_day, now=NOW + DAY).again.difference.runs
    store.record("me", [replace(moved, revision=2, recorded_at=NOW + 2 * DAY, withdrawn=True)])
    back = replan(store, "me", today=plan.first_day, now=NOW + 2 * DAY).again.plan
    assert back.runs == plan.runs


@pytest.mark.parametrize("kind", ["pain", "fever", "sore legs"])
def test_what_is_taken_back_at_once_leaves_no_trace_in_the_plan(plan: Plan, kind: str) -> None:
    entries: dict[str, Entry] = {
        "pain": Pain(date=plan.first_day, at=BodyPart.KNEE, level=6),
        "fever": Illness(first=plan.first_day, kind=IllnessKind.FEVER_OR_CHEST),
        "sore legs": Readiness(date=plan.sessions[0].date, soreness=8, sleep_h=4.0),
    }
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    slip = Recorded(id="s", revision=1, device="phone", recorded_at=NOW + DAY, entry=entries[kind])
    before = replan(store, "me", today=plan.first_day, now=NOW).again.plan
    store.record("me", [slip])
    assert replan(store, "me", today=plan.first_day, now=NOW + DAY).is_new
    store.record("me", [replace(slip, revision=2, recorded_at=NOW + 2 * DAY, withdrawn=True)])
    assert replan(store, "me", today=plan.first_day, now=NOW + 2 * DAY).again.plan == before
    assert not replan(store, "me", today=plan.first_day, now=NOW + 3 * DAY).is_new


def test_what_is_given_anew_is_planned_from(plan: Plan, athlete: Athlete, running_plan: RunningPlan) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    lighter = replace(athlete, body_mass_kg=55.0)
    made = replan(store, "me", today=plan.first_day, now=NOW + DAY, told=Told(athlete=lighter))
    assert made.is_new
    assert made.again.plan.athlete.body_mass_kg == 55.0
    shorter = replace(running_plan, days=running_plan.days[:14])
    made = replan(store, "me", today=plan.first_day, now=NOW + DAY, told=Told(running_plan=shorter))
    assert made.again.plan.runs[-1].run.date < plan.runs[-1].run.date
    assert made.again.plan.athlete.body_mass_kg == 55.0


def kept(id_: str, entry: Entry, *, days: int) -> Recorded:
    return Recorded(id=id_, revision=1, device="phone", recorded_at=NOW + days * DAY, entry=entry)


def starts(plan: Plan) -> dict[str, tuple[date, time]]:
    return {timed.run.id: (timed.run.date, timed.start) for timed in plan.runs}


@pytest.mark.parametrize("given", ["athlete", "runs", "both"])
def test_what_was_told_before_something_is_given_anew_holds_on_and_can_be_taken_back(
    plan: Plan, athlete: Athlete, running_plan: RunningPlan, given: str
) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    run = next(timed.run for timed in plan.runs if timed.run.date > plan.first_day)
    moved = kept("m", RunMoved(run=run.id, date=run.date, start=time(5)), days=1)
    away = Away(span=DateSpan(start=run.date + 7 * DAY, end=run.date + 9 * DAY))
    mass = BodyMass(date=run.date, mass_kg=57.0)
    store.record("me", [moved, kept("a", away, days=1), kept("b", mass, days=1)])
    told = Told(
        athlete=athlete if given != "runs" else None,
        running_plan=running_plan if given != "athlete" else None,
    )
    anew = replan(store, "me", today=plan.first_day, now=NOW + 2 * DAY, told=told)
    assert starts(anew.again.plan)[run.id] == (run.date, time(5))
    assert [one.span for one in anew.again.plan.athlete.travel] == [away.span]
    assert anew.again.plan.athlete.body_mass_kg == 57.0
    codes = [finding.code for finding in anew.again.findings]
    assert ("body_mass_of_diary" in codes) is (given != "runs")  # the file tells another mass
    assert not replan(store, "me", today=plan.first_day, now=NOW + 3 * DAY).is_new
    store.record("me", [replace(moved, revision=2, recorded_at=NOW + 4 * DAY, withdrawn=True)])
    back = replan(store, "me", today=plan.first_day, now=NOW + 4 * DAY).again.plan
    assert starts(back) == starts(plan)


def test_what_the_new_runs_do_not_have_any_more_is_told_once(plan: Plan, running_plan: RunningPlan) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    last = plan.runs[-1].run
    store.record("me", [kept("c", RunCancelled(run=last.id), days=1)])
    shorter = Told(running_plan=replace(running_plan, days=running_plan.days[:14]))
    told = replan(store, "me", today=plan.first_day, now=NOW + 2 * DAY, told=shorter)
    assert [each.code for each in told.again.findings] == ["change_outdated"]
    assert replan(store, "me", today=plan.first_day, now=NOW + 3 * DAY).again.findings == ()


def test_what_was_given_is_read_back_from_the_plan_as_it_was(plan: Plan, athlete: Athlete) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    made = replan(store, "me", today=plan.first_day, now=NOW + DAY, told=Told(athlete=athlete)).again.plan
    assert made.given is not None
    assert load_plan(dump_plan(made), name="plan.json").plan == made


def test_two_who_plan_again_at_once_do_not_overwrite_each_other(plan: Plan) -> None:
    store = FakeStore()
    follow_plan(store, "me", plan, now=NOW)
    with pytest.raises(PlanChangedError):
        store.keep_plan("me", plan, after=0, made_at=NOW, cause="late")


def test_who_follows_no_plan_is_told_how_to(plan: Plan) -> None:
    with pytest.raises(InputError) as fault:
        replan(FakeStore(), "me", today=plan.first_day, now=NOW)
    assert fault.value.findings[0].code == "no_plan_followed"
