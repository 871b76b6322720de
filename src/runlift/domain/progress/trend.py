"""A trend that single odd days move little: the median of all slopes, with its interval."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, median
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray

PERCENT = 100
DAYS_PER_WEEK = 7
Point = tuple["date", float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How something changes.

    Attributes:
        weekly: Change in a week.
        low: Lower end of the interval of that change.
        high: Upper end of it.
        days: Days it rests on.
        first: The first of them.
        last: The last of them.
        level: Middle of the trend on the last day.
    """

    weekly: float
    low: float
    high: float
    days: int
    first: date
    last: date
    level: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves no doubt about the direction."""
        return self.low > 0 or self.high < 0


def by_day(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return one value a day, the median of those told, in order."""
    told: dict[date, list[float]] = defaultdict(list)
    for day, value in points:
        told[day].append(value)
    return tuple((day, median(told[day])) for day in sorted(told))


def trend(points: Sequence[Point]) -> Trend | None:
    """Return the trend of values of different days, in order; None for fewer than two.

    References:
        Sen 1968, J Am Stat Assoc 63:1379-1389.

    Source: PG07.
    """
    slopes = _slopes(points)
    if not len(slopes):
        return None
    slope = float(np.median(slopes))
    last = points[-1][0]
    low, high = _ends(slopes, len(points))
    return Trend(
        weekly=slope * DAYS_PER_WEEK,
        low=low * DAYS_PER_WEEK,
        high=high * DAYS_PER_WEEK,
        days=len(points),
        first=points[0][0],
        last=last,
        level=median(value + slope * (last - day).days for day, value in points),
    )


def _slopes(points: Sequence[Point]) -> NDArray[np.float64]:
    """Return the slopes between all pairs of days, from the lowest to the highest (n,) [1/day]."""
    at = np.array([day.toordinal() for day, _ in points], dtype=np.float64)
    values = np.array([value for _, value in points], dtype=np.float64)
    rows = [
        (values[place:] - values[place - 1]) / (at[place:] - at[place - 1]) for place in range(1, len(at))
    ]
    return np.sort(np.concatenate(rows)) if rows else np.empty(0)


def _ends(slopes: NDArray[np.float64], days: int) -> tuple[float, float]:
    """Return the slopes between which the true one lies at the stated confidence [1/day]."""
    beyond = NormalDist().inv_cdf((1 + number("trend_interval") / PERCENT) / 2)
    spread = beyond * sqrt(days * (days - 1) * (2 * days + 5) / 18)
    low = max(0, int((len(slopes) - spread) / 2 + 0.5) - 1)
    return float(slopes[low]), float(slopes[len(slopes) - 1 - low])
