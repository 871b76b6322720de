from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.progress.diaries import done

from runlift.domain.adjustment.sides_in_training import difference_on, weak_sides_in_training
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.body import WeakSide
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runlift.domain.diary.entry import SetDone

MONDAY = date(2027, 1, 4)
LIFT = "rfess"
OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
EXERCISES = catalogue()
reps = st.integers(4, 15)


def day(  # noqa: PLR0913  a day of training has all of this
    number: int,
    left: int,
    right: int,
    *,
    sets: int = 3,
    exercise: str = LIFT,
    left_kg: float = 10,
    right_kg: float = 10,
    left_rir: float | None = 2,
    right_rir: float | None = 2,
) -> list[SetDone]:
    at = MONDAY + timedelta(days=number)
    return [
        one
        for _ in range(sets)
        for one in (
            done(exercise, day=at, side=Side.LEFT, reps=left, load_kg=left_kg, rir=left_rir),
            done(exercise, day=at, side=Side.RIGHT, reps=right, load_kg=right_kg, rir=right_rir),
        )
    ]


def weak(
    *days: Sequence[SetDone],
    by_tests: tuple[WeakSide, ...] = (),
    even: Mapping[str, date] | None = None,
    today: date | None = None,
) -> tuple[WeakSide, ...]:
    sets = [one for each in days for one in each]
    last = max((one.done_at.date() for one in sets), default=MONDAY)
    return weak_sides_in_training(
        sets, EXERCISES, by_tests=by_tests, even_by_tests=even or {}, today=today or last
    )


def test_two_days_on_which_a_side_did_less_make_it_weak() -> None:
    (found,) = weak(day(0, 10, 7), day(3, 10, 7))
    assert (found.side, found.in_training, found.shown_by) == (Side.RIGHT, True, LIFT)
    assert LIFT in found.exercises
    assert found.percent == pytest.approx(25.0)
    assert found.first == MONDAY + timedelta(days=3)
    assert found.until == MONDAY + timedelta(days=3, weeks=8)


@pytest.mark.parametrize(
    "days",
    [
        [day(0, 10, 7)],  # one day
        [day(0, 10, 7), day(3, 7, 10)],  # the other way round
        [day(0, 10, 7), day(3, 10, 10)],  # even
        [day(0, 10, 9), day(3, 10, 9)],  # within 10 %
        [day(0, 8, 7, left_rir=0, right_rir=0), day(3, 8, 7, left_rir=0, right_rir=0)],  # within the error
        [day(0, 10, 7, sets=2), day(3, 10, 7, sets=2)],  # too few sets
        [day(0, 10, 10), day(3, 10, 7, sets=6)],  # many sets of one day alone
        [day(0, 10, 7), day(90, 10, 7)],  # too long apart
        [day(0, 10, 7, right_rir=None), day(3, 10, 7, right_rir=None)],  # the reserve told of one side only
        [day(0, 10, 7, right_rir=5), day(3, 10, 7, right_rir=5)],  # too far from the limit to tell
    ],
)
def test_noise_and_what_cannot_be_compared_shows_nothing(days: list[list[SetDone]]) -> None:
    assert weak(*days) == ()


def test_sides_that_were_not_done_alike_show_nothing() -> None:
    fewer = [each[:-1] for each in (day(0, 10, 7), day(3, 10, 7))]
    banded = [
        [replace(one, band="light") if one.side is Side.LEFT else one for one in each]
        for each in (day(0, 10, 7), day(3, 10, 7))
    ]
    sore = [[replace(one, pain=3) for one in each] for each in (day(0, 10, 7), day(3, 10, 7))]
    assert weak(*fewer) == weak(*banded) == weak(*sore) == ()


def test_a_lighter_load_for_one_side_counts_as_less() -> None:
    (found,) = weak(day(0, 8, 8, left_kg=8), day(3, 8, 8, left_kg=8))
    assert found.side is Side.LEFT


def test_less_left_in_reserve_at_the_same_repetitions_counts_as_less() -> None:
    (found,) = weak(day(0, 8, 8, left_rir=0, right_rir=3), day(3, 8, 8, left_rir=0, right_rir=3))
    assert found.side is Side.LEFT


def test_holds_are_compared_in_seconds() -> None:
    days = [
        [
            done("side_plank", day=MONDAY + timedelta(days=at), side=side, reps=None, seconds=s, load_kg=None)
            for side, s in ((Side.LEFT, 40), (Side.RIGHT, 30))
            for _ in range(3)
        ]
        for at in (0, 3)
    ]
    (found,) = weak(*days)
    assert found.side is Side.RIGHT


def test_it_ends_after_two_even_days_a_turn_or_eight_weeks() -> None:
    shown = (day(0, 10, 7), day(3, 10, 7))
    assert weak(*shown, day(6, 9, 9)) != ()
    assert weak(*shown, day(6, 9, 9), day(9, 9, 9)) == ()
    assert weak(*shown, day(6, 7, 10)) == ()
    assert weak(*shown, today=MONDAY + timedelta(days=3, weeks=8)) == ()


def test_the_set_more_of_a_weak_side_neither_shows_nor_ends_it() -> None:
    more = done(LIFT, day=MONDAY + timedelta(days=6), side=Side.RIGHT, reps=7)
    assert weak(day(0, 10, 7), day(3, 10, 7), [*day(6, 7, 7), more], [*day(6, 7, 7)]) != ()


def test_a_test_decides_for_the_exercises_it_speaks_of() -> None:
    days = (day(0, 10, 7), day(3, 10, 7))
    tested = WeakSide(
        shown_by="hop",
        side=Side.LEFT,
        exercises=(LIFT,),
        first=MONDAY,
        until=MONDAY + timedelta(weeks=8),
        percent=12,
    )
    assert not any(LIFT in each.exercises for each in weak(*days, by_tests=(tested,)))
    even = MONDAY + timedelta(days=5)
    assert not any(LIFT in each.exercises for each in weak(*days, even={LIFT: even}))
    before = MONDAY + timedelta(days=2)
    assert any(LIFT in each.exercises for each in weak(*days, even={LIFT: before}))


def test_exercises_of_one_pattern_that_show_both_sides_are_left_alone() -> None:
    pattern = [
        id_ for id_, one in EXERCISES.items() if one.unilateral and one.pattern == EXERCISES[LIFT].pattern
    ]
    other = next(id_ for id_ in pattern if id_ != LIFT)
    first, second = (day(at, 10, 7) for at in (0, 3)), (day(at, 7, 10, exercise=other) for at in (0, 3))
    assert weak(*first, *second) == ()


many_days = st.lists(
    st.builds(
        day,
        st.integers(0, 120),
        reps,
        reps,
        sets=st.integers(1, 4),
        exercise=st.sampled_from(sorted(id_ for id_, one in EXERCISES.items() if one.unilateral)[:12]),
    ),
    max_size=8,
)


@given(days=many_days)
def test_no_exercise_is_emphasised_twice(days: list[list[SetDone]]) -> None:
    named = [id_ for each in weak(*days) for id_ in each.exercises]
    assert len(named) == len(set(named))


@given(days=many_days)
def test_swapping_the_sides_swaps_the_weak_ones(days: list[list[SetDone]]) -> None:
    swapped = [[replace(one, side=OTHER[one.side]) for one in each] for each in days]
    turned = tuple(replace(each, side=OTHER[each.side]) for each in weak(*swapped))
    assert turned == weak(*days)


@given(left=reps, right=reps, lower=st.integers(0, 3))
def test_a_larger_difference_is_never_acted_on_less(left: int, right: int, lower: int) -> None:
    less = max(1, min(left, right) - lower)
    farther = (less, right) if left < right else (left, less)
    if weak(day(0, left, right), day(3, left, right)) and left != right:
        assert weak(day(0, *farther), day(3, *farther))


@given(left=reps, right=reps)
def test_what_counts_is_above_ten_percent_and_more_than_a_repetition_a_set(left: int, right: int) -> None:
    found = difference_on(MONDAY, day(0, left, right))
    assert found is not None
    most = max(left, right) + 2
    assert found.counts == (abs(left - right) > 1 and 100 * abs(left - right) / most > 10)
