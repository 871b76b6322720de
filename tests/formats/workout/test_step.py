from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from runlift.formats.workout import Effort, Lasts, Repeat, Sport, Step, Until, Workout
from runlift.formats.workout.step import repeated


def step(reps: int) -> Step:
    return Step(effort=Effort.WORK, lasts=Lasts(until=Until.REPS, amount=reps))


REST = Step(effort=Effort.REST, lasts=Lasts(until=Until.TIME, amount=60))
ROUNDS = st.lists(
    st.integers(1, 3).map(lambda reps: (step(reps), REST))
    | st.integers(1, 3).map(lambda reps: (step(reps),)),
    max_size=12,
)


def workout(rounds: list[tuple[Step, ...]]) -> Workout:
    return Workout(
        uid="a", name="a", sport=Sport.STRENGTH, starts_at=datetime(2027, 1, 4), parts=repeated(rounds)
    )


def test_equal_sets_become_one_repeat() -> None:
    assert repeated([(step(8), REST)] * 3) == (Repeat(times=3, steps=(step(8), REST)),)


def test_left_and_right_by_turns_become_one_repeat_of_both() -> None:
    left, right = (step(1), REST), (step(2), REST)
    assert repeated([left, right] * 2) == (Repeat(times=2, steps=(*left, *right)),)


def test_a_repeat_that_takes_no_fewer_steps_is_written_out() -> None:
    assert repeated([(step(8),), (step(8),)]) == (step(8), step(8))


@given(rounds=ROUNDS)
def test_what_is_done_stays_the_same_and_never_takes_more_steps(rounds: list[tuple[Step, ...]]) -> None:
    plain = [each for one in rounds for each in one]
    assert list(workout(rounds).performed()) == plain
    assert workout(rounds).size <= len(plain)
