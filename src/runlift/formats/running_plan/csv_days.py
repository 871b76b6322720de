"""Tables with one row a day, or several rows for a day with several runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.layout import DayOrder, PlanDraft, resolve_years
from runlift.formats.running_plan.amounts import METRES_PER_UNIT, distance_m, duration_s, unit_of_words
from runlift.formats.running_plan.columns import Column, columns_of, is_day_header
from runlift.formats.running_plan.dates import (
    WrittenDay,
    date_order,
    weekday_of,
    written_day,
    written_time,
)
from runlift.formats.running_plan.outcome import error, note, warning
from runlift.formats.running_plan.table import read_rows
from runlift.formats.running_plan.undated import DayMark, place_marks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from runlift.domain.quantity import Finding
    from runlift.formats.running_plan.columns import Columns
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest
    from runlift.formats.running_plan.table import Row

HEADER_ROWS = 10  # a table may begin with a title and empty rows


def header_row(rows: Sequence[Row]) -> int | None:
    """Find the header of a table with one row a day."""
    return next((n for n, row in enumerate(rows[:HEADER_ROWS]) if is_day_header(row.cells)), None)


def read_day_table(text: str, request: PlanRequest) -> Drafted:
    """Read a table with one row a day."""
    rows = read_rows(text)
    head = header_row(rows)
    if head is None:
        return (_no_header(),)
    table = _DayTable(columns=columns_of(rows[head].cells), request=request)
    body = [row for row in rows[head + 1 :] if not row.is_blank and not row.cells[0].startswith("//")]
    if Column.DATE in table.columns.positions:
        return table.dated(body)
    return table.undated(body)


@dataclass(frozen=True, slots=True, kw_only=True)
class _DayTable:
    columns: Columns
    request: PlanRequest

    def dated(self, body: Sequence[Row]) -> Drafted:
        written = [written_day(self.columns.of(Column.DATE, row.cells)) for row in body]
        known = [day for day in written if day is not None]
        if not known:
            return (_no_dates(),)
        order = date_order(known)
        if order is None:
            return (_order_in_doubt(known, self.request),)
        months = [(*day.month_and_day(order), day.weekday) for day in known]
        years = iter(
            resolve_years(
                months, start=self.request.start, race_date=self.request.race_date, today=self.request.today
            )
        )
        dates = [None if day is None else self._date(day, next(years), day.on(order)) for day in written]
        return self._draft(body, dates, DayOrder.DATED, written)

    def _date(self, day: WrittenDay, resolved: date | None, stated: date | None) -> date | None:
        return resolved if day.year is None else stated

    def undated(self, body: Sequence[Row]) -> Drafted:
        placed = place_marks([self._mark(row) for row in body])
        drafted = self._draft(body, list(placed.days), placed.order, [None] * len(body))
        return replace(drafted, first_day=placed.first_day) if isinstance(drafted, PlanDraft) else drafted

    def _mark(self, row: Row) -> DayMark:
        week = self.columns.of(Column.WEEK, row.cells).lower().removeprefix("week").strip(" .#")
        day = self.columns.of(Column.NUMBER, row.cells) or self.columns.of(Column.WEEKDAY, row.cells)
        day = day.lower().removeprefix("day").strip(" .#")
        return DayMark(
            week=int(week) if week.isdecimal() and len(week) < 4 else None,  # noqa: PLR2004 - digits of a week
            weekday=weekday_of(day),
            number=int(day) if day.isdecimal() and len(day) < 4 else None,  # noqa: PLR2004 - digits of a day
        )

    def _draft(
        self,
        body: Sequence[Row],
        dates: Sequence[date | None],
        order: DayOrder,
        written: Sequence[WrittenDay | None],
    ) -> Drafted:
        findings: list[Finding] = []
        entries: list[PlanEntry] = []
        bare_unit_m = self._bare_unit_m(body, findings)
        day: date | None = None
        for row, own, as_written in zip(body, dates, written, strict=True):
            day = own or (day if as_written is None and not self.columns.of(Column.DATE, row.cells) else None)
            if day is None:
                findings.append(self._no_such_day(row))
            elif (entry := self._entry(row, day, bare_unit_m)) is not None:
                entries.append(entry)
        if not entries:
            return (*findings, _no_dates())
        days = [found for found in dates if found is not None]
        return PlanDraft(
            entries=tuple(entries),
            order=order,
            first_day=min(days),
            last_day=max(days),
            unit=self._unit(body),
            name=self.request.name,
            findings=tuple(findings),
        )

    def _unit(self, body: Sequence[Row]) -> DistanceUnit | None:
        for unit, metres in METRES_PER_UNIT.items():
            if self.columns.metres_per_unit == metres:
                return unit
        return unit_of_words(cell for row in body for cell in row.cells)

    def _bare_unit_m(self, body: Sequence[Row], findings: list[Finding]) -> float:
        if self.columns.metres_per_unit is not None:
            return self.columns.metres_per_unit
        unit = self._unit(body) or self.request.unit
        told = [self.columns.of(Column.DISTANCE, row.cells) for row in body]
        if unit is None and any(cell[-1:].isdigit() for cell in told):
            findings.append(_unit_assumed())
        return METRES_PER_UNIT[unit or DistanceUnit.KILOMETRES]

    def _entry(self, row: Row, day: date, bare_unit_m: float) -> PlanEntry | None:
        title, kind = self.columns.of(Column.TITLE, row.cells), self.columns.of(Column.KIND, row.cells)
        more = self.columns.of(Column.NOTE, row.cells)
        distance = self.columns.of(Column.DISTANCE, row.cells)
        duration = self.columns.of(Column.DURATION, row.cells)
        if not any((title, kind, more, distance_m(distance, bare_unit_m), duration)):
            return None
        clock = written_time(self.columns.of(Column.START, row.cells)) or self._time_beside_date(row)
        return PlanEntry(
            date=day,
            title=" ".join((title or more or kind or distance or duration).split()),
            note=more if title else "",
            start=clock[0] if clock else None,
            distance_m=distance_m(distance, bare_unit_m),
            duration_s=duration_s(duration, self.columns.seconds_per_unit),
            source_kind=kind,
            source_id=self.columns.of(Column.ID, row.cells),
            place=self.request.at_line(row.line),
        )

    def _time_beside_date(self, row: Row) -> tuple[time, int] | None:
        cell = self.columns.of(Column.DATE, row.cells)
        found = written_day(cell)
        return written_time(cell[found.length :]) if found else None

    def _no_such_day(self, row: Row) -> Finding:
        cell = self.columns.of(Column.DATE, row.cells) or self.columns.of(Column.WEEKDAY, row.cells)
        return warning(
            "unreadable_date",
            f"“{cell[:40]}” is not a date that can be read; the row was left out.",
            "Write the date as 2026-03-02.",
            self.request.at_line(row.line),
        )


def _no_header() -> Finding:
    return error(
        "no_header",
        "The table has no header that names a date or day and a workout.",
        "Begin the table with a row such as: date,workout,distance_km.",
    )


def _no_dates() -> Finding:
    return error(
        "no_days",
        "No row of the table could be read as a day of a plan.",
        "Give each row a date such as 2026-03-02, or the name of a weekday.",
    )


def _order_in_doubt(known: Sequence[WrittenDay], request: PlanRequest) -> Finding:
    day = next((day for day in known if day.in_doubt), known[0])
    return error(
        "date_order_in_doubt",
        f"Dates such as {day.first}/{day.second} could put day or month first; the file does not decide.",
        "Write the dates as 2026-03-02.",
        request.name,
    )


def _unit_assumed() -> Finding:
    return note(
        "distance_unit_assumed",
        "The table does not say whether its distances are kilometres or miles; kilometres were assumed.",
        "Name the column distance_km or distance_mi, or state the unit.",
    )
