"""Figures of an activity, taken from its record where the source does not tell them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.activity import Sport
from runlift.domain.activity.climb import climb_of
from runlift.domain.activity.grade import flat_distance
from runlift.domain.activity.moving import moving_seconds, moving_steps
from runlift.domain.activity.shape import shape_of
from runlift.domain.activity.steady import steady_part

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Activity, Column, Track

MOMENTS_AT_LEAST = 2


def summarised(activity: Activity) -> Activity:
    """Return an activity with every figure filled in that its record tells and its source does not."""
    track = activity.track
    if track is None or len(track) < MOMENTS_AT_LEAST:
        return activity
    told = {
        "distance_m": activity.distance_m or _last(track.distance_m),
        "elapsed_s": activity.elapsed_s or float(track.time_s[-1]),
        "moving_s": activity.moving_s or moving_seconds(track),
        "heart_rate": activity.heart_rate or mean_moving(track, track.heart_rate),
        "heart_rate_max": activity.heart_rate_max or _highest(track.heart_rate),
        "cadence": activity.cadence or mean_moving(track, track.cadence),
        "ground_contact_ms": activity.ground_contact_ms or mean_moving(track, track.ground_contact_ms),
        "vertical_oscillation_mm": activity.vertical_oscillation_mm
        or mean_moving(track, track.vertical_oscillation_mm),
        "temperature_c": mean_moving(track, track.temperature_c)
        if activity.temperature_c is None
        else activity.temperature_c,
    }
    told["duration_s"] = activity.duration_s or told["moving_s"] or told["elapsed_s"]
    return _with_ground(replace(activity, **told), track)  # type: ignore[arg-type]  # every value is a float or None


def is_something(activity: Activity) -> bool:
    """Tell whether anything is known of an activity beside its begin."""
    told = (activity.distance_m, activity.duration_s, activity.elapsed_s)
    return any(told) or bool(activity.sets)


def mean_moving(track: Track, column: Column) -> float | None:
    """Return the mean of a column over the time in which the runner moved, over all where that is unknown."""
    known = np.isfinite(column)
    if not known.any():
        return None
    weights = np.concatenate(([0.0], moving_steps(track))) * known
    if weights.sum() <= 0:
        weights = known.astype(float)
    return float(np.sum(np.where(known, column, 0.0) * weights) / weights.sum())


def _with_ground(activity: Activity, track: Track) -> Activity:
    """Return an activity with climb, grade-adjusted distance, shape and steady part, where it was run."""
    if activity.sport not in {Sport.RUN, Sport.UNKNOWN}:
        return activity
    climb = climb_of(track)
    flat = flat_distance(track)
    flat_m = None if flat is None else _scaled(float(flat[-1]), track, activity.distance_m)
    return replace(
        activity,
        ascent_m=activity.ascent_m if climb is None or activity.ascent_m is not None else climb.ascent_m,
        descent_m=activity.descent_m if climb is None or activity.descent_m is not None else climb.descent_m,
        flat_distance_m=activity.flat_distance_m or flat_m,
        shape=activity.shape or shape_of(track),
        steady=activity.steady or steady_part(track),
    )


def _scaled(flat_m: float, track: Track, distance_m: float | None) -> float:
    """Return the grade-adjusted distance for the distance that the source tells of the whole."""
    recorded = _last(track.distance_m)
    return flat_m * distance_m / recorded if distance_m and recorded else flat_m


def _last(column: Column) -> float | None:
    known = column[np.isfinite(column)]
    return float(known[-1]) if len(known) else None


def _highest(column: Column) -> float | None:
    known = column[np.isfinite(column)]
    return float(known.max()) if len(known) else None
