from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.activity.activity import Sport
from runlift.formats.archive import apple_health
from runlift.formats.archive.apple_health import read_apple_health

HEAD = (
    b'<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT Workout ANY>\n]>\n<HealthData locale="en">\n'
)
RECORD = (
    b' <Record type="HKQuantityTypeIdentifierHeartRate" value="80" startDate="2025-03-01 08:00:00 +0000"/>\n'
)
NEW = b""" <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.5" durationUnit="min"
 sourceName="Watch > of A" startDate="2025-03-01 09:00:00 +0100" endDate="2025-03-01 09:31:00 +0100">
  <MetadataEntry key="HKElevationAscended" value="4500 cm"/>
  <WorkoutEvent type="HKWorkoutEventTypePause" date="2025-03-01 09:10:00 +0100"/>
  <WorkoutActivity uuid="1">
   <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="1"/>
  </WorkoutActivity>
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.02" unit="km"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="148.5" maximum="170" unit="count/min"/>
  <WorkoutRoute><FileReference path="/workout-routes/route_1.gpx"/></WorkoutRoute>
 </Workout>
"""
OLD = (
    b' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="20" durationUnit="min"'
    b' totalDistance="2" totalDistanceUnit="mi" startDate="2019-03-01 09:00:00 +0000"'
    b' endDate="2019-03-01 09:20:00 +0000"/>\n'
)
STRENGTH = OLD.replace(b"Running", b"TraditionalStrengthTraining").replace(b"2019-03", b"2019-04")
INDOOR = NEW.replace(b"HKElevationAscended", b"HKIndoorWorkout").replace(b"4500 cm", b"1")


def export(*pieces: bytes) -> io.BytesIO:
    return io.BytesIO(HEAD + RECORD * 3 + RECORD.join(pieces) + RECORD + b"</HealthData>")


def test_a_workout_is_read_with_its_statistics_and_the_clock_of_the_runner() -> None:
    (run,) = read_apple_health(export(NEW), name="export.xml").activities
    assert run.sport is Sport.RUN
    assert run.starts_at == datetime(2025, 3, 1, 8, tzinfo=UTC)
    assert run.utc_offset == timedelta(hours=1)
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (5020, 1830, 1860)
    assert (run.heart_rate, run.heart_rate_max, run.ascent_m) == (148.5, 170, 45)
    assert run.source.maker == "Watch > of A"


def test_old_exports_tell_the_distance_beside_the_workout() -> None:
    (run,) = read_apple_health(export(OLD), name="export.xml").activities
    assert run.distance_m == pytest.approx(3218.688)


def test_strength_and_treadmill_are_told_apart() -> None:
    strength, run = read_apple_health(export(STRENGTH, INDOOR), name="export.xml").activities
    assert strength.sport is Sport.STRENGTH
    assert run.indoor


@settings(max_examples=30)
@given(st.lists(st.sampled_from([NEW, OLD, STRENGTH, INDOOR]), max_size=8), st.integers(7, 4_000))
def test_every_workout_is_found_wherever_the_steps_of_reading_fall(pieces: list[bytes], step: int) -> None:
    step_before = apple_health._STEP  # noqa: SLF001 - the step is what is tested
    apple_health._STEP = step  # noqa: SLF001
    try:
        found = read_apple_health(export(*pieces), name="export.xml").activities
    finally:
        apple_health._STEP = step_before  # noqa: SLF001
    assert len(found) == len(pieces)


def test_a_workout_that_cannot_be_read_is_counted_and_the_others_stay() -> None:
    broken = NEW.replace(b"startDate", b"whenever", 1)
    outcome = read_apple_health(export(NEW, broken, OLD), name="export.xml")
    assert len(outcome.activities) == 2
    assert [finding.code for finding in outcome.findings] == ["workouts_left_out"]


@pytest.mark.parametrize("year", [b"0001", b"9999"])
def test_a_begin_centuries_away_is_none(year: bytes) -> None:
    outcome = read_apple_health(export(OLD.replace(b"2019", year)), name="export.xml")
    assert not outcome.activities


def test_entities_of_the_document_reach_no_workout() -> None:
    evil = OLD.replace(b"<Workout ", b'<Workout sourceName="&e;" ')
    assert read_apple_health(export(evil), name="export.xml").findings[0].code == "no_workouts"


def test_a_workout_without_end_does_not_fill_the_memory() -> None:
    endless = b"<Workout " + b"x" * (9 << 20)
    outcome = read_apple_health(io.BytesIO(HEAD + endless + OLD), name="export.xml")
    assert len(outcome.activities) <= 1


def test_nothing_is_told_as_nothing() -> None:
    assert read_apple_health(export(), name="export.xml").findings[0].code == "no_workouts"
