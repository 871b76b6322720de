"""The steady part of a run: the same stretch of every run, so that runs of weeks apart can be compared.

The first minutes are left out, since heart rate has still to rise, and so is all after a fixed time, since it
drifts upward in a long run. What is kept is run at an even, grade-adjusted speed on ground that is not steep,
with a heart rate that a sensor can have measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.climb import mean_around
from runlift.domain.activity.grade import distance_at, flat_distance, grade_between
from runlift.domain.activity.stretch import without_begin, without_short
from runlift.domain.evidence import number

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column, Track
    from runlift.domain.activity.stretch import Marks

_PERCENT = 100


class Lack(StrEnum):
    """Why a run has no steady part to be compared."""

    NO_RECORD = "no_record"
    NO_HEART_RATE = "no_heart_rate"
    HEART_RATE_GAPS = "heart_rate_gaps"
    HEART_RATE_FLAT = "heart_rate_flat"
    HEART_RATE_JUMPS = "heart_rate_jumps"
    HEART_RATE_LIKE_CADENCE = "heart_rate_like_cadence"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True, kw_only=True)
class SteadyPart:
    """Figures of the steady part of a run; None where nothing tells them, or there is no such part.

    Attributes:
        lack: Why there is no such part; None where there is one.
        seconds: How long it is [s].
        speed: Mean grade-adjusted speed [m/s].
        heart_rate: Mean heart rate [beats/min].
        drift: How much less far a heartbeat went in its second half than in its first [%].
        temperature_c: Mean temperature at the device [°C].
        cadence: Mean steps of both feet [steps/min].
        ground_contact_ms: Mean time of a foot on the ground [ms].
        vertical_oscillation_mm: Mean rise and fall of the trunk [mm].
        level_assumed: Whether the ground counts as level because the record has no altitude.
    """

    lack: Lack | None = None
    seconds: float | None = None
    speed: float | None = None
    heart_rate: float | None = None
    drift: float | None = None
    temperature_c: float | None = None
    cadence: float | None = None
    ground_contact_ms: float | None = None
    vertical_oscillation_mm: float | None = None
    level_assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Samples:
    """A record at even times, one value for each step; NaN where nothing is known."""

    track: Track
    middle_s: Column
    flat_speed: Column
    ground_speed: Column
    grade: Column
    heart_rate: Column

    def values(self, column: Column) -> Column:
        """Return a column of the record at these times."""
        return _at(self.middle_s, self.track.time_s, column)


def steady_part(track: Track) -> SteadyPart:
    """Return the steady part of a run, or what it lacks.

    Source: AC23, AC24, AC25, W05, W06.
    """
    flat = flat_distance(track)
    if flat is None or track.time_s[-1] < number("steady_least"):
        return SteadyPart(lack=Lack.NO_RECORD if flat is None else Lack.TOO_SHORT)
    if not np.isfinite(track.heart_rate).any():
        return SteadyPart(lack=Lack.NO_HEART_RATE)
    samples = _samples(track, flat)
    even = _even(samples, _in_window(samples))
    if _lasting(even) < number("steady_least"):
        return SteadyPart(lack=Lack.TOO_SHORT)
    lack = _doubt(samples, even)
    if lack is not None:
        return SteadyPart(lack=lack)
    return _figures(samples, even & np.isfinite(samples.heart_rate))


def _samples(track: Track, flat: Column) -> _Samples:
    step = number("shape_step")
    at = np.arange(0.0, track.time_s[-1] + step / 2, step)
    middle = (at[1:] + at[:-1]) / 2
    reach = number("steady_smoothing") / 2
    return _Samples(
        track=track,
        middle_s=middle,
        flat_speed=mean_around(np.diff(np.interp(at, track.time_s, flat)) / step, middle, reach),
        ground_speed=mean_around(np.diff(distance_at(track, at)) / step, middle, reach),
        grade=mean_around(grade_between(track, at), middle, reach),
        heart_rate=_at(middle, track.time_s, track.heart_rate),
    )


def _at(times: Column, known_at: Column, column: Column) -> Column:
    """Return a column at some times (n,), NaN where the record is silent for too long around them.

    Source: AC25.
    """
    known = np.isfinite(column)
    if not known.any():
        return np.full(len(times), np.nan)
    moments = known_at[known]
    place = np.searchsorted(moments, times)
    before, after = (moments[np.clip(place + each, 0, len(moments) - 1)] for each in (-1, 0))
    away = np.minimum(np.abs(times - before), np.abs(after - times))
    values = np.interp(times, moments, column[known])
    return np.where(away <= number("steady_silence_most"), values, np.nan)


def _in_window(samples: _Samples) -> Marks:
    """Return which samples lie after the warm-up and before the end of the window, by time spent running.

    Source: AC23.
    """
    running = samples.ground_speed >= number("walk_to_speed")
    spent = np.cumsum(running) * number("shape_step")
    begin = number("steady_after")
    inside = (spent > begin) & (spent <= begin + number("steady_window"))
    return np.asarray(running & inside)


def _even(samples: _Samples, running: Marks) -> Marks:
    """Return which samples are run evenly on ground that is not steep, once the heart has followed.

    What lasts less than a bout breaks no stretch.

    Source: AC06, AC24.
    """
    if not running.any():
        return running
    usual = float(np.median(samples.flat_speed[running]))
    within = np.abs(samples.flat_speed - usual) <= number("steady_speed_within") / _PERCENT * usual
    level = np.abs(samples.grade) <= number("steady_grade_most")
    kept = running & within & level
    brief, least, settle = map(_samples_in, ("bout_least", "steady_stretch_least", "steady_settling"))
    unbroken = running & ~without_short(~kept, brief)
    return without_begin(without_short(unbroken, least), settle)


def _doubt(samples: _Samples, even: Marks) -> Lack | None:
    """Return what speaks against the heart rate of the steady part; None where nothing does.

    Source: AC25.
    """
    heart = samples.heart_rate[even]
    known = np.isfinite(heart)
    if known.mean() * _PERCENT < number("steady_heart_rate_known"):
        return Lack.HEART_RATE_GAPS
    beside = even[1:] & even[:-1]
    changes = np.abs(np.diff(samples.heart_rate))
    if without_short(beside & (changes == 0), _samples_in("heart_rate_flat_from")).any():
        return Lack.HEART_RATE_FLAT
    if np.any(beside & (changes >= number("heart_rate_jump_from"))):
        return Lack.HEART_RATE_JUMPS
    apart = np.abs(heart - samples.values(samples.track.cadence)[even])
    alike = np.count_nonzero(apart <= number("heart_rate_like_cadence_within"))
    if alike / len(heart) * _PERCENT >= number("heart_rate_like_cadence_share"):
        return Lack.HEART_RATE_LIKE_CADENCE
    return None


def _figures(samples: _Samples, even: Marks) -> SteadyPart:
    track = samples.track

    def mean(column: Column) -> float | None:
        values = samples.values(column)[even]
        known = values[np.isfinite(values)]
        return float(known.mean()) if len(known) else None

    return SteadyPart(
        seconds=_lasting(even),
        speed=float(samples.flat_speed[even].mean()),
        heart_rate=float(samples.heart_rate[even].mean()),
        drift=_drift(samples.flat_speed[even], samples.heart_rate[even]),
        temperature_c=mean(track.temperature_c),
        cadence=mean(track.cadence),
        ground_contact_ms=mean(track.ground_contact_ms),
        vertical_oscillation_mm=mean(track.vertical_oscillation_mm),
        level_assumed=not np.isfinite(track.altitude_m).any(),
    )


def _drift(speed: Column, heart_rate: Column) -> float:
    """Return how much less far a heartbeat went in the second half of some samples than in the first [%]."""
    half = len(speed) // 2
    parts = slice(half), slice(half, None)
    first, second = (speed[part].mean() / heart_rate[part].mean() for part in parts)
    return float((1 - second / first) * _PERCENT)


def _lasting(marks: Marks) -> float:
    return float(np.count_nonzero(marks) * number("shape_step"))


def _samples_in(key: str) -> int:
    """Return how many samples a time of the evidence takes."""
    return round(number(key) / number("shape_step"))
