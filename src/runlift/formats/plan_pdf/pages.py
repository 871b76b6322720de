"""The pages of a printed plan as plain values."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from runlift.domain.plan.session import Role, Side
from runlift.formats.printed_week import printed_session, printed_week
from runlift.wording.names import SESSION_NAMES, minutes_words
from runlift.wording.notice import NOTICE
from runlift.wording.summary import title_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import Plan, PlanWeek
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise
    from runlift.domain.quantity import DateSpan
    from runlift.formats.printed_week import PrintedDay, PrintedExercise, PrintedWeek

Document = dict[str, Any]

MOST_BOXES = 6  # as many as fit beside an exercise
REASONS_OF_SESSION = 3  # the others are in the plan for the screen
WEEK_DAYS = 7


class Paper(StrEnum):
    """Paper of a printed plan."""

    A4 = "a4"
    LETTER = "us-letter"


class Printed(StrEnum):
    """Which pages are printed."""

    ALL = "all"
    WEEKS = "weeks"
    SESSIONS = "sessions"


def document(plan: Plan, span: DateSpan, *, paper: Paper, printed: Printed) -> Document:
    """Return everything that is printed of the weeks that begin within a span of days."""
    weeks = [week for week in plan.weeks if week.monday in span]
    return {
        "title": title_words(plan),
        "paper": paper.value,
        "notice": NOTICE,
        "pages": [page for week in weeks for page in _pages(plan, week, printed)],
    }


def _pages(plan: Plan, week: PlanWeek, printed: Printed) -> Iterator[Document]:
    units = plan.athlete.units
    sessions = [each for each in plan.sessions if 0 <= (each.date - week.monday).days < WEEK_DAYS]
    if printed is not Printed.SESSIONS:
        yield {"kind": "week", "week": _week(printed_week(plan, week), sessions)}
    if printed is not Printed.WEEKS:
        for session in sessions:
            if session.exercises:
                yield {"kind": "session", "session": _session(session, units)}


def _week(week: PrintedWeek, sessions: list[PlannedSession]) -> Document:
    headline, _, facts = week.title.partition(": ")
    left = iter(sessions)
    return {
        "headline": headline,
        "facts": facts,
        "days": [_day(day, left) for day in week.days],
        "reasons": list(week.reasons),
        "left_out": list(week.left_out),
    }


def _day(day: PrintedDay, left: Iterator[PlannedSession]) -> Document:
    """Return a day; the sessions are in the order of the days."""
    return {
        "day": day.day,
        "runs": [{"line": run.line, "weight": run.weight} for run in day.runs],
        "routines": [routine.headline for routine in day.routines],
        "sessions": [_short(next(left), each.name, each.exercises) for each in day.sessions],
    }


def _short(session: PlannedSession, name: str, exercises: tuple[PrintedExercise, ...]) -> Document:
    work = [each.name for each in exercises if not each.warm_up]
    where = f"{session.start:%H:%M} {name}, {session.place}, {minutes_words(session.minutes)}"
    return {"headline": where, "short": "; ".join(work)}


def _session(session: PlannedSession, units: Units) -> Document:
    words = printed_session(session, units)
    return {
        "headline": f"{words.day}: {SESSION_NAMES[session.kind]}",
        "facts": words.facts,
        "beginning": words.beginning,
        "exercises": [
            _exercise(each, told) for each, told in zip(session.exercises, words.exercises, strict=True)
        ],
        "ten_minutes": [f"{each.name}: {each.dose}" for each in words.ten_minutes],
        "reasons": list(words.reasons[:REASONS_OF_SESSION]),
    }


def _exercise(exercise: PrescribedExercise, words: PrintedExercise) -> Document:
    is_warm_up = exercise.role is Role.WARM_UP
    working = [each for each in exercise.sets if not each.warm_up and each.side is not Side.LEFT]
    return {
        "name": words.name,
        "dose": words.dose,
        "ramp": "" if is_warm_up else words.ramp,
        "cue": words.cue,
        "warm_up": is_warm_up,
        "to_confirm": words.to_confirm,
        "boxes": min(len(working) or 1, MOST_BOXES),
    }
