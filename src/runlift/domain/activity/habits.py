"""What is usual for a runner, against which a single run is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRange:
    """What the runner's heart does [beats/min].

    Attributes:
        rest: At rest.
        highest: At most.
    """

    rest: float
    highest: float

    def reserve_share(self, heart_rate: float) -> float:
        """Return the share of the heart-rate reserve, 0 at rest and 1 at most."""
        return (heart_rate - self.rest) / (self.highest - self.rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What is usual for the runner; None where it is not known.

    Attributes:
        easy_speed: Grade-adjusted speed of an easy run [m/s].
        distance_m: Distance of the middle run by distance [m].
        heart: What the heart does.
    """

    easy_speed: float | None = None
    distance_m: float | None = None
    heart: HeartRange | None = None


def heart_range(
    *, age: int | None, seen: Iterable[float] = (), rest: float | None = None
) -> HeartRange | None:
    """Return what the runner's heart does, as far as it can be told.

    The highest heart rate is estimated from age, unless a higher one was seen in several runs.

    Args:
        age: Age [years]; None when not told.
        seen: Highest heart rate of each run [beats/min].
        rest: Heart rate at rest [beats/min]; assumed when not told.

    Source: W02, AC08, AC09.
    """
    times = int(number("heart_rate_seen_times"))
    ordered = sorted(seen, reverse=True)
    surely_seen = ordered[times - 1] if len(ordered) >= times else None
    estimated = None
    if age is not None:
        estimated = number("highest_heart_rate_at_birth") - number("highest_heart_rate_per_year") * age
    known = [value for value in (surely_seen, estimated) if value is not None]
    at_rest = number("heart_rate_at_rest_assumed") if rest is None else rest
    if not known or max(known) <= at_rest:
        return None
    return HeartRange(rest=at_rest, highest=max(known))
