"""Sets of the record that are too odd to count: pounds for kilograms, a leap, a clock that went wrong."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from runlift.domain.evidence import number, pair
from runlift.domain.safety.work import working_sets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.domain.plan.outcome import SessionOutcome
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

LEAP = "doubtful_leap"


def is_doubtful(
    plan: Plan, session: PlannedSession, exercise: str, one: PrescribedSet, before: PrescribedSet | None
) -> bool:
    """Tell whether a loaded set that was done is too odd to be built on.

    Args:
        plan: The plan.
        session: The session with what was asked and what became of it.
        exercise: Id of the exercise.
        one: The set as done.
        before: The heaviest set of earlier sessions and of sets known, or None.

    Source: K022, J005, J017
    """
    if session.outcome is None:
        return False
    asked = list(_asked(session, exercise))
    known = [*asked, before] if before is not None and before.load_kg else asked
    return (
        is_out_of_time(session.outcome, plan.first_day)
        or any(is_mixed_up(each.load_kg or 0.0, one.load_kg or 0.0) for each in asked)
        or _is_leap(plan, session, exercise, one, known)
    )


def is_out_of_time(outcome: SessionOutcome, first_day: date) -> bool:
    """Tell whether a session ended before it began, or was done on a day that had not come."""
    starts, ends = outcome.starts_at, outcome.ends_at
    backwards = starts is not None and ends is not None and ends < starts
    return backwards or (starts is not None and starts.date() > first_day)


def is_mixed_up(asked_kg: float, done_kg: float) -> bool:
    """Tell whether a load is 2.2 times what was asked, or that part of it.

    Source: J005
    """
    if not asked_kg or not done_kg:
        return False
    low, high = pair("unit_mix_up")
    return low <= done_kg / asked_kg <= high or low <= asked_kg / done_kg <= high


def _is_leap(
    plan: Plan, session: PlannedSession, exercise: str, one: PrescribedSet, known: list[PrescribedSet]
) -> bool:
    """Whether a set is far beyond all that was asked and done, with no repetition less."""
    beyond = bool(known) and all(_is_beyond(one, each) for each in known)
    return beyond and not any(_agrees(one, load) for load in _kept_out(plan, session, exercise))


def _is_beyond(one: PrescribedSet, known: PrescribedSet) -> bool:
    heavier = (one.load_kg or 0.0) > number("leap_over_careful_start") * (known.load_kg or 0.0)
    return heavier and _amount(one) >= _amount(known)


def _amount(one: PrescribedSet) -> float:
    """Return what a set shows at its load: repetitions and what was left, or seconds."""
    return (one.reps or 0) + (one.rir or 0.0) + (one.seconds or 0)


def _agrees(one: PrescribedSet, load_kg: float) -> bool:
    return abs(log((one.load_kg or 0.0) / load_kg)) <= number("strength_doubts_agree")


def _kept_out(plan: Plan, session: PlannedSession, exercise: str) -> Iterator[float]:
    """Yield the loads that were kept out of the record of earlier sessions [kg]."""
    for earlier in plan.sessions:
        if earlier.outcome is None or earlier.starts_at >= session.starts_at:
            continue
        for each in earlier.outcome.exercises:
            told = [one for one in each.reasons if one.rule == LEAP and each.exercise == exercise]
            yield from (float(one.figures["done_kg"]) for one in told)


def _asked(session: PlannedSession, exercise: str) -> Iterator[PrescribedSet]:
    for each in session.exercises:
        if each.exercise == exercise:
            yield from (one for one in working_sets(each) if one.load_kg)
