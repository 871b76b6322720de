"""Estimated strength of each exercise with its interval, session by session."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from runlift.domain.plan.session import Side
from runlift.formats.progress_svg.draw import (
    BLUE,
    LEFT,
    ORANGE,
    RIGHT,
    RULE,
    SOFT,
    TOP,
    Scale,
    area,
    dot,
    line,
    picture,
    short_day,
    shortened,
    text,
)
from runlift.wording.names import exercise_name
from runlift.wording.progress import (
    MEASURE_WORDS,
    amount_in,
    change_words,
    interval_words,
    strength_unit,
    strength_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.application.show_progress import ProgressReport
    from runlift.domain.athlete.profile import Units
    from runlift.domain.progress.strength import LiftProgress

MOST = 8
FIRST, PLOT, AXIS = TOP + 20, 84, 46
MARGIN = 0.08  # of the amounts, above and below
NOTE = (
    "Line and marks: the estimate after each session. Band: it holds the true strength in 80 of 100 cases. "
    "A question mark: the change may be chance."
)
LOOKS = {Side.BOTH: (BLUE, ""), Side.LEFT: (BLUE, ""), Side.RIGHT: (ORANGE, ' stroke-dasharray="5 3"')}


def draw_strength(report: ProgressReport) -> bytes | None:
    """Draw the strength of the exercises trained most; None where none can be told."""
    exercises = _by_exercise(report.strength)
    if not exercises:
        return None
    parts: list[str] = []
    top = FIRST
    for lifts in exercises[:MOST]:
        drawn, height = _panel(report, lifts, top)
        parts += drawn
        top += height
    more = len(exercises) - MOST
    notes = [NOTE, *([f"The {MOST} trained most; {more} more in the terminal."] if more > 0 else [])]
    return picture("Estimated strength", notes, parts, height=top + 6)


def _by_exercise(lifts: Sequence[LiftProgress]) -> list[tuple[LiftProgress, ...]]:
    """Return the lifts of each exercise together, left first, in the order they came."""
    order = list(dict.fromkeys(each.now.lift.exercise for each in lifts))
    ranked = sorted(lifts, key=lambda each: (order.index(each.now.lift.exercise), each.now.lift.side))
    return [tuple(group) for _, group in groupby(ranked, key=lambda each: each.now.lift.exercise)]


def _panel(report: ProgressReport, lifts: Sequence[LiftProgress], top: int) -> tuple[list[str], int]:
    """Return the panel of an exercise, and how high it is [px]."""
    lift = lifts[0].now.lift
    parts = [
        text(LEFT, top + 14, shortened(exercise_name(lift.exercise)), bold=True, size=14),
        text(RIGHT, top + 14, MEASURE_WORDS[lift.measure], size=12, anchor="end", colour=SOFT),
    ]
    for number, each in enumerate(lifts):
        parts += _told(each, report.units, top + 32 + 16 * number)
    plot_top = top + 32 + 16 * len(lifts) - 6
    parts += _plot(report, lifts, plot_top)
    return parts, plot_top + PLOT + 34 - top


def _told(each: LiftProgress, units: Units, y: int) -> list[str]:
    side = each.now.lift.side
    colour, dashes = LOOKS[side]
    name = "" if side is Side.BOTH else f"{side.value}: "
    words = f"{name}{strength_words(each.now, units)} (80 %: {interval_words(each.now, units)})"
    key = f'stroke="{colour}" stroke-width="2"{dashes}'
    changes = ", ".join(
        f"{change_words(change)} in {change.weeks} weeks" for change in (each.short, each.long) if change
    )
    return [
        line([(LEFT, y - 4), (LEFT + 20, y - 4)], key),
        text(LEFT + 26, y, words, size=12),
        text(RIGHT, y, changes.replace(" weeks, ", ", "), size=12, anchor="end", colour=SOFT),
    ]


def _plot(report: ProgressReport, lifts: Sequence[LiftProgress], top: int) -> list[str]:
    measure = lifts[0].now.lift.measure
    ends = [
        amount_in(end, measure, report.units)
        for each in lifts
        for one in each.path
        for end in (one.low_80, one.high_80)
    ]
    low, high = min(ends), max(ends)
    spare = MARGIN * (high - low)
    across = _days(report)
    up = Scale(low=low - spare, high=high + spare, start=top + PLOT, end=top)
    unit = strength_unit(measure, report.units)
    parts = [
        text(LEFT + AXIS - 6, up(high) + 4, f"{high:.0f}", size=12, anchor="end", colour=SOFT),
        text(LEFT + AXIS - 6, up(low) + 4, f"{low:.0f} {unit}", size=12, anchor="end", colour=SOFT),
        *(line([(LEFT + AXIS, up(each)), (RIGHT, up(each))], f'stroke="{RULE}"') for each in (low, high)),
        *_dates(report, top + PLOT + 16),
    ]
    drawn = [_drawn(each, across, up, report) for each in lifts]
    return parts + [band for band, _ in drawn] + [one for _, marks in drawn for one in marks]


def _drawn(each: LiftProgress, across: Scale, up: Scale, report: ProgressReport) -> tuple[str, list[str]]:
    """Return the band of a lift, and what is drawn above all bands."""
    measure, side = each.now.lift.measure, each.now.lift.side
    colour, dashes = LOOKS[side]
    xs = [across(one.as_of.toordinal()) for one in each.path]
    rows = [[one.median, one.low_80, one.high_80] for one in each.path]
    middles, lows, highs = (
        [up(amount_in(row[number], measure, report.units)) for row in rows] for number in range(3)
    )
    if len(xs) == 1:
        xs, middles, lows, highs = [xs[0] - 4, xs[0]], middles * 2, lows * 2, highs * 2
    edge = list(zip(xs, lows, strict=True)) + list(zip(xs, highs, strict=True))[::-1]
    band = area(edge, f'fill="{colour}" fill-opacity="0.18"')
    points = list(zip(xs, middles, strict=True))
    marks = [
        dot(x, y, f'fill="{colour}" stroke="#ffffff"', square=side is Side.RIGHT) for x, y in points[:-1]
    ]
    return band, [line(points, f'stroke="{colour}" stroke-width="2"{dashes}'), *marks]


def _days(report: ProgressReport) -> Scale:
    first = _first(report).toordinal()
    return Scale(low=first, high=report.today.toordinal(), start=LEFT + AXIS, end=RIGHT)


def _dates(report: ProgressReport, y: int) -> list[str]:
    return [
        text(LEFT + AXIS, y, short_day(_first(report)), size=12, colour=SOFT),
        text(RIGHT, y, short_day(report.today), size=12, anchor="end", colour=SOFT),
    ]


def _first(report: ProgressReport) -> date:
    return report.weeks[0].monday
