"""The work of each session: what was done of it, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import amount_of, as_prescribed
from runlift.domain.adjustment.logged import logged_sessions
from runlift.domain.adjustment.matching import matched, planned_sessions
from runlift.domain.diary.entry import SetDone, SetKind
from runlift.domain.evidence import flag, number
from runlift.domain.exercise.exercise import Family, LoadType
from runlift.domain.plan.session import PrescribedExercise, Role

if TYPE_CHECKING:
    import datetime as dt  # work has a `date` of its own
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from runlift.domain.adjustment.logged import Logged
    from runlift.domain.diary.diary import Diary
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

NOT_STRENGTH = frozenset({Family.MOBILITY, Family.FOAM_ROLLING})
"""Families whose sets are counted nowhere as strength work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One exercise of one session, done or asked for.

    Attributes:
        date: The day.
        session: Id of the session.
        written: The exercise with its sets, sides written out, as plans write them.
        drops: Sets straight after another one with less load: part of the set before them.
        untold: How many working sets count as hard though their reserve is neither told nor asked for.
        known: Whether the catalogue knows the exercise.
    """

    date: dt.date
    session: str
    written: PrescribedExercise
    drops: tuple[PrescribedSet, ...] = ()
    untold: int = 0
    known: bool = True


def work_asked(sessions: Iterable[PlannedSession], *, excused: Collection[dt.date] = ()) -> tuple[Work, ...]:
    """Return the work that a plan asked for, without what illness took.

    Args:
        sessions: Sessions of the plan, those of the past with their outcomes.
        excused: Days of illness.
    """
    return tuple(
        Work(date=session.date, session=session.uid, written=each)
        for session in planned_sessions(tuple(sessions))
        if session.date not in excused or (session.outcome and session.outcome.result.is_trained)
        for each in session.exercises
    )


def work_done(
    diary: Diary, sessions: Iterable[PlannedSession], exercises: Mapping[str, Exercise], *, today: dt.date
) -> tuple[Work, ...]:
    """Return the work told until a day, in order of time.

    A session that is only said to be done was done as asked, and so was the warm-up, which nobody logs.

    Args:
        diary: What was told.
        sessions: Sessions of the plan that is followed; none where none is.
        exercises: The catalogue by id.
        today: The day it is.
    """
    told = [one for one in trained(diary) if one.date <= today]
    planned = planned_sessions(tuple(sessions))
    by_id = {session.uid: session for session in planned}
    stands_for = {one.id: by_id[uid] for uid, one in matched(planned, told).items()}
    return tuple(each for one in told for each in _work_of(one, stands_for.get(one.id), exercises))


def trained(diary: Diary) -> tuple[Logged, ...]:
    """Return the sessions in which something was done: said to be done, or a working set is told.

    Source: PG02.
    """
    least = number("session_done_from_sets")
    return tuple(
        one
        for one in logged_sessions(diary)
        if one.is_done
        and (not one.sets or sum(1 for each in one.sets if each.kind is not SetKind.WARM_UP) >= least)
    )


def _work_of(
    one: Logged, session: PlannedSession | None, exercises: Mapping[str, Exercise]
) -> Iterator[Work]:
    asked = {each.exercise: each for each in session.exercises} if session else {}
    told: dict[str, list[SetDone]] = {}
    for each in one.sets:
        told.setdefault(each.exercise or each.name, []).append(each)
    for written in asked.values():
        if written.exercise not in told and (not one.sets or written.role is Role.WARM_UP):
            yield Work(date=one.date, session=one.id, written=written)
    for name, sets in told.items():
        yield _told(one, sets, asked.get(name) or _unasked(name, exercises), exercises)


def _told(
    one: Logged, sets: Sequence[SetDone], asked: PrescribedExercise, exercises: Mapping[str, Exercise]
) -> Work:
    exercise = exercises.get(asked.exercise)
    drops = [each for each in sets if each.kind is SetKind.DROP and not flag("drop_set_is_hard")]
    written = as_prescribed((each for each in sets if each not in drops), asked.sets, exercise)
    reserve = _reserve_asked(asked)
    return Work(
        date=one.date,
        session=one.id,
        written=replace(asked, sets=tuple(_with_reserve(each, reserve) for each in written)),
        drops=as_prescribed(drops, asked.sets, exercise),
        untold=sum(1 for each in sets if _is_untold(each)) if reserve is None else 0,
        known=exercise is not None,
    )


def _is_untold(each: SetDone) -> bool:
    return each.kind is SetKind.WORK and each.rir is None and each.reps is not None and amount_of(each) > 0


def _reserve_asked(asked: PrescribedExercise) -> float | None:
    """Return the reserve that the plan asked for in the working sets; None where it asked for none [RIR]."""
    return next((each.rir for each in asked.sets if not each.warm_up), None)


def _with_reserve(each: PrescribedSet, asked: float | None) -> PrescribedSet:
    """Take a set whose reserve is not told to be as near to the limit as asked, else a hard set.

    Source: PG09.
    """
    if each.rir is not None or each.warm_up:
        return each
    if asked is None and not flag("untold_effort_is_hard"):
        return replace(each, warm_up=True)
    return replace(each, rir=asked)


def _unasked(name: str, exercises: Mapping[str, Exercise]) -> PrescribedExercise:
    exercise = exercises.get(name)
    role = Role.ACCESSORY
    if exercise is not None and exercise.family in NOT_STRENGTH:
        role = Role.MOBILITY
    elif exercise is not None and exercise.load_type is LoadType.CONTACTS:
        role = Role.POWER
    return PrescribedExercise(exercise=name, role=role, sets=())
