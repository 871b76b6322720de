"""From running economy to race time, and from one distance to another."""

from __future__ import annotations

from runlift.domain.evidence import number, pair

_MINUTE_S = 60
_PERCENT = 100


def speed_factor(speed: float) -> float:
    """Return which share of a saving in economy turns into speed at a running speed [m/s].

    Source: VS01, RM13.

    References:
        Kipp, Kram & Hoogkamer 2019, Front Physiol 10:79.
    """
    low, high = pair("speed_factor_range")
    line = 1 - number("speed_factor_fall") * (speed - number("speed_factor_one_at"))
    return min(max(line, low), high)


def time_change(economy_change: float, speed: float) -> float:
    """Return the change of race time [%] that a change of economy [%] brings at a speed [m/s].

    Source: RM12.
    """
    return speed_factor(speed) * number("economy_to_time") * economy_change


def economy_of_time(change: float, speed: float) -> float:
    """Return the change of economy [%] that a change of race time [%] would come from at a speed [m/s].

    Source: RM12.
    """
    return change / (speed_factor(speed) * number("economy_to_time"))


def changed_time(time_s: float, distance_m: float, economy_change: float) -> float:
    """Return the time [s] over a distance [m] after a change of economy [%]."""
    return time_s * (1 + time_change(economy_change, distance_m / time_s) / _PERCENT)


def time_over(distance_m: float, known_distance_m: float, known_time_s: float) -> float:
    """Return the present time [s] over a distance [m] from a time over another.

    Source: VS04.
    """
    return known_time_s * float((distance_m / known_distance_m) ** number("time_distance_exponent"))


def is_within_reach(time_s: float) -> bool:
    """Tell whether a time [s] lies where times of distances have been found to follow each other.

    Source: VS04.
    """
    low, high = pair("time_distance_minutes")
    return low * _MINUTE_S <= time_s <= high * _MINUTE_S
