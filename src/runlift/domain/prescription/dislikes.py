"""What a runner's dislikes leave out: exercises, families, and the same movement in another family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.exercise.exercise import Exercise, Family, LoadType

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOVEMENTS = frozenset({Family.SQUAT, Family.LUNGE, Family.HINGE, Family.KETTLEBELL})


def is_disliked(exercise: Exercise, dislikes: Iterable[str]) -> bool:
    """Whether it, its family or the movement it is made of was asked to be left out."""
    return any(
        word in {exercise.id, exercise.family.value} or is_movement_of(exercise, word) for word in dislikes
    )


def is_movement_of(exercise: Exercise, word: str) -> bool:
    """Whether it is, by name, pattern or foot contacts, the movement that a family's word names."""
    if word == Family.PLYOMETRIC.value:
        return exercise.load_type is LoadType.CONTACTS or exercise.contacts_per_rep > 0
    if word not in _MOVEMENTS:
        return False
    names = exercise.name.lower().replace("-", " ").replace(",", " ").split()
    return word in names or word == exercise.pattern
