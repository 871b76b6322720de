"""Constants of the evidence in the units of the placement problem."""

from __future__ import annotations

from functools import cache
from typing import cast

from runlift.domain.evidence import constant, number
from runlift.domain.placement.instance import MINUTES_PER_HOUR
from runlift.domain.quantity import MINUTES_PER_DAY

_MINUTES_PER = {"min": 1, "h": MINUTES_PER_HOUR, "days": MINUTES_PER_DAY}


@cache
def minutes_of(key: str) -> int:
    """Return a constant that is a length of time [min].

    Raises:
        KeyError: No constant has this key, or it is no length of time.
    """
    return round(number(key) * _MINUTES_PER[constant(key).unit])


@cache
def points_of(key: str) -> int:
    """Return a constant that is a cost [milli-points].

    Raises:
        KeyError: No constant has this key.
    """
    return round(number(key))


@cache
def points_by_level(key: str) -> tuple[int, ...]:
    """Return a constant that is a row of whole numbers, one for each level.

    Raises:
        KeyError: No constant has this key.
    """
    return tuple(cast("list[int]", constant(key).value))
