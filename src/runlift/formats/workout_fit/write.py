"""A workout as the bytes of a FIT file; the same workout gives the same bytes.

The file has an identity of its own: serial number and time of creation follow from the session's identifier
and from what it holds, since a watch takes two files of one identity for the same.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    FileType,
    FitBaseUnit,
    Intensity,
    Manufacturer,
    SubSport,
    WorkoutStepDuration,
    WorkoutStepTarget,
)
from fit_tool.profile.profile_type import (
    Sport as FitSport,
)

from runlift.application.error import InputError
from runlift.formats.workout.step import Effort, Repeat, Sport, Until
from runlift.formats.workout_fit.exercise_name import Match, fit_names
from runlift.formats.workout_fit.limits import (
    NAME_BYTES,
    NOTES_BYTES,
    TITLE_BYTES,
    beyond_format,
    short_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.formats.workout.step import Step, Workout

FILE, WORKOUT, STEP, TITLE = range(4)  # local numbers, so that a message need not be defined anew
WITH_STRENGTH_STEPS = 32  # the capability that files for watches carry
DAY_S = 24 * 3600
SERIAL_NUMBERS = 2**32 - 2  # 0 and the highest mean that nothing is told
INTENSITIES = {
    Effort.WARM_UP: Intensity.WARMUP,
    Effort.WORK: Intensity.ACTIVE,
    Effort.REST: Intensity.REST,
    Effort.COOL_DOWN: Intensity.COOLDOWN,
}


def dump_workout(workout: Workout) -> bytes:
    """Write a workout as FIT.

    Raises:
        InputError: It holds what the format cannot.
    """
    wrong = beyond_format(workout)
    if wrong:
        raise InputError(wrong)
    serial_number, created = _identity(workout)
    builder = FitFileBuilder(auto_define=True)
    builder.add_all(
        [_file_id(serial_number, created), _workout(workout), *_steps(workout), *_titles(workout)]
    )
    written: bytes = builder.build_bytes()
    return written


def _identity(workout: Workout) -> tuple[int, datetime]:
    """Return serial number and time of creation: of the session's own day, and others for other content."""
    content = json.dumps(asdict(workout), default=str, sort_keys=True)
    digest = hashlib.sha256(content.encode(errors="backslashreplace")).digest()
    serial = int.from_bytes(digest[:8], "big") % SERIAL_NUMBERS + 1
    within_day = int.from_bytes(digest[8:16], "big") % DAY_S
    midnight = workout.starts_at.replace(hour=0, minute=0, second=0, microsecond=0)
    return serial, midnight + timedelta(seconds=within_day)


def _file_id(serial_number: int, created: datetime) -> Any:  # noqa: ANN401  the library has no types
    message = FileIdMessage(local_id=FILE)
    message.type = FileType.WORKOUT
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.serial_number = serial_number
    message.time_created = round(created.replace(tzinfo=UTC).timestamp()) * 1000
    return message


def _workout(workout: Workout) -> Any:  # noqa: ANN401  the library has no types
    message = WorkoutMessage(local_id=WORKOUT)
    message.workout_name = short_text(workout.name, NAME_BYTES)
    is_run = workout.sport is Sport.RUNNING
    message.sport = FitSport.RUNNING if is_run else FitSport.TRAINING
    message.sub_sport = SubSport.GENERIC if is_run else SubSport.STRENGTH_TRAINING
    message.capabilities = WITH_STRENGTH_STEPS
    message.num_valid_steps = workout.size
    return message


def _steps(workout: Workout) -> Iterator[Any]:
    index = 0
    for part in workout.parts:
        first = index
        for step in part.steps if isinstance(part, Repeat) else (part,):
            yield _step(step, index, imperial=workout.imperial)
            index += 1
        if isinstance(part, Repeat):
            yield _repeat(part, index, first)
            index += 1


def _step(step: Step, index: int, *, imperial: bool) -> Any:  # noqa: ANN401  the library has no types
    message = WorkoutStepMessage(local_id=STEP)
    message.message_index = index
    message.intensity = INTENSITIES[step.effort]
    message.target_type = WorkoutStepTarget.OPEN
    message.target_value = 0
    _set_duration(message, step)
    if step.title:
        message.workout_step_name = short_text(step.title, TITLE_BYTES)
    notes = step.notes
    if step.exercise in fit_names():
        name = fit_names()[step.exercise]
        notes = (
            notes if name.match is Match.EXACT else ": ".join(words for words in (step.title, notes) if words)
        )
        message.exercise_category = name.category_number
        if name.number is not None:
            message.exercise_name = name.number
    if step.load_kg is not None:
        message.exercise_weight = step.load_kg
        message.weight_display_unit = FitBaseUnit.POUND if imperial else FitBaseUnit.KILOGRAM
    if notes:
        message.notes = short_text(notes, NOTES_BYTES)
    return message


def _set_duration(message: Any, step: Step) -> None:  # noqa: ANN401  the library has no types
    amount = step.lasts.amount
    match step.lasts.until:
        case Until.BUTTON:
            message.duration_type = WorkoutStepDuration.OPEN
        case Until.REPS:
            message.duration_type = WorkoutStepDuration.REPS
            message.duration_reps = round(amount)
        case Until.TIME:
            message.duration_type = WorkoutStepDuration.TIME
            message.duration_time = amount
        case Until.DISTANCE:
            message.duration_type = WorkoutStepDuration.DISTANCE
            message.duration_distance = amount


def _repeat(part: Repeat, index: int, first: int) -> Any:  # noqa: ANN401  the library has no types
    message = WorkoutStepMessage(local_id=STEP)
    message.message_index = index
    message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
    message.duration_step = first
    message.target_type = WorkoutStepTarget.OPEN
    message.target_repeat_steps = part.times
    return message


def _titles(workout: Workout) -> Iterator[Any]:
    """Yield what watches show instead of the profile's names; none for a name that two exercises share."""
    meant: dict[tuple[int, int], set[str]] = {}
    for step in workout.performed():
        name = fit_names().get(step.exercise)
        if name is not None and name.number is not None:
            meant.setdefault((name.category_number, name.number), set()).add(step.title)
    own = {pair: titles.pop() for pair, titles in meant.items() if len(titles) == 1}
    for index, ((category, number), title) in enumerate(own.items()):
        yield _title(index, category, number, title)


def _title(index: int, category: int, number: int, title: str) -> Any:  # noqa: ANN401  the library has no types
    message = ExerciseTitleMessage(local_id=TITLE)
    message.message_index = index
    message.exercise_category = category
    message.exercise_name = number
    message.workout_step_name = short_text(title, TITLE_BYTES)
    return message
