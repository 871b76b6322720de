"""Weeks as columns: what was done filled, what was asked for as a line above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.formats.progress_svg.draw import (
    BLUE,
    INK,
    LEFT,
    RIGHT,
    ROOM,
    RULE,
    SOFT,
    box,
    line,
    short_day,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date


FAINT = "#9cc7e0"
LABELS = 3
DONE_LEGEND = "Columns: done, pale in this week so far."
PLAN_LEGEND = "Line: asked for by the plan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A row of columns.

    Attributes:
        done: What was done in each week.
        asked: What was asked for in each week; None where there was no plan.
        highest: What fills the height.
        base: Where the columns stand [px].
        height: The highest column [px].
    """

    done: Sequence[float]
    asked: Sequence[float | None]
    highest: float
    base: float
    height: float

    def drawn(self) -> Iterator[str]:
        """Yield the parts."""
        yield line([(LEFT, self.base), (RIGHT, self.base)], f'stroke="{RULE}"')
        width = column_width(len(self.done))
        for number, (done, asked) in enumerate(zip(self.done, self.asked, strict=True)):
            x = column_left(number, len(self.done))
            high = self._pixels(done)
            colour = FAINT if number == len(self.done) - 1 else BLUE
            if high:
                yield box(x, self.base - high, width, high, f'fill="{colour}"')
            if asked:
                y = self.base - self._pixels(asked)
                yield line([(x - 1, y), (x + width + 1, y)], f'stroke="{INK}" stroke-width="2"')

    def _pixels(self, amount: float) -> float:
        return round(self.height * amount / self.highest, 2) if self.highest else 0.0


def top_line(y: float, words: str) -> list[str]:
    """Return a line as high as the highest column, with what it stands for."""
    figure = text(RIGHT, y - 4, words, size=12, anchor="end", colour=SOFT)
    return [line([(LEFT, y), (RIGHT, y)], f'stroke="{RULE}"'), figure]


def legend_words(*, follows_plan: bool) -> str:
    """Return what the columns mean."""
    return f"{DONE_LEGEND} {PLAN_LEGEND}" if follows_plan else DONE_LEGEND


def column_width(weeks: int) -> float:
    """Return the width of a column [px]."""
    return round(min(26.0, ROOM / weeks * 0.7), 2)


def column_left(number: int, weeks: int) -> float:
    """Return the left edge of a column [px]."""
    return round(LEFT + ROOM / weeks * (number + 0.5) - column_width(weeks) / 2, 2)


def week_labels(mondays: Sequence[date], y: float) -> list[str]:
    """Return the first, a middle and the last Monday under their columns."""
    count = len(mondays)
    chosen = dict.fromkeys((0, count // 2, count - 1)) if count >= LABELS else range(count)
    parts = []
    for number in chosen:
        anchor = "start" if number == 0 else "end" if number == count - 1 else "middle"
        x = column_left(number, count) + column_width(count) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        parts.append(text(x, y, short_day(mondays[number]), size=12, anchor=anchor, colour=SOFT))
    return parts
