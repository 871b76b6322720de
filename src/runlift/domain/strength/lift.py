"""What a lift is followed by: a maximum, repetitions, seconds or a load; how much of the body it moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number
from runlift.domain.exercise.exercise import Exercise, Family, LoadType
from runlift.domain.plan.session import Side
from runlift.domain.strength.body_part import body_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.strength.observation import Observation

_NO_STRENGTH = frozenset(
    {Family.ARM_DRILL, Family.BALANCE, Family.FOAM_ROLLING, Family.MOBILITY, Family.PLYOMETRIC}
)
_BAR = frozenset({"barbell", "trap_bar"})


class Measure(StrEnum):
    """What a lift is followed by."""

    ONE_RM = "one_rm_kg"
    LOAD = "load_kg"  # heaviest load of a working set: swings, cleans, carries
    REPS = "reps"
    SECONDS = "seconds"


class LiftClass(StrEnum):
    """Kinds of lift whose errors are told apart."""

    BARBELL = "barbell"
    MACHINE = "machine"
    FREE_LEGS = "free_legs"  # dumbbells and kettlebells
    FREE_UPPER = "free_upper"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One exercise on one side, and how it is followed.

    Attributes:
        exercise: Exercise id, or the name another app gives it where it is not mapped.
        side: Which side.
        measure: What it is followed by.
        body_kg: Mass of the body that moves with the weight [kg]; 0 where none is counted.
        legs: Whether it loads the legs, so that a run before it is felt.
        band: The band that repetitions are counted with, else empty.
        kind: What kind of lift it is.
    """

    exercise: str
    side: Side = Side.BOTH
    measure: Measure = Measure.ONE_RM
    body_kg: float = 0.0
    legs: bool = False
    band: str = ""
    kind: LiftClass = LiftClass.OTHER

    @property
    def scale(self) -> float:
        """How many times the share of strength its measure changes by.

        Source: Q023.
        """
        return number("own_terms_scale") if self.measure in {Measure.REPS, Measure.SECONDS} else 1.0


def lift_of(
    exercise: Exercise, sets: Iterable[Observation], *, side: Side = Side.BOTH, body_mass_kg: float | None
) -> Lift | None:
    """Decide how an exercise is followed; None for drills, jumps and stretching, which show no strength.

    Source: P017, P044, Q003, Q004, Q026.
    """
    told = tuple(sets)
    measure = _measure(exercise, told, body_mass_kg)
    if measure is None:
        return None
    return Lift(
        exercise=exercise.id,
        side=side,
        measure=measure,
        body_kg=_body(exercise, body_mass_kg) if measure is Measure.ONE_RM else 0.0,
        legs=exercise.leg_load,
        band=max(told, key=lambda each: each.done_at).band if told and measure is Measure.REPS else "",
        kind=_class_of(exercise),
    )


def unmapped_lift(name: str, sets: Iterable[Observation]) -> Lift | None:
    """Decide how a lift is followed that no exercise of the catalogue stands for."""
    told = tuple(sets)
    if any(each.load_kg > 0 and each.reps > 0 for each in told):
        return Lift(exercise=name)
    if any(each.reps > 0 for each in told):
        return Lift(exercise=name, measure=Measure.REPS)
    return Lift(exercise=name, measure=Measure.SECONDS) if any(each.seconds > 0 for each in told) else None


def _measure(exercise: Exercise, sets: tuple[Observation, ...], body_mass_kg: float | None) -> Measure | None:
    if exercise.family in _NO_STRENGTH or exercise.load_type is LoadType.CONTACTS:
        return None
    if exercise.load_type is LoadType.TIME:
        return Measure.SECONDS
    loaded = any(each.load_kg > 0 for each in sets)
    if exercise.load_type is LoadType.REPS:
        counts_body = _body(exercise, body_mass_kg) > 0
        return Measure.ONE_RM if loaded and counts_body else Measure.REPS
    if not loaded:
        return Measure.REPS
    fast = exercise.id in cast("list[str]", constant("own_terms_lifts").value)
    return Measure.LOAD if fast or exercise.family is Family.CORE else Measure.ONE_RM


def _body(exercise: Exercise, body_mass_kg: float | None) -> float:
    """Return the mass of the body that is counted [kg]: none with a bar or machine, as in the formulas."""
    own = cast("dict[str, float]", constant("bodyweight_share").value)
    if exercise.id in own:
        return (body_mass_kg or 0.0) * own[exercise.id] / 100
    on_machine = _needs(exercise, "machine:")
    if on_machine or _BAR & _kit(exercise):
        return 0.0
    upper = exercise.family in {Family.PUSH, Family.PULL}
    if upper and exercise.load_type is LoadType.REPS:
        return 0.0
    return body_part(exercise, body_mass_kg, on_machine=on_machine)


def _class_of(exercise: Exercise) -> LiftClass:
    if _BAR & _kit(exercise):
        return LiftClass.BARBELL
    if _needs(exercise, "machine:"):
        return LiftClass.MACHINE
    return LiftClass.FREE_LEGS if exercise.leg_load else LiftClass.FREE_UPPER


def _kit(exercise: Exercise) -> frozenset[str]:
    return frozenset(kind for group in exercise.equipment for kind in group)


def _needs(exercise: Exercise, prefix: str) -> bool:
    return any(kind.startswith(prefix) for kind in _kit(exercise))
