"""Separated values: which separator, which rows, on which lines."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t", "|")
LINES_LOOKED_AT = 12
MOST_ROWS = 10_000
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table, with the line it begins on."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether all of its cells are empty."""
        return not any(self.cells)


def read_rows(text: str) -> tuple[Row, ...]:
    """Read the rows of separated values under the separator that gives the most even table."""
    return max((_rows(text, separator) for separator in SEPARATORS), key=_evenness)


def _rows(text: str, separator: str) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    begins = 1
    try:
        for cells in reader:
            rows.append(Row(line=begins, cells=tuple(cell.strip() for cell in cells[:MOST_COLUMNS])))
            begins = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                break
    except csv.Error:  # an unclosed quote or an endless cell; what was read before it still counts
        return tuple(rows)
    return tuple(rows)


def _evenness(rows: tuple[Row, ...]) -> tuple[int, int]:
    """Prefer the separator under which the first row, then most of the rows, has several cells."""
    counts = [len(row.cells) for row in rows[:LINES_LOOKED_AT] if not row.is_blank]
    if not counts:
        return 0, 0
    return sum(1 for count in counts if count > 1 and count == counts[0]), max(counts)
