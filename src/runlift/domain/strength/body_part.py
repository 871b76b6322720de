"""How much of the body is lifted with the weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant
from runlift.domain.exercise.exercise import Family

if TYPE_CHECKING:
    from runlift.domain.exercise.exercise import Exercise

_UPPER = frozenset({Family.PUSH, Family.PULL, Family.ARM_DRILL})


def body_part(exercise: Exercise, body_mass_kg: float | None, *, on_machine: bool) -> float:
    """Return the mass of the body that moves with a weight [kg]: of the arms in free lifts only.

    Source: P017, P044.
    """
    shares = cast("dict[str, float]", constant("body_share").value)
    share = shares.get(exercise.family.value, 0.0)
    if exercise.family in _UPPER:
        if on_machine:
            return 0.0
        share /= 2 if exercise.unilateral else 1
    return (body_mass_kg or 0.0) * share / 100
