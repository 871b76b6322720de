from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.diary.recorded_runs import MORNING, recorded, runs

from runlift.domain.activity.load import LoadBasis
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.runs_done import habits_of, load_of, running_now, with_running_now
from runlift.domain.running.plan import RunKind

TODAY = date(2027, 1, 20)


def days_ago(days: int, kilometres: float, *, pace: float = 300, kind: RunKind | None = None) -> RunDone:
    starts_at = MORNING.replace(year=2027, month=1, day=20) - timedelta(days=days)
    metres = kilometres * 1000
    return recorded(starts_at=starts_at, distance_m=metres, duration_s=kilometres * pace, kind=kind)


TWELVE_WEEKS = [days_ago(days, 18 if days % 7 == 0 else 8) for days in range(84) if days % 7 in {0, 2, 4}]


def test_volume_and_longest_run_are_those_of_the_last_weeks() -> None:
    now = running_now(TWELVE_WEEKS, today=TODAY)
    assert now.weekly_km == 34
    assert now.longest_run_km == 18


def test_older_and_later_runs_do_not_count() -> None:
    more = [*TWELVE_WEEKS, days_ago(40, 42), days_ago(-1, 50)]
    assert running_now(more, today=TODAY) == running_now(TWELVE_WEEKS, today=TODAY)


def test_a_diary_that_does_not_know_the_whole_window_claims_nothing() -> None:
    now = running_now([days_ago(days, 10) for days in (1, 3, 20)], today=TODAY)
    assert (now.weekly_km, now.longest_run_km) == (None, None)
    assert running_now([], today=TODAY).weekly_km is None


def test_weeks_without_runs_count_as_none_once_the_diary_is_old_enough() -> None:
    now = running_now([days_ago(60, 10)], today=TODAY)
    assert (now.weekly_km, now.longest_run_km) == (0, None)


@given(st.lists(runs, max_size=30))
def test_the_longest_run_is_never_beyond_any_run(some: list[RunDone]) -> None:
    now = running_now(some, today=TODAY)
    longest = max((run.distance_m or 0 for run in some), default=0)
    assert now.longest_run_km is None or now.longest_run_km <= longest / 1000 + 0.05


def test_the_diary_takes_the_place_of_what_was_told_once_it_knows() -> None:
    told = Athlete(lifting=Lifting.NOVICE, weekly_km=20, longest_run_km=30)
    now = with_running_now(told, TWELVE_WEEKS, today=TODAY)
    assert (now.weekly_km, now.longest_run_km) == (34, 18)
    few = with_running_now(told, [days_ago(3, 12)], today=TODAY)
    assert (few.weekly_km, few.longest_run_km) == (20, 30)
    longer = with_running_now(told, [days_ago(3, 32)], today=TODAY)
    assert longer.longest_run_km == 32
    untold = with_running_now(Athlete(lifting=Lifting.NOVICE), [days_ago(3, 12)], today=TODAY)
    assert (untold.weekly_km, untold.longest_run_km) == (None, None)


def test_the_easy_speed_is_that_of_the_slower_half_and_not_of_hard_runs() -> None:
    easy = [days_ago(days, 8, pace=360) for days in range(1, 12, 2)]
    hard = [days_ago(days, 8, pace=240, kind=RunKind.TEMPO) for days in range(2, 12, 2)]
    habits = habits_of([*easy, *hard], today=TODAY)
    assert habits.easy_speed == pytest.approx(1000 / 360)
    assert habits.distance_m == 8000


def test_few_runs_make_no_habit() -> None:
    habits = habits_of([days_ago(days, 8) for days in range(4)], today=TODAY, age=40)
    assert habits.easy_speed is None
    assert habits.heart is not None


def test_the_load_of_a_run_says_what_it_was_taken_from() -> None:
    habits = habits_of(TWELVE_WEEKS, today=TODAY, age=40)
    by_heart = load_of(TWELVE_WEEKS[0], habits)
    assert by_heart is not None
    assert by_heart.basis is LoadBasis.HEART_RATE
    told = RunDone(starts_at=MORNING, duration_s=3600, effort=4)
    by_effort = load_of(told, habits)
    assert by_effort is not None
    assert (by_effort.value, by_effort.basis) == (240, LoadBasis.EFFORT)
    assert load_of(RunDone(starts_at=MORNING, distance_m=5000), habits) is None
