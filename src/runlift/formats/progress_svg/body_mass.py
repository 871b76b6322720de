"""Body mass over the last weeks, with its trend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.progress_svg.draw import (
    INK,
    LEFT,
    RIGHT,
    RULE,
    SOFT,
    TOP,
    Scale,
    dot,
    line,
    picture,
    short_day,
    text,
)
from runlift.formats.progress_svg.trend_line import draw_trend
from runlift.wording.progress import body_mass_context, body_mass_lines, mass_in, mass_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.application.show_progress import ProgressReport

PLOT, AXIS, LINES = 150, 46, 18
LEAST_SPAN = 0.04  # of the mass: small changes are to look small
BAND = "Line: the trend. Band: how much steeper or flatter it may be, at 95 %."


def draw_body_mass(report: ProgressReport) -> bytes | None:
    """Draw body mass; None where none is told or it is not to be shown."""
    progress = report.body_mass
    if progress is None:
        return None
    lines = body_mass_lines(progress, report.units)
    top = TOP + 36 + LINES * len(lines)
    parts = [text(LEFT, TOP + 28 + LINES * number, each) for number, each in enumerate(lines)]
    points = [(day.toordinal(), mass_in(mass, report.units)) for day, mass in progress.days]
    across = Scale(low=points[0][0], high=points[-1][0], start=LEFT + AXIS, end=RIGHT - 4)
    low, high = _span([mass for _, mass in points])
    up = Scale(low=low, high=high, start=top + PLOT, end=top)
    unit = mass_unit(report.units)
    for value in (low, (low + high) / 2, high):
        parts.append(line([(LEFT + AXIS, up(value)), (RIGHT, up(value))], f'stroke="{RULE}"'))
        parts.append(text(LEFT + AXIS - 6, up(value) + 4, f"{value:.1f}", size=12, anchor="end", colour=SOFT))
    if progress.trend is not None:
        parts += draw_trend(progress.trend, across, up, lambda mass: mass_in(mass, report.units))
    parts += [dot(across(day), up(mass), f'fill="{INK}" stroke="#ffffff"') for day, mass in points]
    ends = (progress.days[0][0], progress.days[-1][0])
    parts.append(text(LEFT + AXIS, top + PLOT + 18, short_day(ends[0]), size=12, colour=SOFT))
    if ends[0] != ends[1]:
        parts.append(text(RIGHT, top + PLOT + 18, short_day(ends[1]), size=12, anchor="end", colour=SOFT))
    notes = [*([BAND] if progress.trend else []), body_mass_context(progress)]
    return picture(f"Body mass [{unit}]", notes, parts, height=top + PLOT + 34)


def _span(masses: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the axis: wide enough that a little looks like a little."""
    low, high = min(masses), max(masses)
    spare = max(0.0, LEAST_SPAN * high - (high - low)) / 2 + 0.1 * (high - low)
    return low - spare, high + spare
