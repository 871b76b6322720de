"""A workout as the JSON of Garmin Connect's workout service.

The service is not documented for the public; the numbers below are those that open clients send. The file is
offered for such clients: nothing is sent from here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from runlift.application.error import InputError
from runlift.formats.workout.step import Effort, Repeat, Sport, Until
from runlift.formats.workout_fit.exercise_name import Match, fit_names
from runlift.formats.workout_fit.limits import NAME_BYTES, NOTES_BYTES, beyond_format, short_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.formats.workout.step import Part, Step, Workout

Document = dict[str, Any]

GRAMS = 1000
KILOGRAM = {"unitId": 8, "unitKey": "kilogram", "factor": 1000.0}
SPORTS = {
    Sport.RUNNING: {"sportTypeId": 1, "sportTypeKey": "running"},
    Sport.STRENGTH: {"sportTypeId": 5, "sportTypeKey": "strength_training"},
}
STEP_TYPES = {
    Effort.WARM_UP: {"stepTypeId": 1, "stepTypeKey": "warmup"},
    Effort.COOL_DOWN: {"stepTypeId": 2, "stepTypeKey": "cooldown"},
    Effort.WORK: {"stepTypeId": 3, "stepTypeKey": "interval"},
    Effort.REST: {"stepTypeId": 5, "stepTypeKey": "rest"},
}
REPEAT = {"stepTypeId": 6, "stepTypeKey": "repeat"}
CONDITIONS = {
    Until.BUTTON: {"conditionTypeId": 1, "conditionTypeKey": "lap.button"},
    Until.TIME: {"conditionTypeId": 2, "conditionTypeKey": "time"},
    Until.DISTANCE: {"conditionTypeId": 3, "conditionTypeKey": "distance"},
    Until.REPS: {"conditionTypeId": 10, "conditionTypeKey": "reps"},
}
ITERATIONS = {"conditionTypeId": 7, "conditionTypeKey": "iterations"}
NO_TARGET = {"workoutTargetTypeId": 1, "workoutTargetTypeKey": "no.target"}


def dump_connect(workout: Workout) -> bytes:
    """Write a workout as JSON in UTF-8; the same workout gives the same bytes.

    Raises:
        InputError: It holds what a workout cannot.
    """
    wrong = beyond_format(workout)
    if wrong:
        raise InputError(wrong)
    return (json.dumps(connect_document(workout), ensure_ascii=False, indent=1) + "\n").encode()


def connect_document(workout: Workout) -> Document:
    """Return a workout as the values of the service; steps are numbered from 1 through repeats as well."""
    sport = SPORTS[workout.sport]
    orders = iter(range(1, workout.size + 1))
    return {
        "workoutName": short_text(workout.name, NAME_BYTES),
        "sportType": sport,
        "workoutSegments": [
            {
                "segmentOrder": 1,
                "sportType": sport,
                "workoutSteps": [_part(part, orders) for part in workout.parts],
            }
        ],
    }


def _part(part: Part, orders: Iterator[int]) -> Document:
    if not isinstance(part, Repeat):
        return _step(part, next(orders))
    return {
        "type": "RepeatGroupDTO",
        "stepOrder": next(orders),
        "stepType": REPEAT,
        "numberOfIterations": part.times,
        "endCondition": ITERATIONS,
        "endConditionValue": float(part.times),
        "workoutSteps": [_step(step, next(orders)) for step in part.steps],
    }


def _step(step: Step, order: int) -> Document:
    document: Document = {
        "type": "ExecutableStepDTO",
        "stepOrder": order,
        "stepType": STEP_TYPES[step.effort],
        "endCondition": CONDITIONS[step.lasts.until],
        "targetType": NO_TARGET,
    }
    if step.lasts.until is not Until.BUTTON:
        document["endConditionValue"] = float(step.lasts.amount)
    return document | _exercise(step) | _load(step) | _notes(step)


def _exercise(step: Step) -> Document:
    name = fit_names().get(step.exercise)
    if name is None:
        return {}
    told = {"exerciseName": name.name.upper()} if name.name else {}
    return {"category": name.category.upper()} | told


def _load(step: Step) -> Document:
    if step.load_kg is None:
        return {}
    return {"weightValue": round(step.load_kg * GRAMS, 1), "weightUnit": KILOGRAM}


def _notes(step: Step) -> Document:
    """Return the notes, the exercise's own name first where the service calls it something else."""
    name = fit_names().get(step.exercise)
    is_told = name is not None and name.match is Match.EXACT
    own = "" if is_told or step.effort is Effort.REST else step.title
    words = ": ".join(each for each in (own, step.notes) if each)
    return {"description": short_text(words, NOTES_BYTES)} if words else {}
