"""The records of separated values with their lines; one broken quote costs one line, not all the rest."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_LINES = 60  # of one record: notes may be long, but a quote that never closes is a slip
LONGEST_LINE = 20_000  # characters
MOST_CELLS = 200
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record.

    Attributes:
        line: Line on which it begins, from 1.
        cells: Its cells as written.
        broken: Why it cannot be read, in snake_case; empty when it can.
    """

    line: int
    cells: tuple[str, ...]
    broken: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether all of its cells are empty."""
        return not self.broken and not any(cell.strip() for cell in self.cells)


def lines_of(text: str) -> tuple[str, ...]:
    """Part a text into lines, however they end."""
    return tuple(_LINE_END.split(text))


def read_records(
    lines: Sequence[str], separator: str, first: int = 0, *, width: int | None = None
) -> Iterator[Record]:
    """Read the records from a line on, blank ones included.

    Args:
        lines: The lines of the file.
        separator: What parts the cells.
        first: Line to begin with, numbered from 0.
        width: How many cells a record has that goes over several lines; another number shows that a quote
            closed in a record to which it does not belong.
    """
    at = first
    while at < len(lines):
        if len(lines[at]) > LONGEST_LINE:
            yield Record(line=at + 1, cells=(), broken="line_too_long")
            at += 1
            continue
        for record, goes_on in _readable(lines, separator, at, width):
            yield record
            at = goes_on


def _readable(
    lines: Sequence[str], separator: str, first: int, width: int | None
) -> Iterator[tuple[Record, int]]:
    """Read records until one is broken; with each, the line to go on from."""
    fed = _Fed(lines, first)
    reader = csv.reader(fed, delimiter=separator, strict=True)
    begins = first
    while begins < len(lines):
        try:
            cells = next(reader, None)
        except csv.Error:
            cells = fed.alone(separator)
        if cells is None and not fed.ran_away:
            return
        several = fed.at - begins > 1
        if cells is None or fed.ran_away or (several and width is not None and len(cells) != width):
            yield Record(line=begins + 1, cells=(), broken="quote_not_closed"), begins + 1
            return
        yield Record(line=begins + 1, cells=tuple(cells[:MOST_CELLS])), fed.at
        begins = fed.begin_record()


class _Fed:
    """Feeds lines to the reader and stops when one record takes too many of them or ends the file open."""

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self._lines = lines
        self._begun = first
        self.at = first
        self.ran_away = False

    def begin_record(self) -> int:
        """Tell that a record ended; return the line on which the next begins."""
        self._begun = self.at
        return self.at

    def alone(self, separator: str) -> list[str] | None:
        """Read a record whose quotes are wrong as it stands, if it took one line; one of several ran away."""
        if self.ran_away or self.at - self._begun > 1:
            self.ran_away = True
            return None
        return next(csv.reader(self._lines[self._begun : self.at], delimiter=separator), [])

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at > self._begun and self._is_endless():
            self.ran_away = True
        if self.ran_away or self.at >= len(self._lines) or self._is_overlong():
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1] + "\n"

    def _is_endless(self) -> bool:
        """Whether the record was still open when the file ended, or took too much."""
        return self.at >= len(self._lines) or self.at - self._begun >= MOST_LINES or self._is_overlong()

    def _is_overlong(self) -> bool:
        return len(self._lines[self.at]) > LONGEST_LINE
