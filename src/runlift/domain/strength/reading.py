"""What one set shows, seen with what is already believed about the lift."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.strength.belief import Part, slope_of
from runlift.domain.strength.lift import Measure
from runlift.domain.strength.one_rm import one_rm_of

if TYPE_CHECKING:
    from runlift.domain.strength.belief import Belief, Vector
    from runlift.domain.strength.lift import Lift
    from runlift.domain.strength.observation import Observation

_ERROR = {
    Measure.REPS: "own_terms_reps_error",
    Measure.SECONDS: "own_terms_seconds_error",
    Measure.LOAD: "own_terms_load_error",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """What a set shows.

    Attributes:
        shown: The level it shows if its repetitions and reserve are as believed.
        slope: How what is expected, less what is shown, changes with each part of the belief (5,).
        noise: Variance of what is shown: error of counting and of telling the reserve.
    """

    shown: float
    slope: Vector
    noise: float


def reading_of(lift: Lift, each: Observation, belief: Belief, *, at_least: bool = False) -> Reading:
    """Read a set; with `at_least` only for what it shows at the least.

    Source: D024, D036, D046, Q011-Q014, Q022, Q023.
    """
    if lift.measure is Measure.ONE_RM:
        return _maximum(lift, each, belief, at_least=at_least)
    if lift.measure is Measure.REPS:
        return _repetitions(each, belief, at_least=at_least)
    amount = each.load_kg if lift.measure is Measure.LOAD else float(each.seconds)
    return Reading(shown=log(amount), slope=slope_of(), noise=_own_noise(lift.measure))


def believed_reserve(told: float | None, belief: Belief, *, at_least: bool = False) -> float:
    """Return the repetitions in reserve that are counted.

    Source: Q012, Q013, Q022.
    """
    if at_least:
        return number("strength_bound_least_rir")
    if told is None:
        return max(0.0, float(belief.mean[Part.RESERVE]))
    usual = number("strength_rir_usual")
    return usual + number("strength_rir_believed") * (told - usual)


def _maximum(lift: Lift, each: Observation, belief: Belief, *, at_least: bool) -> Reading:
    reserve = each.reserve
    effective = each.reps + believed_reserve(reserve, belief, at_least=at_least)
    times = one_rm_of(1.0, effective)
    per_rep = 1 / number("epley_divisor") / times
    untold = reserve is None and not at_least
    return Reading(
        shown=log(each.load_kg + lift.body_kg) + log(times),
        slope=slope_of(endurance=-per_rep * effective, reserve=-per_rep if untold else 0.0),
        noise=per_rep**2 * (_reserve_error(reserve) ** 2 + (number("strength_reps_error") * effective) ** 2),
    )


def _repetitions(each: Observation, belief: Belief, *, at_least: bool) -> Reading:
    reserve = each.reserve
    effective = each.reps + believed_reserve(reserve, belief, at_least=at_least)
    untold = reserve is None and not at_least
    return Reading(
        shown=log(effective),
        slope=slope_of(reserve=-1 / effective if untold else 0.0),
        noise=(_reserve_error(reserve) / effective) ** 2 + _own_noise(Measure.REPS),
    )


def _reserve_error(told: float | None) -> float:
    if told is None:
        return number("strength_untold_rir_error")
    return number("strength_rir_error") + number("strength_rir_error_growth") * told


def _own_noise(measure: Measure) -> float:
    return number(_ERROR[measure]) ** 2
