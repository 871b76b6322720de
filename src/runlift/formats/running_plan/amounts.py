"""Distances and durations as people write them in a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.domain.quantity import METRES_PER_MILE
from runlift.domain.running.entry import DistanceUnit

if TYPE_CHECKING:
    from collections.abc import Iterable

METRES_PER_UNIT = {DistanceUnit.MILES: METRES_PER_MILE, DistanceUnit.KILOMETRES: 1000.0}
LONGEST_DISTANCE_M = 500_000.0  # farther in one day is a slip of the unit or of the key
LONGEST_DURATION_S = 86_400.0
MOST_BARE_UNITS = 300.0  # a bare number above it can only be metres
MOST_HOURS_WRITTEN = 9  # `1:30` is an hour and a half, `45:00` is three quarters

_NUMBER = r"\d+(?:[.,]\d+)?"
_DISTANCE = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|\u2013|to)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>[a-z]*)\.?\Z", re.IGNORECASE
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_METRES = {
    **dict.fromkeys(("km", "kms", "k", "kilometre", "kilometres", "kilometer", "kilometers"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles", "mil", "mls"), METRES_PER_MILE),
    **dict.fromkeys(("m", "mtr", "metre", "metres", "meter", "meters"), 1.0),
}
_SECONDS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600.0),
    **dict.fromkeys(("", "m", "min", "mins", "minute", "minutes", "'"), 60.0),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", '"'), 1.0),
}
_CLOCK = re.compile(r"(?P<a>\d{1,4}):(?P<b>\d{1,2})(?::(?P<c>\d{1,2})(?:\.\d+)?)?\Z")
_HOURS_MINUTES = re.compile(
    r"(?P<hours>\d{1,2})\s*h(?:ours?|rs?)?\.?\s*(?P<minutes>\d{1,2})?\s*(?:m|min|mins|minutes)?\.?\Z",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>[a-z]*|['\"])\.?\Z", re.IGNORECASE)
_KILOMETRE_WORDS = re.compile(r"(?<![a-z])(?:km|kms|kilomet(?:re|er)s?)\b", re.IGNORECASE)
_MILE_WORDS = re.compile(r"(?<![a-z])(?:mi|miles?)\b", re.IGNORECASE)


def number(text: str) -> float | None:
    """Read a plain number with a point or a comma for the decimals."""
    text = text.strip()
    if _THOUSANDS.match(text):
        text = text.replace(",", "") if "." in text or text.count(",") > 1 else text
    try:
        found = float(text.replace(",", ".")) if re.fullmatch(rf"[+]?{_NUMBER}", text) else None
    except ValueError:
        return None
    return found


def metres_of_unit(word: str) -> float | None:
    """Metres in a unit named by a word, or None."""
    return _METRES.get(word.strip().lower())


def seconds_of_unit(word: str) -> float | None:
    """Seconds in a unit named by a word, or None."""
    return _SECONDS.get(word.strip().lower())


def distance_m(text: str, bare_unit_m: float) -> float | None:
    """Read a distance field [m]; of a range the middle.

    Args:
        text: The field.
        bare_unit_m: What a number without a unit counts in [m].

    Returns:
        None when it is empty, nought, unreadable or beyond what anyone runs in a day.
    """
    text = text.strip()
    if bare_unit_m == 1.0 and _THOUSANDS.match(text):
        text = text.replace(",", "")
    found = _DISTANCE.match(text)
    if not found:
        return None
    unit = _METRES.get(found["unit"].lower()) if found["unit"] else bare_unit_m
    value = _middle(found["low"], found["high"])
    if unit is None or value is None:
        return None
    if not found["unit"] and value > MOST_BARE_UNITS:
        unit = 1.0
    return value * unit if 0 < value * unit <= LONGEST_DISTANCE_M else None


def _middle(low: str, high: str | None) -> float | None:
    lower, upper = number(low), number(high or low)
    return None if lower is None or upper is None else (lower + upper) / 2


def duration_s(text: str, bare_unit_s: float = 60.0) -> float | None:
    """Read a duration field [s]; a bare number counts in `bare_unit_s`.

    Returns:
        None when it is empty, nought, unreadable or longer than a day.
    """
    seconds = _seconds(text.strip(), bare_unit_s)
    return seconds if seconds is not None and 0 < seconds <= LONGEST_DURATION_S else None


def _seconds(text: str, bare_unit_s: float) -> float | None:
    if found := _CLOCK.match(text):
        return _clock_seconds(int(found["a"]), int(found["b"]), found["c"])
    if found := _HOURS_MINUTES.match(text):
        return int(found["hours"]) * 3600.0 + int(found["minutes"] or 0) * 60.0
    found = _BARE.match(text)
    value = number(found["number"]) if found else None
    if not found or value is None:
        return None
    unit = _SECONDS.get(found["unit"].lower()) if found["unit"] else bare_unit_s
    return None if unit is None else value * unit


def _clock_seconds(first: int, second: int, third: str | None) -> float:
    if third is not None:
        return first * 3600.0 + second * 60.0 + int(third)
    if first <= MOST_HOURS_WRITTEN:
        return first * 3600.0 + second * 60.0
    return first * 60.0 + second


def unit_of_words(texts: Iterable[str]) -> DistanceUnit | None:
    """Tell the unit a plan speaks in, when its words name only one."""
    whole = "\n".join(texts)
    kilometres, miles = _KILOMETRE_WORDS.search(whole), _MILE_WORDS.search(whole)
    if kilometres and not miles:
        return DistanceUnit.KILOMETRES
    return DistanceUnit.MILES if miles and not kilometres else None
