"""Rules on the return after a break, which is found anew from what was done, missed and told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number, pair
from runlift.domain.plan.session import LegStress, Side
from runlift.domain.safety.kit import loads
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.windows import kit_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from runlift.domain.plan.session import PlannedSession, PrescribedSet
    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach
    from runlift.domain.safety.work import Work

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Two weeks or more without strength work, or without work for the legs.

    Attributes:
        last: Day of the last session before it.
        back: Day of the first session after it.
    """

    last: date
    back: date

    @property
    def days(self) -> int:
        """How long it lasted [days]."""
        return (self.back - self.last).days

    def __contains__(self, day: object) -> bool:
        """Tell whether a day is one of the return: the first one, or one of two weeks after a long break."""
        long = self.days >= number("break_reentry_from")
        until = self.back + (number("break_reentry_days") if long else 1) * DAY
        return self.back <= cast("date", day) < until


def loads_after_a_break(case: Case) -> Iterator[Breach]:
    """Refuse a load above the share of the highest before a break that is left after it."""
    for lift, work, one in _returns(case):
        share = _share("break_load", one.days)
        for each in work.sets:
            before = _highest_load(case, one, work, each)
            if each.load_kg is None or before is None:
                continue
            most = max(share * before, _lightest(case, lift, each))
            if each.load_kg > most + number("checked_load_tolerance"):
                yield breach(
                    lift.date, lift.uid, work.exercise.id, load_kg=each.load_kg, most_kg=most, days=one.days
                )


def sets_after_a_break(case: Case) -> Iterator[Breach]:
    """Refuse more sets of an exercise than the share of those before a break that is asked after it."""
    for lift, work, one in _returns(case):
        if any(each.contacts is not None for each in work.sets):
            continue  # foot contacts have rules of their own
        before = max(map(_sets, _done_before(case, one, work)), default=pair("sets_per_exercise")[1])
        most = max(1, floor(_share("break_sets", one.days) * before + 0.5))
        if _sets(work) > most:
            yield breach(
                lift.date, lift.uid, work.exercise.id, sets=_sets(work), sets_most=most, days=one.days
            )


def legs_after_a_long_break(case: Case) -> Iterator[Breach]:
    """Refuse more than light leg work in the two weeks after a break of more than eight weeks."""
    for lift in _ahead(case):
        for one in _breaks(case, case.lifts, _missed(case)):
            longest = one.days >= number("break_restart_from") and lift.date in one
            if longest and lift.stress > LegStress.LIGHT:
                yield breach(lift.date, lift.uid, stress=lift.stress.word, days=one.days)


def _returns(case: Case) -> Iterator[tuple[Lift, Work, Break]]:
    """Yield the exercises that lie ahead in a return, with the longest break that they return from."""
    whole = _breaks(case, case.lifts, _missed(case))
    of_legs = _breaks(case, [lift for lift in case.lifts if _has_legs(lift)], _missed_by_the_legs(case))
    for lift in _ahead(case):
        for work in lift.works + lift.short_works:
            found = [*whole, *(of_legs if work.exercise.leg_load else ())]
            returned = [one for one in found if lift.date in one]
            if returned:
                yield lift, work, max(returned, key=lambda one: one.days)


def _breaks(case: Case, lifts: Iterable[Lift], missed: Collection[date]) -> list[Break]:
    """Return the breaks between these sessions: long, and with a session missed or an illness in them.

    What the plan itself leaves free, after a race for instance, is none.
    """
    found = []
    for last, back in pairwise(sorted({lift.date for lift in lifts})):
        was_missed = any(last < day < back for day in missed)
        was_ill = any(one.no_sessions and one.first < back and one.until > last for one in case.plan.easings)
        if (back - last).days >= number("checked_break_from") and (was_missed or was_ill):
            found.append(Break(last=last, back=back))
    return found


def _missed(case: Case) -> set[date]:
    return {one.date for one in case.plan.sessions if one.outcome and not one.outcome.result.is_trained}


def _missed_by_the_legs(case: Case) -> set[date]:
    return _missed(case) | {one.date for one in case.plan.sessions if _left_out_the_legs(case, one)}


def _left_out_the_legs(case: Case, session: PlannedSession) -> bool:
    if session.outcome is None:
        return False
    asked = {one.exercise for one in session.exercises}
    done = {one.exercise for one in session.outcome.exercises if one.sets}
    legs = {one.id for one in case.exercises.values() if one.leg_load}
    return not asked.isdisjoint(legs) and done.isdisjoint(legs)


def _has_legs(lift: Lift) -> bool:
    return any(work.exercise.leg_load for work in lift.works)


def _done_before(case: Case, one: Break, work: Work) -> Iterator[Work]:
    for lift in case.lifts:
        if lift.date <= one.last:
            yield from (done for done in lift.works if done.exercise.id == work.exercise.id and done.sets)


def _highest_load(case: Case, one: Break, work: Work, asked: PrescribedSet) -> float | None:
    """Return the highest load done of an exercise before a break, on the same side [kg]."""
    done = [
        each.load_kg
        for before in _done_before(case, one, work)
        for each in before.sets
        if each.load_kg is not None and each.side is asked.side
    ]
    return max(done, default=None)


def _lightest(case: Case, lift: Lift, one: PrescribedSet) -> float:
    made = loads(one.implement, kit_of(case.athlete, lift)) if one.implement else ()
    return min(made, default=0.0)


def _sets(work: Work) -> float:
    return sum(0.5 if one.side is not Side.BOTH else 1.0 for one in work.sets)


def _share(key: str, days: int) -> float:
    table = cast("list[list[float]]", constant(key).value)
    return next(share for least, share in reversed(table) if days >= least)


def _ahead(case: Case) -> Iterator[Lift]:
    return (lift for lift in case.lifts if lift.session.outcome is None)
