"""Which sets say something about a lift, and the sessions they make."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SetKind
from runlift.domain.evidence import number
from runlift.domain.strength.lift import Lift, Measure
from runlift.domain.strength.observation import KeptOut, Observation, Session, WhyKeptOut
from runlift.domain.strength.one_rm import one_rm_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def sorted_out(
    sets: Iterable[Observation], *, lift: Lift, as_of: date
) -> tuple[tuple[Session, ...], tuple[KeptOut, ...]]:
    """Return the sessions up to a day, oldest first, and the sets that say nothing, with why."""
    told = sorted((each for each in sets if each.done_at.date() <= as_of), key=_in_order)
    reasons = [(each, why_kept_out(each, lift)) for each in told]
    useful = [each for each, why in reasons if why is None]
    kept_out = tuple(KeptOut(set=each, why=why) for each, why in reasons if why is not None)
    return _sessions(useful), kept_out


def why_kept_out(each: Observation, lift: Lift) -> WhyKeptOut | None:
    """Return why a set says nothing about a lift, whatever the others say; None when it may.

    Source: Q025, Q026.
    """
    if each.kind is SetKind.WARM_UP:
        return WhyKeptOut.WARM_UP
    if each.kind is SetKind.DROP:
        return WhyKeptOut.DROP
    if not _is_possible(each):
        return WhyKeptOut.IMPOSSIBLE
    return _why_not_measured(each, lift)


def best_of(sets: Iterable[Observation], lift: Lift) -> Observation | None:
    """Return the set that shows most, counting the reserve that was told; sets far from failure show none."""
    near_failure = [each for each in sets if not is_bound(each, lift)]
    return max(near_failure, key=lambda each: _rank(each, lift), default=None)


def is_bound(each: Observation, lift: Lift) -> bool:
    """Whether a set only tells what can be done at the least.

    Source: D024, Q022.
    """
    counted = lift.measure in {Measure.ONE_RM, Measure.REPS}
    return counted and each.reserve is not None and each.reserve >= number("strength_bound_from_rir")


def _rank(each: Observation, lift: Lift) -> tuple[float, int, bool, float]:
    """Rank by what a set shows; of equal ones the one that tells more, whatever their order."""
    if lift.measure is Measure.ONE_RM:
        shows = one_rm_of(each.load_kg + lift.body_kg, each.reps + (each.reserve or 0.0))
    elif lift.measure is Measure.REPS:
        shows = each.reps + (each.reserve or 0.0)
    else:
        shows = each.load_kg if lift.measure is Measure.LOAD else float(each.seconds)
    return shows, each.reps, each.reserve is not None, -1.0 if each.rir is None else each.rir


def _why_not_measured(each: Observation, lift: Lift) -> WhyKeptOut | None:
    if lift.measure is Measure.SECONDS:
        return None if each.seconds > 0 else WhyKeptOut.NOT_COUNTED
    if lift.measure is Measure.LOAD:
        enough = each.seconds > 0 or each.reps >= number("own_terms_least_reps")
        return None if enough and each.load_kg > 0 else WhyKeptOut.NOT_COUNTED
    if each.reps < 1:
        return WhyKeptOut.NOT_COUNTED
    if lift.measure is Measure.REPS:
        other = each.load_kg > 0 or each.band != lift.band
        return WhyKeptOut.OTHER_TERMS if other else None
    if each.load_kg + lift.body_kg <= 0:
        return WhyKeptOut.NOT_COUNTED
    return WhyKeptOut.TOO_MANY_REPS if each.reps > number("strength_most_reps") else None


def _is_possible(each: Observation) -> bool:
    return (
        0 <= each.load_kg <= number("possible_load")
        and 0 <= each.reps <= number("possible_reps")
        and 0 <= each.seconds <= number("possible_seconds")
    )


def _sessions(sets: list[Observation]) -> tuple[Session, ...]:
    """Group sets by session; a session belongs to the day of its first set."""
    by_session = sorted(sets, key=lambda each: each.session)
    made = [tuple(group) for _, group in groupby(by_session, key=lambda each: each.session)]
    made.sort(key=lambda group: (min(each.done_at for each in group), group[0].session))
    return tuple(Session(day=min(each.done_at for each in group).date(), sets=group) for group in made)


def _in_order(each: Observation) -> tuple[object, ...]:
    """Order sets so that what comes out does not depend on how they came in."""
    told = -1.0 if each.rir is None else each.rir
    return each.done_at, each.session, each.load_kg, each.reps, each.seconds, told, each.kind.value, each.band
