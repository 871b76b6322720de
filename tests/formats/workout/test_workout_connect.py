from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.application.error import InputError
from runlift.formats.workout import Effort, Lasts, Repeat, Sport, Step, Until, Workout
from runlift.formats.workout_connect import connect_document, dump_connect

if TYPE_CHECKING:
    from collections.abc import Iterator

SQUAT = Step(
    effort=Effort.WORK,
    lasts=Lasts(until=Until.REPS, amount=8),
    title="Goblet squat",
    exercise="goblet_squat",
    load_kg=22.5,
    notes="3 in reserve",
)
REST = Step(effort=Effort.REST, lasts=Lasts(until=Until.TIME, amount=90), title="Rest")
OPEN = Step(effort=Effort.WARM_UP, lasts=Lasts(until=Until.BUTTON), title="Warm-up")
SLOW = Step(
    effort=Effort.WORK,
    lasts=Lasts(until=Until.REPS, amount=8),
    title="Slow press-up",
    exercise="push_up_tempo",
)
PARTS = st.lists(
    st.sampled_from([SQUAT, REST, OPEN, SLOW, Repeat(times=3, steps=(SQUAT, REST))]), min_size=1, max_size=8
)


def workout(*parts: Step | Repeat, sport: Sport = Sport.STRENGTH) -> Workout:
    return Workout(
        uid="a", name="Strength Tue 5 Jan", sport=sport, starts_at=datetime(2027, 1, 5), parts=parts
    )


def steps_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    (segment,) = document["workoutSegments"]
    steps: list[dict[str, Any]] = segment["workoutSteps"]
    return steps


def orders(steps: list[dict[str, Any]]) -> Iterator[int]:
    for step in steps:
        yield step["stepOrder"]
        yield from orders(step.get("workoutSteps", []))


def performed(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    done: list[dict[str, Any]] = []
    for step in steps:
        done += step["workoutSteps"] * step["numberOfIterations"] if "workoutSteps" in step else [step]
    return done


def test_a_set_tells_exercise_repetitions_and_load_in_grams() -> None:
    (step,) = steps_of(connect_document(workout(SQUAT)))
    assert (step["category"], step["exerciseName"]) == ("SQUAT", "GOBLET_SQUAT")
    assert (step["endCondition"]["conditionTypeKey"], step["endConditionValue"]) == ("reps", 8.0)
    assert (step["weightValue"], step["weightUnit"]["unitKey"]) == (22500.0, "kilogram")
    assert step["description"] == "3 in reserve"


def test_an_exercise_that_the_service_calls_something_else_is_named_in_the_notes() -> None:
    (step,) = steps_of(connect_document(workout(SLOW)))
    assert (step["exerciseName"], step["description"]) == ("PUSH_UP", "Slow press-up")


@pytest.mark.parametrize(("sport", "number"), [(Sport.RUNNING, 1), (Sport.STRENGTH, 5)])
def test_the_sport_is_told(sport: Sport, number: int) -> None:
    assert connect_document(workout(OPEN, sport=sport))["sportType"]["sportTypeId"] == number


@given(parts=PARTS)
def test_steps_are_numbered_once_each_and_done_as_often_as_in_the_workout(parts: list[Step | Repeat]) -> None:
    made = workout(*parts)
    steps = steps_of(json.loads(dump_connect(made)))
    assert list(orders(steps)) == list(range(1, made.size + 1))
    kinds = [each["stepType"]["stepTypeKey"] for each in performed(steps)]
    names = {Effort.WARM_UP: "warmup", Effort.WORK: "interval", Effort.REST: "rest"}
    assert kinds == [names[each.effort] for each in made.performed()]


def test_the_same_workout_gives_the_same_bytes() -> None:
    assert dump_connect(workout(SQUAT, REST)) == dump_connect(workout(SQUAT, REST))


def test_what_no_workout_can_hold_is_refused() -> None:
    with pytest.raises(InputError):
        dump_connect(workout(Step(effort=Effort.REST, lasts=Lasts(until=Until.TIME, amount=0))))
