from __future__ import annotations

import pytest
from tests.xml_activities import START, tcx_run

from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport
from runlift.formats.activity.tcx import read_tcx

SOURCE = Source(format=ActivityFormat.TCX, name="a.tcx")


def only(data: bytes) -> Activity:
    (activity,) = read_tcx(data, SOURCE).activities
    return activity


def test_a_treadmill_run_keeps_every_point_though_none_has_a_position() -> None:
    run = only(tcx_run(laps=2, points=60, every=5, speed=3.0))
    assert (run.sport, run.starts_at) == (Sport.RUN, START)
    assert run.track is not None
    assert len(run.track) == 120
    assert run.distance_m == 1800
    assert run.duration_s == 600
    assert (run.heart_rate, run.cadence) == (141, 172)  # the laps tell 141, the points 140
    assert [lap.starts_after_s for lap in run.laps] == [0, 300]
    assert run.source.maker == "Treadmill"


def test_the_heart_rate_is_that_of_the_points_where_a_lap_tells_none() -> None:
    data = tcx_run(laps=2)
    told = b"<AverageHeartRateBpm><Value>141</Value></AverageHeartRateBpm>"
    assert only(data.replace(told, b"", 1)).heart_rate == 140
    longer = data.replace(b"<TotalTimeSeconds>300<", b"<TotalTimeSeconds>900<", 1).replace(
        b">141<", b">161<", 1
    )
    assert only(longer).heart_rate == (161 * 900 + 141 * 300) / 1200


def test_positions_alone_give_the_record_its_distance() -> None:
    run = only(tcx_run(positions=True, distances=False))
    assert run.track is not None
    assert run.track.distance_m[-1] == pytest.approx(119 * 15, rel=1e-3)


def test_laps_alone_are_enough() -> None:
    data = tcx_run()
    while b"<Track>" in data:
        data = data[: data.index(b"<Track>")] + data[data.index(b"</Track>") + len(b"</Track>") :]
    run = only(data)
    assert run.track is None
    assert (run.distance_m, run.duration_s) == (1800, 600)


def test_a_file_that_ends_early_keeps_its_laps_and_points() -> None:
    whole = tcx_run()
    outcome = read_tcx(whole[: int(len(whole) * 0.7)], SOURCE)
    (run,) = outcome.activities
    assert run.partial
    assert run.track is not None
    assert 60 < len(run.track) < 120
    assert [finding.code for finding in outcome.findings] == ["xml_broken"]


def test_a_course_is_no_activity() -> None:
    course = tcx_run().replace(b"<Activity Sport", b"<Course Sport").replace(b"</Activity>", b"</Course>")
    assert [finding.code for finding in read_tcx(course, SOURCE).findings] == ["not_an_activity"]


@pytest.mark.parametrize("data", [b"<TrainingCenterDatabase/>", b"<TrainingCenterDatabase><Act"])
def test_nothing_is_told_as_nothing(data: bytes) -> None:
    assert [finding.code for finding in read_tcx(data, SOURCE).findings] == ["nothing_read"]
