"""Foot contacts split into sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant

if TYPE_CHECKING:
    from runlift.domain.exercise.exercise import Exercise


def contacts_by_set(exercise: Exercise, contacts: int, most_sets: int) -> tuple[int, ...]:
    """Split foot contacts into few even sets; a bout with many contacts counts whole.

    Source: P025.
    """
    sides = 2 if exercise.unilateral else 1
    whole = max(1, exercise.contacts_per_rep) * sides
    sizes = cast("dict[str, float]", constant("contacts_of_set").value)
    bouts = contacts // whole
    wanted = max(1, round(contacts / (sizes[exercise.impact.value] * sides)))
    sets = min(most_sets - sides + 1, wanted, max(1, bouts))
    each = bouts // sets  # what does not divide is left out, so that all sets are equal
    return (each * whole // sides,) * sets if bouts else ()
