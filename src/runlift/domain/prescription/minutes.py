"""The time a session takes, computed from its sets."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PrescribedExercise, PrescribedSet

_SECONDS_PER_MINUTE = 60


def seconds_of(prescribed: PrescribedExercise, exercise: Exercise) -> int:
    """Return the seconds an exercise takes: setting up, every set, every rest [s]."""
    loaded = any(one.load_kg is not None for one in prescribed.sets)
    working = sum(seconds_of_set(one, exercise, prescribed.tempo) for one in prescribed.sets)
    resting = sum(one.rest_s for one in prescribed.sets)
    return int(number("setup_loaded" if loaded else "setup_bodyweight")) + working + resting


def seconds_of_set(one: PrescribedSet, exercise: Exercise, tempo: str) -> int:
    """Return the seconds of work in a set [s].

    Source: P021.
    """
    if one.seconds is not None:
        return one.seconds
    if one.contacts is not None:
        per_contact = cast("dict[str, float]", constant("seconds_per_contact").value)
        return ceil(one.contacts * per_contact[exercise.impact.value])
    return (one.reps or 0) * seconds_per_rep(tempo)


def seconds_per_rep(tempo: str) -> int:
    """Return the seconds of one repetition at a tempo such as `3-0-1`, or `fast` [s]."""
    usual = int(number("seconds_per_rep"))
    counted = [int(part) for part in tempo.split("-") if part.isdecimal()]
    return max(usual, sum(counted))


def warm_up_seconds(minutes: int) -> int:
    """Return the seconds of easy warm-up of a session with so many minutes [s].

    Source: F18, P022.
    """
    long_enough = minutes >= number("warm_up_long_from")
    return int(number("warm_up_seconds" if long_enough else "warm_up_short"))


def minutes_of(
    prescribed: Iterable[PrescribedExercise], exercises: Mapping[str, Exercise], warm_up_s: int
) -> int:
    """Return the whole minutes of a session, begun minutes counted in full [min]."""
    total = warm_up_s + sum(seconds_of(one, exercises[one.exercise]) for one in prescribed)
    return ceil(total / _SECONDS_PER_MINUTE)
