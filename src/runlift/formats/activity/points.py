"""Points of GPX and TCX files: what each tells, and records made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite, nan
from typing import TYPE_CHECKING

import numpy as np

from runlift.formats.activity.iso_time import seconds_of, told_offset
from runlift.formats.activity.track_build import ordered, raw_track
from runlift.formats.activity.xml_stream import local_name, number_of

if TYPE_CHECKING:
    from datetime import timedelta

    from lxml import etree

    from runlift.formats.activity.track_build import RawTrack

MOST_POINTS = 1_000_000
MOST_WITHOUT_TIME = 10_000
BOTH_FEET_FROM = 120.0  # steps a minute; a lower middle value counts one foot only
_COLUMNS = {
    "ele": "altitude_m",
    "AltitudeMeters": "altitude_m",
    "speed": "speed",
    "Speed": "speed",
    "DistanceMeters": "distance_m",
    "distance": "distance_m",
    "hr": "heart_rate",
    "heartrate": "heart_rate",
    "cad": "cadence",
    "cadence": "cadence",
    "Cadence": "cadence",
    "RunCadence": "cadence",
    "atemp": "temperature_c",
    "temp": "temperature_c",
    "LatitudeDegrees": "latitude",
    "LongitudeDegrees": "longitude",
}
_TIMES = frozenset({"time", "Time"})
_NAMES = tuple(dict.fromkeys(_COLUMNS.values()))
_PLACES = {tag: _NAMES.index(column) + 1 for tag, column in _COLUMNS.items()}
_HEART, _HEART_PLACE = "HeartRateBpm", _NAMES.index("heart_rate") + 1
_LATITUDE, _LONGITUDE = _NAMES.index("latitude") + 1, _NAMES.index("longitude") + 1


@dataclass(slots=True)
class Points:
    """Points as they come.

    Attributes:
        rows: One row of numbers a point, its time first.
        utc_offset: What a time tells of the runner's clock.
    """

    rows: list[list[float]] = field(default_factory=list)
    utc_offset: timedelta | None = None
    _timed: int = 0

    @property
    def want_more(self) -> bool:
        """Whether more points are of use; after many without a time nothing can be made of them."""
        return len(self.rows) < (MOST_POINTS if self._timed else MOST_WITHOUT_TIME)

    @property
    def without_time(self) -> int:
        """How many points have no time."""
        return sum(not isfinite(row[0]) for row in self.rows)

    def take(self, element: etree._Element) -> None:
        """Take a point."""
        row = [nan] * (len(_NAMES) + 1)
        if "lat" in element.attrib:
            row[_LATITUDE] = number_of(element.get("lat"))
            row[_LONGITUDE] = number_of(element.get("lon"))
        for child in element.iterdescendants():
            self._read(local_name(child), child, row)
        self.rows.append(row)

    def _read(self, name: str, child: etree._Element, row: list[float]) -> None:
        place = _PLACES.get(name)
        if place is not None:
            row[place] = number_of(child.text)
        elif name in _TIMES:
            row[0] = seconds_of(child.text)
            self._timed += isfinite(row[0])
            if not self.rows:
                self.utc_offset = told_offset(child.text)
        elif name == _HEART and len(child):
            row[_HEART_PLACE] = number_of(child[0].text)

    def record(self, *, is_run: bool) -> RawTrack:
        """Return the points as a record, in order of time."""
        table = np.array(self.rows, dtype=np.float64).reshape(-1, len(_NAMES) + 1)
        columns = {name: table[:, at] for at, name in enumerate(_NAMES, start=1)}
        if is_run:
            columns["cadence"] = _both_feet(columns["cadence"])
        return ordered(raw_track(table[:, 0], **columns))


def _both_feet(cadence: np.ndarray) -> np.ndarray:
    """Return steps of both feet, also where only one foot was counted."""
    known = cadence[np.isfinite(cadence) & (cadence > 0)]
    return cadence * 2 if len(known) and np.median(known) < BOTH_FEET_FROM else cadence
