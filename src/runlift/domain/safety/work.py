"""What a session really asks of the body, counted from its sets and not from its labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.exercise.exercise import Exercise, Impact
from runlift.domain.plan.session import LegStress, Role, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.plan.session import PrescribedExercise, PrescribedSet

PREPARATION = (Role.WARM_UP, Role.MOBILITY)
COUNTED_WITHOUT_RIR = (Role.MAIN, Role.ACCESSORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An exercise of a session with its working sets.

    Attributes:
        exercise: The exercise as the catalogue has it.
        prescribed: What the session says about it.
        sets: Its working sets; empty for warm-up and mobility.
        new: Whether the runner's body meets it for the first time, as far as the plan can know.
    """

    exercise: Exercise
    prescribed: PrescribedExercise
    sets: tuple[PrescribedSet, ...]
    new: bool

    @property
    def loads_legs(self) -> bool:
        """Whether its working sets are felt in the legs."""
        return self.exercise.leg_load and bool(self.sets)


def working_sets(prescribed: PrescribedExercise) -> tuple[PrescribedSet, ...]:
    """Return the sets that train: no ramp set, no warm-up drill, no mobility."""
    if prescribed.role in PREPARATION:
        return ()
    return tuple(one for one in prescribed.sets if not one.warm_up)


def is_hard(work: Work, one: PrescribedSet) -> bool:
    """Whether a working set is near enough to failure to count.

    An untold effort counts as hard where efforts are usually told.
    """
    if one.reps is None:
        return False
    if not work.exercise.leg_load and work.prescribed.role not in COUNTED_WITHOUT_RIR:
        return False
    if one.rir is None:
        return work.prescribed.role in COUNTED_WITHOUT_RIR
    return one.rir <= number("checked_hard_set_rir")


def hard_sets(work: Work) -> float:
    """Count the hard sets; a left and a right set are half a set each."""
    return sum(0.5 if one.side is not Side.BOTH else 1.0 for one in work.sets if is_hard(work, one))


def leg_hard_sets(works: Iterable[Work]) -> float:
    """Count the hard sets of exercises that load the legs."""
    return sum(hard_sets(work) for work in works if work.exercise.leg_load)


def contacts(works: Iterable[Work]) -> int:
    """Count foot contacts, from contacts told and from repetitions of exercises that land."""
    return sum(_contacts_of(work.exercise, one) for work in works for one in work.sets)


def has_intensive_jumps(works: Iterable[Work]) -> bool:
    """Whether jumps of high effort are among the working sets."""
    return any(work.sets and work.exercise.impact is Impact.INTENSIVE for work in works)


def leg_stress(works: tuple[Work, ...], body_mass_kg: float | None) -> LegStress:
    """Return the least leg stress that the sets allow the session to call itself.

    Heavy: a near-maximal leg set, a hard set of a very sore exercise, or a long loaded circuit.
    Light: any working set that loads the legs.
    """
    if any(True for _ in heavy_leg_sets(works)) or is_long_loaded_circuit(works, body_mass_kg):
        return LegStress.HEAVY
    if any(work.loads_legs for work in works):
        return LegStress.LIGHT
    return LegStress.NONE


def heavy_leg_sets(works: Iterable[Work]) -> Iterator[tuple[Work, PrescribedSet]]:
    """Yield working leg sets that are heavy by load and repetitions, or by the soreness they leave."""
    for work in works:
        for one in work.sets if work.exercise.leg_load else ():
            sore = work.exercise.soreness >= number("checked_very_sore_exercise") and is_hard(work, one)
            if sore or is_near_maximal(work, one):
                yield work, one


def is_near_maximal(work: Work, one: PrescribedSet) -> bool:
    """Whether load and repetitions left put a set at 80 % of the one-repetition maximum or more.

    An untold reserve counts as none, except for fast lifts, which are told by speed.
    """
    if one.reps is None or not one.load_kg:
        return False
    if one.rir is None and work.prescribed.role is Role.POWER:
        return False
    return one.reps + (one.rir or 0.0) <= number("checked_near_maximal_repetitions")


def is_long_loaded_circuit(works: Iterable[Work], body_mass_kg: float | None) -> bool:
    """Whether the legs move as much as in a hundred squats with most of the body's mass."""
    mass = body_mass_kg if body_mass_kg is not None else number("checked_body_mass_when_untold")
    most = number("checked_long_circuit_repetitions") * number("checked_long_circuit_load") / 100 * mass
    moved = sum(
        one.reps * one.load_kg
        for work in works
        if work.exercise.leg_load
        for one in work.sets
        if one.reps is not None and one.load_kg is not None
    )
    return moved >= most


def _contacts_of(exercise: Exercise, one: PrescribedSet) -> int:
    landed = (one.reps or 0) * exercise.contacts_per_rep
    return max(one.contacts or 0, landed)
