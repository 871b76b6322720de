"""Calendar files (RFC 5545) and the feeds that bend it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from icalendar import Calendar, Component

from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.layout import DayOrder, PlanDraft
from runlift.domain.running.training_words import speaks_of_training
from runlift.formats.running_plan.amounts import LONGEST_DURATION_S, unit_of_words
from runlift.formats.running_plan.dates import EARLIEST_YEAR, LATEST_YEAR
from runlift.formats.running_plan.ics_guard import calendar_refusal, event_lines
from runlift.formats.running_plan.ics_property import LINE_PROPERTY, line_of, moment, span_or_moment, words
from runlift.formats.running_plan.outcome import error, note, warning
from runlift.formats.zone import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest

MOST_NAMED = 20  # events left out that are named; of more only the count is told
LONGEST_NOTE = 2000  # characters of a description that are kept
_RECURRING = ("RRULE", "RDATE", "RECURRENCE-ID")
_CHANGING_PREFIX = re.compile(r"\A(?:UPCOMING|COMPLETED)_(?=PLAN_WORKOUT)")
_CLOCK_ZONES = ("X-WR-TIMEZONE", "X-USER-TIMEZONE")


def read_calendar(text: str, request: PlanRequest) -> Drafted:
    """Read the events of a calendar as entries of a plan."""
    refusal = calendar_refusal(text)
    if refusal is not None:
        return (refusal,)
    calendars = _parsed(text)
    events = _events(calendars, text)
    if not events:
        return (_nothing_in_it(bool(calendars)),)
    reading = _Reading(request, _own_zone(calendars, request))
    entries = reading.training(reading.entries(events))
    if not entries:
        return (*reading.findings(), _nothing_in_it(parsed=True))
    return _draft(entries, calendars, reading.findings(), request)


def _draft(
    entries: tuple[PlanEntry, ...],
    calendars: list[Component],
    findings: tuple[Finding, ...],
    request: PlanRequest,
) -> PlanDraft:
    days = [entry.date for entry in entries]
    return PlanDraft(
        entries=_with_own_ids(entries),
        order=DayOrder.DATED,
        first_day=min(days),
        last_day=max(days),
        unit=unit_of_words(f"{entry.title} {entry.note}" for entry in entries),
        name=next(filter(None, (words(calendar, "X-WR-CALNAME") for calendar in calendars)), request.name),
        findings=findings,
    )


def _parsed(text: str) -> list[Component]:
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except Exception:  # noqa: BLE001 - the library raises many kinds on broken input; none must reach the runner
        return []


def _events(calendars: Iterable[Component], text: str) -> list[Component]:
    """Take the events in the order of the file, each knowing its line."""
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    for event, line in zip(events, event_lines(text), strict=False):
        event[LINE_PROPERTY] = str(line)
    return events


def _nothing_in_it(parsed: bool) -> Finding:  # noqa: FBT001 - a private question with one caller
    if parsed:
        return error(
            "calendar_without_events",
            "The calendar holds no event that could be a day of a plan.",
            "Export the calendar that holds the running plan.",
        )
    return error(
        "broken_calendar",
        "The calendar is cut off or broken: it cannot be read to its end.",
        "Export or download the calendar again.",
    )


def _own_zone(calendars: Iterable[Component], request: PlanRequest) -> tzinfo | None:
    named = [words(part, key) for calendar in calendars for part in calendar.walk() for key in _CLOCK_ZONES]
    return next(filter(None, map(zone_named, [request.time_zone or "", *named])), None)


class _Reading:
    """One reading of a calendar: the zone it goes by and what was found on the way."""

    def __init__(self, request: PlanRequest, zone: tzinfo | None) -> None:
        self._request = request
        self._zone = zone
        self._findings: dict[str, Finding] = {}

    def findings(self) -> tuple[Finding, ...]:
        """Tell what was found, each thing once."""
        return tuple(self._findings.values())

    def entries(self, events: list[Component]) -> tuple[PlanEntry, ...]:
        """Read single events as they stand and recurring ones by their dates."""
        recurring = {_uid(event) for event in events if any(event.get(key) is not None for key in _RECURRING)}
        single = [event for event in events if _uid(event) not in recurring]
        entries = [entry for event in single for entry in self._entry(event)]
        series = [event for event in events if _uid(event) in recurring]
        if series:
            entries += self._recurring(series, [entry.date for entry in entries])
        return tuple(entries)

    def training(self, entries: tuple[PlanEntry, ...]) -> tuple[PlanEntry, ...]:
        """Keep the entries that speak of training, and tell of the others once."""
        unit = self._request.unit or DistanceUnit.KILOMETRES
        told = [speaks_of_training(entry, unit) for entry in entries]
        others = [entry for entry, is_training in zip(entries, told, strict=True) if not is_training]
        if others:
            self._tell(_no_training(others))
        return tuple(entry for entry, is_training in zip(entries, told, strict=True) if is_training)

    def _recurring(self, series: list[Component], days: list[date]) -> Iterator[PlanEntry]:
        from runlift.formats.running_plan.ics_series import occurrences  # noqa: PLC0415 - slow to import, rarely needed

        found, findings = occurrences(series, days, self._request)
        for finding in findings:
            self._tell(finding)
        for event in found:
            for entry in self._entry(event):
                yield replace(entry, source_id=f"{entry.source_id}/{entry.date}" if entry.source_id else "")

    def _entry(self, event: Component) -> Iterator[PlanEntry]:
        if words(event, "STATUS").upper() == "CANCELLED":
            return
        start = self._moment(event, "DTSTART")
        if start is None:
            self._tell(self._broken_start(event))
            return
        day = start.date() if isinstance(start, datetime) else start
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            self._tell(self._broken_start(event))
        elif not isinstance(start, datetime) and self._spans_days(event, start):
            self._tell(self._banner(event))
        else:
            yield self._entry_on(event, start, day)

    def _entry_on(self, event: Component, start: date, day: date) -> PlanEntry:
        described = words(event, "DESCRIPTION")[:LONGEST_NOTE]
        title = words(event, "SUMMARY") or described.partition("\n")[0] or "(no title)"
        return PlanEntry(
            date=day,
            title=" ".join(title.split()),
            note=described,
            start=self._clock(start, event),
            duration_s=self._duration_s(event, start),
            source_kind=_categories(event),
            source_id=_uid(event),
            place=self._place(event),
        )

    def _clock(self, start: date, event: Component) -> time | None:
        if not isinstance(start, datetime):
            return None
        if start.tzinfo is None and _zone_name(event):
            self._tell(_unknown_zone(_zone_name(event), self._place(event)))
        return start.time().replace(second=0, microsecond=0, tzinfo=None)

    def _moment(self, event: Component, key: str) -> date | None:
        """Read a date or a time as the runner's clock shows it."""
        value = moment(event, key)
        if not isinstance(value, datetime) or value.tzinfo is None or not _is_utc(value, event):
            return value
        if self._zone is None:
            self._tell(_utc_without_zone(self._place(event)))
            return value
        try:
            return value.astimezone(self._zone)
        except OverflowError:
            return None

    def _duration_s(self, event: Component, start: date) -> float | None:
        stated = _number_of(words(event, "X-WORKOUT-ESTIMATED-DURATION"))
        if stated is None and isinstance(start, datetime):
            stated = self._length_s(event, start)
        return stated if stated is not None and 0 < stated < LONGEST_DURATION_S else None

    def _length_s(self, event: Component, start: datetime) -> float | None:
        length = span_or_moment(event, "DURATION")
        if isinstance(length, timedelta):
            return length.total_seconds()
        end = self._moment(event, "DTEND")
        if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
            return (end - start).total_seconds()
        return None

    def _spans_days(self, event: Component, start: date) -> bool:
        end, length = moment(event, "DTEND"), span_or_moment(event, "DURATION")
        last = end.date() if isinstance(end, datetime) else end
        days = (last - start).days if last is not None else getattr(length, "days", 1)
        return days > 1

    def _place(self, event: Component) -> str:
        return self._request.at_line(line_of(event))

    def _tell(self, finding: Finding) -> None:
        self._findings.setdefault(f"{finding.code} {finding.message}", finding)

    def _broken_start(self, event: Component) -> Finding:
        return warning(
            "event_without_date",
            f"The event “{words(event, 'SUMMARY')[:80]}” has no readable date and was left out.",
            "Correct its DTSTART, or enter the run in the plan by hand.",
            self._place(event),
        )

    def _banner(self, event: Component) -> Finding:
        return note(
            "event_over_several_days",
            f"The event “{words(event, 'SUMMARY')[:80]}” spans several days and was taken as a heading.",
            "Give each run an event of its own day.",
            self._place(event),
        )


def _uid(event: Component) -> str:
    return _CHANGING_PREFIX.sub("", words(event, "UID"))


def _zone_name(event: Component) -> str:
    return str(getattr(event.get("DTSTART"), "params", {}).get("TZID", ""))


def _is_utc(value: datetime, event: Component) -> bool:
    return value.tzinfo is UTC or str(value.tzinfo) == "UTC" or _zone_name(event) == "UTC"


def _number_of(text: str) -> float | None:
    return float(text) if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", text) else None


def _categories(event: Component) -> str:
    value = event.get("CATEGORIES")
    found = value if isinstance(value, list) else [value]
    return ", ".join(str(word) for each in found for word in getattr(each, "cats", ()))


def _with_own_ids(entries: tuple[PlanEntry, ...]) -> tuple[PlanEntry, ...]:
    """Make ids that a careless calendar gives twice differ by their day, then by a number."""
    taken: set[str] = set()
    unique: list[PlanEntry] = []
    for entry in entries:
        own = entry.source_id
        if own in taken:
            own = f"{own}/{entry.date}"
        number = 2
        while own and own in taken:
            own = f"{entry.source_id}/{entry.date}/{number}"
            number += 1
        taken.add(own)
        unique.append(replace(entry, source_id=own) if own != entry.source_id and entry.source_id else entry)
    return tuple(unique)


def _unknown_zone(name: str, place: str) -> Finding:
    return note(
        "unknown_time_zone",
        f"The time zone “{name[:60]}” is not known; its times were taken as they are written.",
        "Nothing to do if the times shown are right.",
        place,
    )


def _utc_without_zone(place: str) -> Finding:
    return note(
        "times_in_utc",
        "The calendar gives times in UTC and names no zone; they were taken as they are written.",
        "State your time zone, so that the times are turned into yours.",
        place,
    )


def _no_training(others: list[PlanEntry]) -> Finding:
    titles = list(dict.fromkeys(entry.title[:60] for entry in others))
    named = ", ".join(f"“{title}”" for title in titles[:MOST_NAMED])
    more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
    events = "event was" if len(others) == 1 else "events were"
    return warning(
        "events_without_training",
        f"{len(others)} {events} left out as no training: {named}{more}.",
        "If one of them is training, give it a word or a length that says so, such as: easy 8 km.",
        others[0].place,
    )
