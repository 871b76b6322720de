"""What loads the legs: lifts, jumps, carries, and all that stands, walks or kneels on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant
from runlift.domain.exercise.exercise import Impact

if TYPE_CHECKING:
    from runlift.domain.exercise.exercise import Exercise


def loads_legs(exercise: Exercise) -> bool:
    """Tell whether an exercise loads the legs, lands on them or rests on one of them.

    Source: J008, CP010
    """
    lifts = exercise.leg_load or exercise.impact is not Impact.NONE or exercise.pattern == "carry"
    return lifts or _is_listed(exercise, "families_of_legs") or _is_listed(exercise, "legs_bear_weight")


def loads_bones(exercise: Exercise) -> bool:
    """Tell whether an exercise is left out while a bone of the legs rests: more than what loads the legs.

    Source: CP010, CO07
    """
    return loads_legs(exercise) or _is_listed(exercise, "bone_rests_also")


def _is_listed(exercise: Exercise, key: str) -> bool:
    listed = cast("list[str]", constant(key).value)
    return exercise.id in listed or exercise.family.value in listed
