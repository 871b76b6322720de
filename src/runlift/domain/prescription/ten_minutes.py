"""The same session for a day on which there are ten minutes only."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number
from runlift.domain.plan.session import PrescribedExercise, Role
from runlift.domain.prescription.minutes import seconds_of
from runlift.domain.prescription.writing import written

if TYPE_CHECKING:
    from runlift.domain.prescription.selection import Option
    from runlift.domain.prescription.situation import Situation

_SECONDS_PER_MINUTE = 60
_MOST_VALUABLE = 6  # more are never among the best two or three, and would only cost time
_SECOND_SET = 0.33  # what the second set adds to the first
Short = tuple[float, int, PrescribedExercise]


def ten_minutes(chosen: tuple[Option, ...], situation: Situation) -> tuple[PrescribedExercise, ...]:
    """Return the two or three most valuable exercises that fit into ten minutes, in the session's order.

    Source: P022, D020.
    """
    training = [option for option in chosen if option.role is not Role.MOBILITY]
    best = sorted(training, key=lambda one: (-worth_when_short(one), one.work.exercise.id))[:_MOST_VALUABLE]
    best.sort(key=training.index)
    seconds = number("ten_minutes") * _SECONDS_PER_MINUTE - number("warm_up_short")
    shorts = [_shorts(option, situation) for option in best]
    fitting = [
        pick
        for size in range(1, int(number("ten_minutes_exercises")) + 1)
        for some in combinations(shorts, size)
        for pick in product(*some)
        if sum(short[1] for short in pick) <= seconds
    ]
    if not fitting:
        return ()
    winner = max(
        fitting, key=lambda pick: (sum(short[0] for short in pick), -sum(short[1] for short in pick))
    )
    return tuple(short[2] for short in winner)


def worth_when_short(option: Option) -> float:
    """Return what an exercise is worth in ten minutes: main lifts, then calves, then the trunk.

    Source: P022.
    """
    table = cast("dict[str, float]", constant("ten_minutes_worth").value)
    kind = "trunk" if option.group.startswith("core_") else option.role.value
    return table.get(option.group, table.get(kind, 0.0))


def _shorts(option: Option, situation: Situation) -> list[Short]:
    sets = (1,) if option.work.contacts is not None else (1, 2)
    found = []
    for count in sets:
        prescribed = written(option.work, count, situation)
        if len(prescribed.sets) <= len(option.prescribed.sets):
            worth = worth_when_short(option) * (1 + _SECOND_SET * (count - 1))
            found.append((worth, seconds_of(prescribed, option.work.exercise), prescribed))
    return found
