"""Sets of the diary as the plan writes sets, and which of them say what the runner can do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SetKind
from runlift.domain.plan.session import PrescribedSet, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise

WORKING = frozenset({SetKind.WORK, SetKind.FAILURE})
SAME_LOAD = 0.05  # kilograms by which two ways of writing one load may differ


def working_sets(sets: Iterable[SetDone]) -> list[SetDone]:
    """Return the sets that say what the runner can do: no warm-ups, none after a drop in load."""
    return [one for one in sets if one.kind in WORKING and amount_of(one) > 0]


def reserve_of(one: SetDone) -> float | None:
    """Return the repetitions left in reserve, none after a set to failure; None when not told."""
    return 0.0 if one.kind is SetKind.FAILURE else one.rir


def amount_of(one: SetDone | PrescribedSet) -> int:
    """Return the repetitions of a set, else its seconds, else its foot contacts."""
    return one.reps or one.seconds or one.contacts or 0


def best_of_weaker_side(sets: Iterable[SetDone]) -> SetDone | None:
    """Return the best loaded set of the side that showed less; None where no set has a load."""
    loaded = [one for one in sets if one.load_kg and one.reps]
    sides = [side for side in (Side.LEFT, Side.RIGHT) if any(one.side is side for one in loaded)]
    best = [
        max((one for one in loaded if one.side in {side, Side.BOTH}), key=_weight)
        for side in sides or ([Side.BOTH] if loaded else [])
    ]
    return min(best, key=_weight, default=None)


def _weight(one: SetDone) -> tuple[float, float]:
    return one.load_kg or 0.0, (one.reps or 0) + (reserve_of(one) or 0.0)


def as_prescribed(
    sets: Iterable[SetDone], asked: Sequence[PrescribedSet], exercise: Exercise | None
) -> tuple[PrescribedSet, ...]:
    """Return the sets done as the plan writes sets, sides written out, with what was held for them."""
    implements = {one.load_kg: one.implement for one in asked}
    written = [
        PrescribedSet(
            reps=one.reps,
            seconds=None if one.reps is not None else one.seconds,
            contacts=None if one.reps is not None or one.seconds is not None else one.contacts,
            load_kg=one.load_kg,
            implement=implements.get(one.load_kg),
            rir=reserve_of(one),
            side=one.side,
            warm_up=one.kind is SetKind.WARM_UP,
        )
        for one in sets
        if amount_of(one) > 0
    ]
    if exercise is None or not exercise.unilateral:
        return tuple(written)
    return tuple(side for one in written for side in _both_sides(one))


def _both_sides(one: PrescribedSet) -> tuple[PrescribedSet, ...]:
    if one.side is not Side.BOTH:
        return (one,)
    return (replace(one, side=Side.LEFT), replace(one, side=Side.RIGHT))
