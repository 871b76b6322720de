"""Moving time: the time in which the runner really went forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column, Track


def moving_seconds(track: Track) -> float | None:
    """Return the time between moments in which the distance grew at a walk at least [s].

    None where the record has no distance. A stretch without a record that is longer than the longest
    recording gap counts as a pause, however far it goes.

    Source: AC01, AC02.
    """
    if np.count_nonzero(np.isfinite(track.distance_m)) < len(("first", "last")):
        return None
    return float(np.sum(moving_steps(track)))


def moving_steps(track: Track) -> Column:
    """Return for each moment but the first how long the runner moved since the moment before (n - 1,) [s]."""
    lasting = np.diff(track.time_s)
    gone = np.diff(_filled(track.distance_m, track.time_s))
    with np.errstate(divide="ignore", invalid="ignore"):
        is_moving = (gone / lasting >= number("moving_speed_least")) & (
            lasting <= number("longest_recording_gap")
        )
    return np.where(is_moving, lasting, 0.0)


def _filled(values: Column, at: Column) -> Column:
    """Return values with those that are missing taken from the line between their neighbours."""
    known = np.isfinite(values)
    return np.interp(at, at[known], values[known]) if known.any() else np.zeros_like(values)
