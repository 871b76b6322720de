"""Exercises that were not done while something hurt: they come back as after a break of as many days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from runlift.domain.adjustment.breaks import after_break, load_after_break
from runlift.domain.adjustment.standing import in_order_done
from runlift.domain.complaint.complaint import complaints
from runlift.domain.complaint.course import open_complaint, pains_of
from runlift.domain.complaint.rules import restrictions_for
from runlift.domain.diary.entry import ComplaintTold
from runlift.domain.evidence import evidence_of
from runlift.domain.plan.done import done_at
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from runlift.domain.complaint.course import PainTold
    from runlift.domain.diary.diary import Diary
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.body import Lock, Stage
    from runlift.domain.plan.easing import Restriction
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PlannedSession

_AMOUNT = attrgetter("load_kg", "reps", "seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Days on which exercises rested because something hurt.

    Attributes:
        exercises: Ids of the exercises.
        first: First day.
        until: First day after them; None while it lasts.
    """

    exercises: Collection[str]
    first: date
    until: date | None = None

    def is_between(self, last: date, back: date) -> bool:
        """Tell whether some of it lies after one day and before another."""
        return self.first < back and (self.until is None or self.until > last)


def rests_of(restrictions: Iterable[Restriction]) -> tuple[Rest, ...]:
    """Return the days on which exercises were left out."""
    return tuple(
        Rest(exercises=frozenset(each.exercises), first=each.first, until=each.until) for each in restrictions
    )


def rests_of_complaints(diary: Diary, exercises: Mapping[str, Exercise], *, today: date) -> Iterator[Rest]:
    """Yield the days on which complaints left exercises out, by what was known on each of them.

    Args:
        diary: All that was told.
        exercises: The catalogue by id.
        today: The day it is.
    """
    for told in diary.of_kind(ComplaintTold):
        if told.complaint in complaints() and told.first <= today:
            yield from _of_complaint(told, pains_of(told, diary, today=today), exercises)


def _of_complaint(
    told: ComplaintTold, pains: Sequence[PainTold], exercises: Mapping[str, Exercise]
) -> Iterator[Rest]:
    cleared, over = told.cleared_from, told.over_from
    days = {told.first, *(one.date for one in pains), *((cleared,) if cleared else ())}
    known: dict[tuple[Stage, Lock, bool, bool], frozenset[str]] = {}
    for day, then in pairwise((*sorted(each for each in days if each >= told.first), over)):
        as_then = replace(told, cleared_from=None) if cleared and cleared > day else told
        one = open_complaint(as_then, [each for each in pains if each.date <= day])
        state = one.stage, one.lock, one.severe, one.too_much
        if state not in known:
            found = restrictions_for((one,), exercises)
            known[state] = frozenset(id_ for each in found for id_ in each.exercises)
        yield Rest(exercises=known[state], first=day, until=then)


def as_rested(
    stands: Mapping[str, Progress],
    sessions: Sequence[PlannedSession],
    resting: Sequence[Rest],
    *,
    back: date,
) -> tuple[Mapping[str, Progress], Mapping[str, Reason]]:
    """Return where each exercise stands after what rested because something hurt, and why it asks for less.

    Args:
        stands: Where each stands, by id.
        sessions: Sessions of the past with their outcomes.
        resting: Days on which exercises rested.
        back: Day of the next session.

    Source: J020, D097, D098, D099, D100
    """
    lighter = dict(stands)
    reasons: dict[str, Reason] = {}
    for id_, (last, reached) in _last_reached(sessions).items():
        days = (back - last).days
        if not any(id_ in rest.exercises and rest.is_between(last, back) for rest in resting):
            continue
        after = after_break(reached, days)
        if id_ in stands and _AMOUNT(after) < _AMOUNT(stands[id_]):
            lighter[id_] = after
            reasons[id_] = Reason.of(
                "rested_while_it_hurt",
                ("J020", *evidence_of("break_load")),
                days=days,
                load_percent=round(load_after_break(days) * 100),
            )
    return lighter, reasons


def _last_reached(sessions: Sequence[PlannedSession]) -> dict[str, tuple[date, Progress]]:
    """Return the day on which each exercise was done last, and where that left it, by id."""
    return {
        each.exercise: (done_at(session).date(), each.stands)
        for session in in_order_done(sessions)
        for each in (session.outcome.exercises if session.outcome else ())
        if each.stands is not None
    }
