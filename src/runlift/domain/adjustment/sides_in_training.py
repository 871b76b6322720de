"""Left against right in the training done: which side did less, day after day, both sides done alike."""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from runlift.domain.adjustment.exercise_sets import reserve_of, working_sets
from runlift.domain.assessment.asymmetry import asymmetry_of_sides
from runlift.domain.assessment.difference import Difference
from runlift.domain.assessment.weak_side import weak_side_in, weak_until
from runlift.domain.evidence import number
from runlift.domain.exercise.exercise import Family
from runlift.domain.plan.body import WeakSide
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.assessment.weak_side import Shown
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise

NO_STRENGTH = frozenset({Family.MOBILITY, Family.FOAM_ROLLING})
LEAST_DAYS = 2


def weak_sides_in_training(
    sets: Iterable[SetDone],
    exercises: Mapping[str, Exercise],
    *,
    by_tests: Sequence[WeakSide],
    even_by_tests: Mapping[str, date],
    today: date,
) -> tuple[WeakSide, ...]:
    """Return the sides that training shows to be weak on a day, each exercise at most once.

    What a field test says of an exercise outweighs training, since it goes to the limit on both sides. An
    exercise that is claimed for both sides, through others of its movement pattern, is left alone.

    Args:
        sets: Sets that were done.
        exercises: The catalogue by id.
        by_tests: Weak sides that field tests show.
        even_by_tests: Exercises whose sides the last two tests show to be even, with the day of the last.
        today: The day.

    Source: A24, AS13, AS14
    """
    shown = _shown(sets, exercises, today)
    claimed: dict[str, set[Side]] = defaultdict(set)
    for id_, found in shown.items():
        for one in _of_its_pattern(id_, exercises):
            claimed[one].add(found.side)
    taken = {one for each in by_tests for one in each.exercises}
    sides = []
    for id_, found in shown.items():
        free = [one for one in _of_its_pattern(id_, exercises) if one not in taken and len(claimed[one]) == 1]
        trained = tuple(one for one in free if one not in even_by_tests or even_by_tests[one] < found.last)
        taken.update(trained)
        sides += [_weak_side(id_, found, trained)] if trained else []
    return tuple(sides)


def differences_in_training(
    sets: Iterable[SetDone], exercises: Mapping[str, Exercise], *, today: date
) -> Mapping[str, tuple[Difference, ...]]:
    """Return how the sides of each exercise differed on days that had both done alike, in order of days.

    Source: AS13
    """
    by_day: dict[tuple[str, date], list[SetDone]] = defaultdict(list)
    for one in working_sets(sets):
        exercise = exercises.get(one.exercise)
        if exercise is not None and exercise.unilateral and exercise.family not in NO_STRENGTH:
            by_day[one.exercise, one.done_at.date()].append(one)
    found: dict[str, list[Difference]] = defaultdict(list)
    for (id_, day), done in sorted(by_day.items(), key=lambda each: each[0]):
        difference = difference_on(day, done) if day <= today else None
        found[id_] += [] if difference is None else [difference]
    return {id_: tuple(each) for id_, each in found.items()}


def difference_on(day: date, done: Sequence[SetDone]) -> Difference | None:
    """Return how the sides of an exercise differed on a day, None where they were not done alike.

    Alike: as many sets of each side, with the same band, told in the same way, and without pain that would
    stop a test.

    Source: A22, D024, D036, AS13
    """
    left, right = ([one for one in done if one.side is side] for side in (Side.LEFT, Side.RIGHT))
    is_alike = 0 < len(left) == len(right) and len(left) + len(right) == len(done)
    hurt = any((one.pain or 0) > number("field_test_pain_most") for one in done)
    counted = _counted(done) if is_alike and not hurt and len({one.band for one in done}) == 1 else None
    if counted is None:
        return None
    at_left, at_right = (sum(counted(one) for one in side) for side in (left, right))
    percent, amount = asymmetry_of_sides(at_left, at_right), at_right - at_left
    return Difference(
        date=day,
        percent=percent,
        amount=amount,
        weaker=None if amount == 0 else Side.LEFT if amount > 0 else Side.RIGHT,
        counts=abs(percent) > number("asymmetry_counts") and _is_above_error(abs(amount) / len(left), done),
        sets=len(left),
    )


def _shown(sets: Iterable[SetDone], exercises: Mapping[str, Exercise], today: date) -> Mapping[str, Shown]:
    """Return the weak side of each exercise that training shows to have one, the latest shown first."""
    differences = differences_in_training(sets, exercises, today=today)
    found = {id_: weak_side_in(each, _show_the_same) for id_, each in differences.items()}
    shown = [(id_, one) for id_, one in found.items() if one is not None and today < weak_until(one)]
    return dict(sorted(shown, key=lambda each: (-each[1].last.toordinal(), each[0])))


def _show_the_same(days: Sequence[Difference]) -> bool:
    """Tell whether the last days, two or more with enough sets in all, show the same weak side.

    Source: AS13, PG05
    """
    last = days[-1]
    same = list(takewhile(lambda day: day.counts and day.weaker is last.weaker, reversed(days)))
    near = [day for day in same if (last.date - day.date).days <= number("field_test_pair_days")]
    return len(near) >= LEAST_DAYS and sum(day.sets for day in near) >= number("balance_least_sets")


def _counted(done: Sequence[SetDone]) -> Callable[[SetDone], float] | None:
    """Return what sets of both sides can be compared in, None where they cannot.

    Repetitions with those left in reserve, times the load where there is one; seconds under one load.

    Source: D036, AS13
    """
    loaded = {bool(one.load_kg) for one in done}
    if all(one.reps for one in done) and len(loaded) == 1 and _reserve_is_told_alike(done):
        return _effective
    timed = all(one.seconds and not one.reps for one in done)
    return _seconds if timed and len({one.load_kg for one in done}) == 1 else None


def _reserve_is_told_alike(done: Sequence[SetDone]) -> bool:
    """Tell whether the reserve of each set is told and small enough to be trusted, or that of none is."""
    told = [reserve for one in done if (reserve := reserve_of(one)) is not None]
    return not told or (len(told) == len(done) and max(told) <= number("rir_trusted"))


def _effective(one: SetDone) -> float:
    return ((one.reps or 0) + (reserve_of(one) or 0.0)) * (one.load_kg or 1.0)


def _seconds(one: SetDone) -> float:
    return float(one.seconds or 0)


def _is_above_error(amount: float, done: Sequence[SetDone]) -> bool:
    """Tell whether a difference per set is above what a told set errs by; of holds no error is known.

    Source: D024, AS13
    """
    if not all(one.reps for one in done):
        return True
    return amount / max(one.load_kg or 1.0 for one in done) > number("side_error")


def _of_its_pattern(id_: str, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Return the one-sided exercises of the movement pattern of an exercise, by id."""
    pattern = exercises[id_].pattern
    return tuple(
        one for one, each in sorted(exercises.items()) if each.unilateral and each.pattern == pattern
    )


def _weak_side(id_: str, found: Shown, trained: tuple[str, ...]) -> WeakSide:
    return WeakSide(
        shown_by=id_,
        side=found.side,
        exercises=trained,
        first=found.since,
        until=weak_until(found),
        percent=round(found.percent, 1),
        in_training=True,
    )
