"""Records made up from speed and altitude."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.activity import Track

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column

Along = Callable[["Column"], "Column"]


def track(
    speed: Column | float,
    *,
    seconds: int = 3600,
    every: float = 1.0,
    altitude: Along | None = None,
    heart_rate: Column | float = np.nan,
    jitter: float = 0.0,
    seed: int = 3,
) -> Track:
    """A record of so many seconds; `speed` for each moment, `altitude` of the distance run."""
    at = np.arange(0, seconds + every / 2, every)
    none = np.full(len(at), np.nan)
    noise = np.random.default_rng(seed).normal(0, jitter, len(at)) if jitter else 0.0
    speeds = np.maximum(np.broadcast_to(speed, at.shape) + noise, 0.0)
    distance = np.concatenate(([0.0], np.cumsum(speeds[1:] * every)))
    return Track(
        time_s=at,
        distance_m=distance,
        speed=speeds.copy(),
        altitude_m=none if altitude is None else altitude(distance),
        heart_rate=np.broadcast_to(heart_rate, at.shape).astype(float).copy(),
        cadence=none,
        ground_contact_ms=none,
        vertical_oscillation_mm=none,
        temperature_c=none,
    )


def blocks(*pieces: tuple[float, int]) -> Column:
    """Speeds for a record: each speed for so many seconds, and one moment more."""
    speeds = np.concatenate([np.full(seconds, speed) for speed, seconds in pieces])
    return np.append(speeds, speeds[-1])
