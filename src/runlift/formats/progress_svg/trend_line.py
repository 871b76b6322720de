"""A trend as a line, with a band for how much steeper or flatter it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.progress.trend import DAYS_PER_WEEK
from runlift.formats.progress_svg.draw import BLUE, area, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.progress.trend import Trend
    from runlift.formats.progress_svg.draw import Scale


def draw_trend(trend: Trend, across: Scale, up: Scale, shown: Callable[[float], float]) -> list[str]:
    """Return a trend as a line, and between the steepest and the flattest of its interval as a band.

    Args:
        trend: The trend.
        across: Puts days onto the picture, by their ordinals.
        up: Puts what is shown onto the picture.
        shown: What is shown for a value of the trend.
    """
    first, last = trend.first.toordinal(), trend.last.toordinal()
    middle = (first + last) / 2
    daily, low, high = (each / DAYS_PER_WEEK for each in (trend.weekly, trend.low, trend.high))
    there = trend.level - daily * (last - middle)

    def at(day: float, slope: float) -> tuple[float, float]:
        return across(day), up(shown(there + slope * (day - middle)))

    waist = at(middle, 0)
    edge = [at(first, low), waist, at(last, high), at(last, low), waist, at(first, high)]
    return [
        area(edge, f'fill="{BLUE}" fill-opacity="0.18"'),
        line([at(first, daily), at(last, daily)], f'stroke="{BLUE}" stroke-width="2"'),
    ]
