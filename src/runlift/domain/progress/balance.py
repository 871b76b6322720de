"""Left against right: the work that each side did in exercises of one side at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import amount_of
from runlift.domain.diary.entry import SetKind
from runlift.domain.evidence import number
from runlift.domain.plan.session import Side
from runlift.domain.progress.work import NOT_STRENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise

PERCENT = 100
SIDES = (Side.LEFT, Side.RIGHT)


class WorkUnit(StrEnum):
    """What the work of the sides is counted in."""

    KILOGRAMS = "kg"  # load times repetitions
    REPS = "reps"
    SECONDS = "s"
    CONTACTS = "contacts"


class Verdict(StrEnum):
    """What can be said of a balance."""

    TOO_FEW = "too_few"  # sets told for each side
    EVEN = "even"
    UNEVEN = "uneven"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWork:
    """What one side did: sets, and the work in the unit of the balance."""

    sets: int
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBalance:
    """The work of both sides in one exercise: a balance of training, no forecast of anything.

    Attributes:
        exercise: Exercise id, or the name another app gives it.
        unit: What the work is counted in.
        left: Work of the left side.
        right: Work of the right side.
        difference: How much less the lower side did, of the higher one [%].
        lower: The side that did less; None when both did the same.
        verdict: What can be said of it.
    """

    exercise: str
    unit: WorkUnit
    left: SideWork
    right: SideWork
    difference: float
    lower: Side | None
    verdict: Verdict


def balances(
    sets: Iterable[SetDone], exercises: Mapping[str, Exercise], *, since: date, today: date
) -> tuple[SideBalance, ...]:
    """Return the balance of every exercise with sets told by side, the most trained first.

    Args:
        sets: Sets that were told.
        exercises: The catalogue by id; its stretching and rolling is left out.
        since: First day that counts.
        today: The last day that counts.

    Source: A21, A22, A37, PG05.
    """
    by_name: dict[str, list[SetDone]] = defaultdict(list)
    for each in sets:
        if since <= each.done_at.date() <= today and _counts(each, exercises):
            by_name[each.exercise or each.name].append(each)
    found = (_balance(name, group) for name, group in by_name.items())
    return tuple(sorted(found, key=lambda each: (-each.left.sets - each.right.sets, each.exercise)))


def _counts(each: SetDone, exercises: Mapping[str, Exercise]) -> bool:
    exercise = exercises.get(each.exercise)
    is_strength = exercise is None or exercise.family not in NOT_STRENGTH
    return is_strength and each.side in SIDES and each.kind is not SetKind.WARM_UP and amount_of(each) > 0


def _balance(name: str, sets: Sequence[SetDone]) -> SideBalance:
    unit = _unit(sets)
    left, right = (_side([each for each in sets if each.side is side], unit) for side in SIDES)
    high, low = max(left.amount, right.amount), min(left.amount, right.amount)
    difference = PERCENT * (high - low) / high if high else 0.0
    return SideBalance(
        exercise=name,
        unit=unit,
        left=left,
        right=right,
        difference=difference,
        lower=None if high == low else Side.LEFT if left.amount == low else Side.RIGHT,
        verdict=_verdict(left, right, difference),
    )


def _verdict(left: SideWork, right: SideWork, difference: float) -> Verdict:
    if min(left.sets, right.sets) < number("balance_least_sets"):
        return Verdict.TOO_FEW
    return Verdict.UNEVEN if difference >= number("balance_threshold") else Verdict.EVEN


def _side(sets: Sequence[SetDone], unit: WorkUnit) -> SideWork:
    return SideWork(sets=len(sets), amount=sum(_amount(each, unit) for each in sets))


def _unit(sets: Sequence[SetDone]) -> WorkUnit:
    """Return what all these sets can be counted in: kilograms only where each had a load."""
    if all(each.reps and each.load_kg for each in sets):
        return WorkUnit.KILOGRAMS
    if any(each.reps for each in sets):
        return WorkUnit.REPS
    return WorkUnit.SECONDS if any(each.seconds for each in sets) else WorkUnit.CONTACTS


def _amount(each: SetDone, unit: WorkUnit) -> float:
    if unit is WorkUnit.KILOGRAMS:
        return (each.load_kg or 0.0) * (each.reps or 0)
    counted = {WorkUnit.REPS: each.reps, WorkUnit.SECONDS: each.seconds, WorkUnit.CONTACTS: each.contacts}
    return counted[unit] or 0
