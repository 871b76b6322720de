"""One exercise of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """The families a runner's training is made of."""

    SQUAT = "squat"
    LUNGE = "lunge"  # lunge and step
    HINGE = "hinge"  # deadlift and hinge
    KETTLEBELL = "kettlebell"
    SINGLE_LEG = "single_leg"
    PLYOMETRIC = "plyometric"
    CORE = "core"
    ARM_DRILL = "arm_drill"
    PUSH = "push"
    PULL = "pull"
    CALF_FOOT = "calf_foot"
    HIP = "hip"  # abduction, adduction, flexion
    BALANCE = "balance"  # balance, sideways, turning, uneven ground
    MOBILITY = "mobility"
    FOAM_ROLLING = "foam_rolling"


class LoadType(StrEnum):
    """What makes the exercise harder from week to week.

    `REPS`: bodyweight repetitions. `LOAD`: external load by RIR. `HEAVY_LOAD`: external load that may be
    prescribed against an estimated 1RM. `TIME`: seconds held. `CONTACTS`: foot contacts.
    """

    REPS = "reps"
    LOAD = "load"
    HEAVY_LOAD = "heavy_load"
    TIME = "time"
    CONTACTS = "contacts"


class Impact(StrEnum):
    """Foot-contact class of an exercise."""

    NONE = "none"
    EXTENSIVE = "extensive"  # low, many, springy
    INTENSIVE = "intensive"  # high effort, few, spaced by 48 h


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise.

    Attributes:
        id: Stable id in snake_case.
        name: Name people use.
        family: Family it belongs to.
        pattern: Movement pattern, finer than the family, e.g. `step`, `core_anti_rotation`.
        primary_muscles: Muscles worked most.
        secondary_muscles: Muscles worked as well.
        equipment: Kit it needs: every group must be met, any one kind of a group meets it; empty means none.
            `(("box",), ("dumbbell", "kettlebell"))` reads "a box, and a dumbbell or a kettlebell".
        unilateral: Whether sides are trained one after the other.
        load_type: What makes it harder.
        level: 1 (anyone) to 5 (years of training).
        regression: Id of the next easier exercise, or None.
        progression: Id of the next harder exercise, or None.
        contacts_per_rep: Foot contacts of one repetition.
        impact: Foot-contact class.
        soreness: Eccentric soreness to expect, 0 to 3 (judgement, not measurement).
        leg_load: Whether it loads the legs so that runs feel it.
        unsuitable_for: Complaints with the way they limit it, e.g. `pfp:limit_depth`.
        start_load: Constant key of the careful starting load of all weights held, or empty [% body mass].
        fit_category: FIT exercise category, or empty.
        cue: What to think of, in a few words.
        weights_held: How many dumbbells or kettlebells are held at once, of equal mass; a bar counts as one.
    """

    id: str
    name: str
    family: Family
    pattern: str
    primary_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    equipment: tuple[tuple[str, ...], ...]
    unilateral: bool
    load_type: LoadType
    level: int
    regression: str | None
    progression: str | None
    contacts_per_rep: int
    impact: Impact
    soreness: int
    leg_load: bool
    unsuitable_for: tuple[str, ...]
    start_load: str
    fit_category: str
    cue: str
    weights_held: int = 1

    def can_be_done_with(self, kinds: frozenset[str]) -> bool:
        """Whether a place with these kinds of kit is enough."""
        return all(any(kind in kinds for kind in group) for group in self.equipment)
