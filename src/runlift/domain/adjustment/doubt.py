"""Sets that are too odd to be believed at once: kept out, and asked about."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import reserve_of, working_sets
from runlift.domain.evidence import number, pair
from runlift.domain.strength.one_rm import one_rm_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.diary.entry import SetDone
    from runlift.domain.plan.outcome import ExerciseOutcome
    from runlift.domain.plan.progress import Progress

LEAP = "doubtful_leap"


def mixed_up(sets: Iterable[SetDone], asked_kg: Sequence[float]) -> tuple[SetDone, ...]:
    """Return the working sets whose load looks like kilograms and pounds mixed up.

    Source: J005
    """
    return tuple(
        one for one in working_sets(sets) if any(is_unit_mix_up(load, one.load_kg) for load in asked_kg)
    )


def is_unit_mix_up(asked_kg: float | None, done_kg: float | None) -> bool:
    """Tell whether a load is 2.2 times what was asked, or that part of it.

    Source: J005
    """
    if not asked_kg or not done_kg:
        return False
    low, high = pair("unit_mix_up")
    ratio = done_kg / asked_kg
    return low <= ratio <= high or low <= 1 / ratio <= high


def leaps(sets: Iterable[SetDone], known: Progress, before: ExerciseOutcome | None) -> tuple[SetDone, ...]:
    """Return the working sets that show far more than was known, unless the last time showed it too.

    Source: J017, Q019
    """
    if known.load_kg <= 0:
        return ()
    shown_before = doubted_load(before)
    return tuple(
        one
        for one in working_sets(sets)
        if one.load_kg and one.reps and _is_leap(one, known) and not _agrees(one.load_kg, shown_before)
    )


def doubted_load(before: ExerciseOutcome | None) -> float:
    """Return the load that was kept out as a leap the last time, or 0 [kg]."""
    told = [reason for reason in before.reasons if reason.rule == LEAP] if before is not None else []
    return float(told[0].figures["done_kg"]) if told else 0.0


def _is_leap(one: SetDone, known: Progress) -> bool:
    """Whether a set shows more than half more than was known, or than three times a careful start."""
    shown = one_rm_of(one.load_kg or 0.0, (one.reps or 0) + (reserve_of(one) or 0.0))
    expected = one_rm_of(known.load_kg, known.effective)
    most = log(number("leap_over_careful_start")) if known.careful else number("strength_doubtful_jump")
    return log(shown / expected) > most


def _agrees(load_kg: float, other_kg: float) -> bool:
    return other_kg > 0 and abs(log(load_kg / other_kg)) <= number("strength_doubts_agree")
