"""One cell of a row, and what is told of a row that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import RowFate, RowTold
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from runlift.formats.lift_log.aligned import Row
    from runlift.formats.lift_log.amounts import Figures
    from runlift.formats.lift_log.header import Column

SHOWN = 40  # characters of a cell in a message


class RowProblem(Exception):  # noqa: N818  most rows that stop here are as they should be, such as rests
    """A row is left out or refused; carries what is told of it."""

    def __init__(self, code: str, message: str, fate: RowFate = RowFate.REFUSED) -> None:
        super().__init__(message)
        self.code, self.message, self.fate = code, message, fate

    def told(self, line: int) -> RowTold:
        """Return what is told of the row on a line."""
        return RowTold(line=line, fate=self.fate, code=self.code, message=self.message)


def shown(cell: str) -> str:
    """Quote a cell for a message."""
    words = " ".join(plain_words(cell[: 2 * SHOWN]).split())
    return f'"{words[:SHOWN]}"'


def number_in(row: Row, column: Column, figures: Figures) -> float | None:
    """Read a number; None for an empty cell.

    Raises:
        RowProblem: The cell holds no number, or one below nought.
    """
    cell = row.of(column)
    if not cell:
        return None
    found = figures.number(cell)
    if found is None and figures.is_in_doubt(cell):
        raise RowProblem("number_in_doubt", f"{column.value} {shown(cell)} can be read in two ways")
    if found is None:
        raise RowProblem("unreadable_number", f"{column.value} {shown(cell)} is not a number")
    if found < 0:
        raise RowProblem(f"impossible_{column.value}", f"{column.value} {shown(cell)} is below 0")
    return found
