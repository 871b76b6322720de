"""The warm-up of a session: some easy minutes and the movements to come, without load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number
from runlift.domain.exercise.exercise import Exercise, Family, LoadType
from runlift.domain.plan.session import PrescribedExercise, PrescribedSet, Role, Side
from runlift.domain.prescription.candidates import is_familiar, no_new_exercise_before_race
from runlift.domain.prescription.minutes import warm_up_seconds
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.situation import Situation

_SECONDS_PER_MINUTE = 60
_SIDES = (Side.LEFT, Side.RIGHT)


def warm_up_moves(
    exercises: Mapping[str, Exercise],
    situation: Situation,
    ledger: Ledger,
    session: tuple[Exercise, ...],
) -> tuple[PrescribedExercise, ...]:
    """Return the movements of the warm-up, done inside its easy minutes: those that share most muscles.

    Args:
        exercises: The catalogue.
        situation: The session.
        ledger: What was prescribed so far.
        session: What the session trains.
    """
    trained = {muscle for exercise in session for muscle in exercise.primary_muscles}
    held = {exercise.id for exercise in session}
    doable = {exercise.id for exercise in situation.doable}
    fitting = [
        exercise
        for exercise in exercises.values()
        if exercise.id in doable
        and exercise.family is Family.MOBILITY
        and exercise.load_type is LoadType.REPS
        and exercise.level == 1
        and not exercise.equipment
        and exercise.id not in held
        and no_new_exercise_before_race(exercise, situation, ledger)
    ]
    fitting.sort(key=lambda one: (-len(trained & set(one.primary_muscles)), one.id))
    most = int(number("warm_up_moves")) if situation.minutes >= number("warm_up_long_from") else 1
    return tuple(_move(exercise, situation, ledger) for exercise in fitting[:most])


def warm_up_reason(situation: Situation) -> Reason:
    """Return why and how long the session begins easily [min]."""
    minutes = warm_up_seconds(situation.minutes) / _SECONDS_PER_MINUTE
    return Reason.of("warm_up", evidence_of("warm_up_seconds"), minutes=round(minutes, 1))


def _move(exercise: Exercise, situation: Situation, ledger: Ledger) -> PrescribedExercise:
    sides = _SIDES if exercise.unilateral else (Side.BOTH,)
    return PrescribedExercise(
        exercise=exercise.id,
        role=Role.WARM_UP,
        sets=tuple(
            PrescribedSet(reps=int(number("mobility_reps")), side=side, warm_up=True) for side in sides
        ),
        new=not is_familiar(exercise, situation, ledger),
    )
