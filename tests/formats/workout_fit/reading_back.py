"""Read a FIT workout with another library than the one that wrote it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import fitdecode

from runlift.domain.plan.session import Role, Side
from runlift.formats.workout_fit import fit_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.session import PlannedSession, PrescribedSet

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


def rounds_of(read: ReadBack) -> list[Fields]:
    """The sets a watch leads through, each with the rest after it, as the file tells them."""
    rounds: list[Fields] = []
    for found in read.performed():
        if found["intensity"] == "rest":
            rounds[-1]["rest_s"] = found["duration_time"]
        elif "exercise_category" in found:
            rounds.append({**found, "rest_s": 0})
    return rounds


def assert_holds_every_set(session: PlannedSession, read: ReadBack) -> None:
    """Hold a file beside the prescription itself."""
    rounds = iter(rounds_of(read))
    for exercise in session.exercises:
        for each in exercise.sets:
            found = next(rounds)
            assert found["exercise_category"] == fit_names()[exercise.exercise].category
            assert found["rest_s"] == each.rest_s
            assert found.get("exercise_weight") == each.load_kg
            is_warm_up = each.warm_up or exercise.role is Role.WARM_UP
            assert found["intensity"] == ("warmup" if is_warm_up else "active")
            assert_amount(each, found)
            assert_notes(each, found["notes"])
    assert next(rounds, None) is None


def assert_amount(each: PrescribedSet, found: Fields) -> None:
    if each.seconds is not None:
        assert found["duration_time"] == each.seconds
    elif each.reps is not None:
        assert found["duration_reps"] == each.reps
    else:
        assert f"{each.contacts} contact" in found["notes"]


def assert_notes(each: PrescribedSet, notes: str) -> None:
    if each.rir is not None:
        assert f"{each.rir:g} in reserve" in notes
    if each.side is not Side.BOTH:
        assert f"{each.side.value} side" in notes
