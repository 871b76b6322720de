"""The plan as a calendar: runs and sessions in order, in floating local time (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from runlift.domain.exercise.catalogue import catalogue
from runlift.wording.dose import dose_words
from runlift.wording.names import LEG_STRESS_WORDS, SESSION_NAMES, distance_words
from runlift.wording.notice import NOTICE
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.session import PlannedSession

PRODUCT = "-//Runlift//Strength plan for runners//EN"
REASONS_IN_DESCRIPTION = 2


def dump_calendar(plan: Plan) -> bytes:
    """Write the plan as an iCalendar file; the same plan gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Runlift {plan.athlete.name}".strip())
    stamp = datetime.combine(plan.first_day, time.min, tzinfo=UTC)
    units = plan.athlete.units
    events = [(timed.starts_at, _run_event(timed, units)) for timed in plan.runs]
    events += [(session.starts_at, _session_event(session, units)) for session in plan.sessions]
    for _, event in sorted(events, key=lambda each: (each[0], str(each[1]["uid"]))):
        event.add("dtstamp", stamp)
        event.add("sequence", 0)
        calendar.add_component(event)
    return calendar.to_ical(sorted=False)


def _run_event(timed: TimedRun, units: Units) -> Event:
    run = timed.run
    distance = f", {distance_words(run.distance_m, units)}" if run.distance_m else ""
    event = _event(f"run-{run.id}@runlift", timed.starts_at, timed.ends_at)
    event.add("summary", f"Run: {run.title or run.kind.value}{distance}")
    lines = [f"{run.kind.value}{', key run' if run.key else ''}", run.note]
    if timed.start_assumed:
        lines.append("The hour is assumed; state your usual hours in the athlete file.")
    event.add("description", "\n".join(line for line in lines if line))
    event.add("categories", ["Run"])
    return event


def _session_event(session: PlannedSession, units: Units) -> Event:
    event = _event(session.uid, session.starts_at, session.ends_at)
    event.add("summary", f"Strength: {SESSION_NAMES[session.kind]}, {LEG_STRESS_WORDS[session.leg_stress]}")
    event.add("location", session.place)
    lines = [f"{catalogue()[each.exercise].name}: {dose_words(each, units)}" for each in session.exercises]
    lines += [f"Why: {reason_words(reason)}" for reason in session.reasons[:REASONS_IN_DESCRIPTION]]
    event.add("description", "\n".join([*lines, NOTICE]))
    event.add("categories", ["Strength"])
    return event


def _event(uid: str, start: datetime, end: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", start)
    event.add("dtend", end)
    return event
