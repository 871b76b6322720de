"""Which app wrote a file and in which of its ways, told from the header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from runlift.domain.diary.lift_log import LiftApp, MassUnit
from runlift.formats.lift_log.findings import error
from runlift.formats.lift_log.records import read_records
from runlift.formats.lift_log.source import GIVE_AN_EXPORT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from runlift.domain.quantity import Finding

SEPARATORS = (",", ";", "\t")
HEADER_LINES = 5  # a spreadsheet may write `sep=;` or an empty line first
LONGEST_HEADER = 60  # characters


class Column(StrEnum):
    """What a column holds."""

    TITLE = "title"
    START = "start"
    END = "end"
    DURATION = "duration"
    EXERCISE = "exercise"
    CATEGORY = "category"
    SET_ORDER = "set order"
    SET_INDEX = "set index"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight unit"
    REPS = "reps"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance unit"
    SECONDS = "seconds"
    RPE = "rpe"
    NOTE = "note"
    WORKOUT_NOTE = "workout note"
    NOT_NEEDED = "not needed"


_NAMES = {
    LiftApp.HEVY: {
        "title": Column.TITLE,
        "start_time": Column.START,
        "end_time": Column.END,
        "description": Column.WORKOUT_NOTE,
        "exercise_title": Column.EXERCISE,
        "superset_id": Column.NOT_NEEDED,
        "exercise_notes": Column.NOTE,
        "set_index": Column.SET_INDEX,
        "set_type": Column.SET_ORDER,
        "weight": Column.WEIGHT,
        "reps": Column.REPS,
        "distance": Column.DISTANCE,
        "duration_seconds": Column.SECONDS,
        "rpe": Column.RPE,
    },
    LiftApp.STRONG: {
        "workout #": Column.NOT_NEEDED,
        "date": Column.START,
        "workout name": Column.TITLE,
        "duration": Column.DURATION,
        "workout duration": Column.DURATION,
        "exercise name": Column.EXERCISE,
        "set order": Column.SET_ORDER,
        "weight": Column.WEIGHT,
        "weight unit": Column.WEIGHT_UNIT,
        "reps": Column.REPS,
        "rpe": Column.RPE,
        "distance": Column.DISTANCE,
        "distance unit": Column.DISTANCE_UNIT,
        "seconds": Column.SECONDS,
        "notes": Column.NOTE,
        "workout notes": Column.WORKOUT_NOTE,
    },
    LiftApp.FITNOTES: {
        "date": Column.START,
        "exercise": Column.EXERCISE,
        "category": Column.CATEGORY,
        "weight": Column.WEIGHT,
        "weight unit": Column.WEIGHT_UNIT,
        "reps": Column.REPS,
        "distance": Column.DISTANCE,
        "distance unit": Column.DISTANCE_UNIT,
        "time": Column.SECONDS,
        "comment": Column.NOTE,
        "notes": Column.NOTE,
    },
}
_NEEDED = {
    LiftApp.HEVY: {"start_time", "exercise_title", "set_index", "reps"},
    LiftApp.STRONG: {"date", "exercise name", "set order", "reps"},
    LiftApp.FITNOTES: {"date", "exercise", "category", "reps"},
}
_BODY = ({"date", "measurement", "value"}, {"date", "fat_percent"})
MASS_UNITS: Mapping[str, MassUnit] = MappingProxyType(
    {
        **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms"), MassUnit.KG),
        **dict.fromkeys(("lb", "lbs", "pound", "pounds"), MassUnit.LB),
    }
)
_WITH_UNIT = re.compile(r"(?P<name>weight|distance|duration)[ _]?\(?(?P<unit>[a-z]+)\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header of a file tells.

    Attributes:
        app: The app that wrote it.
        line: Its line, numbered from 0.
        separator: What parts the cells.
        cells: The header as written, to know it again.
        positions: Position of the column for each thing it may hold.
        weight_unit: Unit of all weights, where the header tells it.
        distance_unit: Unit of all distances as written, empty where the header does not tell it.
        unread: Columns that nobody knows.
    """

    app: LiftApp
    line: int
    separator: str
    cells: tuple[str, ...]
    positions: Mapping[Column, int]
    weight_unit: MassUnit | None
    distance_unit: str
    unread: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.cells)

    @property
    def dialect(self) -> str:
        """Which of the app's ways of writing it is, in a few words."""
        has = self.positions.keys()
        if self.app is LiftApp.STRONG:
            if "workout #" in map(plain_header, self.cells):
                return "with workout numbers"
            if Column.WEIGHT_UNIT in has:
                return "with a unit in each row"
            if self.weight_unit is not None:
                return "with the unit in the header"
            return "without units" if Column.DURATION in has else "without units, old"
        if self.app is LiftApp.FITNOTES:
            return "with a unit in each row" if Column.WEIGHT_UNIT in has else "old"
        return "one row a set"


def find_header(lines: Sequence[str], name: str) -> Header | Finding:
    """Find the header of a log, or tell what the file is instead."""
    seen: list[set[str]] = []
    for at in range(min(HEADER_LINES, len(lines))):
        for separator in SEPARATORS:
            record = next(read_records(lines[at : at + 1], separator), None)
            if record is None or record.broken:
                continue
            header = _header_of(record.cells, at, separator)
            if header is not None:
                return header
            seen.append({_split_unit(plain_header(cell))[0] for cell in record.cells})
    if any(body <= names for body in _BODY for names in seen):
        return _body_measurements(name)
    return error(
        "unknown_header",
        "The file has no header of Hevy, Strong or FitNotes.",
        f"{GIVE_AN_EXPORT} Its first line must stay as the app wrote it.",
        name,
    )


def plain_header(cell: str) -> str:
    """Return the name of a column without capitals and blanks that do not matter."""
    return " ".join(cell.strip().strip('"').casefold().split()) if len(cell) <= LONGEST_HEADER else ""


def _header_of(cells: tuple[str, ...], at: int, separator: str) -> Header | None:
    split = [_split_unit(plain_header(cell)) for cell in cells]
    names = {name for name, _ in split}
    app = next((app for app, needed in _NEEDED.items() if needed <= names), None)
    if app is None:
        return None
    known = _NAMES[app]
    positions: dict[Column, int] = {}
    for position, (name, _) in enumerate(split):
        if name in known:
            positions.setdefault(known[name], position)
    units = {name: unit for name, unit in reversed(split) if unit}
    return Header(
        app=app,
        line=at,
        separator=separator,
        cells=cells,
        positions=positions,
        weight_unit=MASS_UNITS.get(units.get("weight", "")),
        distance_unit=units.get("distance", ""),
        unread=_unread(cells, known.keys()),
    )


def _unread(cells: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    names = ((cell, _split_unit(plain_header(cell))[0]) for cell in cells)
    return tuple(cell[:LONGEST_HEADER] for cell, name in names if cell and name not in known)


def _split_unit(name: str) -> tuple[str, str]:
    """Part the unit from a name such as `weight_kg` or `distance (meters)`."""
    found = _WITH_UNIT.fullmatch(name)
    if found is None or found["unit"] == "unit" or name == "duration_seconds":
        return name, ""
    return found["name"], found["unit"]


def _body_measurements(name: str) -> Finding:
    return error(
        "body_measurements",
        "This file holds measurements of the body, not lifts.",
        'Export the workout data; body mass is told with "runlift log mass 61.5 --date 2027-01-14".',
        name,
    )
