"""Weeks of a plan as tables, and a day of it as lines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Table

from runlift.domain.plan.outcome import ExerciseResult, SessionResult
from runlift.domain.plan.session import PrescribedExercise, Role
from runlift.formats.printed_week import (
    printed_exercise,
    printed_session,
    run_line,
    session_headline,
    week_title,
)
from runlift.wording.dose import dose_words, warm_up_words
from runlift.wording.names import day_words, exercise_name
from runlift.wording.reason import reason_words
from runlift.wording.routine import routine_headline, routine_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runlift.application.explain_day import DayAnswer
    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.outcome import ExerciseOutcome
    from runlift.domain.plan.plan import Plan, PlanWeek
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.quantity import Reason
    from runlift.formats.printed_week import PrintedExercise

WEEK = timedelta(days=7)
REASONS_SHOWN = 2
TELLING_RULES = (
    "hard_days_before_easy_days",
    "next_best_day",
    "heavy_legs_before_key_run",
    "gap_after_run",
)


def weeks_from(plan: Plan, day: date, count: int) -> list[PlanWeek]:
    """Return at most `count` weeks, the first the one that holds `day`."""
    return [week for week in plan.weeks if week.monday + WEEK > day][:count]


def week_table(plan: Plan, week: PlanWeek) -> Table:
    """Return a week as a table of days: run, strength session, and why it stands there."""
    table = Table(
        title=week_title(plan, week),
        title_justify="left",
        title_style="bold",
        box=SIMPLE,
        expand=True,
    )
    table.add_column("Day", no_wrap=True)
    table.add_column("Run", ratio=4)
    table.add_column("Strength", ratio=4)
    table.add_column("Why there", ratio=7)
    for ahead in range(WEEK.days):
        day = week.monday + timedelta(days=ahead)
        runs = [timed for timed in plan.runs if timed.run.date == day]
        sessions = sessions_of(plan, day)
        routines = [routine for routine in plan.placed_routines if routine.date == day]
        table.add_row(
            day_words(day),
            escape("\n".join(run_line(timed, plan.athlete.units) for timed in runs) or "rest"),
            escape("\n".join(_headlines(sessions, routines))),
            escape("\n".join(reason_lines(sessions, plan.athlete.units))),
        )
    return table


def _headlines(sessions: list[PlannedSession], routines: list[PlacedRoutine]) -> Iterator[str]:
    yield from (session_headline(session) for session in sessions)
    yield from (routine_headline(routine) for routine in routines)


def sessions_of(plan: Plan, day: date) -> list[PlannedSession]:
    """Return the strength sessions of a day."""
    return [session for session in plan.sessions if session.date == day]


def session_details(plan: Plan, week: PlanWeek) -> list[str]:
    """Return what is done in each session and short routine of a week, line by line."""
    lines: list[str] = []
    for session in plan.sessions:
        if week.monday <= session.date < week.monday + WEEK:
            lines += [f"{day_words(session.date)}: {session_headline(session)}"]
            lines += [f"  {line}" for line in exercise_lines(session, plan.athlete.units)]
    of_the_week = (each for each in plan.placed_routines if week.monday <= each.date < week.monday + WEEK)
    return lines + [f"{day_words(each.date)}: {routine_line(each)}" for each in of_the_week]


def exercise_lines(session: PlannedSession, units: Units) -> list[str]:
    """Return the warm-up in one line, then one line an exercise, with what was done of it."""
    outcome = session.outcome
    done = {one.exercise: one for one in outcome.exercises} if outcome else {}
    asked = (
        [] if outcome and outcome.result is SessionResult.UNPLANNED else _asked_lines(session, units, done)
    )
    planned = {each.exercise for each in session.exercises}
    beside = (one for id_, one in done.items() if id_ and id_ not in planned and one.sets)
    return asked + [f"- {exercise_name(one.exercise)}: done {_done_words(one, units)}" for one in beside]


def _asked_lines(session: PlannedSession, units: Units, done: Mapping[str, ExerciseOutcome]) -> list[str]:
    printed = [printed_exercise(each, units) for each in session.exercises]
    warm_up = ", ".join(f"{each.name} {each.ramp or each.dose}" for each in printed if each.warm_up)
    easy = warm_up_words(session.minutes)
    lines = [f"{easy}, then {warm_up}" if warm_up else easy]
    for exercise, each in zip(session.exercises, printed, strict=True):
        if not each.warm_up:
            went = _went(done[exercise.exercise], units) if exercise.exercise in done else ""
            lines.append(f"- {exercise_line(each)}{went}")
    return lines


def _went(one: ExerciseOutcome, units: Units) -> str:
    """Say what was done of an exercise that was asked for."""
    if one.result is ExerciseResult.LEFT_OUT:
        return "; left out"
    if not one.sets:
        return "; told, and not counted so far"
    if one.result is ExerciseResult.AS_PLANNED:
        return "; done"
    hurt = ", and it hurt" if one.result is ExerciseResult.HURT else ""
    return f"; done {_done_words(one, units)}{hurt}"


def _done_words(one: ExerciseOutcome, units: Units) -> str:
    return dose_words(PrescribedExercise(exercise=one.exercise, role=Role.MAIN, sets=one.sets), units)


def exercise_line(exercise: PrintedExercise) -> str:
    """Return an exercise with its working sets, and what leads up to them."""
    confirm = "; a careful start: confirm it" if exercise.to_confirm else ""
    ramp = f" (ramp: {exercise.ramp})" if exercise.ramp else ""
    return f"{exercise.name}: {exercise.dose or exercise.ramp}{ramp if exercise.dose else ''}{confirm}"


def reason_lines(sessions: list[PlannedSession], units: Units) -> list[str]:
    """Return the reasons of each session that tell most of its day; `why` tells them all."""
    chosen = (reason for session in sessions for reason in _telling(session))
    return [f"- {reason_words(reason, units)}" for reason in chosen]


def _telling(session: PlannedSession) -> list[Reason]:
    by_rule = {reason.rule: reason for reason in session.reasons}
    return [by_rule[rule] for rule in TELLING_RULES if rule in by_rule][:REASONS_SHOWN]


def day_lines(answer: DayAnswer, plan: Plan) -> list[str]:
    """Return all that is known of a day: runs, sessions, every reason."""
    units = plan.athlete.units
    lines = [f"run: {run_line(timed, units)}" for timed in answer.runs] or ["rest: nothing is trained"]
    for session in answer.sessions:
        lines += _session_with_reasons(session, units)
    for routine in answer.routines:
        lines.append(routine_line(routine))
        lines += [f"  why: {reason_words(reason, units)}" for reason in routine.reasons]
    if not answer.sessions:
        lines.append("no strength session; ask `runlift why-not` what one would cost")
    if answer.week is not None:
        lines.append(f"the week: {week_title(plan, answer.week)}")
        lines += [f"  why: {reason_words(reason, units)}" for reason in answer.week.reasons]
    lines += [f"left out this week: {reason_words(unmet.reason, units)}" for unmet in answer.unmet]
    return lines


def _session_with_reasons(session: PlannedSession, units: Units) -> list[str]:
    printed = printed_session(session, units)
    lines = [printed.headline, *(f"  why: {reason}" for reason in printed.reasons)]
    for exercise in printed.exercises:
        lines.append(f"- {exercise_line(exercise)}")
        lines += [f"    why: {reason}" for reason in exercise.reasons]
    return lines
