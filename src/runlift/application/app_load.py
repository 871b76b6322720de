"""From the number another app shows beside an exercise to the load of the diary, and back.

The diary's load is all that is moved by both hands together. Apps show one dumbbell where two are held.
"""

from __future__ import annotations

from enum import StrEnum

from runlift.application.map_names import NumberMeans
from runlift.domain.evidence import number
from runlift.domain.exercise.catalogue import catalogue

DECIMALS = 3  # of a kilogram


class HandWeights(StrEnum):
    """What a runner writes into an app for two weights held at once."""

    EACH = "each"  # the weight of one, as most apps ask for
    TOTAL = "total"  # both together


def load_of(number_kg: float | None, means: NumberMeans, exercise: str, hands: HandWeights) -> float | None:
    """Return the load of the diary [kg]; None for bodyweight and for what only helps.

    Args:
        number_kg: The app's number [kg].
        means: What it is.
        exercise: Exercise id; empty while the name has none, when the number stays as it is.
        hands: What the runner writes for two weights.
    """
    if number_kg is None or means is NumberMeans.ASSISTANCE:
        return None
    return round(number_kg * factor(means, exercise, hands), DECIMALS)


def number_of(load_kg: float | None, means: NumberMeans, exercise: str, hands: HandWeights) -> float | None:
    """Return the app's number for a load of the diary [kg]; None where there is none."""
    return None if load_kg is None else round(load_kg / factor(means, exercise, hands), DECIMALS)


def factor(means: NumberMeans, exercise: str, hands: HandWeights) -> float:
    """Return what an app's number is multiplied by to give the load.

    Source: IM06.
    """
    known = catalogue().get(exercise)
    if known is None:
        return 1.0
    if means is NumberMeans.EACH and hands is HandWeights.EACH:
        return float(known.weights_held)
    if means is NumberMeans.BOTH_LEGS:
        return number("lift_log_share_of_one_leg")
    return 1.0
