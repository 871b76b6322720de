"""The plan as a calendar: runs and sessions in order, in floating local time (RFC 5545)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from runlift.domain.plan.session import Role
from runlift.wording.dose import dose_words, ramp_words, warm_up_words
from runlift.wording.names import LEG_STRESS_WORDS, SESSION_NAMES, exercise_name, run_words
from runlift.wording.notice import NOTICE
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise

PRODUCT = "-//Runlift//Strength plan for runners//EN"
REASONS_IN_DESCRIPTION = 2
NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]|[\ud800-\udfff]")
HARMLESS = re.compile(r"[^A-Za-z0-9.@_/+-]")
LEAST_MINUTES = 1  # an event of no length is not valid


def dump_calendar(plan: Plan) -> bytes:
    """Write the plan as an iCalendar file; the same plan gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _text(f"Runlift {plan.athlete.name}"))
    stamp = datetime.combine(plan.first_day, time.min, tzinfo=UTC)
    units = plan.athlete.units
    events = [(timed.starts_at, _run_event(timed, units)) for timed in plan.runs]
    events += [(session.starts_at, _session_event(session, units)) for session in plan.sessions]
    for _, event in sorted(events, key=lambda each: (each[0], str(each[1]["uid"]))):
        event.add("dtstamp", stamp)
        event.add("sequence", 0)
        calendar.add_component(event)
    written: bytes = calendar.to_ical(sorted=False)
    return written


def run_uid(run_id: str) -> str:
    """Return the identifier of a run's event: harmless in a calendar, different for every run id."""
    return f"run-{HARMLESS.sub(_code_point, run_id)}@runlift"


def _code_point(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):x}%"


def _run_event(timed: TimedRun, units: Units) -> Event:
    run = timed.run
    event = _event(run_uid(run.id), timed.starts_at, timed.ends_at)
    event.add("summary", _text(run_words(run, units)))
    lines = [f"{run.kind.value}{', key run' if run.key else ''}", run.note]
    if timed.start_assumed:
        lines.append("The hour is not in the running plan: it is your usual one, or assumed.")
    if timed.minutes_assumed:
        lines.append("The length is an estimate.")
    event.add("description", _text("\n".join(line for line in lines if line)))
    event.add("categories", ["Run"])
    return event


def _session_event(session: PlannedSession, units: Units) -> Event:
    event = _event(session.uid, session.starts_at, session.ends_at)
    stress = LEG_STRESS_WORDS[session.leg_stress]
    event.add("summary", f"Strength work: {SESSION_NAMES[session.kind]}, {stress}")
    event.add("location", _text(session.place))
    lines = [
        f"{warm_up_words(session.minutes)}.",
        *(_exercise_line(each, units) for each in session.exercises),
    ]
    short = "; ".join(_exercise_line(each, units) for each in session.ten_minutes)
    lines += [f"Only ten minutes: {short}"] if short else []
    lines += [f"Why: {reason_words(reason, units)}" for reason in session.reasons[:REASONS_IN_DESCRIPTION]]
    event.add("description", _text("\n".join([*lines, NOTICE])))
    event.add("categories", ["Strength"])
    return event


def _exercise_line(exercise: PrescribedExercise, units: Units) -> str:
    ramp = ramp_words(exercise, units) if exercise.role is not Role.WARM_UP else ""
    first = f" (first {ramp})" if ramp else ""
    confirm = "; a careful start: confirm it" if exercise.to_confirm else ""
    return f"{exercise_name(exercise.exercise)}: {dose_words(exercise, units)}{first}{confirm}"


def _event(uid: str, start: datetime, end: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", start)
    event.add("dtend", max(end, start + timedelta(minutes=LEAST_MINUTES)))
    return event


def _text(words: str) -> str:
    """Leave out what a calendar's text cannot hold: control characters and halves of characters."""
    return NOT_TEXT.sub(" ", words.replace("\r\n", "\n")).strip()
