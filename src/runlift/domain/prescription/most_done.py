"""The heaviest load done of each exercise, on the rack or off it: a gap of the kit is measured from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.plan.done import exercises_done
from runlift.domain.plan.session import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.plan.session import PlannedSession, Side


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class MostDone:
    """The heaviest load done with one side, or both.

    Attributes:
        load_kg: Load [kg].
        reps: Most repetitions done with it.
    """

    load_kg: float
    reps: int


def most_done(sessions: Iterable[PlannedSession]) -> Mapping[str, tuple[MostDone, ...]]:
    """Return the heaviest load done of each exercise with each side of the body, by id.

    Args:
        sessions: Sessions of the past with their outcomes; missed ones have nothing done.
    """
    found: dict[str, dict[Side, MostDone]] = {}
    done = (each for session in sessions if session.outcome is not None for each in exercises_done(session))
    for each in done:
        for one in each.sets if each.role is not Role.WARM_UP else ():
            if one.load_kg and one.reps and not one.warm_up:
                most = MostDone(load_kg=one.load_kg, reps=one.reps)
                sides = found.setdefault(each.exercise, {})
                sides[one.side] = max(most, sides.get(one.side, most))
    return {id_: tuple(sides.values()) for id_, sides in found.items()}
