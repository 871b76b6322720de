"""The shape of a run: whether the effort was even, or went up and down in bouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.grade import distance_at, flat_distance, grade_between
from runlift.domain.activity.stretch import stretches, without_short
from runlift.domain.evidence import number

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column, Track

_SAMPLES_AT_LEAST = 12
_NEIGHBOURS = 3
_STANDING = 0.1  # metres a second; keeps a ratio finite


@dataclass(frozen=True, slots=True, kw_only=True)
class RunShape:
    """How the effort of a run was spread, in grade-adjusted speed.

    Attributes:
        bouts: Stretches clearly faster than the rest of the run.
        bout_s: Length of the middle one of them by length [s]; 0 without any.
        longest_s: Length of the longest [s].
        fast_share: Share of the moving time that lies in them, 0 to 1.
        fast_speed: Speed in them [m/s]; the speed of the whole run without any.
        slow_speed: Speed outside of them [m/s]; the speed of the whole run without any.
        grade: Mean grade in them [m/m].
        ground_ratio: Speed over ground in them beside that outside of them; 1 without any.
    """

    bouts: int
    bout_s: float
    longest_s: float
    fast_share: float
    fast_speed: float
    slow_speed: float
    grade: float
    ground_ratio: float = 1.0


def shape_of(track: Track) -> RunShape | None:
    """Return the shape of a run; None where the record is too short or has no distance.

    The grade-adjusted speed of every few seconds falls into a slow and a fast class, which are parted where
    that explains most of its variance. Where the two are hardly apart the run was even.

    Source: AC06, AC07.
    """
    flat = flat_distance(track)
    step = number("shape_step")
    if flat is None or track.time_s[-1] < step * _SAMPLES_AT_LEAST:
        return None
    at = np.arange(0.0, track.time_s[-1] + step / 2, step)
    speed = _middle_of_three(np.diff(np.interp(at, track.time_s, flat)) / step)
    moving = speed >= number("moving_speed_least")
    if np.count_nonzero(moving) < _SAMPLES_AT_LEAST:
        return None
    fast = _fast(speed, moving)
    ground = np.diff(distance_at(track, at)) / step
    return _shape(speed, ground, moving, fast, grade_between(track, at))


def _fast(speed: Column, moving: np.ndarray) -> np.ndarray:
    """Return which samples lie in a bout."""
    none = np.zeros_like(moving)
    parting, explained = _parting_speed(speed[moving])
    if explained < number("bout_variance_explained"):
        return none
    least = max(1, round(number("bout_least") / number("shape_step")))
    fast = without_short(moving & (speed > parting), least)
    fast = moving & ~without_short(~fast, least)
    slow = moving & ~fast
    if not fast.any() or not slow.any():
        return none
    return fast if speed[fast].mean() >= number("bout_speed_ratio") * speed[slow].mean() else none


def _parting_speed(speeds: Column) -> tuple[float, float]:
    """Return the speed that parts a slow and a fast class best, and the share of variance that explains."""
    ordered = np.sort(speeds)
    spread = float(np.var(ordered))
    if spread <= 0:
        return float(ordered[-1]), 0.0
    count = np.arange(1, len(ordered))
    sums = np.cumsum(ordered)
    below = sums[:-1] / count
    above = (sums[-1] - sums[:-1]) / (len(ordered) - count)
    between = count * (len(ordered) - count) * (above - below) ** 2
    at = int(np.argmax(between))
    return float((ordered[at] + ordered[at + 1]) / 2), float(between[at] / len(ordered) ** 2 / spread)


def _shape(speed: Column, ground: Column, moving: np.ndarray, fast: np.ndarray, grade: Column) -> RunShape:
    lengths = [(after - first) * number("shape_step") for first, after in stretches(fast)]
    slow = moving & ~fast
    has_both = bool(lengths) and bool(slow.any())
    whole = float(speed[moving].mean())
    return RunShape(
        bouts=len(lengths),
        bout_s=float(np.median(lengths)) if lengths else 0.0,
        longest_s=max(lengths, default=0.0),
        fast_share=float(np.count_nonzero(fast) / np.count_nonzero(moving)),
        fast_speed=float(speed[fast].mean()) if lengths else whole,
        slow_speed=float(speed[slow].mean()) if has_both else whole,
        grade=float(grade[fast].mean()) if lengths else 0.0,
        ground_ratio=float(ground[fast].mean() / max(ground[slow].mean(), _STANDING)) if has_both else 1.0,
    )


def _middle_of_three(values: Column) -> Column:
    """Return each value's median with its neighbours, so that single slips do not count."""
    padded = np.pad(values, 1, mode="edge")
    return np.median(np.lib.stride_tricks.sliding_window_view(padded, _NEIGHBOURS), axis=1)
