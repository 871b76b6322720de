from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.diary.recorded_runs import MORNING, recorded, runs

from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.same_run import is_same_run, merged, utc_start
from runlift.domain.running.plan import RunKind

WATCH = recorded("fit")


@pytest.mark.parametrize(
    "other",
    [
        recorded("gpx"),
        recorded("gpx", starts_at=MORNING + timedelta(minutes=4), distance_m=10_400),
        recorded("strava-table", duration_s=2_900),
        recorded("gpx", distance_m=None),
        recorded("gpx", duration_s=None),
        recorded("gpx", starts_at=MORNING - timedelta(hours=6), offset_h=-5),  # the same moment elsewhere
        recorded("gpx", starts_at=MORNING - timedelta(hours=1)),  # taken for UTC by mistake
        recorded("gpx", starts_at=MORNING + timedelta(hours=5, minutes=45), distance_m=10_050),
    ],
)
def test_two_records_of_a_run_are_one(other: RunDone) -> None:
    assert is_same_run(WATCH, other)
    assert is_same_run(other, WATCH)


@pytest.mark.parametrize(
    "other",
    [
        recorded("gpx", starts_at=MORNING + timedelta(minutes=10)),
        recorded("gpx", distance_m=12_000),
        recorded("gpx", duration_s=4_000),
        recorded("gpx", distance_m=None, duration_s=None),
        recorded(
            "gpx", starts_at=MORNING + timedelta(hours=9), distance_m=10_500
        ),  # a second run of that day
        recorded("gpx", starts_at=MORNING + timedelta(hours=1), duration_s=None),
        recorded("gpx", starts_at=MORNING + timedelta(days=1)),
    ],
)
def test_two_runs_are_two(other: RunDone) -> None:
    assert not is_same_run(WATCH, other)


@given(runs, runs)
def test_sameness_does_not_depend_on_the_order(one: RunDone, other: RunDone) -> None:
    assert is_same_run(one, other) == is_same_run(other, one)


def test_a_told_run_is_the_recorded_one_of_its_day_when_they_are_much_alike() -> None:
    told = RunDone(starts_at=MORNING.replace(hour=18), distance_m=9_000, duration_s=3_300)
    assert is_same_run(WATCH, told)
    assert is_same_run(told, WATCH)
    assert not is_same_run(replace(told, distance_m=5_000), WATCH)
    assert not is_same_run(replace(told, starts_at=told.starts_at + timedelta(days=1)), WATCH)
    assert not is_same_run(told, told)


@given(runs, runs)
def test_merging_keeps_all_that_either_knows_and_both_sources(one: RunDone, other: RunDone) -> None:
    both = merged(one, other)
    for field in ("distance_m", "duration_s", "kind"):
        assert (getattr(both, field) is None) == (
            getattr(one, field) is None and getattr(other, field) is None
        )
    assert set(both.record.sources) == {*one.record.sources, *other.record.sources}
    assert both.record.heart_rate in {one.record.heart_rate, other.record.heart_rate}


@given(runs, runs)
def test_merging_is_the_same_whichever_comes_first(one: RunDone, other: RunDone) -> None:
    assume(one.record.sources[0].split()[0] != other.record.sources[0].split()[0])
    assert merged(one, other) == merged(other, one)


@given(runs, runs)
def test_merging_again_changes_nothing(one: RunDone, other: RunDone) -> None:
    both = merged(one, other)
    assert merged(both, one) == both
    assert merged(both, both) == both


def test_the_richer_record_gives_the_figures() -> None:
    poor = recorded("strava-table", distance_m=10_100, heart_rate=None)
    assert merged(poor, WATCH).distance_m == 10_000
    assert merged(poor, WATCH).record.sources == (*WATCH.record.sources, *poor.record.sources)
    damaged = recorded("fit", distance_m=4_000, partial=True)
    assert merged(damaged, poor).distance_m == 10_100


@given(runs, st.floats(0, 10), st.sampled_from(RunKind))
def test_what_the_runner_told_stays(run: RunDone, effort: float, kind: RunKind) -> None:
    told = RunDone(
        starts_at=run.starts_at, distance_m=9_999, kind=kind, run="r1", effort=effort, note="Windy"
    )
    both = merged(told, run)
    assert (both.kind, both.run, both.effort, both.note) == (kind, "r1", effort, "Windy")
    assert both.record.kind_sure is None
    assert both.starts_at == run.starts_at
    assert both.distance_m == (run.distance_m or 9_999)


@given(runs)
def test_the_begin_is_compared_on_one_clock(run: RunDone) -> None:
    assert utc_start(run) == run.starts_at - timedelta(seconds=run.record.utc_offset_s or 0)
