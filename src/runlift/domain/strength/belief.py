"""What is believed about one lift: quantities that are unsure together, and how a set changes them.

Three parts are learned from set to set. Two are not, since logs cannot tell them from growth: they only keep
the interval as wide as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import erfc, exp, pi, sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]


class Part(IntEnum):
    """The quantities of a belief, by their place."""

    LEVEL = 0  # log of the measure: whole load of the maximum [log kg], repetitions or seconds possible
    GROWTH = 1  # change of the level a day
    FORM = 2  # what lasts some weeks beside the level: practice with a block's repetitions, tiredness
    ENDURANCE = 3  # log factor on Epley's repetitions: above 0 means fewer at the same share; not learned
    RESERVE = 4  # repetitions left in reserve where it is not told; learned only where it is told


_LEARNED = np.array([part in {Part.LEVEL, Part.GROWTH, Part.FORM} for part in Part], dtype=np.float64)
_SETTLED = 6.0  # standard deviations above a bound beyond which the bound says nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Belief:
    """A normal distribution of the parts.

    Attributes:
        mean: Means (5,).
        spread: Covariances (5, 5).
    """

    mean: Vector
    spread: Vector

    @property
    def level(self) -> float:
        """Mean of the level."""
        return float(self.mean[Part.LEVEL])

    @property
    def now(self) -> float:
        """Mean of the level with the form of these weeks."""
        return float(self.mean[Part.LEVEL] + self.mean[Part.FORM])

    @property
    def level_sd(self) -> float:
        """Standard deviation of the level."""
        return sqrt(float(self.spread[Part.LEVEL, Part.LEVEL]))

    def variance_along(self, slope: Vector) -> float:
        """Return the variance of a combination of the parts."""
        return float(slope @ self.spread @ slope)


def slope_of(*, endurance: float = 0.0, reserve: float = 0.0) -> Vector:
    """Return how what is expected of a set, less what it shows, changes with each part (5,)."""
    slope = np.zeros(len(Part))
    slope[Part.LEVEL] = slope[Part.FORM] = 1.0
    slope[Part.ENDURANCE] = endurance
    slope[Part.RESERVE] = reserve
    return slope


def learned(belief: Belief, *, slope: Vector, surprise: float, noise: float, most: float) -> Belief:
    """Return the belief after a value that depends on the parts by `slope` came out otherwise by `surprise`.

    Args:
        belief: What was believed.
        slope: How the value changes with each part (5,).
        surprise: Value seen minus value expected.
        noise: Variance of the value around what the parts say.
        most: The furthest that the level may move, either way.
    """
    toward = np.maximum(0.0, _LEARNED * (belief.spread @ slope))  # more than expected never lowers a part
    gain = toward / (belief.variance_along(slope) + noise)
    left = np.eye(len(Part)) - np.outer(gain, slope)
    return Belief(
        mean=belief.mean + _held(gain * surprise, most),
        spread=left @ belief.spread @ left.T + np.outer(gain, gain) * noise,
    )


def raised(belief: Belief, *, slope: Vector, above: float, noise: float, most: float) -> Belief:
    """Return the belief after a value was seen to lie above a bound, by how far is not known.

    Args:
        belief: What was believed.
        slope: How the value changes with each part (5,).
        above: Value expected minus the bound.
        noise: Variance of the bound.
        most: The furthest that the level may move.
    """
    along = belief.variance_along(slope)
    sd = sqrt(along + noise)
    distance = above / sd
    if distance > _SETTLED:
        return belief
    push = _hazard(distance)
    narrows = push * (push + distance)
    return learned(
        belief, slope=slope, surprise=push * sd / narrows, noise=sd**2 / narrows - along, most=most
    )


def with_reserve(belief: Belief, told: float, noise: float) -> Belief:
    """Return the belief after the runner told a reserve, from which the untold is judged.

    Args:
        belief: What was believed.
        told: Repetitions in reserve.
        noise: Variance of a told reserve around the usual one.
    """
    before = float(belief.spread[Part.RESERVE, Part.RESERVE])
    gain = before / (before + noise)
    mean, spread = belief.mean.copy(), belief.spread.copy()
    mean[Part.RESERVE] += gain * (told - mean[Part.RESERVE])
    spread[Part.RESERVE, :] *= sqrt(1 - gain)
    spread[:, Part.RESERVE] *= sqrt(1 - gain)
    return Belief(mean=mean, spread=spread)


def _held(step: Vector, most: float) -> Vector:
    far = abs(float(step[Part.LEVEL]))
    return step if far <= most else step * (most / far)


def _hazard(distance: float) -> float:
    """Return density over probability of a standard normal value to lie below `distance`."""
    if distance < -_SETTLED:
        return -distance
    return exp(-distance * distance / 2) / sqrt(2 * pi) / (erfc(-distance / sqrt(2)) / 2)
