"""The sessions of a plan with what became of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import as_prescribed
from runlift.domain.adjustment.judging import Attempt, held_untested, judge
from runlift.domain.adjustment.leg_stress import leg_stress_done
from runlift.domain.adjustment.logged import logged_sessions
from runlift.domain.adjustment.matching import matched, planned_sessions, training_exercises
from runlift.domain.adjustment.pain import DAY, pains_after_exercises
from runlift.domain.adjustment.unplanned import unplanned_exercise, unplanned_session
from runlift.domain.evidence import number
from runlift.domain.plan.done import done_at
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.session import PrescribedExercise, Role
from runlift.domain.prescription.rack import loadings
from runlift.domain.prescription.situation import kit_at
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runlift.domain.adjustment.logged import Logged
    from runlift.domain.diary.diary import Diary
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession


BAD_DAY = frozenset({"sore_legs", "short_sleep", "lighter_after_illness"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """What judging needs to know.

    Attributes:
        plan: The plan.
        exercises: The catalogue by id.
        before: The last outcome of each exercise so far, by id.
        pains: Pain told after an exercise, by its id and the day it was told.
    """

    plan: Plan
    exercises: Mapping[str, Exercise]
    before: Mapping[str, ExerciseOutcome]
    pains: Mapping[tuple[str, date], int]

    def week_of(self, day: date) -> int:
        """Return the number of the week of the season that a day lies in."""
        return max(0, (day - self.plan.weeks[0].monday).days // 7) if self.plan.weeks else 0

    def pain_after(self, exercise: str, day: date) -> int:
        """Return the pain told after an exercise, on the day or the morning after, 0 to 10.

        Source: X33
        """
        return max(self.pains.get((exercise, day), 0), self.pains.get((exercise, day + DAY), 0))


def with_outcomes(
    plan: Plan, diary: Diary, today: date, exercises: Mapping[str, Exercise]
) -> tuple[PlannedSession, ...]:
    """Return the sessions of a plan, each of the past with its outcome, and those done beside it.

    Everything is judged anew from the diary, so that a correction counts. A session is missed only when its
    day has passed; one of today that is under way stays where it is.

    Args:
        plan: The plan.
        diary: What was told.
        today: The day it is.
        exercises: The catalogue by id.
    """
    planned = planned_sessions(plan.sessions)
    uids = {session.uid for session in planned}
    logged = [
        one
        for one in logged_sessions(diary)
        if one.date >= plan.began and (one.id in uids or not one.is_under_way(today))
    ]
    taken = matched(planned, logged)
    counted = {one.id for one in taken.values()}
    beside = [unplanned_session(one, plan, exercises) for one in logged if one.id not in counted and one.sets]
    judged: list[PlannedSession] = []
    before: dict[str, ExerciseOutcome] = {}
    pains = pains_after_exercises(diary)
    for session in sorted((*planned, *beside), key=lambda one: _moment(one, taken)):
        knows = Judge(plan=plan, exercises=exercises, before=before, pains=pains)
        done = taken.get(session.uid) or next((one for one in logged if one.id == session.uid), None)
        outcome = _outcome(session, done, knows, today)
        judged.append(_as_it_was(replace(session, outcome=outcome), knows))
        for each in outcome.exercises if outcome else ():
            if each.stands is not None or each.reasons:
                before[each.exercise] = each
    return tuple(sorted(judged, key=lambda one: (one.starts_at, one.uid)))


def _as_it_was(session: PlannedSession, knows: Judge) -> PlannedSession:
    """Return a session of the past with the leg stress that it really had."""
    if session.outcome is None or not session.outcome.result.is_trained:
        return session
    mass = knows.plan.athlete.body_mass_kg
    return replace(session, leg_stress=leg_stress_done(session, knows.exercises, mass))


def _moment(session: PlannedSession, taken: Mapping[str, Logged]) -> tuple[str, str]:
    done = taken.get(session.uid)
    return (done.starts_at if done else done_at(session)).isoformat(), session.uid


def _outcome(
    session: PlannedSession, done: Logged | None, knows: Judge, today: date
) -> SessionOutcome | None:
    if done is None:
        return SessionOutcome(result=SessionResult.MISSED) if session.date < today else None
    if done.is_skipped:
        return SessionOutcome(result=SessionResult.SKIPPED)
    if not done.is_done and not done.is_under_way(today):
        return SessionOutcome(result=SessionResult.MISSED) if session.date < today else None
    under_way = done.is_under_way(today)
    ticked = not done.sets and not under_way
    outcomes = _ticked(session, knows, done) if ticked else _exercises(session, done, knows)
    return SessionOutcome(
        result=SessionResult.UNDER_WAY if under_way else _result(session, outcomes),
        starts_at=done.starts_at,
        ends_at=done.ends_at(session.minutes),
        exercises=outcomes,
    )


def _result(session: PlannedSession, outcomes: tuple[ExerciseOutcome, ...]) -> SessionResult:
    if not session.exercises:
        return SessionResult.UNPLANNED
    done = {each.exercise for each in outcomes if each.result is not ExerciseResult.LEFT_OUT}
    return SessionResult.DONE if done.issuperset(training_exercises(session)) else SessionResult.PARTLY


def _exercises(session: PlannedSession, done: Logged, knows: Judge) -> tuple[ExerciseOutcome, ...]:
    sets = {
        id_: tuple(group)
        for id_, group in groupby(sorted(done.sets, key=_exercise_of), key=_exercise_of)
        if id_ in knows.exercises
    }
    asked = [_judged(session, one, sets.get(one.exercise, ()), done, knows) for one in session.exercises]
    planned = {one.exercise for one in session.exercises}
    order = dict.fromkeys(one.exercise for one in done.sets)
    beside = [
        _beside(session, knows.exercises[id_], sets[id_], done, knows)
        for id_ in order
        if id_ in sets and id_ not in planned
    ]
    return (*asked, *beside)


def _beside(
    session: PlannedSession, exercise: Exercise, sets: tuple[SetDone, ...], done: Logged, knows: Judge
) -> ExerciseOutcome:
    """Judge an exercise that was not asked for; one that hurt as if it had been asked for as it was done."""
    before = knows.before.get(exercise.id)
    asked = PrescribedExercise(
        exercise=exercise.id,
        role=Role.ACCESSORY,
        sets=as_prescribed(sets, (), exercise),
        leads_to=before.stands if before is not None else None,
    )
    attempt = _attempt(session, asked, exercise, sets, done, knows)
    if attempt.pain > number("pain_go_on"):
        outcome = judge(attempt)
        return outcome if asked.leads_to is not None else replace(outcome, stands=None)
    return unplanned_exercise(exercise, sets, before, attempt.week)


def _judged(
    session: PlannedSession, asked: PrescribedExercise, sets: tuple[SetDone, ...], done: Logged, knows: Judge
) -> ExerciseOutcome:
    exercise = knows.exercises.get(asked.exercise)
    if exercise is None or (not sets and asked.role is not Role.WARM_UP):
        return ExerciseOutcome(exercise=asked.exercise, result=ExerciseResult.LEFT_OUT)
    if asked.role is Role.WARM_UP:  # nobody logs the warm-up: it is taken as done
        return ExerciseOutcome(
            exercise=asked.exercise, result=ExerciseResult.AS_PLANNED, sets=asked.sets, stands=None
        )
    return judge(_attempt(session, asked, exercise, sets, done, knows))


def _ticked(session: PlannedSession, knows: Judge, done: Logged) -> tuple[ExerciseOutcome, ...]:
    """Take a session that is only said to be done as done as asked; without its sets nothing grows.

    Source: J013
    """
    outcomes = []
    for asked in session.exercises:
        exercise = knows.exercises.get(asked.exercise)
        stands = None
        if exercise is not None and asked.leads_to is not None:
            stands = held_untested(_attempt(session, asked, exercise, (), done, knows))
        told = (Reason.of("only_ticked_hold", ("J013",)),) if stands else ()
        outcomes.append(
            ExerciseOutcome(
                exercise=asked.exercise,
                result=ExerciseResult.AS_PLANNED,
                sets=asked.sets,
                stands=stands,
                reasons=told,
            )
        )
    return tuple(outcomes)


def _attempt(
    session: PlannedSession,
    asked: PrescribedExercise,
    exercise: Exercise,
    sets: tuple[SetDone, ...],
    done: Logged,
    knows: Judge,
) -> Attempt:
    return Attempt(
        exercise=exercise,
        asked=asked,
        sets=sets,
        before=knows.before.get(exercise.id),
        rack=loadings(kit_at(knows.plan.athlete, session.place), exercise),
        week=knows.week_of(done.date),
        pain_after=knows.pain_after(exercise.id, done.date),
        bad_day=any(reason.rule in BAD_DAY for reason in session.reasons),
    )


def _exercise_of(one: SetDone) -> str:
    return one.exercise
