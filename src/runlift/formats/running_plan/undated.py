"""Placing days that are told by week, weekday or number on the imaginary calendar."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from runlift.domain.running.layout import DAYS_A_WEEK, FIRST_MONDAY, DayOrder, in_sequence, in_week

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """How one row or line tells its day.

    Attributes:
        week: Number of its week, or None.
        weekday: Its weekday from Monday 0, or None.
        number: Its number in the plan or, beside a week, in that week; or None.
        continues: Whether it belongs to the day of the mark before it.
    """

    week: int | None = None
    weekday: int | None = None
    number: int | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDays:
    """Days on the imaginary calendar.

    Attributes:
        order: Whether they are named or counted.
        days: One for each mark.
        first_day: First day of the first week, or the first day counted.
    """

    order: DayOrder
    days: tuple[date, ...]
    first_day: date


def place_marks(marks: Sequence[DayMark]) -> PlacedDays:
    """Place marks in the order of the file on the imaginary calendar."""
    if any(mark.weekday is not None for mark in marks):
        week_start = first_weekday(marks)
        return PlacedDays(
            order=DayOrder.IN_WEEKS,
            days=_named_days(marks, week_start),
            first_day=in_week(0, week_start, week_start),
        )
    return PlacedDays(order=DayOrder.IN_SEQUENCE, days=_counted_days(marks), first_day=FIRST_MONDAY)


def _named_days(marks: Sequence[DayMark], week_start: int) -> tuple[date, ...]:
    """Follow the weekdays: a new week begins with a new week number or where the weekdays begin again."""
    week, stated, last = 0, _first_week(marks), -1
    days: list[date] = []
    for mark in marks:
        if mark.weekday is None:
            days.append(days[-1] if days else in_week(0, week_start, week_start))
            continue
        within = (mark.weekday - week_start) % DAYS_A_WEEK
        if mark.week is not None and mark.week != stated:
            week, stated = week + _weeks_on(stated, mark.week), mark.week
        elif within < last:
            week += 1
        last = within
        days.append(in_week(week, mark.weekday, week_start))
    return tuple(days)


def first_weekday(marks: Sequence[DayMark]) -> int:
    """Tell the weekday on which the plan's weeks begin: its first named day if a week runs past Sunday."""
    named = [mark for mark in marks if mark.weekday is not None]
    first = named[0].weekday or 0
    same_week = [mark for mark in named if mark.week == named[0].week and mark.week is not None]
    weekdays = [mark.weekday or 0 for mark in same_week]
    wraps = any(later < earlier for earlier, later in pairwise(weekdays))
    return first if wraps else 0


def _first_week(marks: Sequence[DayMark]) -> int | None:
    return next((mark.week for mark in marks if mark.week is not None), None)


def _weeks_on(before: int | None, now: int) -> int:
    """Count the weeks between two stated numbers; weeks that count down to the race follow each other."""
    return max(now - before, 1) if before is not None and now > before else 1


def _counted_days(marks: Sequence[DayMark]) -> tuple[date, ...]:
    week, stated, index = 0, _first_week(marks), -1
    days: list[date] = []
    for mark in marks:
        if mark.week is not None and mark.week != stated:
            week, stated = week + _weeks_on(stated, mark.week), mark.week
            index = max(index, week * DAYS_A_WEEK - 1)
        if not (mark.continues and days):
            index = _next_index(mark, index, None if mark.week is None else week)
        days.append(in_sequence(index))
    return tuple(days)


def _next_index(mark: DayMark, index: int, week: int | None) -> int:
    if mark.number is None or mark.number < 1:
        return index + 1
    if week is not None and mark.number <= DAYS_A_WEEK:
        return week * DAYS_A_WEEK + mark.number - 1
    return mark.number - 1
