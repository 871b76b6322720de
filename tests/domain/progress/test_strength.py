from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.domain.progress.diaries import TODAY, done

from runlift.domain.progress.strength import LiftProgress, strength_progress
from runlift.domain.strength.from_diary import lifts_of

if TYPE_CHECKING:
    from runlift.domain.diary.entry import SetDone

WEEK = timedelta(weeks=1)


def told(loads: list[float], exercise: str = "back_squat") -> list[SetDone]:
    """A session a week, the last one yesterday."""
    return [
        done(exercise, day=TODAY - timedelta(days=1) - back * WEEK, load_kg=load)
        for back, load in enumerate(reversed(loads))
    ]


def seen(sets: list[SetDone], weeks: int = 12) -> tuple[LiftProgress, ...]:
    lifts = lifts_of(sets, body_mass_kg=70, as_of=TODAY)
    return strength_progress(lifts, since=TODAY - weeks * WEEK, today=TODAY)


def test_a_lift_that_grew_a_lot_has_a_clear_change() -> None:
    (lift,) = seen(told([40.0 * 1.04**week for week in range(14)]))
    assert lift.short is not None
    assert lift.long is not None
    assert lift.long.is_clear
    assert lift.long.percent is not None
    assert lift.long.percent > 25
    assert lift.long.low_80 < lift.long.amount < lift.long.high_80
    assert 0 < lift.short.amount < lift.long.amount


def test_a_steady_lift_has_no_clear_change() -> None:
    (lift,) = seen(told([50.0] * 14))
    assert lift.long is not None
    assert not lift.long.is_clear


def test_a_lift_begun_lately_has_no_change_to_tell() -> None:
    (lift,) = seen(told([50.0, 51.0]))
    assert (lift.short, lift.long) == (None, None)


def test_the_path_ends_today_and_begins_within_the_weeks_shown() -> None:
    (lift,) = seen(told([50.0] * 10), weeks=4)
    days = [each.as_of for each in lift.path]
    assert days == sorted(set(days))
    assert days[0] >= TODAY - 4 * WEEK
    assert (days[-1], lift.path[-1]) == (TODAY, lift.now)


def test_lifts_not_trained_in_these_weeks_are_left_out() -> None:
    old = [done(day=TODAY - 6 * WEEK), done(day=TODAY - 7 * WEEK)]
    assert seen(old, weeks=4) == ()
    assert len(seen(old, weeks=8)) == 1


def test_the_most_trained_lift_comes_first() -> None:
    found = seen([*told([20.0] * 2, "goblet_squat"), *told([50.0] * 5)])
    assert [each.now.lift.exercise for each in found] == ["back_squat", "goblet_squat"]
