"""What is told of a log as a whole, besides what is told of its bytes and its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import LiftApp
from runlift.domain.evidence import constant, number
from runlift.formats.lift_log.findings import error, note, warning
from runlift.formats.lift_log.header import Column
from runlift.formats.lift_log.source import GIVE_AN_EXPORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runlift.domain.diary.lift_log import MassUnit
    from runlift.domain.quantity import Finding
    from runlift.formats.lift_log.header import Header

LINES_TOLD = 5


def no_rows(name: str) -> Finding:
    """Tell that there is a header and nothing else."""
    return error("no_rows", "The file has a header and no rows.", GIVE_AN_EXPORT, name)


def too_many_rows(most: int, name: str) -> Finding:
    """Tell that there are more rows than are read."""
    return error(
        "too_many_rows",
        f"The file has more than {most:,} rows, so none was read.",
        "Part it by years and give the parts one after the other.",
        name,
    )


def dates_in_doubt(example: str, name: str) -> Finding:
    """Tell that no date shows which figure is the day."""
    return error(
        "date_order_in_doubt",
        f"Dates such as {example[:20]} could put day or month first; the file does not show which.",
        "Export again and give the file as the app wrote it, or write the dates as 2027-01-14.",
        name,
    )


def of_the_file(
    header: Header, unbelieved: Sequence[int], unit: MassUnit | None, name: str
) -> Iterator[Finding]:
    """Tell what was assumed, passed over or not believed."""
    if header.unread:
        yield note(
            "columns_not_read",
            f"Columns that nobody knows were not read: {', '.join(header.unread)}.",
            "Nothing to do, unless one of them matters to you.",
            name,
        )
    by_rows = Column.WEIGHT_UNIT in header.positions
    if unit is not None and (by_rows or header.weight_unit not in {None, unit}):
        told = "each row" if by_rows else f"the header, {header.weight_unit},"
        yield warning(
            "unit_told_by_the_file",
            f"The file tells its unit itself, so {told} counts and --unit {unit} only where none is told.",
            "Leave --unit away.",
            name,
        )
    if header.app is LiftApp.FITNOTES:
        yield note(
            "hour_not_told",
            f"The file has no hours, so every workout was put at {constant('lift_log_hour_untold').value}.",
            "Nothing to do.",
            name,
        )
    if unbelieved:
        lines = ", ".join(map(str, unbelieved[:LINES_TOLD])) + (", ..." if unbelieved[LINES_TOLD:] else "")
        yield note(
            "end_not_believed",
            f"The end of a workout was not believed (lines {lines}): "
            f"none ends before it began, or more than {number('lift_log_workout_longest'):g} h after.",
            "Nothing to do.",
            name,
        )
