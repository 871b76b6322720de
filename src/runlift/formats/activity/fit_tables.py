"""The messages of a FIT file as tables: columns by name, scaled as the profile of the format says."""

from __future__ import annotations

from functools import cache
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
from fitdecode import profile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from runlift.formats.activity.fit_scan import FitFile, Layout

FILE_ID, SPORT, SESSION, LAP, RECORD, ACTIVITY, SET, EXERCISE_TITLE = 0, 12, 18, 19, 20, 34, 225, 264
DEVELOPER_FIELD = 206  # what a field means that an app on the watch adds
WANTED = frozenset({FILE_ID, SPORT, SESSION, LAP, RECORD, ACTIVITY, DEVELOPER_FIELD, SET, EXERCISE_TITLE})
EPOCH_S = 631_065_600  # 1989-12-31 in seconds since 1970
RELATIVE_BELOW = 0x1000_0000  # smaller times count from when the device was switched on

_SPEED_AND_DISTANCE = 8
_SPEED_SCALE, _DISTANCE_SCALE, _DISTANCE_BITS = 100.0, 16.0, 12
_NONE = 0xFF


class FitTables:
    """The messages of one file of a FIT stream, kind by kind."""

    def __init__(self, data: bytes, file: FitFile) -> None:
        self._data = data
        self._bytes = np.frombuffer(data, dtype=np.uint8)
        self._file = file

    def count(self, message: int) -> int:
        """Return how many messages there are of a kind."""
        return sum(len(layout.starts) for layout in self._file.of(message))

    def rows(self, message: int, names: Sequence[str]) -> list[dict[str, float | None]]:
        """Return the messages of a kind one by one; None where a value is not there."""
        table = self.columns(message, names)
        lists = {
            name: [None if isnan(value) else value for value in column.tolist()]
            for name, column in table.items()
        }
        return [dict(zip(lists, values, strict=True)) for values in zip(*lists.values(), strict=True)]

    def columns(self, message: int, names: Sequence[str]) -> dict[str, NDArray[np.float64]]:
        """Return columns of the messages of a kind, in the order of the file, NaN where a value is not there.

        Of a field that holds several numbers the first is taken.
        """
        layouts = self._file.of(message)
        places = [layout.places for layout in layouts]
        order = np.argsort(np.concatenate(places), kind="stable") if places else np.zeros(0, dtype=np.intp)
        return {name: self._column(layouts, message, name)[order] for name in names}

    def arrays(self, message: int, name: str) -> list[list[float | None]]:
        """Return all numbers of a field, message by message; None for those that are invalid."""
        found: list[tuple[int, list[float | None]]] = []
        for layout in self._file.of(message):
            column = layout.column(self._bytes, _field(message, name)[0])
            rows: list[list[float]] = [[]] * len(layout.starts) if column is None else column.tolist()
            values = [[None if isnan(value) else value for value in row] for row in rows]
            found += zip(layout.places, values, strict=True)
        return [values for _, values in sorted(found, key=lambda each: each[0])]

    def texts(self, message: int, name: str) -> list[str]:
        """Return a field of letters, message by message; empty where it is not there."""
        found: list[tuple[int, str]] = []
        for layout in self._file.of(message):
            words = (text.split(b"\0")[0] for text in layout.texts(self._data, _field(message, name)[0]))
            found += zip(layout.places, (each.decode("utf-8", "replace") for each in words), strict=True)
        return [words for _, words in sorted(found, key=lambda each: each[0])]

    def speed_and_distance(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return speed [m/s] and distance [m] of records that old devices write into three bytes."""
        layouts = self._file.of(RECORD)
        both = [self._packed(layout) for layout in layouts]
        if not both:
            return np.zeros(0), np.zeros(0)
        order = np.argsort(np.concatenate([layout.places for layout in layouts]), kind="stable")
        speed, distance = (np.concatenate(column)[order] for column in zip(*both, strict=True))
        return speed, distance

    def _column(self, layouts: Sequence[Layout], message: int, name: str) -> NDArray[np.float64]:
        number, scale, offset = _field(message, name)
        parts = [self._part(layout, number, name) / scale - offset for layout in layouts]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _part(self, layout: Layout, number: int, name: str) -> NDArray[np.float64]:
        column = layout.column(self._bytes, number)
        part = np.full(len(layout.starts), np.nan) if column is None else column[:, 0].copy()
        if name == "timestamp":
            for at, time in layout.compressed.items():
                part[at] = time
        return part

    def _packed(self, layout: Layout) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        place = layout.fields.get(_SPEED_AND_DISTANCE)
        none = np.full(len(layout.starts), np.nan)
        if place is None or place.size != len(("low", "middle", "high")):
            return none, none
        at = np.asarray(layout.starts)[:, None] + np.arange(place.start, place.start + place.size)
        packed = self._bytes[at].astype(np.int64)
        known = ~(packed == _NONE).all(axis=1)
        speed = packed[:, 0] | (packed[:, 1] & 0x0F) << 8
        distance = packed[:, 1] >> 4 | packed[:, 2] << 4
        steps = np.diff(distance[known], prepend=0) % (1 << _DISTANCE_BITS)
        grown = none.copy()
        grown[known] = np.cumsum(steps) / _DISTANCE_SCALE
        return np.where(known, speed / _SPEED_SCALE, np.nan), grown


@cache
def _field(message: int, name: str) -> tuple[int, float, float]:
    """Return number, scale and offset of a field."""
    for number, field in profile.MESSAGE_TYPES[message].fields.items():
        if field.name == name:
            return number, field.scale or 1.0, field.offset or 0.0
    raise KeyError(name)


def words_of(field_type: str, value: float | None) -> str:
    """Return the profile's word for a number; empty where it has none."""
    known: Mapping[int, str] = profile.FIELD_TYPES[field_type].enum
    return "" if value is None else known.get(int(value), "")
