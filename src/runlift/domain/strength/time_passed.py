"""What days without the lift do to what is believed."""

from __future__ import annotations

from math import exp

import numpy as np

from runlift.domain.evidence import number
from runlift.domain.strength.belief import Belief, Part


def after_days(belief: Belief, days: int, *, known_for: int, scale: float) -> Belief:
    """Return what is believed some days later without a further session.

    Args:
        belief: What was believed.
        days: Days that passed.
        known_for: Days from the first session to the one before [days].
        scale: How many times the share of strength the measure changes by.

    Source: Q015, Q016, Q017, Q027.
    """
    lasts = exp(-days / number("strength_growth_days"))
    form_lasts = exp(-days / number("strength_form_days"))
    moves = np.eye(len(Part))
    moves[Part.LEVEL, Part.GROWTH] = min(float(days), number("strength_growth_gap"))
    moves[Part.GROWTH, Part.GROWTH] = lasts
    moves[Part.FORM, Part.FORM] = form_lasts
    mean = moves @ belief.mean
    spread = moves @ belief.spread @ moves.T
    mean[Part.GROWTH] += number("strength_growth_later") * scale * (1 - lasts)
    mean[Part.LEVEL] -= number("strength_loss") * scale * _days_lost(days)
    spread[Part.LEVEL, Part.LEVEL] += scale**2 * (
        _drift(days, known_for) + (number("strength_loss_spread") * _days_lost(days)) ** 2
    )
    spread[Part.GROWTH, Part.GROWTH] += (number("strength_growth_spread") * scale) ** 2 * (1 - lasts**2)
    spread[Part.FORM, Part.FORM] += (number("strength_form_spread") * scale) ** 2 * (1 - form_lasts**2)
    return Belief(mean=mean, spread=spread)


def _days_lost(days: int) -> float:
    """Return the days on which strength is expected to fall.

    Source: D096-D100, S50, Q017.
    """
    return min(max(0.0, days - number("strength_kept_days")), number("strength_loss_days"))


def _drift(days: int, known_for: int) -> float:
    """Return the variance that chance adds, more in the first weeks of a lift."""
    first = number("strength_first_days")
    early = first * (exp(-known_for / first) - exp(-(known_for + days) / first))
    return number("strength_drift") ** 2 * days + number("strength_drift_at_first") ** 2 * early
