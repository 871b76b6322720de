"""Weekly grids: one row a week, one column a weekday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.layout import (
    DAYS_A_WEEK,
    FIRST_MONDAY,
    DayOrder,
    PlanDraft,
    in_week,
    resolve_years,
)
from runlift.formats.running_plan.amounts import unit_of_words
from runlift.formats.running_plan.dates import date_order, weekday_of, written_day
from runlift.formats.running_plan.outcome import error, warning
from runlift.formats.running_plan.sessions import split_sessions, start_and_words
from runlift.formats.running_plan.table import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest
    from runlift.formats.running_plan.table import Row

HEADER_ROWS = 10
FEWEST_NAMED_DAYS = 5  # some grids leave out the days that are always off
_LETTERS = "mtwtfss"
_WEEK_HEADER = re.compile(
    r"(?:week|wk|weeks|week\s*(?:no|number|nr|#|of|starting|begins|beginning)|w/c|wc|starting|date|begins|)\.?\Z",
    re.IGNORECASE,
)
_WEEK_NUMBER = re.compile(r"(?:week|wk|w)?\s*#?(?P<number>\d{1,3})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridHeader:
    """Which columns of a grid hold which weekday, and which the week.

    Attributes:
        row: Position of the header among the rows.
        weekdays: Column and weekday from Monday 0, in the order of the columns.
        week: Column of the week's number or date, or None.
    """

    row: int
    weekdays: tuple[tuple[int, int], ...]
    week: int | None

    @property
    def week_start(self) -> int:
        """Weekday of the first column."""
        return self.weekdays[0][1]


def grid_header(rows: Sequence[Row]) -> GridHeader | None:
    """Find the header of a weekly grid."""
    for number, row in enumerate(rows[:HEADER_ROWS]):
        if weekdays := _named(row.cells) or _lettered(row.cells):
            first = weekdays[0][0]
            week = next((n for n, cell in enumerate(row.cells[:first]) if _WEEK_HEADER.match(cell)), None)
            return GridHeader(row=number, weekdays=weekdays, week=week)
    return None


def _named(cells: Sequence[str]) -> tuple[tuple[int, int], ...]:
    found = {
        position: weekday
        for position, cell in enumerate(cells)
        if (weekday := weekday_of(cell.strip(" .:"))) is not None
    }
    enough = FEWEST_NAMED_DAYS <= len(found) == len(set(found.values()))
    return tuple(found.items()) if enough else ()


def _lettered(cells: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Find seven columns headed M T W T F S S, beginning on any of the days."""
    letters = [cell.lower()[:1] if len(cell) <= 2 else "" for cell in cells]  # noqa: PLR2004 - M, Mo, Th
    for first in range(len(letters) - DAYS_A_WEEK + 1):
        seen = "".join(letters[first : first + DAYS_A_WEEK])
        turns = [turn for turn in range(DAYS_A_WEEK) if _LETTERS[turn:] + _LETTERS[:turn] == seen]
        if turns:
            return tuple((first + n, (turns[0] + n) % DAYS_A_WEEK) for n in range(DAYS_A_WEEK))
    return ()


def read_grid(text: str, request: PlanRequest) -> Drafted:
    """Read a weekly grid."""
    rows = read_rows(text)
    header = grid_header(rows)
    if header is None:
        return (_no_header(),)
    body = [row for row in rows[header.row + 1 :] if not row.is_blank]
    weeks = _weeks(header, body, request)
    if not isinstance(weeks, _Weeks):
        return (weeks,)
    entries = _entries(header, body, weeks.first_days, request)
    if not entries:
        return (_empty_grid(),)
    return PlanDraft(
        entries=tuple(entries),
        order=weeks.order,
        first_day=min(weeks.first_days),
        last_day=max(entry.date for entry in entries),
        unit=_unit(rows, header),
        name=request.name,
        findings=weeks.findings,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weeks:
    """First day of the week of each row."""

    order: DayOrder
    first_days: tuple[date, ...]
    findings: tuple[Finding, ...] = ()


def _weeks(header: GridHeader, body: Sequence[Row], request: PlanRequest) -> _Weeks | Finding:
    named = [_cell(row, header.week) for row in body]
    if any(written_day(cell) for cell in named):
        return _dated_weeks(header, body, named, request)
    week, stated, days = -1, "", []
    for cell in named:
        if header.week is None or (cell and cell != stated) or week < 0:
            week += _weeks_on(stated, cell) if week >= 0 else 1
            stated = cell
        days.append(in_week(week, header.week_start, header.week_start))
    return _Weeks(order=DayOrder.IN_WEEKS, first_days=tuple(days))


def _weeks_on(before: str, now: str) -> int:
    """Count the weeks between two numbered rows; numbers that fall count down to the race."""
    numbers = [int(found["number"]) for cell in (before, now) if (found := _WEEK_NUMBER.match(cell))]
    return max(numbers[-1] - numbers[0], 1) if len(numbers) > 1 else 1


def _dated_weeks(
    header: GridHeader, body: Sequence[Row], named: Sequence[str], request: PlanRequest
) -> _Weeks | Finding:
    written = [written_day(cell) for cell in named]
    known = [day for day in written if day is not None]
    order = date_order(known)
    if order is None:
        return _order_in_doubt(request)
    years = iter(
        resolve_years(
            [(*day.month_and_day(order), header.week_start) for day in known],
            start=request.start,
            race_date=request.race_date,
            today=request.today,
        )
    )
    days: list[date] = []
    findings: list[Finding] = []
    for row, cell, day in zip(body, named, written, strict=True):
        resolved = next(years) if day is not None else None
        stated = resolved if day is None or day.year is None else day.on(order)
        if day is not None and stated is None:
            return _no_such_date(cell, request.at_line(row.line))
        days.append(_week_of(stated, cell, days, header, findings, request.at_line(row.line)))
    return _Weeks(order=DayOrder.DATED, first_days=tuple(days), findings=tuple(findings[:1]))


def _week_of(
    stated: date | None,
    cell: str,
    before: Sequence[date],
    header: GridHeader,
    findings: list[Finding],
    place: str,
) -> date:
    """First day of a row's week: stated, the week after the last, or the same week when nothing is stated."""
    if stated is None:
        last = before[-1] if before else FIRST_MONDAY
        return last + timedelta(days=DAYS_A_WEEK) if cell else last
    back = (stated.weekday() - header.week_start) % DAYS_A_WEEK
    if back:
        findings.append(_other_weekday(stated, place))
    return stated - timedelta(days=back)


def _entries(
    header: GridHeader, body: Sequence[Row], first_days: Sequence[date], request: PlanRequest
) -> list[PlanEntry]:
    return [
        PlanEntry(
            date=first + timedelta(days=(weekday - header.week_start) % DAYS_A_WEEK),
            title=words,
            note=more,
            start=start,
            place=request.at_line(row.line),
        )
        for row, first in zip(body, first_days, strict=True)
        for column, weekday in header.weekdays
        for title, more in split_sessions(_cell(row, column))
        for start, words in (start_and_words(title),)
    ]


def _cell(row: Row, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _unit(rows: Sequence[Row], header: GridHeader) -> DistanceUnit | None:
    stated = unit_of_words(cell for row in rows[: header.row + 1] for cell in row.cells)
    return stated or unit_of_words(cell for row in rows for cell in row.cells)


def _no_header() -> Finding:
    return error(
        "no_header",
        "The grid has no row that names the weekdays.",
        "Begin the table with a row such as: Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun.",
    )


def _empty_grid() -> Finding:
    return error(
        "no_days",
        "The grid has weekdays but no workouts below them.",
        "Fill in the cells, one row a week.",
    )


def _order_in_doubt(request: PlanRequest) -> Finding:
    return error(
        "date_order_in_doubt",
        "The dates of the weeks could put day or month first; the file does not decide.",
        "Write the dates as 2026-03-02.",
        request.name,
    )


def _no_such_date(cell: str, place: str) -> Finding:
    return error(
        "unreadable_date", f"“{cell[:40]}” is not a day of any year.", "Correct the date of the week.", place
    )


def _other_weekday(stated: date, place: str) -> Finding:
    return warning(
        "week_begins_on_another_weekday",
        f"{stated} is a {stated:%A}, but the first column is another weekday; "
        "the week that holds the date was taken.",
        "Give the date of the first column's day for each week.",
        place,
    )
