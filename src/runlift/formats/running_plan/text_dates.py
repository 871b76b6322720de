"""Dates for the lines of a text of which some tell a date and others only a weekday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.running.layout import DAYS_A_WEEK, resolve_years
from runlift.formats.running_plan.dates import DateOrder, WrittenDay, date_order
from runlift.formats.running_plan.outcome import error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.outcome import PlanRequest
    from runlift.formats.running_plan.text import TextDay


def date_marks(days: Sequence[TextDay], request: PlanRequest) -> tuple[date, ...] | Finding:
    """Give each line its date: its own, the next such weekday, or that of the line before."""
    known = [written for day in days for written in (day.heading, day.written) if written is not None]
    order = date_order(known)
    if order is None:
        return _order_in_doubt(request)
    resolved = _resolved(known, order, request)
    found: list[date] = []
    last: date | None = None
    for day in days:
        last = _next(day, last, resolved)
        if last is None:
            return _no_such_date(request.at_line(day.line))
        found.append(last)
    return tuple(found)


def _resolved(known: Sequence[WrittenDay], order: DateOrder, request: PlanRequest) -> dict[int, date | None]:
    years = resolve_years(
        [(*day.month_and_day(order), day.weekday) for day in known],
        start=request.start,
        race_date=request.race_date,
        today=request.today,
    )
    return {
        id(day): day.on(order) if day.year is not None else year
        for day, year in zip(known, years, strict=True)
    }


def _next(day: TextDay, last: date | None, resolved: dict[int, date | None]) -> date | None:
    if day.heading is not None:
        last = resolved[id(day.heading)]
    if day.written is not None:
        return resolved[id(day.written)]
    if last is None or day.weekday is None:
        return last
    return last + timedelta(days=(day.weekday - last.weekday()) % DAYS_A_WEEK)


def _order_in_doubt(request: PlanRequest) -> Finding:
    return error(
        "date_order_in_doubt",
        "The dates could put day or month first; the text does not decide.",
        "Write the dates as 2026-03-02.",
        request.name,
    )


def _no_such_date(place: str) -> Finding:
    return error("unreadable_date", "The line has no date that any year has.", "Correct the date.", place)
