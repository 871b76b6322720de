"""The cells of a record under the columns of the header, also where commas in names have shifted them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import LiftApp
from runlift.formats.lift_log.header import Column

if TYPE_CHECKING:
    from runlift.formats.lift_log.header import Header
    from runlift.formats.lift_log.records import Record

MOST_COMMAS = 12  # in the name and the note of one row together

_FIGURE = re.compile(r"(?:-?\d{1,9}(?:[.,]\d{0,20})?)?", re.ASCII)
_UNIT = re.compile(r"[a-zA-Z]{0,12}", re.ASCII)
_CLOCK = re.compile(r"(?:\d{1,3}:)?(?:\d{1,3}:)?\d{0,6}(?:\.\d+)?", re.ASCII)
_SHAPES = {
    Column.WEIGHT: _FIGURE,
    Column.WEIGHT_UNIT: _UNIT,
    Column.REPS: _FIGURE,
    Column.DISTANCE: _FIGURE,
    Column.DISTANCE_UNIT: _UNIT,
    Column.SECONDS: _CLOCK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record as the header orders it.

    Attributes:
        line: Line on which it begins.
        cells: One cell for each column of the header.
        header: The header.
    """

    line: int
    cells: tuple[str, ...]
    header: Header

    def of(self, column: Column) -> str:
        """Return the cell of a column, empty when there is none."""
        position = self.header.positions.get(column)
        return "" if position is None else self.cells[position].strip()


def aligned(record: Record, header: Header) -> Row | None:
    """Lay a record out under the header; None when its cells do not fit."""
    cells = record.cells
    if len(cells) > header.width and header.app is LiftApp.FITNOTES:
        cells = _joined(cells, header) or cells
    while len(cells) > header.width and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > header.width or len(cells) <= header.positions[Column.REPS]:
        return None
    cells += ("",) * (header.width - len(cells))
    return Row(line=record.line, cells=cells, header=header)


def _joined(cells: tuple[str, ...], header: Header) -> tuple[str, ...]:
    """Join the parts of a name, and of a note at the end, that commas have parted; empty when none fit.

    FitNotes puts no quotes around either. All between them is figures and units, so that the place at which
    they fit tells how many commas are of the name.
    """
    extra = len(cells) - header.width
    if extra > MOST_COMMAS:
        return ()
    name, last = header.positions[Column.EXERCISE], header.width - 1
    has_note = header.positions.get(Column.NOTE) == last
    for commas in range(extra + 1) if has_note else (extra,):
        whole = ",".join(cells[name : name + commas + 1])
        rest = cells[name + commas + 1 :]
        if has_note:
            kept = last - name - 1
            rest = (*rest[:kept], ",".join(rest[kept:]))
        joined = (*cells[:name], whole, *rest)
        if _fits(joined, header):
            return joined
    return ()


def _fits(cells: tuple[str, ...], header: Header) -> bool:
    return len(cells) == header.width and all(
        shape.fullmatch(cells[header.positions[column]].strip())
        for column, shape in _SHAPES.items()
        if column in header.positions
    )
