"""What was done last of each exercise: the most that is asked of it on days on which less is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.plan.done import as_done
from runlift.domain.plan.session import Role, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runlift.domain.plan.session import PlannedSession, PrescribedExercise


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDone:
    """An exercise as it was done last.

    Attributes:
        date: Day on which it was done.
        sets: Working sets; of a one-sided exercise, those of one side.
        reps: Most repetitions of a set; 0 where none were counted.
        seconds: Longest set [s]; 0 where none was timed.
        contacts: Foot contacts in all, both sides; 0 where none were counted.
        load_kg: Heaviest load of a working set [kg].
    """

    date: date
    sets: int
    reps: int
    seconds: int
    contacts: int
    load_kg: float


def last_done(sessions: Iterable[PlannedSession]) -> Mapping[str, LastDone]:
    """Return what was done last of each exercise, by id.

    Args:
        sessions: Sessions of the past with their outcomes.
    """
    found: dict[str, LastDone] = {}
    for session in as_done(sessions):
        done = (each for each in session.exercises if session.outcome and each.role is not Role.WARM_UP)
        found |= {
            each.exercise: one for each in done if (one := _as_last_done(each, session.date)) is not None
        }
    return found


def _as_last_done(done: PrescribedExercise, day: date) -> LastDone | None:
    working = [one for one in done.sets if not one.warm_up]
    if not working:
        return None
    return LastDone(
        date=day,
        sets=max(sum(1 for one in working if one.side in {side, Side.BOTH}) for side in Side),
        reps=max(one.reps or 0 for one in working),
        seconds=max(one.seconds or 0 for one in working),
        contacts=sum(one.contacts or 0 for one in working),
        load_kg=max(one.load_kg or 0.0 for one in working),
    )
