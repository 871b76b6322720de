"""Pool the changes of many groups into one mean, with how far groups differ beyond chance.

Reference: DerSimonian & Laird 1986, Control Clin Trials 7:177, here for a line through the origin: each group
is taken to show the full effect times its own scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a group showed.

    Attributes:
        change: Change seen [%].
        scale: Share of the full effect it is taken to show.
        standard_error: How far chance alone moves it [percentage points].
    """

    change: float
    scale: float
    standard_error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """The full effect as pooled.

    Attributes:
        mean: The full effect [%].
        standard_error: How sure the mean is [percentage points].
        sd_between: How far groups differ beyond chance [percentage points].
    """

    mean: float
    standard_error: float
    sd_between: float


def pooled(groups: Sequence[Seen]) -> Pooled:
    """Pool groups by random effects.

    Raises:
        ValueError: No group shows any share of the effect.
    """
    chance = [each.standard_error**2 for each in groups]
    fixed = _mean(groups, chance)
    spread = _excess(groups, chance, fixed.mean)
    mixed = _mean(groups, [variance + spread for variance in chance])
    return Pooled(mean=mixed.mean, standard_error=mixed.standard_error, sd_between=sqrt(spread))


def _mean(groups: Sequence[Seen], variances: Sequence[float]) -> Pooled:
    """Return the weighted slope through the origin."""
    information = sum(each.scale**2 / var for each, var in zip(groups, variances, strict=True))
    if information == 0:
        raise ValueError("no group shows any share of the effect")
    weighed = sum(each.scale * each.change / var for each, var in zip(groups, variances, strict=True))
    return Pooled(mean=weighed / information, standard_error=1 / sqrt(information), sd_between=0.0)


def _excess(groups: Sequence[Seen], chance: Sequence[float], mean: float) -> float:
    """Return the variance between groups beyond chance, by the method of moments."""
    weights = [1 / variance for variance in chance]
    squares = [each.scale**2 for each in groups]
    residual = sum(
        weight * (each.change - mean * each.scale) ** 2 for weight, each in zip(weights, groups, strict=True)
    )
    used = sum(w * w * s for w, s in zip(weights, squares, strict=True)) / sum(
        w * s for w, s in zip(weights, squares, strict=True)
    )
    left = sum(weights) - used
    return max((residual - (len(groups) - 1)) / left, 0.0) if left > 0 else 0.0
