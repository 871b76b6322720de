"""Read a FIT workout with another library than the one that wrote it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import fitdecode

if TYPE_CHECKING:
    from collections.abc import Iterator

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """The messages of a file by name, each with the fields it tells."""

    file_id: Fields
    workout: Fields
    steps: tuple[Fields, ...]
    titles: tuple[Fields, ...]

    def performed(self) -> Iterator[Fields]:
        """Yield the steps as often as a watch leads through them."""
        done: list[Fields] = []
        for step in self.steps:
            if step["duration_type"] == "repeat_until_steps_cmplt":
                again = [each for each in done if each["message_index"] >= step["duration_step"]]
                done += again * (step["repeat_steps"] - 1)
            else:
                done.append(step)
        yield from done


def read_back(data: bytes) -> ReadBack:
    messages: dict[str, list[Fields]] = {}
    with fitdecode.FitReader(
        io.BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE
    ) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                told = {field.name: field.value for field in frame.fields if field.value is not None}
                messages.setdefault(frame.name, []).append(told)
    assert set(messages) <= {"file_id", "workout", "workout_step", "exercise_title"}
    return ReadBack(
        file_id=messages["file_id"][0],
        workout=messages["workout"][0],
        steps=tuple(messages["workout_step"]),
        titles=tuple(messages.get("exercise_title", ())),
    )
