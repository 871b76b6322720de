"""Distances and durations written in words, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import METRES_PER_MILE
from runlift.domain.running.entry import DistanceUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

METRES_PER_KILOMETRE = 1000.0
SECONDS_PER_MINUTE = 60
SECONDS_PER_HOUR = 3600
METRES_PER = {DistanceUnit.MILES: METRES_PER_MILE, DistanceUnit.KILOMETRES: METRES_PER_KILOMETRE}
MARATHON_M = 42195.0
HALF_MARATHON_M = 21097.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A distance or a duration in a text.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends, not included.
        distance_m: Distance [m], or None for a duration.
        duration_s: Duration [s], or None for a distance.
        is_range: Whether two figures are given, such as `3-5 mi`; then the figure is the middle.
        bare: Whether no unit stands beside it.
    """

    start: int
    end: int
    distance_m: float | None = None
    duration_s: float | None = None
    is_range: bool = False
    bare: bool = False


_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = rf"(?P<low>{_NUMBER})(?:\s*(?:-|to)\s*(?P<high>{_NUMBER}))?"
_CLOCK = re.compile(r"(?<![\d:@/])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\d:])")
_COLON = re.compile(r"(?<![\d:])(?P<m>\d{0,2}):(?P<s>[0-5]\d)(?![\d:])(?!\s*(?:am|pm|/))")
_HOURS = re.compile(
    r"(?<![\d.:])(?P<h>\d+(?:\.\d+)?)\s*(?:h(?:ou)?rs?|h)(?![a-z])\s*(?:(?P<m>[0-5]?\d)(?:\s*(?:min(?:ute)?s?|m)\b|'|(?![\d.])))?"
    r"|(?<![\d.:])(?P<h2>\d+)h(?P<m2>[0-5]\d)(?!\d)"
)
_MINUTES = re.compile(rf"(?<![\d.:]){_RANGE}(?:\s*-?\s*(?:min(?:ute)?s?)\b\.?|\s*'(?!')|\s*-?mins?\b)")
_SECONDS = re.compile(rf"(?<![\d.:]){_RANGE}\s*(?:\"|-?\s*s(?:ec(?:ond)?s?)?\b(?!/))")
_MILES = re.compile(rf"(?<![\d.:/]){_RANGE}\s*-?\s*(?:miles?|milers?|mi)\b\.?")
_KILOMETRES = re.compile(rf"(?<![\d.:/]){_RANGE}\s*-?\s*(?:kilomet(?:re|er)s?|kms?|k)\b\.?")
_METRES = re.compile(rf"(?<![\d.:/]){_RANGE}\s*(?:met(?:re|er)s?|mtrs?)\b")
_M = re.compile(rf"(?<![\d.:/]){_RANGE}\s*m\b")
_BARE = re.compile(
    rf"(?<![\d.:/#@<>=+\w]){_RANGE}(?![\d.:%/]|\s*(?:%|x\b|x\d|bpm|am\b|pm\b|sets?\b|times\b|\+))"
)
_NAMED = re.compile(r"\b(?P<word>half[\s-]marathon|marathon)\b")


def amounts_in(text: str, unit: DistanceUnit) -> tuple[Amount, ...]:
    """Return every distance and duration that carries a unit, in the order of the text."""
    found: list[Amount] = []
    for amount in _candidates(text, unit):
        if all(amount.end <= other.start or amount.start >= other.end for other in found):
            found.append(amount)
    return tuple(sorted(found, key=lambda amount: amount.start))


def bare_amounts_in(text: str, unit: DistanceUnit) -> tuple[Amount, ...]:
    """Return the numbers without a unit, read as distances in the unit of the plan."""
    taken = amounts_in(text, unit)
    return tuple(
        _distance(found, 1.0 if _middle(found) >= METRES_PER_KILOMETRE else METRES_PER[unit], bare=True)
        for found in _BARE.finditer(text)
        if _rises(found)
        and _is_plausible(found)
        and all(found.end() <= other.start or found.start() >= other.end for other in taken)
    )


def _candidates(text: str, unit: DistanceUnit) -> Iterator[Amount]:
    for found in _CLOCK.finditer(text):
        yield _duration(found, int(found["h"]) * 3600 + int(found["m"]) * 60 + int(found["s"]))
    for found in _HOURS.finditer(text):
        hours, minutes = (found["h"] or found["h2"]), (found["m"] or found["m2"] or "0")
        yield _duration(found, float(hours) * SECONDS_PER_HOUR + int(minutes) * SECONDS_PER_MINUTE)
    for pattern, factor in ((_MINUTES, SECONDS_PER_MINUTE), (_SECONDS, 1)):
        for found in pattern.finditer(text):
            yield _duration(found, _middle(found) * factor)
    for pattern, metres in ((_MILES, METRES_PER_MILE), (_KILOMETRES, METRES_PER_KILOMETRE), (_METRES, 1.0)):
        for found in pattern.finditer(text):
            yield _distance(found, metres)
    yield from (_letter_m(found, unit) for found in _M.finditer(text))
    yield from (_colon(found) for found in _COLON.finditer(text))


def _letter_m(found: re.Match[str], unit: DistanceUnit) -> Amount:
    """Read `m` as metres, miles or minutes, whichever the figure allows."""
    if _middle(found) >= number("letter_m_metres_from"):
        return _distance(found, 1.0)
    if unit is DistanceUnit.MILES and _middle(found) < number("letter_m_miles_below"):
        return _distance(found, METRES_PER_MILE)
    return _duration(found, _middle(found) * SECONDS_PER_MINUTE)


def _colon(found: re.Match[str]) -> Amount:
    """Read `0:50` as hours and minutes, `:20` as seconds, `25:00` as minutes and seconds."""
    left, right = found["m"], int(found["s"])
    if left == "":
        return _duration(found, right)
    if int(left) <= number("colon_hours_to"):
        return _duration(found, int(left) * SECONDS_PER_HOUR + right * SECONDS_PER_MINUTE)
    return _duration(found, int(left) * SECONDS_PER_MINUTE + right)


def _middle(found: re.Match[str]) -> float:
    low = float(found["low"])
    return (low + float(found["high"])) / 2 if found["high"] else low


def _duration(found: re.Match[str], seconds: float) -> Amount:
    return Amount(start=found.start(), end=found.end(), duration_s=float(seconds), is_range=_has_two(found))


def _distance(found: re.Match[str], metres: float, *, bare: bool = False) -> Amount:
    return Amount(
        start=found.start(),
        end=found.end(),
        distance_m=_middle(found) * metres,
        is_range=_has_two(found),
        bare=bare,
    )


def _is_plausible(found: re.Match[str]) -> bool:
    """Tell whether a bare figure can be a distance: `10,000` in metres can, `200` cannot."""
    return not number("bare_distance_to") < _middle(found) < METRES_PER_KILOMETRE


def _rises(found: re.Match[str]) -> bool:
    """Tell whether two figures can be a range; `30-30` is a session's name."""
    return not found["high"] or float(found["high"]) > float(found["low"])


def _has_two(found: re.Match[str]) -> bool:
    return bool(found.groupdict().get("high"))
