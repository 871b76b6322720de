from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.activity.tracks import blocks, track
from tests.samples import sample_files

from runlift.domain.activity.activity import Sport
from runlift.domain.activity.steady import Lack, SteadyPart, steady_part
from runlift.domain.evidence import number
from runlift.formats.activity.reading import read_activities

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.domain.activity.activity import Track

MINUTE = 60


def heart(seconds: int, *, base: float = 140.0, every: float = 1.0, drift: float = 0.0) -> np.ndarray:
    """A heart rate that sways a little, as a real one does, and rises by so many beats in an hour."""
    at = np.arange(0, seconds + every / 2, every)
    return np.rint(base + 3 * np.sin(at / 47) + drift * at / 3600)


def run(
    speed: np.ndarray | float = 3.0, *, minutes: int = 60, cadence: float = np.nan, **more: object
) -> Track:
    made = track(speed, seconds=minutes * MINUTE, **{"heart_rate": heart(minutes * MINUTE), **more})  # type: ignore[arg-type]  # the caller names arguments of a record
    return replace(made, cadence=np.full(len(made), cadence))


def compared(made: Track) -> SteadyPart:
    found = steady_part(made)
    assert found.lack is None
    return found


def test_an_even_run_is_steady_for_the_whole_window_but_the_time_the_heart_needs() -> None:
    found = compared(run())
    assert found.seconds == number("steady_window") - number("steady_settling")
    assert found.speed == pytest.approx(3.0)
    assert found.heart_rate == pytest.approx(140, abs=0.5)
    assert found.drift == pytest.approx(0, abs=1)


def test_a_long_run_is_compared_by_the_same_minutes_as_a_short_one() -> None:
    hour, three = compared(run(minutes=60)), compared(run(minutes=180))
    assert hour.seconds == three.seconds
    assert hour.speed == pytest.approx(three.speed)
    assert hour.heart_rate == pytest.approx(three.heart_rate)


def test_the_warm_up_does_not_count() -> None:
    found = compared(run(blocks((2.2, 10 * MINUTE), (3.0, 50 * MINUTE))))
    assert found.speed == pytest.approx(3.0, rel=0.005)


def test_what_is_run_up_a_hill_counts_as_the_level_distance_that_would_have_cost_as_much() -> None:
    level, up = compared(run()), compared(run(altitude=lambda far: far * 0.03))
    assert level.speed is not None
    assert up.speed is not None
    assert up.speed > 1.1 * level.speed


def test_ground_without_altitude_counts_as_level_and_that_is_told() -> None:
    assert compared(run()).level_assumed
    assert not compared(run(altitude=lambda far: far * 0.0 + 200)).level_assumed


def test_steep_ground_is_not_compared() -> None:
    assert steady_part(run(altitude=lambda far: far * 0.06)).lack is Lack.TOO_SHORT


def test_walks_and_stops_do_not_count_nor_does_the_minute_after_them() -> None:
    pieces = [(3.0, 10 * MINUTE), *[(3.0, 8 * MINUTE), (1.2, 2 * MINUTE)] * 4]
    found = compared(run(blocks(*pieces), minutes=50))
    assert found.speed == pytest.approx(3.0, rel=0.01)
    whole = number("steady_window")
    assert found.seconds is not None
    assert whole - 6 * MINUTE < found.seconds < whole - 3 * MINUTE


def test_a_slip_of_seconds_breaks_no_stretch() -> None:
    speed = np.full(3601, 3.0)
    speed[1200:1260] += 0.65 * (1 - np.abs(np.linspace(-1, 1, 60)))  # beyond the limit for five seconds
    assert compared(run(speed)).seconds == compared(run()).seconds


def test_intervals_are_no_steady_run() -> None:
    speed = blocks((2.6, 10 * MINUTE), *[(4.5, 90), (2.4, 90)] * 16, (2.6, 2 * MINUTE))
    assert steady_part(run(speed)).lack is Lack.TOO_SHORT


def test_a_short_run_is_not_compared() -> None:
    assert steady_part(run(minutes=10)).lack is Lack.TOO_SHORT
    assert steady_part(run(minutes=25)).lack is Lack.TOO_SHORT
    assert steady_part(run(minutes=27)).lack is None


def test_drift_is_what_a_heartbeat_loses_from_half_to_half() -> None:
    found = compared(run(heart_rate=heart(3600, drift=20)))
    # Its halves lie a quarter of an hour apart, in which heart rate rises by 5 of about 148 beats.
    assert found.drift == pytest.approx(100 * 5 / 148, abs=0.7)


def test_what_the_device_tells_beside_is_taken_from_the_same_minutes() -> None:
    warm = replace(run(), temperature_c=np.where(np.arange(3601) < 600, 30.0, 12.0))
    found = compared(warm)
    assert found.temperature_c == pytest.approx(12)
    assert (found.cadence, found.ground_contact_ms) == (None, None)


@pytest.mark.parametrize(
    ("made", "lack"),
    [
        (run(heart_rate=np.nan), Lack.NO_HEART_RATE),
        (run(heart_rate=140.0), Lack.HEART_RATE_FLAT),
        (run(heart_rate=np.where(np.arange(3601) % 600 < 120, np.nan, heart(3600))), Lack.HEART_RATE_GAPS),
        (run(heart_rate=heart(3600) + 40 * (np.arange(3601) > 1500)), Lack.HEART_RATE_JUMPS),
        (run(heart_rate=heart(3600, base=168), cadence=168.0), Lack.HEART_RATE_LIKE_CADENCE),
    ],
)
def test_a_heart_rate_that_no_heart_has_is_not_believed(made: Track, lack: Lack) -> None:
    assert steady_part(made).lack is lack


def test_the_same_heart_rate_is_believed_beside_another_cadence() -> None:
    assert steady_part(run(heart_rate=heart(3600, base=168), cadence=178.0)).lack is None


def test_a_record_without_distance_tells_nothing() -> None:
    lost = replace(run(), distance_m=np.full(3601, np.nan))
    assert steady_part(lost).lack is Lack.NO_RECORD


@settings(max_examples=25, deadline=None)
@given(factor=st.floats(0.9, 1.4), every=st.sampled_from([1.0, 4.0]))
def test_speed_goes_with_the_distance_run(factor: float, every: float) -> None:
    beats = heart(3600, every=every)
    one = compared(run(3.0, every=every, heart_rate=beats))
    other = compared(run(3.0 * factor, every=every, heart_rate=beats))
    assert one.speed is not None
    assert other.speed == pytest.approx(one.speed * factor)
    assert other.heart_rate == pytest.approx(one.heart_rate)


def known(most: float) -> st.SearchStrategy[float]:
    return st.just(np.nan) | st.floats(0, most)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(known(7), known(220), known(220), known(400)), min_size=1, max_size=60),
    st.integers(1, 400),
)
def test_whatever_a_device_recorded_is_either_told_or_lacks_something(
    moments: list[tuple[float, ...]], every: int
) -> None:
    speed, beats, steps, height = (np.repeat(np.array(column), 60) for column in zip(*moments, strict=True))
    at = np.arange(len(speed)) * every / 10
    bare = track(0.0, seconds=len(speed) - 1)
    made = replace(
        bare,
        time_s=at,
        distance_m=np.where(np.isnan(speed), np.nan, np.cumsum(np.nan_to_num(speed) * every / 10)),
        heart_rate=beats,
        cadence=steps,
        altitude_m=height,
    )
    found = steady_part(made)
    if found.lack is not None:
        assert found == SteadyPart(lack=found.lack)
        return
    assert found.seconds is not None
    assert found.speed is not None
    assert number("steady_least") * 0.9 <= found.seconds <= number("steady_window")
    assert found.speed > 0


@pytest.mark.parametrize("path", sample_files(".fit"), ids=lambda path: path.name)
def test_the_steady_part_of_a_real_run_is_one_that_somebody_can_have_run(path: Path) -> None:
    for each in read_activities(path.read_bytes(), name=path.name).activities:
        found = each.steady
        if each.sport is not Sport.RUN or found is None or found.lack is not None:
            continue
        assert found.speed is not None
        assert found.heart_rate is not None
        assert 1.5 < found.speed < 7
        assert 60 < found.heart_rate < 220
