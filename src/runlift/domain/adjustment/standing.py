"""Where each exercise stands after all that was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.adjustment.breaks import after_break, breaks
from runlift.domain.plan.done import done_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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
    known: Mapping[date, date] | None = None,
) -> Mapping[str, Progress]:
    """Return where each exercise stands, by id; a break costs what was reached before it.

    Args:
        sessions: Sessions of the past with their outcomes.
        ill: Days on which nothing was trained because of illness.
        back: Day of the next session.
        known: Breaks that the version before knew.
    """
    ended = {one.back: one.days for one in breaks(sessions, ill, back=back, known=known)}
    stands: dict[str, Progress] = {}
    for session in in_order_done(sessions):
        days = ended.pop(done_at(session).date(), 0)
        stands = {id_: after_break(progress, days) for id_, progress in stands.items()} if days else stands
        stands |= {each.exercise: each.stands for each in _outcomes(session) if each.stands is not None}
    days = ended.get(back, 0)
    return {id_: after_break(progress, days) for id_, progress in stands.items()} if days else stands


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
