"""What the runner measured, and how it changes what is expected (normal prior, normal noise)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.response.race_time import economy_of_time

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_PERCENT = 100
_TESTS_OF_A_CHANGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A change that the runner measured since the season began.

    Attributes:
        day: Day of the later test.
        change: Change of the oxygen cost of running, negative better [%].
        sd: Noise of that change [percentage points].
    """

    day: date
    change: float
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """How a runner differs from the mean runner of the trials, as far as known [percentage points]."""

    mean: float
    sd: float


def measured_economy(day: date, change: float) -> Measured:
    """Return a change between two tests of running economy [%].

    Source: VS03.
    """
    return Measured(day=day, change=change, sd=sqrt(_TESTS_OF_A_CHANGE) * number("economy_test_error"))


def measured_race(day: date, distance_m: float, before_s: float, after_s: float) -> Measured:
    """Return what two races over a distance [m] in these times [s] say of economy.

    Source: RM12, RM20.
    """
    change = _PERCENT * (after_s / before_s - 1)
    speed = distance_m / before_s
    return Measured(
        day=day, change=economy_of_time(change, speed), sd=economy_of_time(number("race_sd"), speed)
    )


def prior() -> Deviation:
    """Return how runners differ before anything is measured.

    Source: RM01, RM02.
    """
    sd = sqrt(number("economy_sd_between_trials") ** 2 + number("economy_sd_between_persons") ** 2)
    return Deviation(mean=0.0, sd=sd)


def updated(before: Deviation, seen: Iterable[tuple[float, float]]) -> Deviation:
    """Return what is known of a runner after measurements: how far each was from the mean, and its noise.

    Each is weighed by the inverse of its variance, as is what was known before.
    """
    information, weighed = 1 / before.sd**2, before.mean / before.sd**2
    for off, sd in seen:
        information += 1 / sd**2
        weighed += off / sd**2
    return Deviation(mean=weighed / information, sd=1 / sqrt(information))
