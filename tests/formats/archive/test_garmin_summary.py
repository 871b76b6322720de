from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.activity.activity import Sport
from runlift.formats.archive import garmin_summary
from runlift.formats.archive.garmin_summary import read_garmin_summaries

START = datetime(2025, 3, 1, 8, tzinfo=UTC)


def told(number: int = 1, **more: object) -> dict[str, Any]:
    start = (START + timedelta(days=number)).timestamp() * 1000
    plain = {
        "activityId": number,
        "name": "Morning Run",
        "activityType": "running",
        "startTimeGmt": start,
        "startTimeLocal": start + 3_600_000,
        "duration": 1_800_000.0,
        "movingDuration": 1_790_000.0,
        "elapsedDuration": 1_900_000.0,
        "distance": 600_000.0,
        "avgHr": 140.0,
        "elevationGain": 5_000.0,
        "splits": [{"measurements": [{"value": 1}]}],
    }
    return plain | more


def export(*activities: dict[str, Any]) -> bytes:
    return json.dumps([{"summarizedActivitiesExport": list(activities)}], indent=1).encode()


def test_a_summary_is_an_activity_in_metres_and_seconds_with_the_clock_of_the_runner() -> None:
    (run,) = read_garmin_summaries(io.BytesIO(export(told())), name="a.json").activities
    assert run.sport is Sport.RUN
    assert run.starts_at == START + timedelta(days=1)
    assert run.utc_offset == timedelta(hours=1)
    assert (run.distance_m, run.duration_s, run.moving_s, run.elapsed_s) == (6000, 1800, 1790, 1900)
    assert (run.heart_rate, run.ascent_m) == (140, 50)


@settings(max_examples=20)
@given(st.integers(0, 40), st.integers(1, 3_000))
def test_every_summary_is_read_wherever_the_steps_of_reading_fall(count: int, step: int) -> None:
    step_before = garmin_summary._STEP  # noqa: SLF001 - the step is what is tested
    garmin_summary._STEP = step  # noqa: SLF001
    try:
        data = export(*(told(number) for number in range(count)))
        found = read_garmin_summaries(io.BytesIO(data), name="a.json").activities
    finally:
        garmin_summary._STEP = step_before  # noqa: SLF001
    assert [each.source.name for each in found] == [f"a.json, activity {number}" for number in range(count)]


def test_a_damaged_file_gives_what_stands_before_the_damage() -> None:
    data = export(told(1), told(2), told(3))
    outcome = read_garmin_summaries(io.BytesIO(data[: int(len(data) * 0.8)]), name="a.json")
    assert len(outcome.activities) == 2
    assert [finding.code for finding in outcome.findings] == ["json_broken"]


@pytest.mark.parametrize(
    "odd", [{"startTimeGmt": None, "beginTimestamp": "x"}, {"startTimeGmt": 5}, {"startTimeGmt": 1e30}]
)
def test_without_a_begin_there_is_no_activity(odd: dict[str, Any]) -> None:
    assert not read_garmin_summaries(io.BytesIO(export(told(1, **odd))), name="a.json").activities


def test_odd_values_are_left_out() -> None:
    odd = told(1, distance="far", duration=True, avgHr=-3, name=None, activityType=7)
    (run,) = read_garmin_summaries(io.BytesIO(export(odd)), name="a.json").activities
    assert (run.distance_m, run.duration_s, run.heart_rate, run.title) == (None, None, None, "")


def test_deep_nesting_ends_in_a_finding() -> None:
    data = b'[{"summarizedActivitiesExport": [' + b"[" * 100_000
    outcome = read_garmin_summaries(io.BytesIO(data), name="a.json")
    assert [finding.code for finding in outcome.findings] == ["nothing_read"]
