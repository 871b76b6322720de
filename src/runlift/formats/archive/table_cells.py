"""Dates and numbers in the cells of exported tables, whatever the language."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from runlift.formats.activity.iso_time import is_near
from runlift.formats.lift_log.months import month_named

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:h](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?\s?m?\.?", re.IGNORECASE)
_NOON = 12
_YEAR_DIGITS = 4


def moment_in(text: str) -> datetime | None:
    """Return a date and time of day as written, taken to be UTC; None where the cell holds none.

    Days stand before months where no word tells the month and no year stands first.
    """
    clock = [match for match in _CLOCK.finditer(text) if int(match[1]) < 24 and int(match[2]) < 60]  # noqa: PLR2004 - hours, minutes
    if not clock:
        return None
    time = clock[-1]
    day = _day_in(text[: time.start()] + " " + text[time.end() :])
    if day is None:
        return None
    hour = int(time[1]) % _NOON + _NOON * (time[4].lower() == "p") if time[4] else int(time[1])
    try:
        moment = datetime(*day, hour, int(time[2]), int(time[3] or 0), tzinfo=UTC)
    except ValueError:
        return None
    return moment if is_near(moment) else None


def _day_in(text: str) -> tuple[int, int, int] | None:
    numbers = re.findall(r"\d+", text)
    words = re.findall(r"[^\W\d_]+", text)
    month = next(filter(None, map(month_named, words)), None)
    years = [each for each in numbers if len(each) == _YEAR_DIGITS]
    others = [int(each) for each in numbers if len(each) < len("123")]
    if not years:
        return None
    year = int(years[0])
    if month is not None and others:
        return year, month, others[0]
    if len(others) < len(("day", "month")):
        return None
    first, second = others[:2]
    return (year, first, second) if numbers[0] == years[0] else (year, second, first)


def number_in(text: str) -> float | None:
    """Return a number written with a decimal point or comma; None where the cell holds none."""
    plain = text.strip().replace("\N{NO-BREAK SPACE}", "").replace("\N{NARROW NO-BREAK SPACE}", "")
    if "," in plain:
        is_decimal = plain.rfind(",") > plain.rfind(".")
        plain = plain.replace(".", "").replace(",", ".") if is_decimal else plain.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None  # noqa: PLR2004 - beyond anything that is measured
