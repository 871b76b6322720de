"""A week of the plan as rows of words, for every printable format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Role
from runlift.domain.running.plan import RunKind
from runlift.wording.dose import dose_words, ramp_words, warm_up_words
from runlift.wording.names import (
    LEG_STRESS_WORDS,
    RESULT_WORDS,
    SESSION_NAMES,
    counted,
    day_words,
    distance_words,
    exercise_name,
    minutes_words,
    run_words,
)
from runlift.wording.reason import reason_words
from runlift.wording.routine import routine_headline, routine_items
from runlift.wording.unmet import unmet_words

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import Plan, PlanWeek, TimedRun
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRun:
    """A run in words, and how much it weighs: `race`, `key` or `easy`."""

    line: str
    weight: str


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
    """A session in words; `stress` is what it asks of the legs, as one word."""

    day: str
    headline: str
    name: str
    facts: str
    stress: str
    beginning: str
    exercises: tuple[PrintedExercise, ...]
    ten_minutes: tuple[PrintedExercise, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRoutine:
    """A short routine in words."""

    headline: str
    items: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDay:
    """A day in words; without runs and sessions it is a rest day."""

    day: str
    runs: tuple[PrintedRun, ...]
    sessions: tuple[PrintedSession, ...]
    routines: tuple[PrintedRoutine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWeek:
    """A week in words."""

    title: str
    days: tuple[PrintedDay, ...]
    reasons: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def sessions(self) -> tuple[PrintedSession, ...]:
        """The sessions of the week, in order."""
        return tuple(session for day in self.days for session in day.sessions)

    @property
    def routine_reasons(self) -> tuple[str, ...]:
        """The reasons of the short routines of the week, each once."""
        told = (reason for day in self.days for routine in day.routines for reason in routine.reasons)
        return tuple(dict.fromkeys(told))


def printed_weeks(plan: Plan) -> tuple[PrintedWeek, ...]:
    """Return every week of the plan in words."""
    return tuple(printed_week(plan, week) for week in plan.weeks)


def printed_week(plan: Plan, week: PlanWeek) -> PrintedWeek:
    """Return one week in words."""
    units = plan.athlete.units
    unmet = [each for each in plan.unmet if each.week == week.monday]
    return PrintedWeek(
        title=week_title(plan, week),
        days=tuple(_day(plan, week.monday + timedelta(days=ahead)) for ahead in range(WEEK.days)),
        reasons=tuple(reason_words(reason, units) for reason in week.reasons),
        left_out=tuple(unmet_words(unmet)),
    )


def week_title(plan: Plan, week: PlanWeek) -> str:
    """Return the headline of a week: of its sessions those that have a place."""
    lighter = ", lighter week" if week.deload else ""
    running = distance_words(week.run_distance_m, plan.athlete.units)
    placed = sum(week.monday <= each.date < week.monday + WEEK for each in plan.sessions)
    sessions = counted(placed, "strength session")
    if placed < week.sessions_wanted:
        sessions = f"{placed} of {counted(week.sessions_wanted, 'strength session')}"
    return f"Week of {day_words(week.monday)}: {week.phase.value}{lighter}, {running} running, {sessions}"


def run_line(timed: TimedRun, units: Units) -> str:
    """Return a run in one line."""
    return f"{timed.start:%H:%M} {run_words(timed.run, units)}"


def session_headline(session: PlannedSession) -> str:
    """Return a session's hour, name, place, length and leg stress in one line, and what became of it."""
    line = f"{session.start:%H:%M} {SESSION_NAMES[session.kind]}, {_facts(session)}"
    return f"{line} ({RESULT_WORDS[session.outcome.result]})" if session.outcome else line


def printed_exercise(exercise: PrescribedExercise, units: Units) -> PrintedExercise:
    """Return an exercise in words."""
    known = catalogue().get(exercise.exercise)
    return PrintedExercise(
        name=exercise_name(exercise.exercise),
        dose=dose_words(exercise, units),
        ramp=ramp_words(exercise, units),
        cue=known.cue if known else "",
        warm_up=exercise.role is Role.WARM_UP,
        to_confirm=exercise.to_confirm,
        reasons=tuple(reason_words(reason, units) for reason in exercise.reasons),
    )


def printed_session(session: PlannedSession, units: Units) -> PrintedSession:
    """Return a session in words."""
    return PrintedSession(
        day=day_words(session.date),
        headline=session_headline(session),
        name=SESSION_NAMES[session.kind],
        facts=f"{session.start:%H:%M}, {_facts(session)}",
        stress=session.leg_stress.word,
        beginning=f"{warm_up_words(session.minutes)}.",
        exercises=tuple(printed_exercise(each, units) for each in session.exercises),
        ten_minutes=tuple(printed_exercise(each, units) for each in session.ten_minutes),
        reasons=tuple(reason_words(reason, units) for reason in session.reasons),
    )


def printed_routine(routine: PlacedRoutine, units: Units) -> PrintedRoutine:
    """Return a short routine in words."""
    return PrintedRoutine(
        headline=routine_headline(routine),
        items=tuple(routine_items(routine)),
        reasons=tuple(reason_words(reason, units) for reason in routine.reasons),
    )


def _facts(session: PlannedSession) -> str:
    return f"{session.place}, {minutes_words(session.minutes)}, {LEG_STRESS_WORDS[session.leg_stress]}"


def _day(plan: Plan, day: date) -> PrintedDay:
    units = plan.athlete.units
    return PrintedDay(
        day=day_words(day),
        runs=tuple(_run(timed, units) for timed in plan.runs if timed.run.date == day),
        sessions=tuple(printed_session(each, units) for each in plan.sessions if each.date == day),
        routines=tuple(printed_routine(each, units) for each in plan.placed_routines if each.date == day),
    )


def _run(timed: TimedRun, units: Units) -> PrintedRun:
    weight = "key" if timed.run.key else "easy"
    return PrintedRun(
        line=run_line(timed, units), weight="race" if timed.run.kind is RunKind.RACE else weight
    )
