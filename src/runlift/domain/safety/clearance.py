"""Rules on the answers before training, found anew from what is known of the runner's body."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number
from runlift.domain.exercise.exercise import Impact
from runlift.domain.plan.body import Go
from runlift.domain.plan.session import LegStress
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach

_OF_THE_LEGS = ("families_of_legs", "legs_bear_weight", "bone_rests_also")


def no_session_before_somebody_was_asked(case: Case) -> Iterator[Breach]:
    """Refuse every session while the answers before training ask for somebody to be asked first."""
    if case.plan.body.clearance.outcome is Go.ASK:
        yield from (breach(lift.date, lift.uid) for lift in _ahead(case))


def no_heavy_session_under_a_limit(case: Case) -> Iterator[Breach]:
    """Refuse a session that is heavy on the legs while the answers allow light to moderate work only."""
    if "no_heavy" in case.plan.body.clearance.limits:
        yield from (breach(lift.date, lift.uid) for lift in _ahead(case) if lift.stress is LegStress.HEAVY)


def reserve_kept_under_a_limit(case: Case) -> Iterator[Breach]:
    """Refuse a set with fewer repetitions in reserve than the answers before training allow."""
    if "keep_reserve" not in case.plan.body.clearance.limits:
        return
    least = number("screening_reserve")
    for lift in _ahead(case):
        for work in lift.works:
            told = [one.rir for one in work.sets if one.rir is not None]
            if told and min(told) < least:
                yield breach(lift.date, lift.uid, work.exercise.id, rir=min(told), least=least)


def no_exercise_against_a_limit(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that the answers before training leave out."""
    limits = case.plan.body.clearance.limits
    for lift in _ahead(case):
        for work in (*lift.works, *lift.short_works):
            for limit in limits:
                if goes_against(work.exercise, limit):
                    yield breach(lift.date, lift.uid, work.exercise.id, limit=limit)


def goes_against(exercise: Exercise, limit: str) -> bool:
    """Tell whether a limit of the answers leaves an exercise out."""
    named = {exercise.id, exercise.pattern, exercise.family.value}
    jumps = exercise.impact is not Impact.NONE
    if limit == "no_jumps":
        return jumps
    if limit == "no_leg_load":
        loads = jumps or exercise.leg_load or exercise.pattern == "carry"
        return loads or any(
            not named.isdisjoint(cast("list[str]", constant(key).value)) for key in _OF_THE_LEGS
        )
    lists = cast("dict[str, list[str]]", constant("screening_left_out").value)
    return not named.isdisjoint(lists.get(limit, ()))


def _ahead(case: Case) -> Iterator[Lift]:
    return (lift for lift in case.lifts if lift.session.outcome is None)
