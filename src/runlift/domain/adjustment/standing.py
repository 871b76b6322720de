"""Where each exercise stands after all that was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.adjustment.breaks import NOTHING_KNOWN, KnownBreaks, after_break, breaks
from runlift.domain.plan.done import done_at
from runlift.domain.plan.outcome import ExerciseResult, SessionOutcome, SessionResult

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.outcome import ExerciseOutcome
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PlannedSession


def standing(
    sessions: Sequence[PlannedSession],
    ill: Sequence[Easing],
    *,
    back: date,
    legs_back: date | None = None,
    known: KnownBreaks = NOTHING_KNOWN,
    legs: Collection[str] = (),
) -> Mapping[str, Progress]:
    """Return where each exercise stands, by id; a break costs what was reached before it.

    The legs have breaks of their own: sessions of which only the rest was done keep up nothing of them.

    Args:
        sessions: Sessions of the past with their outcomes.
        ill: Days on which nothing was trained because of illness.
        back: Day of the next session.
        legs_back: Day of the next session that loads the legs; None for the next one.
        known: Breaks that the version before knew.
        legs: Ids of the exercises that load the legs.
    """
    all_of = _standing(sessions, sessions, ill, back, known.whole)
    of_legs = _standing(sessions, seen_by_the_legs(sessions, legs), ill, legs_back or back, known.legs)
    return {id_: (of_legs if id_ in legs else all_of)[id_] for id_ in all_of}


def _standing(
    sessions: Sequence[PlannedSession],
    counting: Sequence[PlannedSession],
    ill: Sequence[Easing],
    back: date,
    known: Mapping[date, date],
) -> dict[str, Progress]:
    """Return where each exercise stands when breaks are those between the sessions that count."""
    ended = {one.back: one.days for one in breaks(counting, ill, back=back, known=known)}
    stands: dict[str, Progress] = {}
    for session in in_order_done(sessions):
        days = ended.pop(done_at(session).date(), 0)
        stands = {id_: after_break(progress, days) for id_, progress in stands.items()} if days else stands
        stands |= {each.exercise: each.stands for each in _outcomes(session) if each.stands is not None}
    days = ended.get(back, 0)
    return {id_: after_break(progress, days) for id_, progress in stands.items()} if days else stands


def seen_by_the_legs(sessions: Iterable[PlannedSession], legs: Collection[str]) -> list[PlannedSession]:
    """Return the sessions that the legs know of; one whose leg work was left out counts as missed."""
    return [seen for session in sessions if (seen := _seen(session, legs)) is not None]


def _seen(session: PlannedSession, legs: Collection[str]) -> PlannedSession | None:
    done = {each.exercise for each in _outcomes(session) if each.result is not ExerciseResult.LEFT_OUT}
    asked = {each.exercise for each in session.exercises}
    trained = session.outcome is not None and session.outcome.result.is_trained
    if not trained or not done.isdisjoint(legs):
        return session
    missed = replace(session, outcome=SessionOutcome(result=SessionResult.MISSED))
    return None if asked.isdisjoint(legs) else missed


def latest_outcomes(sessions: Iterable[PlannedSession]) -> Mapping[str, ExerciseOutcome]:
    """Return the last outcome of each exercise that was done, by id."""
    return {
        each.exercise: each
        for session in in_order_done(sessions)
        for each in _outcomes(session)
        if each.stands is not None
    }


def in_order_done(sessions: Iterable[PlannedSession]) -> list[PlannedSession]:
    """Return sessions in the order in which they were done."""
    return sorted(sessions, key=lambda one: (done_at(one), one.uid))


def _outcomes(session: PlannedSession) -> tuple[ExerciseOutcome, ...]:
    return session.outcome.exercises if session.outcome else ()
