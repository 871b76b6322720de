"""What a set says about strength, and what load a number of repetitions calls for."""

from __future__ import annotations

from math import exp
from statistics import median

from runlift.domain.evidence import number


def estimated_one_rm(load_kg: float, reps: int, rir: float) -> float | None:
    """Estimate the one-repetition maximum [kg] as the median of seven formulas.

    Args:
        load_kg: External load [kg].
        reps: Repetitions done.
        rir: Repetitions left in reserve.

    Returns:
        The estimate [kg], or None when the set says too little: more than 4 in reserve, or more than
        10 repetitions counting the reserve.

    Source: D038-D046.
    """
    effective = reps + rir
    trusted = rir <= number("rir_trusted") and effective <= number("effective_reps_trusted")
    if reps < 1 or load_kg <= 0 or not trusted:
        return None
    if effective <= 1:
        return load_kg
    return median(
        (
            load_kg * (1 + effective / 30),
            load_kg * 36 / (37 - effective),
            load_kg * (1 + 0.025 * effective),
            100 * load_kg / (101.3 - 2.67123 * effective),
            load_kg * float(effective**0.10),
            100 * load_kg / (52.2 + 41.9 * exp(-0.055 * effective)),
            100 * load_kg / (48.8 + 53.8 * exp(-0.075 * effective)),
        )
    )


def load_for(one_rm_kg: float, effective_reps: float) -> float:
    """Return the load [kg] that leaves no more than these repetitions, reserve included.

    Source: D036.
    """
    return one_rm_kg if effective_reps <= 1 else one_rm_kg / (1 + effective_reps / number("epley_divisor"))


def effective_reps(one_rm_kg: float, load_kg: float) -> float:
    """Return how many repetitions, reserve included, the load allows; negative above the maximum.

    Source: D036.
    """
    return number("epley_divisor") * (one_rm_kg / load_kg - 1)


def one_rm_of(load_kg: float, effective: float) -> float:
    """Return the maximum [kg] that allows these repetitions, reserve included, at this load.

    Source: D036.
    """
    return load_kg * (1 + effective / number("epley_divisor"))
