"""The sessions of a plan as steps of the effect: what each is, and whether it was or will be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import flag, number
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Role, SessionKind
from runlift.domain.response.gain import Dose
from runlift.domain.response.method import Method

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """How much of what is planned is done.

    Attributes:
        share: Share taken for the sessions ahead, 0 to 1.
        planned: Planned sessions that are past.
        done: How many of them were done.
        is_known: Whether the share is the runner's own or what they said, not an assumption.
    """

    share: float
    planned: int
    done: int
    is_known: bool


def adherence_of(plan: Plan, told: float | None = None) -> Adherence:
    """Return how much of what is planned is done: as told, else as so far, else as assumed.

    Args:
        plan: The plan.
        told: Share of the sessions to come that will be done, 0 to 1; None when not told.

    Source: RM14.
    """
    past = [each.outcome.result for each in plan.sessions if each.outcome is not None]
    done = sum(each.is_trained for each in past)
    if told is not None:
        return Adherence(share=told, planned=len(past), done=done, is_known=True)
    if len(past) >= number("expected_adherence_from"):
        return Adherence(share=done / len(past), planned=len(past), done=done, is_known=True)
    assumed = number("expected_adherence") / _PERCENT
    return Adherence(share=assumed, planned=len(past), done=done, is_known=False)


def doses_of(plan: Plan, adherence: Adherence) -> tuple[Dose, ...]:
    """Return every session of a plan as a step of the effect, in order."""
    return tuple(_dose(each, adherence) for each in plan.sessions)


def _dose(session: PlannedSession, adherence: Adherence) -> Dose:
    outcome = session.outcome
    share = adherence.share if outcome is None else float(outcome.result.is_trained)
    return Dose(day=session.date, method=method_of(session), share=share)


def method_of(session: PlannedSession) -> Method:
    """Return what a session is: as it was done where that is told, else as it is planned.

    Source: D001, D036, RM08, RM09.
    """
    work = [(name, each) for name, sets in _work(session) for each in sets if not each.warm_up]
    legs = [each for name, each in work if name in catalogue() and catalogue()[name].leg_load]
    contacts = sum(each.contacts or 0 for _, each in work)
    is_heavy = any(_is_heavy(each) for each in legs)
    is_fast = session.kind is SessionKind.POWER and bool(legs) and flag("economy_power_counts")
    jumps = contacts >= number("economy_contacts_least")
    if is_heavy:
        return Method.COMBINED if is_fast or jumps else Method.HEAVY
    if jumps:
        return Method.PLYOMETRIC
    if is_fast:
        return Method.EXPLOSIVE
    return Method.LIGHT if legs else Method.NO_LEGS


def _work(session: PlannedSession) -> Iterator[tuple[str, Iterable[PrescribedSet]]]:
    """Yield the exercises with their sets, of a session that was done those done."""
    if session.outcome is not None and session.outcome.exercises:
        yield from ((each.exercise, each.sets) for each in session.outcome.exercises)
        return
    yield from ((each.exercise, each.sets) for each in session.exercises if each.role is not Role.WARM_UP)


def _is_heavy(each: PrescribedSet) -> bool:
    """Tell whether a set is done with at least 80 % of the maximum; without a reserve told it is not known.

    Source: D001, D036.
    """
    if each.load_kg is None or each.reps is None or each.rir is None:
        return False
    share = 1 / (1 + (each.reps + each.rir) / number("epley_divisor"))
    return share * _PERCENT >= number("strength_load_floor")
