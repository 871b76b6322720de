"""Reading a log: from bytes to workouts, and what became of every row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import LiftLog, RowFate, RowTold
from runlift.domain.quantity import Finding
from runlift.formats.lift_log.aligned import aligned
from runlift.formats.lift_log.amounts import Figures
from runlift.formats.lift_log.file_findings import (
    dates_in_doubt,
    no_rows,
    of_the_file,
    too_many_rows,
)
from runlift.formats.lift_log.header import Column, find_header
from runlift.formats.lift_log.interpret import RowReader
from runlift.formats.lift_log.records import lines_of, read_records
from runlift.formats.lift_log.source import text_of
from runlift.formats.lift_log.unit_hint import unit_needed
from runlift.formats.lift_log.weight import UnitOfFile
from runlift.formats.lift_log.when import Clocks
from runlift.formats.lift_log.workouts import blocks_of, workouts_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.diary.lift_log import MassUnit
    from runlift.formats.lift_log.aligned import Row
    from runlift.formats.lift_log.header import Header
    from runlift.formats.lift_log.records import Record

MOST_ROWS = 100_000
MOST_LINES = 1_000_000  # notes may have many, and empty lines are no rows
_FIGURES_IN = (Column.WEIGHT, Column.REPS, Column.DISTANCE, Column.RPE)
_BROKEN = {
    "quote_not_closed": "a quotation mark is opened and not closed",
    "line_too_long": "the line is too long to be a row",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftLogRead:
    """What came of reading a log.

    Attributes:
        log: The log, or None exactly when one of the findings is an error.
        findings: What there is to tell of the file; what there is to tell of a row is in the log.
    """

    log: LiftLog | None
    findings: tuple[Finding, ...]


@dataclass(slots=True, kw_only=True)
class Table:
    """The rows of a file under its header, and what became of lines that are no rows.

    Attributes:
        header: The header.
        rows: The rows, each with whether a repeated header parts it from the row before.
        told: What became of the other lines.
        is_torn: Whether a line could not be read, so that a workout may lack a row.
    """

    header: Header
    rows: list[tuple[Row, bool]] = field(default_factory=list)
    told: list[RowTold] = field(default_factory=list)
    is_torn: bool = False

    def cells(self, *columns: Column) -> Sequence[str]:
        """Return the cells of some columns, those without any left out."""
        return [cell for row, _ in self.rows for column in columns if (cell := row.of(column))]


def read_lift_log(data: bytes, *, name: str, today: date, unit: MassUnit | None = None) -> LiftLogRead:
    """Read a log that Hevy, Strong or FitNotes exported.

    Args:
        data: The file.
        name: Its name, for places.
        today: Today; nothing can have been done after it.
        unit: Unit of weights whose unit the file does not tell.
    """
    source = text_of(data, name)
    if isinstance(source, Finding):
        return LiftLogRead(log=None, findings=(source,))
    lines = lines_of(source.text)
    if len(lines) > MOST_LINES:
        return LiftLogRead(log=None, findings=(too_many_rows(MOST_ROWS, name), *source.findings))
    header = find_header(lines, name)
    if isinstance(header, Finding):
        return LiftLogRead(log=None, findings=(header, *source.findings))
    table = _table(lines, header, name)
    if isinstance(table, Finding):
        return LiftLogRead(log=None, findings=(table, *source.findings))
    read = _log(table, name, today, unit)
    if isinstance(read, Finding):
        return LiftLogRead(log=None, findings=(read, *source.findings))
    return LiftLogRead(log=read, findings=(*source.findings, *read.findings))


def _table(lines: Sequence[str], header: Header, name: str) -> Table | Finding:
    """Lay all lines after the header out under it."""
    table = Table(header=header)
    parted = False
    for record in read_records(lines, header.separator, header.line + 1, width=header.width):
        if record.is_blank:
            continue
        if len(table.rows) + len(table.told) >= MOST_ROWS:
            return too_many_rows(MOST_ROWS, name)
        row = None if record.broken else aligned(record, header)
        if record.cells == header.cells:
            told = RowTold(
                line=record.line, fate=RowFate.LEFT_OUT, code="header_again", message="the header once more"
            )
            table.told.append(told)
            parted = True
        elif row is None:
            table.told.append(_unreadable(record, header))
            table.is_torn = True
        else:
            table.rows.append((row, parted))
            parted = False
    return table if table.rows or table.told else no_rows(name)


def _unreadable(record: Record, header: Header) -> RowTold:
    message = _BROKEN.get(
        record.broken, f"{len(record.cells)} cells do not fit the {header.width} columns of the header"
    )
    return RowTold(
        line=record.line, fate=RowFate.REFUSED, code=record.broken or "columns_do_not_fit", message=message
    )


def _log(table: Table, name: str, today: date, unit: MassUnit | None) -> LiftLog | Finding:
    header = table.header
    figures = Figures.of(table.cells(*_FIGURES_IN))
    clocks = Clocks(table.cells(Column.START), header.app, today)
    if clocks.in_doubt:
        return dates_in_doubt(clocks.in_doubt, name)
    told_by_rows = Column.WEIGHT_UNIT in header.positions
    if header.weight_unit is None and unit is None and not told_by_rows:
        weights = [told for cell in table.cells(Column.WEIGHT) if (told := figures.number(cell))]
        if weights:
            return unit_needed(weights, name)
    blocks = blocks_of(table.rows, clocks)
    reader = RowReader(figures=figures, unit=UnitOfFile(by_header=header.weight_unit, by_caller=unit))
    torn = table.is_torn or any(told.fate is RowFate.REFUSED for told in blocks.told)
    workouts, of_rows = workouts_of(blocks, reader, clocks, torn=torn)
    rows = sorted((*table.told, *of_rows), key=lambda each: each.line)
    return LiftLog(
        app=header.app,
        dialect=header.dialect,
        unit=header.weight_unit or (None if told_by_rows else unit),
        workouts=workouts,
        rows=tuple(rows),
        findings=tuple(of_the_file(header, clocks.unbelieved, unit, name)),
    )
