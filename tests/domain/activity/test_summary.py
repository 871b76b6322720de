from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from tests.domain.activity.tracks import blocks, track

from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport
from runlift.domain.activity.summary import is_something, summarised

SOURCE = Source(format=ActivityFormat.FIT, name="a.fit")
RUN = Activity(sport=Sport.RUN, starts_at=datetime(2026, 11, 20, tzinfo=UTC), source=SOURCE)


def test_what_the_source_tells_stays() -> None:
    told = replace(RUN, distance_m=5_000.0, duration_s=1_500.0, heart_rate=150.0, ascent_m=0.0)
    found = summarised(replace(told, track=track(3.0, heart_rate=140.0, altitude=lambda far: far / 20)))
    assert (found.distance_m, found.duration_s, found.heart_rate, found.ascent_m) == (5_000, 1_500, 150, 0)
    assert found.moving_s == 3600


def test_what_the_source_does_not_tell_is_taken_from_the_record() -> None:
    found = summarised(replace(RUN, track=track(3.0, heart_rate=140.0, altitude=lambda far: far / 20)))
    assert found.distance_m == pytest.approx(10_800)
    assert (found.duration_s, found.elapsed_s, found.heart_rate) == (3600, 3600, 140)
    assert found.ascent_m == pytest.approx(540, rel=0.02)
    assert found.flat_distance_m is not None
    assert found.flat_distance_m > 1.2 * 10_800


def test_the_mean_heart_rate_is_that_of_running_and_not_of_standing() -> None:
    heart = np.where(np.arange(1201) <= 600, 150.0, 80.0)
    found = summarised(
        replace(RUN, track=track(blocks((3.0, 600), (0.0, 600)), seconds=1200, heart_rate=heart))
    )
    assert found.heart_rate == pytest.approx(150)


def test_the_grade_adjusted_distance_follows_the_distance_of_the_source() -> None:
    told = replace(RUN, distance_m=5_400.0, track=track(3.0, altitude=lambda far: far / 20))
    half, whole = summarised(told), summarised(replace(told, distance_m=None))
    assert half.flat_distance_m is not None
    assert whole.flat_distance_m is not None
    assert half.flat_distance_m == pytest.approx(whole.flat_distance_m / 2, rel=1e-6)


def test_a_ride_gets_no_grade_adjusted_distance() -> None:
    found = summarised(replace(RUN, sport=Sport.OTHER, track=track(8.0)))
    assert found.flat_distance_m is None
    assert found.shape is None


def test_a_begin_alone_is_nothing() -> None:
    assert not is_something(RUN)
    assert is_something(replace(RUN, duration_s=60.0))
