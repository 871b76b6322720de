"""How many repetitions a made-up person can do: a curve of another form than Epley's."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_HALVINGS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Repetitions to failure by share of the maximum.

    Attributes:
        at_70: Repetitions at 70 %.
        bend: How the curve bends; Epley's would have 1.
    """

    at_70: float
    bend: float

    def repetitions(self, share: float) -> float:
        """Return how many repetitions a share of the maximum allows; below 1 above the maximum."""
        if share > 1:
            return 0.0
        return 1 + (self.at_70 - 1) * float((share**-self.bend - 1) / (0.7**-self.bend - 1))

    def share(self, repetitions: float) -> float:
        """Return the share of the maximum that allows these repetitions."""
        low, high = 0.2, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.repetitions(middle) > repetitions else (low, middle)
        return low


def made_curve(rng: Random) -> Curve:
    """Make up a person's curve for a lift.

    Source: D035.
    """
    return Curve(at_70=min(max(12 * exp(rng.gauss(0, 0.3)), 5), 28), bend=rng.uniform(0.8, 2.2))
