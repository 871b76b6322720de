"""The workouts of a plan as files: a strength session each, and a run each that has a structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.formats.workout import Fold, folded_workout, run_workout
from runlift.formats.workout_connect import dump_connect
from runlift.formats.workout_fit import beyond_format, dump_workout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.domain.quantity import DateSpan
    from runlift.formats.workout import Workout

STEPS_OF_CONNECT = 50  # the most that Garmin Connect gives a workout


class WorkoutFormat(StrEnum):
    """What a workout is written as."""

    FIT = "fit"
    GARMIN_JSON = "garmin-json"

    @property
    def suffix(self) -> str:
        """How the names of such files end."""
        return ".fit" if self is WorkoutFormat.FIT else ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutFile:
    """A workout as a file.

    Attributes:
        name: Name of the file.
        data: Its bytes.
        workout: What it holds.
        fold: How it was folded to its number of steps; None for a run.
    """

    name: str
    data: bytes
    workout: Workout
    fold: Fold | None


def workout_files(
    plan: Plan, span: DateSpan, form: WorkoutFormat, *, most_steps: int = STEPS_OF_CONNECT
) -> tuple[WorkoutFile, ...]:
    """Return the sessions to come and the runs with a structure of a span of days, in order.

    Raises:
        InputError: A workout holds what the format cannot, or takes more steps than wanted.
    """
    found = sorted(_workouts(plan, span, most_steps), key=lambda each: (each[0].starts_at, each[0].uid))
    wrong = [finding for workout, _ in found for finding in beyond_format(workout, most_steps)]
    if wrong:
        raise InputError(wrong)
    taken: set[str] = set()
    return tuple(
        WorkoutFile(
            name=_file_name(workout, form, taken),
            data=dump_workout(workout) if form is WorkoutFormat.FIT else dump_connect(workout),
            workout=workout,
            fold=fold,
        )
        for workout, fold in found
    )


def _workouts(plan: Plan, span: DateSpan, most_steps: int) -> Iterator[tuple[Workout, Fold | None]]:
    units = plan.athlete.units
    for session in plan.sessions:
        if session.date in span and session.outcome is None and session.exercises:
            yield folded_workout(session, units, most_steps)
    for timed in plan.runs:
        run = run_workout(timed, units) if timed.run.date in span else None
        if run is not None:
            yield run, None


def _file_name(workout: Workout, form: WorkoutFormat, taken: set[str]) -> str:
    """Return a name by day, hour and sport that no other workout has."""
    wanted = f"{workout.starts_at:%Y-%m-%d-%H%M}-{workout.sport.value}"
    names = (f"{wanted}{f'-{number}' if number else ''}{form.suffix}" for number in count())
    name = next(each for each in names if each not in taken)
    taken.add(name)
    return name
