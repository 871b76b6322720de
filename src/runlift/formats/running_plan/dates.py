"""Days as people write them: ISO, day first, month first, with names, with and without a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EARLIEST_YEAR = 1970
LATEST_YEAR = 2199
LONGEST_PAUSE = timedelta(days=14)  # a plan that is silent for longer is more likely read in the wrong order

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = (
    r"(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:r(?:s(?:day)?)?)?s?"
    r"|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)"
)
_ORDINAL = r"(?:st|nd|rd|th)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?P<separator>[-/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
        r"(?P<first>\d{1,2})(?P<separator>[-/.])(?P<second>\d{1,2})(?P=separator)(?P<year>\d{4}|\d{2})(?!\d)",
        rf"(?P<day>\d{{1,2}}){_ORDINAL}?\.?[ -]?(?:of )?(?P<name>{_MONTH})\b\.?(?:,?[ -]{_YEAR})?",
        rf"(?P<name>{_MONTH})\.? ?(?P<day>\d{{1,2}}){_ORDINAL}?\b(?:,? {_YEAR})?",
        r"(?P<first>\d{1,2})(?P<separator>\.)(?P<second>\d{1,2})\.(?!\d)",
        r"(?P<first>\d{1,2})(?P<separator>/)(?P<second>\d{1,2})(?![\d/])",
    )
)
_LEADING_WEEKDAY = re.compile(rf"(?P<weekday>{WEEKDAY})\b\.?,?\s+(?=\S)", re.IGNORECASE)
_ANY_WEEKDAY = re.compile(rf"{WEEKDAY}\Z", re.IGNORECASE)
_CLOCK = re.compile(
    r"[T ]*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\b\.?)?", re.IGNORECASE
)


class DateOrder(StrEnum):
    """Which number comes first where two of them could be day and month."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as written, perhaps without its year or with day and month in doubt.

    Attributes:
        year: The year, or None when it is not written.
        first: The month, or when `in_doubt` the first of the two numbers.
        second: The day of the month, or when `in_doubt` the second of the two numbers.
        in_doubt: Whether it depends on the order of the file which of them is the month.
        weekday: Weekday written beside it, from Monday 0, or None.
        length: How many characters it takes.
    """

    year: int | None
    first: int
    second: int
    in_doubt: bool = False
    weekday: int | None = None
    length: int = 0

    def month_and_day(self, order: DateOrder) -> tuple[int, int]:
        """Month and day of the month under an order."""
        if self.in_doubt and order is DateOrder.DAY_FIRST:
            return self.second, self.first
        return self.first, self.second

    def on(self, order: DateOrder, year: int | None = None) -> date | None:
        """Name the date under an order, or None when there is no such day."""
        month, day = self.month_and_day(order)
        return real_date(self.year or year or 0, month, day)


def real_date(year: int, month: int, day: int) -> date | None:
    """Make a date that a plan can have, or None."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_of(word: str) -> int | None:
    """Read a weekday's name, whole or shortened, from Monday 0."""
    return _DAYS.index(word[:3].lower()) if _ANY_WEEKDAY.match(word) else None


def written_day(text: str) -> WrittenDay | None:
    """Read the day at the beginning of a text."""
    named = _LEADING_WEEKDAY.match(text)
    begin = named.end() if named else 0
    for pattern in _PATTERNS:
        if found := pattern.match(text, begin):
            return _written(found, weekday_of(named["weekday"]) if named else None)
    return None


def _written(found: re.Match[str], weekday: int | None) -> WrittenDay:
    parts = found.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:  # noqa: PLR2004 - two written digits
        year += 2000
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        if parts["separator"] == ".":  # dots are written by those who put the day first
            first, second = second, first
        doubt = parts["separator"] != "."
        return WrittenDay(
            year=year, first=first, second=second, in_doubt=doubt, weekday=weekday, length=found.end()
        )
    month = _MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"])
    return WrittenDay(year=year, first=month, second=int(parts["day"]), weekday=weekday, length=found.end())


def written_time(text: str) -> tuple[time, int] | None:
    """Read the time of day at the beginning of a text, with the characters it takes."""
    found = _CLOCK.match(text)
    if not found:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found["minute"])), found.end()
    except ValueError:
        return None


def date_order(days: Sequence[WrittenDay]) -> DateOrder | None:
    """Decide the order of day and month over a whole file, or None when it allows both or neither."""
    fitting = [order for order in DateOrder if all(_fits(day, order) for day in days)]
    if len(fitting) > 1:
        fitting = [order for order in fitting if _agrees_with_weekdays(days, order)] or fitting
    if len(fitting) > 1 and any(day.in_doubt and day.first != day.second for day in days):
        fitting = [order for order in fitting if _runs_without_gaps(days, order)]
        return fitting[0] if len(fitting) == 1 else None
    return fitting[0] if fitting else None


def _fits(day: WrittenDay, order: DateOrder) -> bool:
    return day.on(order, 2000) is not None or not day.in_doubt  # 2000 has a 29 February


def _agrees_with_weekdays(days: Iterable[WrittenDay], order: DateOrder) -> bool:
    return all(
        found.weekday() == day.weekday
        for day in days
        if day.weekday is not None and (found := day.on(order)) is not None
    )


def _runs_without_gaps(days: Sequence[WrittenDay], order: DateOrder) -> bool:
    dates = [found for day in days if (found := day.on(order, 2000)) is not None]
    steps = [later - earlier for earlier, later in pairwise(dates)]
    return bool(steps) and all(timedelta(0) <= step <= LONGEST_PAUSE for step in steps)
