"""Dates and times as gym apps write them, in the language of the phone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.formats.lift_log.months import month_named

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_MOMENT = 60  # characters
MIDDAY = 12  # hours
CENTURY = 100
THIS_CENTURY = 2000

_BLANKS = re.compile(r"\s+")  # narrow and fixed spaces as well
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª)?"
_OF = r"(?:de |di |del |of )?"
_ISO = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)", re.ASCII)
_FIGURES = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?!\d)", re.ASCII
)
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}[. -]*{_OF}(?P<name>[^\W\d_]+)\.?[ -]*{_OF},? ?(?P<year>\d{{4}})(?!\d)"
)
_MONTH_DAY = re.compile(rf"(?P<name>[^\W\d_]+)\.? (?P<day>\d{{1,2}}){_ORDINAL},? (?P<year>\d{{4}})(?!\d)")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?,? (?=\d|[^\W\d_]+\.? \d)")
_CLOCK = re.compile(
    r"[,t ]*(?:(?:um|at|à|às|as|las|alle|ore|om|kl\.?|klo|o|godz\.?) )*"
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,6})?)?"
    r" ?(?P<half>[ap]\.? ?m\.?)?\Z",
    re.ASCII,
)


class FigureOrder(StrEnum):
    """Which of two figures of a date is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, and the time on the clock where it is told."""

    year: int
    month: int
    day: int
    clock: time | None


def read_moment(text: str, order: FigureOrder | None, untold: time | None = None) -> datetime | None:
    """Read a moment.

    Args:
        text: As the app writes it.
        order: Which figure is the day in dates such as 3/4/2026; None when the file does not show it.
        untold: The time to take where only the day is told; None to refuse such.
    """
    words = _plain(text)
    found = _named(words) or _figures(words, order)
    if found is None:
        return None
    (year, month, day), rest = found
    clock = untold if not rest.strip(" ,") else _clock(rest)
    if clock is None:
        return None
    try:
        return datetime.combine(datetime(year, month, day), clock)  # noqa: DTZ001  the wall clock has no zone
    except ValueError:  # the shape of a day, but none of the calendar
        return None


def figure_order(texts: Iterable[str]) -> FigureOrder | None:
    """Tell from all dates of a file which figure is the day; None when they do not show it."""
    orders = {
        FigureOrder.DAY_FIRST if int(found["first"]) > MIDDAY else FigureOrder.MONTH_FIRST
        for text in texts
        if (found := _FIGURES.match(_plain(text))) and _shows_order(found)
    }
    return orders.pop() if len(orders) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Tell whether a date is written in figures of which either could be the day."""
    found = _FIGURES.match(_plain(text))
    return found is not None and found["mark"] != "."


def _shows_order(found: re.Match[str]) -> bool:
    return found["mark"] != "." and (int(found["first"]) > MIDDAY) != (int(found["second"]) > MIDDAY)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text[: LONGEST_MOMENT + 1]).strip().lower() if len(text) <= LONGEST_MOMENT else ""


def _named(words: str) -> tuple[tuple[int, int, int], str] | None:
    weekday = _WEEKDAY.match(words)
    for begin in (0, weekday.end()) if weekday else (0,):
        for pattern in (_DAY_MONTH, _MONTH_DAY):
            found = pattern.match(words, begin)
            month = month_named(found["name"]) if found else None
            if found and month:
                return (int(found["year"]), month, int(found["day"])), words[found.end() :]
    return None


def _figures(words: str, order: FigureOrder | None) -> tuple[tuple[int, int, int], str] | None:
    if iso := _ISO.match(words):
        return (int(iso["year"]), int(iso["month"]), int(iso["day"])), words[iso.end() :]
    found = _FIGURES.match(words)
    if not found:
        return None
    chosen = FigureOrder.DAY_FIRST if found["mark"] == "." else order
    if chosen is None:
        return None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    day, month = (first, second) if chosen is FigureOrder.DAY_FIRST else (second, first)
    return (year + THIS_CENTURY if year < CENTURY else year, month, day), words[found.end() :]


def _clock(words: str) -> time | None:
    found = _CLOCK.match(words)
    if not found:
        return None
    hour, half = int(found["hour"]), found["half"]
    if half:
        if hour > MIDDAY:
            return None
        hour = hour % MIDDAY + (MIDDAY if half.startswith("p") else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None
