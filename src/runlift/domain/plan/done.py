"""A session as it was really done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.plan.session import PrescribedExercise, Role

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from runlift.domain.plan.session import PlannedSession


def as_done(sessions: Iterable[PlannedSession]) -> tuple[PlannedSession, ...]:
    """Return the sessions that were done, as they were done, and those that lie ahead, in order of time.

    What was left out of a session is gone from it, and missed sessions are gone altogether.
    """
    kept = [_as_done(session) for session in sessions if not _is_missed(session)]
    return tuple(sorted(kept, key=lambda session: (session.starts_at, session.uid)))


def done_at(session: PlannedSession) -> datetime:
    """Return when a session really began, or should have."""
    outcome = session.outcome
    return session.starts_at if outcome is None or outcome.starts_at is None else outcome.starts_at


def exercises_done(session: PlannedSession) -> tuple[PrescribedExercise, ...]:
    """Return the exercises of a session with the sets that were done."""
    if session.outcome is None:
        return session.exercises
    planned = {exercise.exercise: exercise for exercise in session.exercises}
    return tuple(
        replace(planned.get(each.exercise) or _unplanned(each.exercise), sets=each.sets)
        for each in session.outcome.exercises
        if each.sets
    )


def _unplanned(exercise: str) -> PrescribedExercise:
    return PrescribedExercise(exercise=exercise, role=Role.ACCESSORY, sets=())


def _as_done(session: PlannedSession) -> PlannedSession:
    outcome = session.outcome
    if outcome is None:
        return session
    starts_at, ends_at = outcome.starts_at or session.starts_at, outcome.ends_at or session.ends_at
    return replace(
        session,
        date=starts_at.date(),
        start=starts_at.time(),
        minutes=_minutes(starts_at, ends_at),
        exercises=exercises_done(session),
        ten_minutes=(),
    )


def _minutes(starts_at: datetime, ends_at: datetime) -> int:
    return max(1, round((ends_at - starts_at) / timedelta(minutes=1)))


def _is_missed(session: PlannedSession) -> bool:
    return session.outcome is not None and not session.outcome.result.is_trained
