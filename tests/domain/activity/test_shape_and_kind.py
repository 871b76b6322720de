from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.activity.tracks import blocks, track

from runlift.domain.activity.habits import Habits, HeartRange, heart_range
from runlift.domain.activity.kind import NOTHING_USUAL, RunFigures, guess_kind
from runlift.domain.activity.shape import RunShape, shape_of
from runlift.domain.running.plan import RunKind

EASY, QUICK = 2.9, 4.1
HABITS = Habits(easy_speed=EASY, distance_m=9_000)
WARM_UP, COOL_DOWN = (EASY, 900), (EASY, 600)
SIX_KILOMETRES = (*((QUICK, 240), (2.3, 90)) * 6,)


def shape(*pieces: tuple[float, int], climb_at: float | None = None) -> RunShape:
    speeds = blocks(*pieces)
    fast = speeds >= (climb_at or np.inf)
    rise = np.concatenate(([0.0], np.cumsum(np.where(fast, 0.08 * speeds, 0.0)[1:])))
    made = track(speeds, seconds=len(speeds) - 1, jitter=0.08)
    made = made if climb_at is None else replace(made, altitude_m=200 + rise)
    found = shape_of(made)
    assert found is not None
    return found


def kind(*pieces: tuple[float, int], habits: Habits = HABITS, climb_at: float | None = None) -> RunKind:
    seconds = sum(lasting for _, lasting in pieces)
    distance = sum(speed * lasting for speed, lasting in pieces)
    figures = RunFigures(
        distance_m=distance,
        moving_s=seconds,
        speed=distance / seconds,
        shape=shape(*pieces, climb_at=climb_at),
    )
    return guess_kind(figures, habits).kind


def test_repeats_are_counted_and_measured() -> None:
    found = shape(WARM_UP, *SIX_KILOMETRES, COOL_DOWN)
    assert found.bouts == 6
    assert found.bout_s == pytest.approx(240, abs=15)
    assert found.fast_speed == pytest.approx(QUICK, abs=0.1)


@given(st.floats(1.5, 5.5), st.integers(1, 50))
def test_an_even_run_has_no_bouts_however_it_jitters(speed: float, seed: int) -> None:
    found = shape_of(track(speed, seconds=1800, jitter=0.25, seed=seed))
    assert found is not None
    assert found.bouts == 0


def test_a_short_record_has_no_shape() -> None:
    assert shape_of(track(3.0, seconds=40)) is None


@pytest.mark.parametrize("habits", [HABITS, NOTHING_USUAL], ids=["habits known", "habits unknown"])
def test_kinds_that_show_in_the_record(habits: Habits) -> None:
    assert kind(WARM_UP, *SIX_KILOMETRES, COOL_DOWN, habits=habits) is RunKind.INTERVALS
    assert kind(WARM_UP, (QUICK, 1500), COOL_DOWN, habits=habits) is RunKind.TEMPO
    assert kind((EASY, 2000), *((5.2, 20), (2.4, 60)) * 6, (EASY, 300), habits=habits) is RunKind.STRIDES
    hills = ((3.6, 60), (2.2, 90)) * 8
    assert kind(WARM_UP, *hills, COOL_DOWN, habits=habits, climb_at=3.5) is RunKind.HILLS
    assert kind((EASY, 6000), habits=habits) is RunKind.LONG


@pytest.mark.parametrize(
    ("speed", "expected"),
    [(2.5, RunKind.RECOVERY), (EASY, RunKind.EASY), (3.2, RunKind.STEADY), (3.6, RunKind.TEMPO)],
)
def test_an_even_run_is_judged_beside_the_usual_easy_speed(speed: float, expected: RunKind) -> None:
    assert kind((speed, 2400)) is expected


def test_run_and_walk_at_easy_speed_is_no_interval_session() -> None:
    assert kind(*((2.7, 120), (1.4, 60)) * 12) in {RunKind.EASY, RunKind.RECOVERY}
    assert kind(*((2.7, 60), (1.4, 60)) * 15) is RunKind.EASY


def test_stops_at_lights_make_no_intervals() -> None:
    assert kind(*((EASY, 400), (0.9, 25)) * 6) is RunKind.EASY


@pytest.mark.parametrize("habits", [HABITS, NOTHING_USUAL], ids=["habits known", "habits unknown"])
@pytest.mark.parametrize(("hills", "height"), [(1, 60), (4, 20)])
def test_an_even_pace_over_hills_is_an_easy_run(hills: int, height: float, habits: Habits) -> None:
    run = track(EASY, seconds=2400, altitude=lambda far: 300 + height * np.sin(hills * np.pi * far / 6960))
    found = shape_of(run)
    figures = RunFigures(distance_m=6_960, moving_s=2_400, speed=EASY, shape=found)
    assert guess_kind(figures, habits).kind is RunKind.EASY


def test_a_run_half_as_long_again_as_usual_is_long() -> None:
    assert guess_kind(RunFigures(distance_m=14_000, moving_s=4_800), HABITS).kind is RunKind.LONG


@pytest.mark.parametrize(
    ("title", "expected"), [("Tempo 8 km", RunKind.TEMPO), ("6 x 800 m intervals", RunKind.INTERVALS)]
)
def test_a_name_that_says_it_decides(title: str, expected: RunKind) -> None:
    assert guess_kind(RunFigures(title=title)).kind is expected


@pytest.mark.parametrize("title", ["Morning Run", "Lunch run", "Berlin Running", ""])
def test_a_name_that_says_nothing_decides_nothing(title: str) -> None:
    figures = RunFigures(title=title, speed=3.6, moving_s=2400)
    assert guess_kind(figures, HABITS).kind is RunKind.TEMPO


def test_a_guess_from_nothing_is_unsure() -> None:
    assert guess_kind(RunFigures()).confidence < 0.5


def test_the_heart_tells_where_no_usual_speed_does() -> None:
    habits = Habits(heart=HeartRange(rest=50, highest=190))
    assert guess_kind(RunFigures(heart_rate=170), habits).kind is RunKind.TEMPO
    assert guess_kind(RunFigures(heart_rate=140), habits).kind is RunKind.EASY


def test_the_highest_heart_rate_is_estimated_unless_several_runs_saw_more() -> None:
    assert heart_range(age=40) == HeartRange(rest=60, highest=180)
    assert heart_range(age=40, seen=[195, 188, 187]) == HeartRange(rest=60, highest=187)
    assert heart_range(age=40, seen=[220, 150, 150]) == HeartRange(rest=60, highest=180)
    assert heart_range(age=None, seen=[190, 185]) is None
    assert heart_range(age=None, seen=[190, 185, 184], rest=45) == HeartRange(rest=45, highest=184)
