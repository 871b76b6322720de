"""Read and write the short notations runners use for hours and race distances."""

from __future__ import annotations

import re
from datetime import time

from runlift.domain.quantity import METRES_PER_MILE

MARATHON_M = 42195.0  # the distance as World Athletics defines it
HALF_MARATHON_M = MARATHON_M / 2
PREFERRED = "preferred"  # the word after a window that is liked more than others

_NAMED_DISTANCES = {
    "marathon": MARATHON_M,
    "full marathon": MARATHON_M,
    "half marathon": HALF_MARATHON_M,
    "half-marathon": HALF_MARATHON_M,
    "half": HALF_MARATHON_M,
    "parkrun": 5000.0,
    "mile": METRES_PER_MILE,
}
_METRES = {
    "": 1.0,
    "m": 1.0,
    "metres": 1.0,
    "meters": 1.0,
    "k": 1000.0,
    "km": 1000.0,
    "kilometres": 1000.0,
    "kilometers": 1000.0,
    "mi": METRES_PER_MILE,
    "mile": METRES_PER_MILE,
    "miles": METRES_PER_MILE,
}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.ASCII)
_SPAN = r"[\d:.]+(?:\s*[ap]m)?\s*(?:-|–|—|to)\s*[\d:.]+(?:\s*[ap]m\b)?"  # noqa: RUF001 - real dashes
_DISTANCE = re.compile(r"(\d{1,6}(?:[.,]\d{1,4})?)\s*([a-z]+)", re.ASCII)
_WINDOW = re.compile(rf"({_SPAN})((?:\s+[\w-]+)*)")
_NOON = 12


class NotUnderstoodError(ValueError):
    """A notation could not be read.

    Attributes:
        remedy: One plain sentence on how to write it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def read_clock(text: str) -> time:
    """Read a time of day such as `06:30`, `18.30`, `7` or `5:30 pm`.

    Raises:
        NotUnderstoodError: The text is no time of day.
    """
    found = _CLOCK.fullmatch(text.strip().lower())
    wrong = NotUnderstoodError(f'"{text}" is not a time of day', 'write it like "06:30" or "18:00"')
    if found is None:
        raise wrong
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= _NOON:
            raise wrong
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise wrong from None


def read_span(text: str) -> tuple[time, time]:
    """Read a span of the day such as `17:30-21:00`.

    Raises:
        NotUnderstoodError: The text is no span, or it ends before it starts.
    """
    ends = re.split(r"\s*(?:-|–|—|\bto\b)\s*", text.strip())  # noqa: RUF001 - people paste real dashes
    if len(ends) != len(("start", "end")):
        raise NotUnderstoodError(f'"{text}" is not a span of hours', 'write it like "17:30-21:00"')
    start, end = (read_clock(part) for part in ends)
    if end <= start:
        raise NotUnderstoodError(
            f'"{text}" ends before it starts',
            'a span ends on the same day, at "23:59" the latest; '
            "write what lies past midnight on the next day",
        )
    return start, end


def read_window(text: str) -> tuple[time, time, str | None, bool]:
    """Read a free window such as `17:30-21:00 gym preferred`.

    Returns:
        Start, end, name of the place (None when not told), and whether the window is preferred.

    Raises:
        NotUnderstoodError: The text is no window.
    """
    found = _WINDOW.fullmatch(text.strip())
    if found is None:
        raise NotUnderstoodError(
            f'"{text}" is not a free window', 'write it like "17:30-21:00", "17:30-21:00 gym preferred"'
        )
    start, end = read_span(found[1])
    words = found[2].split()
    preferred = words[-1:] == [PREFERRED]
    places = words[:-1] if preferred else words
    if len(places) > 1:
        raise NotUnderstoodError(
            f'"{text}" names more than one place', "name one place, as a single word, after the hours"
        )
    return start, end, (places[0] if places else None), preferred


def read_distance(text: str) -> float:
    """Read a race distance such as `half marathon`, `10 km`, `5 mi` or `1500 m` [m].

    Raises:
        NotUnderstoodError: The text is no distance.
    """
    words = " ".join(text.lower().split())
    if words in _NAMED_DISTANCES:
        return _NAMED_DISTANCES[words]
    found = _DISTANCE.fullmatch(words)
    if found is None or found[2] not in _METRES:
        raise NotUnderstoodError(
            f'"{text}" is not a distance',
            'write "marathon", "half marathon", "10 km", "5 mi" or "1500 m"',
        )
    return float(found[1].replace(",", ".")) * _METRES[found[2]]


def write_clock(clock: time) -> str:
    """Write a time of day, e.g. `06:30`; seconds only where there are any."""
    return clock.isoformat("minutes" if clock.second == clock.microsecond == 0 else "auto")


def write_span(start: time, end: time) -> str:
    """Write a span of the day, e.g. `17:30-21:00`."""
    return f"{write_clock(start)}-{write_clock(end)}"
