from __future__ import annotations

from datetime import timedelta

import pytest
from tests.xml_activities import START, gpx_run

from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport
from runlift.formats.activity.gpx import read_gpx

SOURCE = Source(format=ActivityFormat.GPX, name="a.gpx")


def only(data: bytes) -> Activity:
    (activity,) = read_gpx(data, SOURCE).activities
    return activity


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in read_gpx(data, SOURCE).findings]


def test_a_track_is_a_run_with_distance_heart_rate_and_steps_of_both_feet() -> None:
    run = only(gpx_run(points=300, every=5, speed=3.0))
    assert (run.sport, run.title, run.starts_at) == (Sport.RUN, "Morning Run", START)
    assert run.distance_m == pytest.approx(299 * 15, rel=1e-3)
    assert run.elapsed_s == run.moving_s == 299 * 5
    assert run.heart_rate == 140
    assert run.cadence == 170
    assert run.source.maker == "StravaGPX"


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("running", Sport.RUN),
        ("Run", Sport.RUN),
        ("9", Sport.RUN),
        ("trail_running", Sport.RUN),
        ("TrailRun", Sport.RUN),
        ("Course à pied", Sport.RUN),
        ("cycling", Sport.OTHER),
        ("1", Sport.OTHER),
        ("hiking", Sport.OTHER),
        ("strength_training", Sport.STRENGTH),
        ("", Sport.UNKNOWN),
    ],
)
def test_the_type_of_the_track_says_what_was_done(kind: str, sport: Sport) -> None:
    assert only(gpx_run(kind=kind)).sport is sport


def test_the_way_across_a_pause_is_no_run() -> None:
    first, second = gpx_run(points=100), gpx_run(points=100, start=START + timedelta(minutes=25))
    track = second[second.index(b"<trk>") : second.index(b"</gpx>")].replace(b'lon="11.5"', b'lon="11.6"')
    run = only(first.replace(b"</gpx>", track + b"</gpx>"))
    assert run.distance_m == pytest.approx(2 * 99 * 15, rel=1e-3)
    assert run.moving_s == 2 * 99 * 5


def test_points_without_a_time_are_told_and_make_the_run_a_part() -> None:
    data = gpx_run(points=100)
    for at in range(30):
        moment = START + timedelta(seconds=5 * at)
        data = data.replace(f"<time>{moment:%Y-%m-%dT%H:%M:%SZ}</time>".encode(), b"")
    assert codes(data) == ["points_without_time"]
    assert read_gpx(data, SOURCE).findings[0].message.startswith("30 of 100 points")
    assert only(data).partial
    assert only(data).elapsed_s == 69 * 5
    assert not only(gpx_run(points=100)).partial


def test_tracks_hours_apart_are_two_activities_and_pauses_are_not() -> None:
    first, second = gpx_run(points=100), gpx_run(points=100, start=START + timedelta(hours=9))
    track = second[second.index(b"<trk>") : second.index(b"</gpx>")]
    both = read_gpx(first.replace(b"</gpx>", track + b"</gpx>"), SOURCE).activities
    assert [each.starts_at for each in both] == [START, START + timedelta(hours=9)]
    pause = gpx_run(points=100, start=START + timedelta(minutes=30))
    track = pause[pause.index(b"<trk>") : pause.index(b"</gpx>")]
    run = only(first.replace(b"</gpx>", track + b"</gpx>"))
    assert run.elapsed_s == 30 * 60 + 99 * 5
    assert run.moving_s == pytest.approx(2 * 99 * 5)


def test_a_zone_in_the_times_tells_the_clock_of_the_runner() -> None:
    run = only(gpx_run().replace(b":00Z</time>", b":00+02:00</time>"))
    assert run.utc_offset == timedelta(hours=2)


def test_a_broken_end_keeps_what_stands_before_it() -> None:
    whole = gpx_run(points=300)
    outcome = read_gpx(whole[: len(whole) // 2], SOURCE)
    (run,) = outcome.activities
    assert run.partial
    assert run.elapsed_s is not None
    assert 600 < run.elapsed_s < 900
    assert [finding.code for finding in outcome.findings] == ["xml_broken"]


def test_routes_places_and_tracks_without_times_are_named() -> None:
    route = b'<gpx version="1.1"><rte><rtept lat="1" lon="1"/></rte></gpx>'
    no_times = b'<gpx><trk><trkseg><trkpt lat="1" lon="1"/><trkpt lat="1" lon="2"/></trkseg></trk></gpx>'
    assert codes(route) == ["not_an_activity"]
    assert codes(no_times) == ["no_times"]
    assert codes(b"<gpx></gpx>") == ["not_an_activity"]
    assert codes(b"<gpx") == ["nothing_read"]


def test_no_entity_is_expanded_and_no_file_is_opened() -> None:
    inside = gpx_run().replace(b"<name>Morning Run</name>", b"<name>&e;</name>")
    document = inside.replace(
        b"<gpx ", b'<!DOCTYPE gpx [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY l "lol">]><gpx ', 1
    )
    assert only(document).title == ""
    assert only(document.replace(b"&e;", b"&l;&l;")).title == ""


def test_impossible_times_and_numbers_are_left_out() -> None:
    odd = gpx_run(points=50).replace(b"<ele>500</ele>", b"<ele>1e400</ele>")
    odd = odd.replace(b"<gpxtpx:hr>140</gpxtpx:hr>", b"<gpxtpx:hr>x</gpxtpx:hr>", 1)
    odd = odd.replace(b"2026-11-20T07:12:05Z", b"0001-01-01T00:00:00Z")
    run = only(odd)
    assert run.track is not None
    assert len(run.track) == 49
