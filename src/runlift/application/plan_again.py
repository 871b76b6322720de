"""Plan again on the way: what was done is judged, what was told is taken in, and the rest is placed anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.application.groundwork import lay_groundwork
from runlift.application.make_plan import draft_plan, let_plan_through
from runlift.application.past_of_plan import exercises_of, where_all_stands
from runlift.domain.adjustment.body import body_of, with_body
from runlift.domain.adjustment.breaks import known_breaks
from runlift.domain.adjustment.changes import changed_athlete, changed_runs
from runlift.domain.adjustment.easings import easings, illness_easings, next_leg_session, next_session
from runlift.domain.adjustment.known_sets import known_sets_of
from runlift.domain.adjustment.logged import known_on
from runlift.domain.adjustment.pain import restrictions
from runlift.domain.adjustment.rested import rests_of, rests_of_complaints
from runlift.domain.adjustment.with_outcomes import with_outcomes
from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.really_run import really_run
from runlift.domain.exercise.catalogue import catalogue, leg_exercises
from runlift.domain.plan.difference import Difference, difference
from runlift.domain.plan.done import done_at
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.past import Past
from runlift.domain.plan.race_days import rest_day
from runlift.domain.plan.timing import untimed
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from runlift.application.make_plan import MadePlan
    from runlift.domain.athlete.profile import Athlete, KnownSet
    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.easing import Restriction
    from runlift.domain.plan.plan import Input, Plan
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.running.plan import RunningDay, RunningPlan
    from runlift.domain.safety.verdict import Verdict
    from runlift.domain.season.demand import Season

_TRIES = 2  # the day of the first session and what is asked on it depend on each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a plan is made again from, beside the diary.

    Attributes:
        athlete: The runner as told in the athlete file.
        running_plan: The runs as the running plan has them.
        changes: What was told since both were given.
        inputs: Files they were read from.
    """

    athlete: Athlete
    running_plan: RunningPlan
    changes: Diary
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAgain:
    """A plan made again.

    Attributes:
        plan: The plan.
        difference: What it asks else than the version before.
        verdicts: What the safety check warns of.
        findings: What could not be taken in.
    """

    plan: Plan
    difference: Difference
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]


def plan_again(plan: Plan, diary: Diary, basis: Basis, *, today: date) -> PlannedAgain:
    """Return the plan with the past as it was and everything from today on placed and prescribed anew.

    The same plan, diary, basis and day always give the same plan. Sessions keep their identity, and their day
    and hour where nothing speaks against it.

    Args:
        plan: The version before.
        diary: All that was told.
        basis: Runner and runs, and what was told of them since.
        today: First day that may change.

    Raises:
        InputError: The day lies before the first day that may change, or after the plan.
        PlanRefusedError: The safety check refuses the plan: a defect of the planner, not of the input.
    """
    if today < plan.first_day:
        raise InputError([_too_early(plan, today)])
    athlete, of_athlete = changed_athlete(basis.athlete, basis.changes)
    running_plan, of_runs = changed_runs(basis.running_plan, basis.changes)
    made = _made(plan, diary, replace(basis, athlete=athlete, running_plan=running_plan), today)
    return PlannedAgain(
        plan=made.plan,
        difference=difference(plan, made.plan),
        verdicts=made.verdicts,
        findings=(*of_athlete, *of_runs),
    )


def _made(plan: Plan, diary: Diary, told: Basis, today: date) -> MadePlan:
    """Return the plan; again where its first session after a break is on another day than was thought.

    A draft with the ease of a return on a wrong day is not asked of the safety check.
    """
    past = past_from_diary(plan, diary, today)
    made = _made_from(_chosen_anew(past, plan, told, today, diary), plan, diary, told, today)
    for _ in range(_TRIES):
        back = next_session(made.sessions, today=today)
        legs_back = next_leg_session(made.sessions, leg_exercises(), today=today)
        before, past = past, past_from_diary(plan, diary, today, back=back, legs_back=legs_back)
        if past == before:
            break
        made = _made_from(_chosen_anew(past, plan, told, today, diary), plan, diary, told, today)
    return let_plan_through(made)


def _made_from(past: Past, plan: Plan, diary: Diary, told: Basis, today: date) -> Plan:
    return draft_plan(
        replace(told.athlete, known_sets=_known_sets(told.athlete, diary, plan, past, today)),
        _past_kept(told.running_plan, plan, today, diary),
        first_day=today,
        time_zone=plan.time_zone,
        inputs=told.inputs,
        past=past,
    )


def past_from_diary(
    plan: Plan, diary: Diary, today: date, *, back: date | None = None, legs_back: date | None = None
) -> Past:
    """Return what a plan starts from when it is made again on a day.

    Args:
        plan: The version before.
        diary: All that was told.
        today: First day that may change; nothing was done later yet.
        back: Day of the next session; None for the one that the version before has.
        legs_back: Day of the next session that loads the legs; None for the one that the version before has.
    """
    diary = known_on(diary, today)
    sessions = with_outcomes(plan, diary, today, catalogue())
    past = tuple(session for session in sessions if session.outcome or session.date < today)
    ill = illness_easings(diary, today=today)
    back = back or next_session(sessions, today=today)
    legs_back = legs_back or next_leg_session(sessions, leg_exercises(), today=today)
    known = known_breaks(plan.easings, first_day=plan.first_day)
    hurting = restrictions(diary, catalogue(), began=plan.began)
    resting = (*rests_of(hurting), *rests_of_complaints(diary, catalogue(), today=today))
    stands, why = where_all_stands(past, ill, resting, back=back, legs_back=legs_back, known=known)
    told = Past(
        began=plan.began,
        sessions=past,
        lifts=plan.lifts,
        exercises=exercises_of(plan.sessions),
        starts=_starts(plan, sessions, today),
        standing=stands,
        told=why,
        easings=easings(
            diary,
            sessions,
            plan.runs,
            began=plan.began,
            today=today,
            back=back,
            legs_back=legs_back,
            known=known,
            legs=leg_exercises(),
        ),
        restrictions=hurting,
        placed_routines=plan.placed_routines,
    )
    return with_body(told, body_of(diary, plan.athlete, catalogue(), today=today), catalogue(), plan.athlete)


def _chosen_anew(past: Past, plan: Plan, told: Basis, today: date, diary: Diary) -> Past:
    """Return the past without the exercises of the version before that were chosen for want of better ones.

    That is so at places with new kit, and once pain has ended in the blocks that have not begun.
    """
    places = _better_kitted(plan.athlete, told.athlete)
    lifts = tuple(lift for lift in past.lifts if lift.place not in places)
    kept = [session for session in plan.sessions if session.place not in places]
    if _left_out(plan.restrictions) - _left_out(past.restrictions):
        ground = lay_groundwork(
            told.athlete,
            _past_kept(told.running_plan, plan, today, diary),
            first_day=today,
            past=past,
        )
        begun = {_block_of(session, ground.season) for session in past.sessions}
        lifts = tuple(lift for lift in lifts if (lift.block, lift.place) in begun)
        kept = [session for session in kept if _block_of(session, ground.season) in begun]
    return replace(past, lifts=lifts, exercises=exercises_of(kept))


def _left_out(found: Sequence[Restriction]) -> set[str]:
    """Return the exercises that are left out with no end in sight."""
    return {id_ for each in found if each.until is None for id_ in each.exercises}


def _block_of(session: PlannedSession, season: Season) -> tuple[int, str]:
    """Return the block of weeks in which main lifts are kept, and the place."""
    week = (session.date - season.weeks[0].monday).days // 7
    return season.weeks[min(max(week, 0), len(season.weeks) - 1)].block, session.place


def _better_kitted(before: Athlete, now: Athlete) -> frozenset[str]:
    """Return the places with a kind of kit they had not had: what was chosen without it is chosen anew."""
    had = {place.id: place.equipment.kinds() for place in before.places}
    return frozenset(
        place.id for place in now.places if place.id in had and place.equipment.kinds() - had[place.id]
    )


def _known_sets(athlete: Athlete, diary: Diary, plan: Plan, past: Past, today: date) -> tuple[KnownSet, ...]:
    """Return the sets told by the runner, and those of other exercises from before the season."""
    told = {known.exercise for known in athlete.known_sets}
    lifted = (done_at(one).date() for one in past.sessions if one.outcome and one.outcome.result.is_trained)
    first = min(lifted, default=next_session(plan.sessions, today=today))
    known = known_sets_of(diary, began=plan.began, first=first)
    found = (one for one in known if one.exercise not in told)
    return (*athlete.known_sets, *found)


def _past_kept(running_plan: RunningPlan, plan: Plan, today: date, diary: Diary) -> RunningPlan:
    """Return the runs: those gone by as they were run, else as planned; those to come as told now."""
    ahead = [day for day in running_plan.days if day.date >= today]
    moved_on = {run.id for day in ahead for run in day.runs if run.kind is not RunKind.REST}
    gone = [_without(day, moved_on) for day in untimed(plan.runs, plan.rest_days).days if day.date < today]
    whole = replace(running_plan, days=(*gone, *ahead))
    return really_run(whole, diary.of_kind(RunDone), today=today)


def _without(day: RunningDay, ids: set[str]) -> RunningDay:
    """Return a day without the runs that were put off to a later one."""
    kept = tuple(run for run in day.runs if run.id not in ids)
    return replace(day, runs=kept) if kept else rest_day(day.date)


def _starts(plan: Plan, sessions: Sequence[PlannedSession], today: date) -> Mapping[str, datetime]:
    """Return when the version before had the sessions that may still be done."""
    before = {session.uid: session.starts_at for session in plan.sessions}
    return {
        session.uid: before[session.uid]
        for session in sessions
        if session.uid in before and _may_be_done(session, today)
    }


def _may_be_done(session: PlannedSession, today: date) -> bool:
    if session.outcome is None:
        return session.date >= today
    return session.outcome.result is SessionResult.MISSED and is_same_week(session.date, today)


def is_same_week(one: date, other: date) -> bool:
    """Tell whether two days lie in the same week from Monday to Sunday."""
    return one.isocalendar()[:2] == other.isocalendar()[:2]


def _too_early(plan: Plan, today: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="past_stays",
        message=f"{today} lies before {plan.first_day}, the first day that may still change.",
        remedy=f"Plan again from {plan.first_day} or a later day.",
    )
