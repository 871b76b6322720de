"""The difference between two versions of a plan as JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runlift.formats.plan_json import reason_document

if TYPE_CHECKING:
    from runlift.domain.plan.difference import Difference, ExerciseChange, RunChange, SessionChange
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise

Document = dict[str, Any]


def difference_document(found: Difference) -> Document:
    """Return a difference as plain JSON values."""
    return {
        "runs": [_run_change(change) for change in found.runs],
        "sessions": [_session_change(change) for change in found.sessions],
        "routines": [
            {"before": _routine(change.before), "after": _routine(change.after)} for change in found.routines
        ],
    }


def _run_change(change: RunChange) -> Document:
    return {"before": _run(change.before), "after": _run(change.after)}


def _run(timed: TimedRun | None) -> Document | None:
    if timed is None:
        return None
    return {"id": timed.run.id, "start": timed.starts_at.isoformat(), "kind": timed.run.kind.value}


def _routine(routine: PlacedRoutine | None) -> Document | None:
    if routine is None:
        return None
    return {
        "uid": routine.uid,
        "start": routine.starts_at.isoformat(),
        "minutes": routine.minutes,
        "place": routine.place,
        "exercises": [item.exercise for item in routine.items],
    }


def _session_change(change: SessionChange) -> Document:
    return {
        "before": _session(change.before),
        "after": _session(change.after),
        "moved": change.is_moved,
        "exercises": [_exercise_change(each) for each in change.exercises],
    }


def _session(session: PlannedSession | None) -> Document | None:
    if session is None:
        return None
    return {"uid": session.uid, "start": session.starts_at.isoformat(), "place": session.place}


def _exercise_change(change: ExerciseChange) -> Document:
    return {"before": _exercise(change.before), "after": _exercise(change.after)}


def _exercise(exercise: PrescribedExercise | None) -> Document | None:
    if exercise is None:
        return None
    return {
        "exercise_id": exercise.exercise,
        "sets": [
            {
                "reps": one.reps,
                "seconds": one.seconds,
                "contacts": one.contacts,
                "load_kg": one.load_kg,
                "rir": one.rir,
            }
            for one in exercise.sets
            if not one.warm_up
        ],
        "tempo": exercise.tempo,
        "reasons": [reason_document(reason) for reason in exercise.reasons],
    }
