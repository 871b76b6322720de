"""When workouts began and ended."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import LiftApp
from runlift.domain.evidence import constant, number
from runlift.formats.lift_log.amounts import Figures, read_seconds
from runlift.formats.lift_log.cell import RowProblem, shown
from runlift.formats.lift_log.header import Column
from runlift.formats.lift_log.moments import figure_order, is_ambiguous, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.formats.lift_log.aligned import Row

FIRST_DAY = date(1970, 1, 1)


class Clocks:
    """Reads the dates of one file; each way of writing one is read once.

    Attributes:
        in_doubt: A date of which either figure could be the day, where the file does not show it; else empty.
        unbelieved: Lines on which the end of a workout was not believed.
    """

    def __init__(self, starts: Iterable[str], app: LiftApp, today: date) -> None:
        told = tuple(dict.fromkeys(starts))
        self._order = figure_order(told)
        self._today = today
        self._untold = _hour_untold() if app is LiftApp.FITNOTES else None
        self._read: dict[str, datetime | None] = {}
        doubtful = next(filter(is_ambiguous, told), "") if self._order is None else ""
        self.in_doubt = doubtful
        self.unbelieved: list[int] = []

    def start_of(self, row: Row) -> datetime:
        """Return when the workout of a row began.

        Raises:
            RowProblem: It cannot be read, or cannot be right.
        """
        cell = row.of(Column.START)
        found = self._moment(cell)
        if found is None:
            raise RowProblem("unreadable_date", f"{shown(cell)} is not a date that can be read")
        if found.date() > self._today:
            raise RowProblem("day_to_come", f"{found.date()} is still to come")
        if found.date() < FIRST_DAY:
            raise RowProblem("day_long_ago", f"{found.date()} is before {FIRST_DAY.year}")
        return found

    def end_of(self, row: Row, starts_at: datetime) -> datetime | None:
        """Return when the workout of a row ended; None where it is not told or not to be believed."""
        told, ends_at = self._told_end(row, starts_at)
        longest = timedelta(hours=number("lift_log_workout_longest"))
        if ends_at is not None and timedelta(0) < ends_at - starts_at <= longest:
            return ends_at
        if told and ends_at != starts_at:
            self.unbelieved.append(row.line)
        return None

    def _told_end(self, row: Row, starts_at: datetime) -> tuple[bool, datetime | None]:
        if end := row.of(Column.END):
            return True, self._moment(end)
        lasted = row.of(Column.DURATION)
        seconds = read_seconds(lasted, Figures()) if lasted else None
        within_reach = seconds is not None and 0 <= seconds <= timedelta(days=365).total_seconds()
        return bool(lasted), starts_at + timedelta(seconds=seconds or 0) if within_reach else None

    def _moment(self, cell: str) -> datetime | None:
        if cell not in self._read:
            self._read[cell] = read_moment(cell, self._order, self._untold)
        return self._read[cell]


def _hour_untold() -> time:
    """Return the time taken where only the day is told.

    Source: IM05.
    """
    return time.fromisoformat(str(constant("lift_log_hour_untold").value))
