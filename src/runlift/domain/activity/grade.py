"""Grade-adjusted distance: how far on the level would have cost as much."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from runlift.domain.activity.climb import smooth_altitude
from runlift.domain.evidence import constant, number

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column, Track


def running_cost(grade: Column) -> Column:
    """Return what running costs on a slope.

    Args:
        grade: Rise over run (n,) [m/m]; beyond the slopes that were measured the nearest of them counts.

    Returns:
        Energy per mass and distance (n,) [J/kg/m].

    References:
        Minetti AE, Moia C, Roi GS, Susta D, Ferretti G (2002). Energy cost of walking and running at extreme
        uphill and downhill slopes. J Appl Physiol 93:1039-1046.

    Source: W01.
    """
    steepest = number("steepest_grade")
    coefficients = cast("list[float]", constant("running_cost_by_grade").value)
    cost = np.polyval(coefficients, np.clip(grade, -steepest, steepest))
    return np.asarray(cost, dtype=np.float64)


def flat_distance(track: Track) -> Column | None:
    """Return the grade-adjusted distance since the start at each moment (n,) [m].

    None where the record has no distance. Without altitude the ground counts as level.

    Source: W01, AC05.
    """
    if np.count_nonzero(np.isfinite(track.distance_m)) < len(("first", "last")):
        return None
    distance = distance_at(track, track.time_s)
    altitude = smooth_altitude(track)
    if altitude is None or distance[-1] <= distance[0]:
        return np.asarray(distance - distance[0], dtype=np.float64)
    posts = np.arange(distance[0], distance[-1], number("grade_over"))
    posts = np.append(posts, distance[-1])
    cost = running_cost(_grades(posts, distance, altitude)) / running_cost(np.zeros(1))
    flat = np.concatenate(([0.0], np.cumsum(np.diff(posts) * cost)))
    return np.interp(distance, posts, flat)


def distance_at(track: Track, at: Column) -> Column:
    """Return the distance since the start at some times (n,) [m]; the record must hold some."""
    known = np.isfinite(track.distance_m)
    return np.interp(at, track.time_s[known], track.distance_m[known])


def grade_between(track: Track, at: Column) -> Column:
    """Return the grade between neighbouring times (n - 1,) [m/m]; level where it is not known."""
    altitude = smooth_altitude(track)
    if altitude is None:
        return np.zeros(len(at) - 1)
    rise = np.diff(np.interp(at, track.time_s, altitude))
    run = np.diff(distance_at(track, at))
    return np.divide(rise, run, out=np.zeros_like(rise), where=run > 0)


def _grades(posts: Column, distance: Column, altitude: Column) -> Column:
    """Return the grade between neighbouring posts; a last stretch that is too short keeps that before it."""
    rise, run = np.diff(np.interp(posts, distance, altitude)), np.diff(posts)
    grades = rise / run
    if len(grades) > 1 and run[-1] < number("grade_over") / 2:
        grades[-1] = grades[-2]
    return grades
