"""The plan as a calendar that updates in place: runs and sessions in order (RFC 5545, RFC 7986)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from runlift.domain.plan.session import Role
from runlift.wording.assessment import NO_FORECAST, retest_words
from runlift.wording.dose import dose_words, ramp_words, warm_up_words
from runlift.wording.names import LEG_STRESS_WORDS, SESSION_NAMES, exercise_name, run_words
from runlift.wording.notice import NOTICE
from runlift.wording.reason import reason_words
from runlift.wording.routine import MOMENTS, routine_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.assessment.retest import Retest
    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise

PRODUCT = "-//Runlift//Strength plan for runners//EN"
REASONS_IN_DESCRIPTION = 2
NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]|[\ud800-\udfff]")
HARMLESS = re.compile(r"[^A-Za-z0-9.@_/+-]")
COUNTERS = ("dtstamp", "last-modified", "sequence", "status")
RETEST_UID = "field-tests@runlift"  # one entry that moves
LEAST_MINUTES = 1  # an event of no length is not valid


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWanted:
    """How a calendar is written.

    Attributes:
        alarm_minutes: How long before a session an alarm rings [min]; None for none.
        in_zone: Whether times are of the plan's zone; else they float, the same on every clock.
        retest: Field tests that get a day of their own; None for none.
    """

    alarm_minutes: int | None = None
    in_zone: bool = False
    retest: Retest | None = None


USUAL = CalendarWanted()


def dump_calendar(
    plan: Plan, *, before: bytes = b"", now: datetime | None = None, wanted: CalendarWanted = USUAL
) -> bytes:
    """Write the plan as an iCalendar file that updates the one before in place.

    An event that says what it said before stays as it was, to the byte; one that changed counts up, one that
    is gone is cancelled. The same plan, calendar before and moment give the same bytes.

    Args:
        plan: The plan.
        before: The calendar as it was written last; empty for the first.
        now: The moment, in UTC; the first day of the plan for a first calendar.
        wanted: How it is written.

    Raises:
        ValueError: What was before is no calendar of this program.
    """
    stamp = now or datetime.combine(plan.first_day, time.min, tzinfo=UTC)
    events = {str(event["uid"]): event for event in _events(plan, wanted)}
    known = _known(before)
    updated = [_updated(event, known.get(uid), stamp) for uid, event in events.items()]
    updated += [_cancelled(event, stamp) for uid, event in known.items() if uid not in events]
    calendar = _calendar(plan)
    for event in sorted(updated, key=_order):
        calendar.add_component(event)
    if wanted.in_zone:
        calendar.add_missing_timezones()
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _calendar(plan: Plan) -> Calendar:
    calendar = Calendar()
    name = _text(f"Runlift {plan.athlete.name}")
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    return calendar


def _events(plan: Plan, wanted: CalendarWanted) -> Iterator[Event]:
    units, zone = plan.athlete.units, ZoneInfo(plan.time_zone) if wanted.in_zone else None
    for timed in plan.runs:
        yield _run_event(timed, units, zone)
    for session in plan.sessions:
        event = _session_event(session, units, zone)
        if wanted.alarm_minutes is not None:
            event.add_component(_alarm(event, wanted.alarm_minutes))
        yield event
    for routine in plan.placed_routines:
        yield _routine_event(routine, units, zone)
    if wanted.retest is not None:
        yield _retest_event(wanted.retest)


def _alarm(event: Event, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", str(event["summary"]))
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def _known(before: bytes) -> dict[str, Event]:
    """Return the events of a calendar that this program wrote, by uid.

    Raises:
        ValueError: It is none.
    """
    if not before.strip():
        return {}
    calendar = Calendar.from_ical(before)
    if str(calendar.get("prodid", "")) != PRODUCT:
        raise ValueError("it was not written by Runlift")
    events = (each for each in calendar.walk("VEVENT") if isinstance(each, Event))
    return {str(event["uid"]): event for event in events}


def _updated(event: Event, before: Event | None, stamp: datetime) -> Event:
    """Return the event before where it says the same, else the new one with its count one up."""
    if before is not None and not _is_cancelled(before) and _content(before) == _content(event):
        return before
    return _counted(event, before, stamp, "CONFIRMED")


def _cancelled(before: Event, stamp: datetime) -> Event:
    if _is_cancelled(before):
        return before
    event = before.copy()
    for name in COUNTERS:
        event.pop(name, None)
    event.subcomponents = []
    return _counted(event, before, stamp, "CANCELLED")


def _counted(event: Event, before: Event | None, stamp: datetime, status: str) -> Event:
    at = stamp if before is None else max(stamp, _moment(before, "dtstamp"))
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("sequence", 0 if before is None else int(before.get("sequence", 0)) + 1)
    event.add("status", status)
    return event


def _is_cancelled(event: Event) -> bool:
    return str(event.get("status", "")) == "CANCELLED"


def _content(event: Event) -> bytes:
    """Return what an event says, without what only counts its versions."""
    bare = event.copy()
    for name in COUNTERS:
        bare.pop(name, None)
    bare.subcomponents = list(event.subcomponents)
    written: bytes = bare.to_ical(sorted=True)
    return written


def _order(event: Event) -> tuple[datetime, str]:
    start: object = event.decoded("dtstart", None)
    if isinstance(start, date) and not isinstance(start, datetime):
        return datetime.combine(start, time.min), str(event["uid"])
    return _moment(event, "dtstart").replace(tzinfo=None), str(event["uid"])


def _moment(event: Event, name: str) -> datetime:
    """Return a moment of an event.

    Raises:
        ValueError: It has none by this name.
    """
    moment: object = event.decoded(name, None)
    if not isinstance(moment, datetime):
        raise ValueError(f"an event has no {name}")  # noqa: TRY004  the file is wrong, not the caller
    return moment


def run_uid(run_id: str) -> str:
    """Return the identifier of a run's event: harmless in a calendar, different for every run id."""
    return f"run-{HARMLESS.sub(_code_point, run_id)}@runlift"


def _code_point(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):x}%"


def _run_event(timed: TimedRun, units: Units, zone: ZoneInfo | None) -> Event:
    run = timed.run
    event = _event(run_uid(run.id), timed.starts_at, timed.ends_at, zone)
    event.add("summary", _text(run_words(run, units)))
    lines = [f"{run.kind.value}{', key run' if run.key else ''}", run.note]
    if timed.start_assumed:
        lines.append("The hour is not in the running plan: it is your usual one, or assumed.")
    if timed.minutes_assumed:
        lines.append("The length is an estimate.")
    event.add("description", _text("\n".join(line for line in lines if line)))
    event.add("categories", ["Run"])
    return event


def _session_event(session: PlannedSession, units: Units, zone: ZoneInfo | None) -> Event:
    event = _event(session.uid, session.starts_at, session.ends_at, zone)
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


def _routine_event(routine: PlacedRoutine, units: Units, zone: ZoneInfo | None) -> Event:
    event = _event(routine.uid, routine.starts_at, routine.ends_at, zone)
    event.add("summary", f"Short routine {MOMENTS[routine.moment]}")
    event.add("location", _text(routine.place))
    lines = [*routine_items(routine), *(f"Why: {reason_words(each, units)}" for each in routine.reasons)]
    event.add("description", _text("\n".join([*lines, NOTICE])))
    event.add("categories", ["Routine"])
    return event


def _retest_event(retest: Retest) -> Event:
    """Return an entry of a whole day that takes none of its hours."""
    event = Event()
    event.add("uid", RETEST_UID)
    event.add("dtstart", retest.day)
    event.add("dtend", retest.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", "Field tests worth doing again")
    event.add("description", f"{retest_words(retest.tests)}\n{NO_FORECAST}")
    event.add("categories", ["Test"])
    return event


def _exercise_line(exercise: PrescribedExercise, units: Units) -> str:
    ramp = ramp_words(exercise, units) if exercise.role is not Role.WARM_UP else ""
    first = f" (first {ramp})" if ramp else ""
    confirm = "; a careful start: confirm it" if exercise.to_confirm else ""
    return f"{exercise_name(exercise.exercise)}: {dose_words(exercise, units)}{first}{confirm}"


def _event(uid: str, start: datetime, end: datetime, zone: ZoneInfo | None) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", start.replace(tzinfo=zone))
    event.add("dtend", max(end, start + timedelta(minutes=LEAST_MINUTES)).replace(tzinfo=zone))
    return event


def _text(words: str) -> str:
    """Leave out what a calendar's text cannot hold: control characters and halves of characters."""
    return NOT_TEXT.sub(" ", words.replace("\r\n", "\n")).strip()
