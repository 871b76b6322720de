"""Numbers and durations in the cells of a log."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS_PER_MINUTE = 60
SECONDS_PER_HOUR = 3600

_NUMBER = re.compile(r"[-+]?\d{1,9}(?:[.,]\d{0,20})?", re.ASCII)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+", re.ASCII)
_COMMA_DECIMALS = re.compile(r"\d+,(?:\d{1,2}|\d{4,20})", re.ASCII)
_POINT_DECIMALS = re.compile(r"\d+\.\d+", re.ASCII)
_CLOCK = re.compile(
    r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{1,2})(?:[.,]\d+)?", re.ASCII
)
_WORDS = re.compile(
    r"(?:(?P<hours>\d{1,5}) ?(?:h|hr|hrs|std)\.?)? ?(?:(?P<minutes>\d{1,5}) ?(?:m|min|mins)\.?)?"
    r" ?(?:(?P<seconds>\d{1,6}) ?(?:s|sec|secs)\.?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a file writes numbers.

    Attributes:
        comma_is_decimal: Whether its numbers show a comma before the decimals.
    """

    comma_is_decimal: bool = False

    @classmethod
    def of(cls, cells: Iterable[str]) -> Figures:
        """Tell from all numbers of a file."""
        comma = point = False
        for cell in cells:
            words = cell.strip()
            comma = comma or bool(_COMMA_DECIMALS.fullmatch(words))
            point = point or bool(_POINT_DECIMALS.fullmatch(words))
        return cls(comma_is_decimal=comma and not point)

    def is_in_doubt(self, cell: str) -> bool:
        """Tell whether a comma may part thousands or decimals."""
        return bool(_THOUSANDS.fullmatch(cell.strip())) and not self.comma_is_decimal

    def number(self, cell: str) -> float | None:
        """Read a number; None when it is none or in doubt."""
        words = cell.strip()
        if self.is_in_doubt(words):
            return None
        return float(words.replace(",", ".")) if _NUMBER.fullmatch(words) else None


def read_seconds(cell: str, figures: Figures) -> float | None:
    """Read a duration such as `90`, `0:01:30`, `1h 5m` [s]; None when it is none."""
    words = cell.strip().lower()
    if (bare := figures.number(words)) is not None:
        return bare
    found = _CLOCK.fullmatch(words) or _WORDS.fullmatch(words)
    if not found or not any(found.groupdict().values()):
        return None
    hours, minutes, seconds = (int(found[part] or 0) for part in ("hours", "minutes", "seconds"))
    return float(hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE + seconds)
