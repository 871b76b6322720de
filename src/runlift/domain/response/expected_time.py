"""What a change of economy can be expected to do to a race time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of
from runlift.domain.quantity import Reason
from runlift.domain.response.race_time import changed_time, is_within_reach, time_change, time_over

if TYPE_CHECKING:
    from runlift.domain.response.expected import ExpectedChange


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTime:
    """A time the runner can run now."""

    distance_m: float
    time_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTime:
    """The time over a distance to expect.

    Attributes:
        distance_m: The distance [m].
        now_s: Time as the season begins, told or reckoned from another distance [s].
        is_reckoned: Whether it is reckoned from another distance.
        is_within_reach: Whether the time lies where reckoning from another distance was found to hold.
        time_s: Time to expect [s].
        fastest_s: Better end of the interval [s].
        slowest_s: Other end of the interval, never below the time now [s].
        reason: How time follows economy.
    """

    distance_m: float
    now_s: float
    is_reckoned: bool
    is_within_reach: bool
    time_s: float
    fastest_s: float
    slowest_s: float
    reason: Reason


def expected_time(distance_m: float, known: KnownTime, expected: ExpectedChange) -> ExpectedTime:
    """Return the time over a distance [m] to expect from strength work alone, everything else as it is."""
    now = time_over(distance_m, known.distance_m, known.time_s)
    return ExpectedTime(
        distance_m=distance_m,
        now_s=now,
        is_reckoned=distance_m != known.distance_m,
        is_within_reach=is_within_reach(now) and is_within_reach(known.time_s),
        time_s=changed_time(now, distance_m, expected.change),
        fastest_s=changed_time(now, distance_m, expected.low),
        slowest_s=changed_time(now, distance_m, expected.high),
        reason=_follows(distance_m / now),
    )


def _follows(speed: float) -> Reason:
    share = time_change(1.0, speed)
    evidence = evidence_of("economy_to_time", "speed_factor_one_at", "speed_factor_fall")
    return Reason.of("time_follows_economy", evidence, percent=round(share, 2))
