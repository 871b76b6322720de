"""What differs between two versions of a plan, as lines that a person can read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.wording.dose import dose_words
from runlift.wording.names import SESSION_NAMES, counted, day_words, exercise_name, run_words
from runlift.wording.reason import reason_words
from runlift.wording.routine import routine_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.difference import Difference, ExerciseChange, RunChange, SessionChange
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise
    from runlift.domain.quantity import Reason

WHY = "why: "
OF_THE_DAY = {"hard_days_before_easy_days", "next_best_day"}  # what says why a session is where it is
NO_PLACE = "The week has no place for it any more, or asks for fewer sessions."
SHARED_OUT_ANEW = "What the day and the week leave of time, sets and leg work is shared out anew."
ROUTINES_SHOWN = 7  # a week of days


def difference_words(found: Difference, plan: Plan) -> list[str]:
    """Return a line for each run and session that changed, then what changed in it and why."""
    if found.is_empty:
        return ["Nothing changes in what lies ahead."]
    units = plan.athlete.units
    lines = [line for change in found.runs for line in _run_lines(change, units)]
    began: dict[str, date] = {}
    for change in found.sessions:
        lines += _session_lines(change, plan, began)
        if change.after is not None:
            for one in change.exercises:
                began.setdefault(_id_of(one), change.after.date)
    return [*lines, *_routine_lines(found)]


def summary_of_difference(found: Difference, plan: Plan) -> str:
    """Return how much of what lies ahead changes, in one sentence."""
    gone = sum(change.after is None for change in found.sessions)
    doses = sum(change.is_dose_only for change in found.sessions)
    how = f", {doses} of them in nothing but sets, repetitions or load" if doses else ""
    return f"{counted(len(found.sessions), 'session')} of {len(plan.ahead) + gone} ahead changed{how}."


def _run_lines(change: RunChange, units: Units) -> Iterator[str]:
    before, after = change.before, change.after
    if after is None and before is not None:
        yield f"Run gone: {_when(before.starts_at)} {run_words(before.run, units)}"
    elif before is None and after is not None:
        yield f"New run: {_when(after.starts_at)} {run_words(after.run, units)}"
    elif before is not None and after is not None and before.starts_at == after.starts_at:
        now = run_words(after.run, units)
        yield f"Run changed: {_when(after.starts_at)} {run_words(before.run, units)} -> {now}"
    elif before is not None and after is not None:
        yield f"Run moved: {run_words(after.run, units)}, {_from_to(before, after)}"


def _routine_lines(found: Difference) -> Iterator[str]:
    """Yield how many short routines changed, then those of the first days among them."""
    if not found.routines:
        return
    new = sum(change.before is None for change in found.routines)
    gone = sum(change.after is None for change in found.routines)
    other = len(found.routines) - new - gone
    told = [f"{count} {word}" for count, word in ((new, "new"), (gone, "gone"), (other, "changed")) if count]
    yield f"Short routines: {', '.join(told)}."
    for change in found.routines[:ROUTINES_SHOWN]:
        if change.after is not None:
            sign = "+" if change.before is None else "~"
            yield f"  {sign} {day_words(change.after.date)} {routine_line(change.after)}"
        elif change.before is not None:
            yield f"  - {day_words(change.before.date)} {routine_line(change.before)}"
    left = len(found.routines) - ROUTINES_SHOWN
    if left > 0:
        yield f"  and {counted(left, 'other')}"


def _session_lines(change: SessionChange, plan: Plan, began: Mapping[str, date]) -> list[str]:
    before, after, units = change.before, change.after, plan.athlete.units
    if after is None:
        return _gone_lines(before, plan) if before is not None else []
    if before is None:
        return [f"New: {_session(after)}", *_why(after.reasons[:1], units)]
    moved = f", moved from {_when(before.starts_at)}" if before.starts_at != after.starts_at else ""
    place = f", at {after.place} instead of {before.place}" if before.place != after.place else ""
    exercises = [line for one in change.exercises for line in _exercise_lines(one, units)]
    reasons = [each for each in after.reasons if each.rule in OF_THE_DAY] if change.is_moved else []
    lines = [f"{_session(after)}{moved}{place}", *_why(reasons, units), *exercises]
    told = any(line.lstrip().startswith(WHY) for line in lines)
    return lines if told else [*lines, *_follows(change, plan, began)]


def _gone_lines(session: PlannedSession, plan: Plan) -> list[str]:
    monday = session.date - timedelta(days=session.date.weekday())
    reasons = [one.reason for one in plan.unmet if one.week == monday]
    reasons += [one.reason for one in plan.easings if one.no_sessions and session.date in one]
    why = _why(reasons[:1], plan.athlete.units)
    return [f"Gone: {_session(session)}", *(why or [f"  {WHY}{NO_PLACE}"])]


def _why(reasons: list[Reason] | tuple[Reason, ...], units: Units) -> list[str]:
    return [f"  {WHY}{reason_words(reason, units)}" for reason in reasons]


def _follows(change: SessionChange, plan: Plan, began: Mapping[str, date]) -> Iterator[str]:
    """Say why a session changed of which no exercise says it by itself."""
    day = change.after.date if change.after is not None else plan.first_day
    left_out = {
        one.reason: None
        for each in change.exercises
        if each.after is None
        for one in plan.restrictions
        if one.forbids(_id_of(each), day)
    }
    earlier = [began[id_] for each in change.exercises if (id_ := _id_of(each)) in began]
    told = _new(change.before.reasons, change.after.reasons) if change.before and change.after else []
    if told:
        yield from _why(told[:2], plan.athlete.units)
    elif left_out:
        yield from _why(list(left_out)[:1], plan.athlete.units)
    elif earlier:
        yield f"  {WHY}It follows from the change of {day_words(min(earlier))}."
    else:
        yield f"  {WHY}{SHARED_OUT_ANEW}"


def _exercise_lines(change: ExerciseChange, units: Units) -> Iterator[str]:
    before, after = change.before, change.after
    if after is None:
        if before is not None:
            yield f"  - {exercise_name(before.exercise)}"
        return
    name = exercise_name(after.exercise)
    if before is None:
        yield f"  + {name}: {dose_words(after, units)}"
        return
    earlier, later = dose_words(before, units), dose_words(after, units)
    if earlier == later:
        earlier, later = (
            f"{counted(_lead_ups(one), 'lead-up set')} before {later}" for one in (before, after)
        )
    yield f"  ~ {name}: {earlier} -> {later}"
    yield from (f"    {line}" for line in _why(_new(before.reasons, after.reasons), units))


def _lead_ups(one: PrescribedExercise) -> int:
    return sum(each.warm_up for each in one.sets)


def _new(before: tuple[Reason, ...], after: tuple[Reason, ...]) -> list[Reason]:
    """Return the reasons of rules that did not speak before."""
    known = {reason.rule for reason in before}
    return [reason for reason in after if reason.rule not in known]


def _id_of(change: ExerciseChange) -> str:
    one = change.after or change.before
    if one is None:
        raise AssertionError("a change without an exercise")
    return one.exercise


def _session(session: PlannedSession) -> str:
    return f"{_when(session.starts_at)} {SESSION_NAMES[session.kind]}"


def _from_to(before: TimedRun, after: TimedRun) -> str:
    return f"from {_when(before.starts_at)} to {_when(after.starts_at)}"


def _when(moment: datetime) -> str:
    return f"{day_words(moment.date())} {moment:%H:%M}"
