"""Fit a session into the steps that a watch takes: fold the least of it that is enough."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from runlift.domain.plan.session import Role, Side
from runlift.formats.workout.session_step import exercise_step, opening_step, rest_step, set_step
from runlift.formats.workout.step import Part, Sport, Step, Workout, repeated
from runlift.wording.names import SESSION_NAMES, day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet


class Fold(IntEnum):
    """How much of a session is folded; each folds what those before it do as well."""

    NONE = 0
    SIDES = 1  # left and right are one step, and the short rest between them is left to the runner
    WARM_UP = 2  # exercises of the warm-up are told in the opening step
    LEAD_UP = 3  # sets that lead up to the working sets are told in the first of those
    RESTS = 4  # rests are told in the notes
    EXERCISES = 5  # an exercise is one step with its sets in the notes

    @property
    def words(self) -> str:
        """What was folded, in words."""
        return (
            "every set and rest is a step",
            "left and right are one step",
            "the warm-up is told in the first step",
            "lead-up sets are told in the notes",
            "rests are told in the notes",
            "each exercise is one step with its sets in the notes",
        )[self]


def folded_workout(session: PlannedSession, units: Units, most_steps: int) -> tuple[Workout, Fold]:
    """Return a session as a workout of at most so many steps, and how it was folded for that.

    With fewer steps than the session has exercises, all that can be folded is.
    """
    for fold in Fold:
        workout = session_workout(session, units, fold)
        if workout.size <= most_steps:
            return workout, fold
    return session_workout(session, units, Fold.EXERCISES), Fold.EXERCISES


def session_workout(session: PlannedSession, units: Units, fold: Fold) -> Workout:
    """Return a session as a workout, folded so far."""
    told = [each for each in session.exercises if fold >= Fold.WARM_UP and each.role is Role.WARM_UP]
    parts: list[Part] = [opening_step(session, told, units)]
    for exercise in session.exercises:
        if exercise not in told:
            parts += _exercise_parts(exercise, units, fold)
    return Workout(
        uid=session.uid,
        name=f"{SESSION_NAMES[session.kind]} {day_words(session.date)}",
        sport=Sport.STRENGTH,
        starts_at=session.starts_at,
        parts=tuple(parts),
        imperial=units.value == "imperial",
    )


def _exercise_parts(exercise: PrescribedExercise, units: Units, fold: Fold) -> tuple[Part, ...]:
    if fold >= Fold.EXERCISES:
        return (exercise_step(exercise, units),)
    sets: Sequence[PrescribedSet] = exercise.sets
    working = [each for each in sets if not each.warm_up]
    lead_up = fold >= Fold.LEAD_UP and bool(working) and len(working) < len(sets)
    sets = working if lead_up else sets
    one_side = _one_side(sets) if fold >= Fold.SIDES else ()
    rounds = [
        _round(exercise, each, units, fold, each_side=bool(one_side), lead_up=lead_up and at == 0)
        for at, each in enumerate(one_side or sets)
    ]
    return repeated(rounds)


def _round(
    exercise: PrescribedExercise,
    each: PrescribedSet,
    units: Units,
    fold: Fold,
    *,
    each_side: bool,
    lead_up: bool,
) -> tuple[Step, ...]:
    tells_rest = fold >= Fold.RESTS
    work = set_step(exercise, each, units, each_side=each_side, tells_rest=tells_rest, tells_lead_up=lead_up)
    return (work,) if tells_rest or not each.rest_s else (work, rest_step(each.rest_s))


def _one_side(sets: Sequence[PrescribedSet]) -> tuple[PrescribedSet, ...]:
    """Return the sets of one side with the rest that follows both; none where the sides differ."""
    left = [each for each in sets if each.side is Side.LEFT]
    right = [each for each in sets if each.side is Side.RIGHT]
    if not left or len(left) + len(right) != len(sets):
        return ()
    same = [replace(each, side=Side.BOTH, rest_s=0) for each in left] == [
        replace(each, side=Side.BOTH, rest_s=0) for each in right
    ]
    rests = [max(pair.rest_s for pair in both) for both in zip(left, right, strict=False)]
    return tuple(replace(each, rest_s=rest) for each, rest in zip(right, rests, strict=True)) if same else ()
