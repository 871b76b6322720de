"""The dates of recurring events, capped in number and in time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import recurring_ical_events
from icalendar import Calendar

from runlift.formats.running_plan.dates import EARLIEST_YEAR, LATEST_YEAR
from runlift.formats.running_plan.ics_property import line_of, moment, words
from runlift.formats.running_plan.outcome import note, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icalendar import Component

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.outcome import PlanRequest

MOST_OCCURRENCES = 1_000
LONGEST_HORIZON = timedelta(days=800)
USUAL_HORIZON = timedelta(weeks=26)  # how far an endless series alone is followed


def occurrences(
    series: Sequence[Component], days: Sequence[date], request: PlanRequest
) -> tuple[list[Component], list[Finding]]:
    """Expand recurring events within the time the rest of the plan covers.

    Args:
        series: Events with a rule and the exceptions to them.
        days: Days of the single events.
        request: What was asked; its dates bound an endless rule.

    Returns:
        The occurrences as events of their own, and what was found on the way.
    """
    groups: dict[str, list[Component]] = {}
    for event in series:
        groups.setdefault(str(event.get("UID")), []).append(event)
    found: list[Component] = []
    findings: list[Finding] = []
    known = list(days)
    for group in sorted(groups.values(), key=_is_endless):  # the others tell how far the endless ones go
        window = _window(group, known, request)
        dates = _expanded(group, window, findings, request)
        found += dates
        known += filter(None, map(_first_day, dates))
        if len(found) > MOST_OCCURRENCES:
            findings.append(_too_many())
            return found[:MOST_OCCURRENCES], findings
        if _is_endless(group) and len(known) == len(dates) and request.race_date is None:
            findings.append(_horizon_assumed(window[1]))
    return found, findings


def _expanded(
    group: Sequence[Component], window: tuple[date, date], findings: list[Finding], request: PlanRequest
) -> list[Component]:
    calendar = Calendar()
    calendar.subcomponents.extend(group)
    try:
        return list(recurring_ical_events.of(calendar).between(*window))
    except Exception:  # noqa: BLE001 - a broken rule raises what it pleases; the other events must be read
        findings.append(_broken(group, request))
        return []


def _window(group: Sequence[Component], days: Sequence[date], request: PlanRequest) -> tuple[date, date]:
    """First day that counts and the day after the last."""
    begins = min(filter(None, map(_first_day, group)), default=request.today)
    if not _is_endless(group):
        return begins, begins + LONGEST_HORIZON
    first = begins
    if begins < request.today:  # a habit of years counts from the first day of the plan
        first = max(begins, min(days, default=request.start or request.today))
    last = max(days, default=request.race_date or first + USUAL_HORIZON)
    return first, max(first, min(last, first + LONGEST_HORIZON)) + timedelta(days=1)


def _first_day(event: Component) -> date | None:
    begins = moment(event, "DTSTART")
    day = begins.date() if isinstance(begins, datetime) else begins
    if day is None or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        return None  # reported when its series is expanded
    return day


def _is_endless(group: Sequence[Component]) -> bool:
    return any("COUNT" not in rule and "UNTIL" not in rule for rule in _rules(group))


def _rules(group: Sequence[Component]) -> Iterator[dict[str, object]]:
    for event in group:
        rule = event.get("RRULE")
        for each in rule if isinstance(rule, list) else [rule]:
            if isinstance(each, dict):
                yield each


def _broken(group: Sequence[Component], request: PlanRequest) -> Finding:
    return warning(
        "broken_recurrence",
        f"The recurring event “{words(group[0], 'SUMMARY')[:80]}” cannot be read and was left out.",
        "Enter its runs one by one.",
        request.at_line(line_of(group[0])),
    )


def _too_many() -> Finding:
    return warning(
        "too_many_occurrences",
        f"Recurring events have more than {MOST_OCCURRENCES:,} dates; only so many were read.",
        "Give the rules an end, or export only the running plan.",
    )


def _horizon_assumed(last: date) -> Finding:
    return note(
        "endless_recurrence",
        f"A recurring event has no end; it was followed to {last - timedelta(days=1)}.",
        "Give the race date with --race-date, or give the rule an end.",
    )
