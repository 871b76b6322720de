from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.activity.tracks import blocks, track

from runlift.domain.activity.climb import climb_of
from runlift.domain.activity.moving import moving_seconds
from runlift.domain.evidence import number


def test_standing_still_is_no_moving_time() -> None:
    run = track(blocks((3.0, 600), (0.0, 120), (3.0, 600)), seconds=1320)
    assert moving_seconds(run) == pytest.approx(1200, abs=2)


def test_the_jitter_of_positions_while_standing_is_no_moving_time() -> None:
    run = track(blocks((3.0, 600), (0.3, 300)), seconds=900, jitter=0.05)
    assert moving_seconds(run) == pytest.approx(600, abs=2)


def test_a_sparse_record_counts_as_moving_as_long_as_it_goes_on() -> None:
    assert moving_seconds(track(3.0, seconds=3600, every=30)) == 3600
    assert moving_seconds(track(3.0, seconds=3600, every=400)) == 0


def test_without_distance_moving_time_is_not_known() -> None:
    run = track(3.0, seconds=100)
    assert moving_seconds(replace(run, distance_m=np.full(101, np.nan))) is None


@given(st.floats(0, 6), st.integers(60, 900))
def test_moving_time_is_never_more_than_the_time(speed: float, seconds: int) -> None:
    moved = moving_seconds(track(speed, seconds=seconds, jitter=0.4))
    assert moved is not None
    assert 0 <= moved <= seconds


@given(st.floats(5, 400), st.floats(1.0, 5.0))
def test_one_hill_is_counted_once_up_and_once_down(height: float, speed: float) -> None:
    length = 3600 * speed
    run = track(speed, altitude=lambda far: 100 + height * np.sin(np.pi * far / length))
    climb = climb_of(run)
    assert climb is not None
    assert climb.ascent_m == pytest.approx(height, abs=max(0.5, 0.01 * height))
    assert climb.descent_m == pytest.approx(height, abs=max(0.5, 0.01 * height))


def test_what_lies_between_the_ends_of_a_pause_is_no_climb() -> None:
    run = track(3.0, seconds=1800, altitude=lambda far: 100 + far * 0.02)
    after = run.time_s > 900
    ridden = replace(
        run,
        time_s=run.time_s + np.where(after, 1800.0, 0.0),
        altitude_m=run.altitude_m + np.where(after, 400.0, 0.0),
    )
    climb, without = climb_of(ridden), climb_of(run)
    assert climb is not None
    assert without is not None
    assert climb.ascent_m == pytest.approx(without.ascent_m, abs=1)
    assert climb.descent_m == 0


def test_noise_is_no_climb() -> None:
    noise = np.random.default_rng(1).normal(0, 1.5, 3601)
    climb = climb_of(track(3.0, altitude=lambda _: 100 + noise))
    assert climb is not None
    assert climb.ascent_m == climb.descent_m == 0


@given(st.lists(st.floats(-30, 30), min_size=2, max_size=20))
def test_ascent_less_descent_is_what_lies_between_the_ends_up_to_the_noise_left_out(
    heights: list[float],
) -> None:
    posts = np.linspace(0, 3600 * 3.0, len(heights))
    run = track(3.0, altitude=lambda far: np.interp(far, posts, heights))
    climb = climb_of(run)
    assert climb is not None
    between = climb.ascent_m - climb.descent_m
    assert between == pytest.approx(heights[-1] - heights[0], abs=2 * number("climb_counts_from") + 1)
    assert min(climb.ascent_m, climb.descent_m) >= 0


def test_without_altitude_the_climb_is_not_known() -> None:
    assert climb_of(track(3.0)) is None
