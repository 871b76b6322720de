"""What the columns of a table of days hold, told from their headers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.formats.running_plan.amounts import metres_of_unit, seconds_of_unit

if TYPE_CHECKING:
    from collections.abc import Sequence


LONGEST_HEADER = 60  # characters; more is a workout and not the name of a column


class Column(StrEnum):
    """What a column holds."""

    DATE = "date"
    WEEK = "week"
    WEEKDAY = "weekday"
    NUMBER = "number of the day"
    TITLE = "title"
    NOTE = "note"
    DISTANCE = "distance"
    DURATION = "duration"
    START = "start"
    KIND = "kind"
    ID = "id"


_NAMES = {
    Column.DATE: "date|workoutday|workout day|workout date|datum|scheduled|scheduled date|start date"
    "|startdate|start date local|when|on",
    Column.WEEK: "week|wk|week no|week number|week nr|training week",
    Column.WEEKDAY: "day|weekday|day of week|day name",
    Column.NUMBER: "day no|day number|day nr|day of plan",
    Column.TITLE: "title|workout|workout title|workout name|name|session|run|summary|subject|activity"
    "|training|planned workout|workout details|plan",
    Column.NOTE: "description|workoutdescription|workout description|notes|note|details|detail|comments"
    "|comment|coachcomments|coach comments|instructions",
    Column.DISTANCE: "distance|dist|planned distance|planneddistance|total distance|totaldistance"
    "|target distance|length|km|kms|mi|miles|mileage|kilometres|kilometers|m|meters|metres",
    Column.DURATION: "duration|planned duration|plannedduration|planned time|moving time|time planned"
    "|total time|target duration|minutes|min|mins|hours|time min",
    Column.START: "start time|starttime|start|time of day|at|begin|clock",
    Column.KIND: "type|workouttype|workout type|kind|activity type|sport|category|run type|sport type",
    Column.ID: "id|uid|workout id|external id|event id",
}
_BY_NAME = {name: column for column, names in _NAMES.items() for name in names.split("|")}
_UNIT_IN_NAME = re.compile(r"(?P<name>.*?)[\s_(\[,/-]+(?:in\s*)?(?P<unit>[a-z]+)[\s)\].]*\Z")
_UNIT_GLUED = re.compile(
    r"(?P<name>(?:planned|total)?distance)in(?P<unit>meters|metres|km|kilometers|miles)\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column of a table holds what.

    Attributes:
        positions: Position of the column for each thing it may hold.
        metres_per_unit: What a bare distance counts in [m], or None when the header does not tell.
        seconds_per_unit: What a bare duration counts in [s].
    """

    positions: dict[Column, int]
    metres_per_unit: float | None
    seconds_per_unit: float

    def of(self, column: Column, cells: Sequence[str]) -> str:
        """Take the cell of a column, empty when the row or the table lacks it."""
        position = self.positions.get(column)
        return cells[position] if position is not None and position < len(cells) else ""


def columns_of(header: Sequence[str]) -> Columns:
    """Read the headers of a table; of several that hold the same thing the first counts."""
    positions: dict[Column, int] = {}
    metres_per_unit: float | None = None
    seconds_per_unit = 60.0
    for position, cell in enumerate(header):
        column, unit = _column(_plain(cell))
        if column is None or column in positions:
            continue
        positions[column] = position
        if column is Column.DISTANCE:
            metres_per_unit = metres_of_unit(unit)
        elif column is Column.DURATION:
            seconds_per_unit = seconds_of_unit(unit) or seconds_per_unit
    return Columns(positions=positions, metres_per_unit=metres_per_unit, seconds_per_unit=seconds_per_unit)


def _plain(header: str) -> str:
    plain = " ".join(header[: LONGEST_HEADER + 1].lower().replace("_", " ").replace("\ufeff", "").split())
    return plain.strip(" #:.*") if len(header) <= LONGEST_HEADER else ""


def _column(name: str) -> tuple[Column | None, str]:
    """Tell what a header stands for, and the unit it names."""
    if name in {"moving time", "elapsed time"}:
        return Column.DURATION, "s"
    if found := _BY_NAME.get(name):
        return found, name
    for pattern in (_UNIT_GLUED, _UNIT_IN_NAME):
        split = pattern.match(name)
        column = _BY_NAME.get(split["name"].strip()) if split else None
        if split and column in {Column.DISTANCE, Column.DURATION}:
            return column, split["unit"]
    return None, ""


def is_day_header(header: Sequence[str]) -> bool:
    """Tell whether a row is the header of a table with one row a day."""
    found = columns_of(header).positions
    told = {Column.TITLE, Column.NOTE, Column.KIND, Column.DISTANCE, Column.DURATION} & found.keys()
    placed = {Column.DATE, Column.WEEKDAY, Column.NUMBER} & found.keys()
    return bool(told and placed)
