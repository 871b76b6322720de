from __future__ import annotations

from datetime import timedelta
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fit_writer import CYCLING, RUNNING, START, TREADMILL, FitWriter, fit_run, fit_strength, fit_time
from tests.samples import sample_files

from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport
from runlift.domain.quantity import Severity
from runlift.formats.activity.fit import read_fit

SOURCE = Source(format=ActivityFormat.FIT, name="a.fit")


def only(data: bytes) -> Activity:
    (activity,) = read_fit(data, SOURCE).activities
    return activity


def test_a_run_is_read_with_what_the_watch_says_and_what_its_record_says() -> None:
    run = only(fit_run(minutes=50, climb=60))
    assert (run.sport, run.starts_at, run.utc_offset) == (Sport.RUN, START, timedelta(hours=1))
    assert run.duration_s == run.elapsed_s == 3000
    assert run.distance_m == pytest.approx(9600, rel=0.01)
    assert run.moving_s == pytest.approx(3000, abs=2)
    assert run.heart_rate == pytest.approx(148, abs=1)
    assert run.cadence == 168
    assert (run.ground_contact_ms, run.vertical_oscillation_mm, run.temperature_c) == (248, 92.5, 11)
    assert run.ascent_m == pytest.approx(60, abs=1)
    assert run.descent_m == pytest.approx(60, abs=1)
    assert run.flat_distance_m is not None
    assert 9600 < run.flat_distance_m < 9800
    assert len(run.laps) == 1
    assert run.track is not None
    assert len(run.track) == 3001
    assert not run.partial


def test_fields_of_apps_on_the_watch_are_told_and_lose_nothing_else() -> None:
    writer, plain = FitWriter(), FitWriter()
    begin = fit_time(START)
    for each in (writer, plain):
        each.write("file_id", type=4, time_created=begin)
    for number, name in enumerate(["Form Power", "Air Power", "Form Power", "bad\x1b[31m"]):
        writer.write(
            "field_description", developer_data_index=0, field_definition_number=number, field_name=name
        )
    for at in range(120):
        for each, developer in ((writer, 3), (plain, 0)):
            each.write(
                "record",
                developer=developer,
                timestamp=begin + at,
                distance=at * 3.0,
                heart_rate=140 + at % 5,
            )
    for each in (writer, plain):
        each.write("sport", sport=RUNNING, sub_sport=0)
    outcome = read_fit(writer.data(), SOURCE)
    (finding,) = outcome.findings
    assert (finding.code, finding.severity) == ("developer_fields", Severity.NOTE)
    assert "left out: Form Power, Air Power, bad" in finding.message
    assert "\x1b" not in finding.message
    (run,), without = outcome.activities, only(plain.data())
    assert (run.distance_m, run.duration_s, run.heart_rate) == (
        without.distance_m,
        without.duration_s,
        without.heart_rate,
    )
    assert not read_fit(plain.data(), SOURCE).findings


@pytest.mark.samples
@pytest.mark.skipif(not sample_files(), reason="the sample files are not beside the project")
def test_a_run_with_fields_of_a_foot_pod_keeps_its_own() -> None:
    (path,) = [each for each in sample_files(".fit") if each.name.endswith("developer-types-sample.fit")]
    outcome = read_fit(path.read_bytes(), SOURCE)
    (run,), (finding,) = outcome.activities, outcome.findings
    assert (run.distance_m, run.duration_s) == (6753.99, 3424.0)
    assert "Form Power, Leg Spring Stiffness" in finding.message


def test_a_damage_that_many_files_of_a_stream_share_is_told_once() -> None:
    broken = bytearray(fit_run(minutes=1))
    broken[-1] ^= 0xFF
    outcome = read_fit(bytes(broken) * 5, SOURCE)
    assert len(outcome.activities) == 5
    assert [finding.code for finding in outcome.findings] == ["fit_checksum"]


def test_no_position_is_kept() -> None:
    run = only(fit_run(minutes=2))
    assert run.track is not None
    assert not any(name.startswith(("lat", "lon", "position")) for name in run.track.columns)


def test_a_treadmill_run_has_distance_without_positions() -> None:
    run = only(fit_run(minutes=20, sub_sport=TREADMILL, positions=False))
    assert run.indoor
    assert run.sport is Sport.RUN
    assert run.distance_m == pytest.approx(3840, rel=0.01)


def test_positions_alone_give_the_distance() -> None:
    writer = FitWriter()
    begin = fit_time(START)
    writer.write("file_id", type=4, time_created=begin)
    for at in range(100):
        writer.write(
            "record", timestamp=begin + at, position_lat=48 + at * 3 / 111_195.08, position_long=11.5
        )
    writer.write("sport", sport=RUNNING, sub_sport=0)
    run = only(writer.data())
    assert run.sport is Sport.RUN
    assert run.distance_m == pytest.approx(297, rel=0.002)


def test_each_session_of_a_multisport_file_is_an_activity_with_its_part_of_the_record() -> None:
    writer = FitWriter()
    begin = fit_time(START)
    writer.write("file_id", type=4, time_created=begin)
    for at in range(601):
        writer.write("record", timestamp=begin + at, distance=at * 3.0, heart_rate=120 if at < 300 else 160)
    for first, sport in ((0, CYCLING), (300, RUNNING)):
        writer.write(
            "session",
            timestamp=begin + first + 300,
            start_time=begin + first,
            sport=sport,
            total_elapsed_time=300,
            total_timer_time=300,
            total_distance=900,
        )
    ride, run = read_fit(writer.data(), SOURCE).activities
    assert (ride.sport, run.sport) == (Sport.OTHER, Sport.RUN)
    assert run.starts_at - ride.starts_at == timedelta(minutes=5)
    assert run.heart_rate == 160
    assert run.track is not None
    assert run.track.distance_m[-1] == pytest.approx(900)


def test_a_strength_session_has_its_sets_with_the_guesses_of_the_watch() -> None:
    session = only(fit_strength())
    assert session.sport is Sport.STRENGTH
    assert session.title == "Strength"
    first, second, third = session.sets
    assert first.guesses == ("goblet squat", "lunge")
    assert (first.reps, first.load_kg) == (10, 24.0)
    assert second.load_kg is None  # zero means unknown or bodyweight
    assert second.starts_after_s == 100
    assert third.guesses == ()


def test_a_damaged_file_gives_what_it_holds_and_a_warning() -> None:
    whole = fit_run(minutes=30)
    outcome = read_fit(whole[: len(whole) // 2], SOURCE)
    (run,) = outcome.activities
    assert run.partial
    assert run.sport is Sport.UNKNOWN  # the session stands at the end
    assert run.duration_s == pytest.approx(900, rel=0.05)
    assert [finding.code for finding in outcome.findings] == ["fit_truncated"]


def test_a_clock_that_was_never_set_is_put_right_by_the_local_time_of_the_end() -> None:
    writer = FitWriter()
    writer.write("file_id", type=4, time_created=1000)
    for at in range(120):
        writer.write("record", timestamp=1000 + at, distance=at * 3.0)
    local = fit_time(START)
    writer.write("activity", timestamp=1120, local_timestamp=local + 120, num_sessions=1)
    writer.write("session", timestamp=1120, start_time=1000, sport=RUNNING, total_elapsed_time=120)
    run = only(writer.data())
    assert (run.starts_at, run.utc_offset) == (START, timedelta())
    assert run.distance_m == pytest.approx(357)


def test_without_any_date_nothing_is_claimed() -> None:
    writer = FitWriter()
    writer.write("file_id", type=4, time_created=1000)
    writer.write("record", timestamp=1000, distance=3.0)
    outcome = read_fit(writer.data(), SOURCE)
    assert not outcome.activities
    assert [finding.code for finding in outcome.findings] == ["no_session"]


@pytest.mark.parametrize(
    ("kind", "words"), [(5, "workout"), (6, "course"), (2, "settings"), (32, "monitoring")]
)
def test_a_file_of_another_kind_is_named(kind: int, words: str) -> None:
    writer = FitWriter()
    writer.write("file_id", type=kind, time_created=fit_time(START))
    (finding,) = read_fit(writer.data(), SOURCE).findings
    assert finding.code == "not_an_activity"
    assert words in finding.message


def test_a_record_out_of_order_is_put_in_order() -> None:
    writer = FitWriter()
    begin = fit_time(START)
    writer.write("file_id", type=4, time_created=begin)
    for at in (0, 2, 1, 3, 3):
        writer.write("record", timestamp=begin + at, distance=at * 3.0)
    run = only(writer.data())
    assert run.track is not None
    assert run.track.time_s.tolist() == [0, 1, 2, 3]
    assert run.track.distance_m.tolist() == [0, 3, 6, 9]


def test_what_no_body_can_do_is_left_out_of_the_record() -> None:
    writer = FitWriter()
    begin = fit_time(START)
    writer.write("file_id", type=4, time_created=begin)
    for at in range(100):
        leap = 50_000.0 if at >= 50 else 0.0
        writer.write(
            "record", timestamp=begin + at, distance=at * 3.0 + leap, heart_rate=254 if at == 7 else 150
        )
    run = only(writer.data())
    assert run.distance_m == pytest.approx(98 * 3.0)
    assert run.heart_rate_max == 150


def test_a_begin_years_before_its_record_costs_no_time() -> None:
    writer = FitWriter()
    begin = fit_time(START)
    writer.write("file_id", type=4, time_created=begin)
    for at in range(20):
        writer.write("record", timestamp=begin + at, distance=at * 3.0)
    writer.write(
        "session", timestamp=begin + 20, start_time=300_000_000, sport=RUNNING, total_elapsed_time=20
    )
    begins = process_time()
    run = only(writer.data())
    assert process_time() - begins < 1
    assert run.track is None or len(run.track) == 0


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_changed_bytes_never_raise_and_never_give_numbers_that_are_none(data: st.DataObject) -> None:
    broken = bytearray(fit_run(minutes=1) + fit_strength())
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    for activity in read_fit(bytes(broken), SOURCE).activities:
        figures = (activity.distance_m, activity.duration_s, activity.heart_rate, activity.flat_distance_m)
        assert all(each is None or np.isfinite(each) for each in figures)
