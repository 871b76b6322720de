"""Laying a plan on its dates: from a first day, or back from the race.

A plan without dates is first written on an imaginary calendar that begins on `FIRST_MONDAY`. Laying it out is
then one shift of all its days:

- a plan that names weekdays shifts by whole weeks, so that every day keeps its name: its first week becomes
  the week that holds the start, or its race day falls nearest to the race, whose day alone then moves;
- a plan that only counts days begins exactly on the start, or has its race day exactly on the race.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.entry import DistanceUnit, PlanEntries
from runlift.domain.running.race_week import race_on_another_weekday, weeks_to_the_race, with_race_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.quantity import Weekday
    from runlift.domain.running.entry import PlanEntry

FIRST_MONDAY = date(2001, 1, 1)
DAYS_A_WEEK = 7
RACE_KINDS = frozenset({"race", "runlift:race"})

_RACE = re.compile(
    r"(?<!pre-)(?<!pre )(?<!post-)(?<!post )(?<!tune-up )(?<!tune up )(?<!practice )(?<!before )(?<!after )"
    r"(?<!\bb )(?<!\bb-)(?<!\bc )(?<!\bc-)\brace\b"
    r"(?!\s*-?(?:pace|week|prep|effort|simulation|strategy|kit|rehearsal))",
    re.IGNORECASE,
)
_MARATHON = re.compile(r"\bmarathon\b(?!\s*-?(?:pace|effort|pr\b))", re.IGNORECASE)


class DayOrder(StrEnum):
    """How a plan tells its days."""

    DATED = "dated"
    IN_WEEKS = "in weeks of named days"
    IN_SEQUENCE = "one day after the other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """A plan as its file tells it, perhaps still on the imaginary calendar.

    Attributes:
        entries: In any order; those of one day in the order of the file.
        order: How its days are told; unless `DATED`, all dates are imaginary.
        first_day: First day the plan speaks of; for named days the first day of its first week.
        last_day: Last day the plan speaks of, included.
        unit: Unit of bare distances when the file tells it, else None.
        name: The plan's own name, or the file's.
        findings: What was doubtful or could not be read.
    """

    entries: tuple[PlanEntry, ...]
    order: DayOrder
    first_day: date
    last_day: date
    unit: DistanceUnit | None
    name: str
    findings: tuple[Finding, ...] = ()


def in_week(week: int, weekday: Weekday | int, week_start: Weekday | int = 0) -> date:
    """Name the imaginary day of a weekday in the plan's week, counted from 0."""
    within = (weekday - week_start) % DAYS_A_WEEK
    return FIRST_MONDAY + timedelta(days=week * DAYS_A_WEEK + week_start + within)


def in_sequence(index: int) -> date:
    """Name the imaginary day of the plan's day `index`, counted from 0."""
    return FIRST_MONDAY + timedelta(days=index)


def is_race_entry(entry: PlanEntry) -> bool:
    """Tell whether the plan's own words call the entry the race it leads to."""
    return entry.source_kind.lower() in RACE_KINDS or _RACE.search(entry.title) is not None


def race_day(draft: PlanDraft) -> date:
    """Find the day the plan leads to: its last labelled race, else its last day."""
    last = draft.last_day
    if any(_MARATHON.search(entry.title) for entry in draft.entries if entry.date == last):
        return last
    return max((entry.date for entry in draft.entries if is_race_entry(entry)), default=last)


def lay_out(draft: PlanDraft, *, start: date | None, race_date: date | None) -> PlanEntries | Finding:
    """Lay the draft on real dates, or tell what is missing or does not agree."""
    if draft.order is DayOrder.DATED:
        return _entries(draft, timedelta(0), ())
    shifts = _shifts(draft, start, race_date)
    if not shifts:
        return _undated(draft)
    if len(set(shifts)) > 1:
        return _disagreement(draft, start, race_date)
    try:
        return _shifted(draft, shifts[0], start, race_date)
    except OverflowError:
        return _out_of_calendar()


def _shifts(draft: PlanDraft, start: date | None, race_date: date | None) -> tuple[timedelta, ...]:
    planned = race_day(draft)
    if draft.order is DayOrder.IN_SEQUENCE:
        pairs = ((draft.first_day, start), (planned, race_date))
        return tuple(target - origin for origin, target in pairs if target is not None)
    by_start = () if start is None else (_week_start(start, draft.first_day.weekday()) - draft.first_day,)
    by_race = () if race_date is None else (weeks_to_the_race(planned, race_date),)
    return by_start + by_race


def _week_start(day: date, weekday: int) -> date:
    """Go back to the nearest `weekday`; the first days of the calendar stay where they are."""
    back = (day.weekday() - weekday) % DAYS_A_WEEK
    return day - timedelta(days=back) if (day - date.min).days >= back else day


def _shifted(draft: PlanDraft, shift: timedelta, start: date | None, race_date: date | None) -> PlanEntries:
    findings = _start_moved(draft, shift, start)
    planned = race_day(draft)
    if race_date is None or planned + shift == race_date:
        return _entries(draft, shift, findings)
    week = with_race_on(
        draft.entries,
        planned=planned,
        race_date=race_date - shift,
        is_race=_is_named_race,
        unit=draft.unit or DistanceUnit.KILOMETRES,
    )
    left_out = [
        f"{entry.date + shift:%a} {entry.date + shift} “{entry.title[:60]}”" for entry in week.left_out
    ]
    told = race_on_another_weekday(planned + shift, race_date, left_out)
    return _entries(replace(draft, entries=week.entries), shift, (*findings, told))


def _entries(draft: PlanDraft, shift: timedelta, more: tuple[Finding, ...]) -> PlanEntries:
    moved = sorted(
        (replace(entry, date=entry.date + shift) for entry in draft.entries), key=lambda entry: entry.date
    )
    return PlanEntries(
        entries=tuple(moved),
        first_day=min(draft.first_day + shift, *(entry.date for entry in moved), draft.last_day + shift),
        last_day=max(draft.last_day + shift, *(entry.date for entry in moved), draft.first_day + shift),
        unit=draft.unit,
        name=draft.name,
        findings=draft.findings + more,
    )


def _is_named_race(entry: PlanEntry) -> bool:
    return is_race_entry(entry) or _MARATHON.search(entry.title) is not None


def _start_moved(draft: PlanDraft, shift: timedelta, start: date | None) -> tuple[Finding, ...]:
    first = draft.first_day + shift
    if start is None or start == first:
        return ()
    return (
        Finding(
            severity=Severity.NOTE,
            code="plan_begins_in_the_week_of_the_start",
            message=f"The plan names its weekdays, so its first week begins on {first}, not on {start}.",
            remedy=f"Give {first} or a day of another week as the start if another week was meant.",
        ),
    )


def _undated(draft: PlanDraft) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="plan_without_dates",
        message=f"The plan has no dates: its days are told {draft.order.value}.",
        remedy="Give the first day with --start or the day of the race with --race-date.",
    )


def _disagreement(draft: PlanDraft, start: date | None, race_date: date | None) -> Finding:
    days = (race_day(draft) - draft.first_day).days + 1
    return Finding(
        severity=Severity.ERROR,
        code="start_and_race_disagree",
        message=f"The plan takes {days} days to its race, which does not fit from {start} to {race_date}.",
        remedy="Give only --start or only --race-date.",
    )


def _out_of_calendar() -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="date_out_of_range",
        message="The plan would leave the calendar.",
        remedy=f"Give a start or race date between the years {MINYEAR + 1} and {MAXYEAR - 1}.",
    )


def nearest_year(month: int, day: int, near: date, weekday: int | None = None) -> date | None:
    """Find the date nearest to `near` with this month and day, of that weekday when there is one.

    Returns:
        None when no year near it has such a day.
    """
    candidates = [
        found
        for year in range(near.year - 5, near.year + 6)
        if (found := _date_or_none(year, month, day)) is not None
    ]
    named = [found for found in candidates if weekday in {None, found.weekday()}]
    return min(named or candidates, key=lambda found: abs((found - near).days), default=None)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolve_years(
    days: Sequence[tuple[int, int, int | None]], *, start: date | None, race_date: date | None, today: date
) -> tuple[date | None, ...]:
    """Give years to (month, day, weekday or None) in the order of a plan.

    The first is taken nearest to the start, else the last nearest to the race, else the first nearest to
    today; each of the others nearest to its neighbour. None stands for a day that no year has.
    """
    if start is None and race_date is not None:
        return tuple(reversed(_chained(tuple(reversed(days)), race_date)))
    return _chained(days, start or today)


def _chained(days: Sequence[tuple[int, int, int | None]], anchor: date) -> tuple[date | None, ...]:
    found: list[date | None] = []
    for month, day, weekday in days:
        resolved = nearest_year(month, day, anchor, weekday if not found else None)
        found.append(resolved)
        anchor = resolved or anchor
    return tuple(found)
