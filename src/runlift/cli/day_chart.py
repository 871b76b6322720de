"""Values of days as marks in a field of characters, with a line of letters under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

LABEL = 7  # characters for the figures beside the field


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value of a day and the character that stands for it."""

    day: date
    value: float
    character: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChart:
    """A field of characters for the days from `first` to `last`.

    Attributes:
        first: Day of the first column.
        last: Day of the last column.
        width: Columns.
        height: Lines.
    """

    first: date
    last: date
    width: int
    height: int = 9

    def lines(
        self, marks: Sequence[Mark], trend: Callable[[date], float] | None = None, dot: str = "."
    ) -> list[str]:
        """Return the field with its marks, the highest value in the first line and the lowest in the last.

        Args:
            marks: What is shown; a later mark hides an earlier one.
            trend: A value for every day, drawn behind the marks.
            dot: The character it is drawn with.
        """
        values = [each.value for each in marks]
        low, high = min(values), max(values)
        field = [[" "] * self.width for _ in range(self.height)]

        def put(column: int, value: float, character: str) -> None:
            share = (value - low) / (high - low) if high > low else 0.5
            if 0 <= share <= 1:
                field[round((1 - share) * (self.height - 1))][column] = character

        if trend is not None:
            for column, day in enumerate(self.days()):
                put(column, trend(day), dot)
        for each in marks:
            put(self.column(each.day), each.value, each.character)
        labels = {0: f"{high:.2f}", self.height - 1: f"{low:.2f}"}
        return [
            f"{labels.get(row, ''):>{LABEL}} {''.join(cells).rstrip()}" for row, cells in enumerate(field)
        ]

    def under(self, letter: Callable[[date], str]) -> str:
        """Return a line with a letter for each column."""
        return f"{'':>{LABEL}} {''.join(letter(day) for day in self.days())}".rstrip()

    def column(self, day: date) -> int:
        """Return the column of a day."""
        span = max(1, (self.last - self.first).days)
        return round((day - self.first).days / span * (self.width - 1))

    def days(self) -> Iterable[date]:
        """Return the day of each column."""
        span = self.last - self.first
        return [self.first + span * column / max(1, self.width - 1) for column in range(self.width)]
