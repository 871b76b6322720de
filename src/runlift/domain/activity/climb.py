"""Ascent and descent of a record, with a stated smoothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """How far a run went up and down [m]."""

    ascent_m: float
    descent_m: float


def climb_of(track: Track) -> Climb | None:
    """Return ascent and descent; None where the record has no altitude.

    The altitude is averaged over half a minute; after that a rise or fall counts once it is higher than the
    noise that is left.

    Source: AC03, AC04.
    """
    smooth = smooth_altitude(track)
    if smooth is None:
        return None
    turns = np.diff(_turning_points(smooth, number("climb_counts_from")))
    return Climb(ascent_m=float(turns[turns > 0].sum()), descent_m=float(0.0 - turns[turns < 0].sum()))


def smooth_altitude(track: Track) -> Column | None:
    """Return the altitude averaged over half a minute around each moment (n,) [m].

    None where the record has no altitude. What lies between the ends of a pause is no climb of the run.

    Source: AC02, AC03.
    """
    known = np.isfinite(track.altitude_m)
    if np.count_nonzero(known) < len(("first", "last")):
        return None
    altitude = np.interp(track.time_s, track.time_s[known], track.altitude_m[known])
    smooth = mean_around(altitude, track.time_s, number("altitude_smoothing") / 2)
    return _without_pauses(smooth, track.time_s)


def _without_pauses(altitude: Column, time_s: Column) -> Column:
    """Return the altitude as if each pause had ended as high as it began."""
    is_pause = np.diff(time_s) > number("longest_recording_gap")
    if not is_pause.any():
        return altitude
    rises = np.where(is_pause, 0.0, np.diff(altitude))
    return np.cumsum(np.concatenate((altitude[:1], rises)))


def mean_around(values: Column, at: Column, reach: float) -> Column:
    """Return for each value the mean of those at most `reach` away from it, `at` ascending."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    first = np.searchsorted(at, at - reach, side="left")
    after = np.searchsorted(at, at + reach, side="right")
    return np.asarray((sums[after] - sums[first]) / (after - first), dtype=np.float64)


def _turning_points(values: Column, least: float) -> Column:
    """Return the heights at which the ground turns, when rises and falls below `least` do not count."""
    turns: list[float] = []
    direction = 0
    low = high = float(values[0])
    for value in values.tolist():
        low, high = min(low, value), max(high, value)
        if direction <= 0 and value - low >= least:
            turns.append(low)
            direction, high = 1, value
        elif direction >= 0 and high - value >= least:
            turns.append(high)
            direction, low = -1, value
    return np.array([*turns, high if direction > 0 else low] if turns else [])
