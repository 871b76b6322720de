"""An activity as it was recorded: when, how far, how long, and its record where there is one.

No position is kept: distances are taken from it where the record is read, and it is dropped there.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from runlift.domain.activity.shape import RunShape
    from runlift.domain.activity.steady import SteadyPart

Column: TypeAlias = NDArray[np.float64]


class Sport(StrEnum):
    """What was done, as far as it matters here."""

    RUN = "run"
    STRENGTH = "strength"
    OTHER = "other"
    UNKNOWN = "unknown"  # the source does not tell


class ActivityFormat(StrEnum):
    """What an activity was read from, the one that tells most first."""

    FIT = "fit"
    TCX = "tcx"
    GPX = "gpx"
    APPLE_HEALTH = "apple-health"
    GARMIN_SUMMARY = "garmin-summary"
    STRAVA_TABLE = "strava-table"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """The record: one value of each column a moment, NaN where nothing was recorded.

    Attributes:
        time_s: Seconds since the activity began, ascending (n,) [s].
        distance_m: Distance since it began, never falling (n,) [m].
        speed: Speed as recorded (n,) [m/s].
        altitude_m: Altitude (n,) [m].
        heart_rate: Heart rate (n,) [beats/min].
        cadence: Steps of both feet (n,) [steps/min].
        ground_contact_ms: Time of a foot on the ground (n,) [ms].
        vertical_oscillation_mm: Rise and fall of the trunk (n,) [mm].
        temperature_c: Temperature at the device (n,) [°C].
    """

    time_s: Column
    distance_m: Column
    speed: Column
    altitude_m: Column
    heart_rate: Column
    cadence: Column
    ground_contact_ms: Column
    vertical_oscillation_mm: Column
    temperature_c: Column

    def __len__(self) -> int:
        """Return the number of moments."""
        return len(self.time_s)

    @property
    def columns(self) -> dict[str, Column]:
        """The columns by name."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def between(self, first_s: float, last_s: float) -> Track:
        """Return the part from `first_s` to `last_s`, both included, counted from its own first moment."""
        inside = (self.time_s >= first_s) & (self.time_s <= last_s)
        part = {name: column[inside] for name, column in self.columns.items()}
        for name in ("time_s", "distance_m"):
            known = part[name][np.isfinite(part[name])]
            part[name] = part[name] - known[0] if len(known) else part[name]
        return Track(**part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """A lap.

    Attributes:
        starts_after_s: Begin, since the activity began [s].
        duration_s: Time without pauses [s].
        distance_m: Distance [m]; None where not told.
        heart_rate: Mean heart rate [beats/min]; None where not told.
    """

    starts_after_s: float
    duration_s: float
    distance_m: float | None = None
    heart_rate: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSet:
    """A set of strength work as a watch took it down; which exercise it was is the watch's guess.

    Attributes:
        starts_after_s: Begin, since the activity began [s].
        duration_s: Time [s].
        guesses: Names of the exercises it may have been, the watch's first guess first; empty for unknown.
        reps: Repetitions; None where not counted.
        load_kg: Load [kg]; None where the watch says nothing or zero, which means unknown or bodyweight.
    """

    starts_after_s: float
    duration_s: float
    guesses: tuple[str, ...] = ()
    reps: int | None = None
    load_kg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an activity was read.

    Attributes:
        format: What kind of file or table.
        name: Name of the file, with that of the archive it lies in.
        digest: First half of the SHA-256 of its bytes, in hexadecimal; of the row where it is a table.
        maker: Who made the device or program, as far as told.
    """

    format: ActivityFormat
    name: str
    digest: str = ""
    maker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Activity:
    """An activity.

    Attributes:
        sport: What was done.
        starts_at: When it began, in UTC.
        source: Where it was read.
        utc_offset: What the runner's clock was ahead of UTC; None where not told.
        sport_words: The source's own words for the sport.
        title: Its name.
        indoor: Whether it was on a treadmill or otherwise indoors, as far as told.
        distance_m: Distance [m].
        duration_s: Time without the pauses of the watch [s].
        moving_s: Time in which the runner really moved [s].
        elapsed_s: Time from start to end [s].
        ascent_m: Climb [m].
        descent_m: Drop [m].
        flat_distance_m: Distance on the level that would have cost as much [m].
        heart_rate: Mean heart rate [beats/min].
        heart_rate_max: Highest heart rate [beats/min].
        cadence: Mean steps of both feet [steps/min].
        ground_contact_ms: Mean time of a foot on the ground [ms].
        vertical_oscillation_mm: Mean rise and fall of the trunk [mm].
        temperature_c: Mean temperature at the device [°C].
        track: The record; None where there is none or it was dropped.
        shape: How the effort was spread; None where the record does not tell.
        steady: The part of a run that compares with other runs, or what it lacks; None where it was not run.
        laps: Laps in order.
        sets: Sets of a strength session in order, rest left out.
        partial: Whether the file was damaged and only a part could be read.
    """

    sport: Sport
    starts_at: datetime
    source: Source
    utc_offset: timedelta | None = None
    sport_words: str = ""
    title: str = ""
    indoor: bool = False
    distance_m: float | None = None
    duration_s: float | None = None
    moving_s: float | None = None
    elapsed_s: float | None = None
    ascent_m: float | None = None
    descent_m: float | None = None
    flat_distance_m: float | None = None
    heart_rate: float | None = None
    heart_rate_max: float | None = None
    cadence: float | None = None
    ground_contact_ms: float | None = None
    vertical_oscillation_mm: float | None = None
    temperature_c: float | None = None
    track: Track | None = None
    shape: RunShape | None = None
    steady: SteadyPart | None = None
    laps: tuple[Lap, ...] = ()
    sets: tuple[WatchSet, ...] = ()
    partial: bool = False
