"""A week of the plan as rows of words, for every printable format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Role
from runlift.wording.dose import dose_words, ramp_words
from runlift.wording.names import (
    LEG_STRESS_WORDS,
    SESSION_NAMES,
    day_words,
    distance_words,
    minutes_words,
)
from runlift.wording.reason import reason_words
from runlift.wording.unmet import unmet_words

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import Plan, PlanWeek, TimedRun
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedExercise:
    """An exercise in words: what, how much, what leads up to it, what to think of, why."""

    name: str
    dose: str
    ramp: str
    cue: str
    warm_up: bool
    to_confirm: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSession:
    """A session in words."""

    headline: str
    exercises: tuple[PrintedExercise, ...]
    ten_minutes: tuple[PrintedExercise, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDay:
    """A day in words; without runs it is a rest day."""

    day: str
    runs: tuple[str, ...]
    sessions: tuple[PrintedSession, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWeek:
    """A week in words."""

    title: str
    days: tuple[PrintedDay, ...]
    reasons: tuple[str, ...]
    left_out: tuple[str, ...]


def printed_weeks(plan: Plan) -> tuple[PrintedWeek, ...]:
    """Return every week of the plan in words."""
    return tuple(printed_week(plan, week) for week in plan.weeks)


def printed_week(plan: Plan, week: PlanWeek) -> PrintedWeek:
    """Return one week in words."""
    unmet = [each for each in plan.unmet if each.week == week.monday]
    return PrintedWeek(
        title=week_title(week, plan.athlete.units),
        days=tuple(_day(plan, week.monday + timedelta(days=ahead)) for ahead in range(WEEK.days)),
        reasons=tuple(reason_words(reason) for reason in week.reasons),
        left_out=tuple(unmet_words(unmet)),
    )


def week_title(week: PlanWeek, units: Units) -> str:
    """Return the headline of a week."""
    lighter = ", lighter week" if week.deload else ""
    running = distance_words(week.run_distance_m, units)
    sessions = f"{week.sessions_wanted} strength session{'' if week.sessions_wanted == 1 else 's'}"
    return f"Week of {day_words(week.monday)}: {week.phase.value}{lighter}, {running} running, {sessions}"


def run_line(timed: TimedRun, units: Units) -> str:
    """Return a run in one line."""
    run = timed.run
    distance = f" {distance_words(run.distance_m, units)}" if run.distance_m else ""
    title = f": {run.title}" if run.title else ""
    return f"{timed.start:%H:%M} {run.kind.value}{distance}{' (key)' if run.key else ''}{title}"


def session_headline(session: PlannedSession) -> str:
    """Return a session's hour, name, place, length and leg stress in one line."""
    return (
        f"{session.start:%H:%M} {SESSION_NAMES[session.kind]}, {session.place}, "
        f"{minutes_words(session.minutes)}, {LEG_STRESS_WORDS[session.leg_stress]}"
    )


def printed_exercise(exercise: PrescribedExercise, units: Units) -> PrintedExercise:
    """Return an exercise in words."""
    known = catalogue()[exercise.exercise]
    return PrintedExercise(
        name=known.name,
        dose=dose_words(exercise, units),
        ramp=ramp_words(exercise, units),
        cue=known.cue,
        warm_up=exercise.role is Role.WARM_UP,
        to_confirm=exercise.to_confirm,
        reasons=tuple(reason_words(reason) for reason in exercise.reasons),
    )


def _day(plan: Plan, day: date) -> PrintedDay:
    units = plan.athlete.units
    return PrintedDay(
        day=day_words(day),
        runs=tuple(run_line(timed, units) for timed in plan.runs if timed.run.date == day),
        sessions=tuple(printed_session(each, units) for each in plan.sessions if each.date == day),
    )


def printed_session(session: PlannedSession, units: Units) -> PrintedSession:
    """Return a session in words."""
    return PrintedSession(
        headline=session_headline(session),
        exercises=tuple(printed_exercise(each, units) for each in session.exercises),
        ten_minutes=tuple(printed_exercise(each, units) for each in session.ten_minutes),
        reasons=tuple(reason_words(reason) for reason in session.reasons),
    )
