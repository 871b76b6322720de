"""What differs between two versions of a plan, as lines that a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.wording.dose import dose_words
from runlift.wording.names import SESSION_NAMES, counted, day_words, exercise_name, run_words
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.difference import Difference, ExerciseChange, RunChange, SessionChange
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.session import PlannedSession


def difference_words(found: Difference, plan: Plan) -> list[str]:
    """Return a line for each run and session that changed, then what changed in it."""
    if found.is_empty:
        return ["Nothing changes in what lies ahead."]
    units = plan.athlete.units
    lines = [line for change in found.runs for line in _run_lines(change, units)]
    return lines + [line for change in found.sessions for line in _session_lines(change, units)]


def summary_of_difference(found: Difference, plan: Plan) -> str:
    """Return how much of what lies ahead changes, in one sentence."""
    gone = sum(change.after is None for change in found.sessions)
    return f"{counted(len(found.sessions), 'session')} of {len(plan.ahead) + gone} ahead changed."


def _run_lines(change: RunChange, units: Units) -> Iterator[str]:
    before, after = change.before, change.after
    if after is None and before is not None:
        yield f"Run gone: {_when(before.starts_at)} {run_words(before.run, units)}"
    elif before is None and after is not None:
        yield f"New run: {_when(after.starts_at)} {run_words(after.run, units)}"
    elif before is not None and after is not None:
        yield f"Run moved: {run_words(after.run, units)}, {_from_to(before, after)}"


def _session_lines(change: SessionChange, units: Units) -> Iterator[str]:
    before, after = change.before, change.after
    if after is None:
        if before is not None:
            yield f"Gone: {_session(before)}"
        return
    if before is None:
        yield f"New: {_session(after)}"
        return
    moved = f", moved from {_when(before.starts_at)}" if before.starts_at != after.starts_at else ""
    place = f", at {after.place} instead of {before.place}" if before.place != after.place else ""
    yield f"{_session(after)}{moved}{place}"
    for exercise in change.exercises:
        yield from _exercise_lines(exercise, units)


def _exercise_lines(change: ExerciseChange, units: Units) -> Iterator[str]:
    before, after = change.before, change.after
    if after is None:
        if before is not None:
            yield f"  - {exercise_name(before.exercise)}"
        return
    name = exercise_name(after.exercise)
    if before is None:
        yield f"  + {name}: {dose_words(after, units)}"
    else:
        yield f"  ~ {name}: {dose_words(before, units)} -> {dose_words(after, units)}"
    known = {reason.rule for reason in before.reasons} if before else set()
    for reason in after.reasons:
        if before is not None and reason.rule not in known:
            yield f"      why: {reason_words(reason, units)}"


def _session(session: PlannedSession) -> str:
    return f"{_when(session.starts_at)} {SESSION_NAMES[session.kind]}"


def _from_to(before: TimedRun, after: TimedRun) -> str:
    return f"from {_when(before.starts_at)} to {_when(after.starts_at)}"


def _when(moment: datetime) -> str:
    return f"{day_words(moment.date())} {moment:%H:%M}"
