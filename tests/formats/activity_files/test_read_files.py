from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from tests.fit_writer import START, fit_run
from tests.strava_tables import BY_HAND, FULL, RUN
from tests.xml_activities import gpx_run, tcx_run

from runlift.domain.activity.activity import Sport
from runlift.formats.activity.reading import digest_of
from runlift.formats.activity_files.read_files import FILE_LIMITS, ActivityFiles
from runlift.formats.child_process.pool import WorkerPool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from runlift.formats.activity_files.read_files import FileRead


@dataclass(frozen=True)
class Reading:
    """Reads paths with children that stay for all tests of this file."""

    pool: WorkerPool
    folder: Path

    def read(self, *paths: Path, known: Iterable[str] = (), with_track: bool = False) -> dict[str, FileRead]:
        files = ActivityFiles(paths, self.pool, folder=self.folder, known=known, with_track=with_track)
        reads = list(files.read())
        assert len(reads) >= files.count
        return {read.name: read for read in reads}


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(FILE_LIMITS, workers=2) as pool:
        yield pool


@pytest.fixture
def reading(pool: WorkerPool, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return Reading(pool=pool, folder=tmp_path_factory.mktemp("inner"))


def codes(read: FileRead) -> list[str]:
    return [finding.code for finding in read.outcome.findings]


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return buffer.getvalue()


def test_every_file_of_a_folder_has_its_result(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "run.fit").write_bytes(fit_run(minutes=3))
    (tmp_path / "old" / "run.gpx.gz").write_bytes(gzip.compress(gpx_run()))
    (tmp_path / "notes.txt").write_bytes(b"words")
    (tmp_path / ".hidden").write_bytes(b"words")
    reads = reading.read(tmp_path)
    assert sorted(reads) == ["notes.txt", "old/run.gpx.gz", "run.fit"]
    assert len(reads["run.fit"].outcome.activities) == len(reads["old/run.gpx.gz"].outcome.activities) == 1
    assert codes(reads["notes.txt"]) == ["not_an_activity"]


def test_links_out_of_the_folder_are_not_followed(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "secret.fit").write_bytes(fit_run(minutes=3))
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.fit").symlink_to(tmp_path / "secret.fit")
    (inside / "folder").symlink_to(tmp_path)
    reads = reading.read(inside)
    assert [code for read in reads.values() for code in codes(read)] == ["link_outside"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_name_that_is_no_text_is_read_all_the_same(reading: Reading, tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"lauf-\xfc.fit")  # noqa: PTH118 - a name that no text can be
    with open(path, "wb") as file:  # noqa: PTH123 - see above
        file.write(fit_run(minutes=3))
    (read,) = reading.read(tmp_path).values()
    assert len(read.outcome.activities) == 1
    assert read.name.encode() == b"lauf-?.fit"


def test_what_is_no_file_is_passed_over(reading: Reading, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.fit")
    assert reading.read(tmp_path) == {}


def test_a_path_that_is_not_there_is_told(reading: Reading, tmp_path: Path) -> None:
    (read,) = reading.read(tmp_path / "nothing.fit").values()
    assert codes(read) == ["file_not_found"]


def test_a_known_file_is_not_read_again(reading: Reading, tmp_path: Path) -> None:
    data = fit_run(minutes=3)
    (tmp_path / "run.fit").write_bytes(data)
    (read,) = reading.read(tmp_path / "run.fit", known=[digest_of(data)]).values()
    assert read.known
    assert not read.outcome.activities


def test_records_come_when_asked_for(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "run.fit").write_bytes(fit_run(minutes=3))
    (read,) = reading.read(tmp_path / "run.fit", with_track=True).values()
    assert read.outcome.activities[0].track is not None


def test_a_strava_export_joins_its_table_with_its_files(reading: Reading, tmp_path: Path) -> None:
    unnamed = gpx_run(kind="", name="2020-07-14", start=START)
    path = tmp_path / "export.zip"
    path.write_bytes(
        packed(
            {
                "activities.csv": (FULL + RUN + BY_HAND).encode(),
                "activities/123.fit.gz": gzip.compress(unnamed),
                "media/1.jpg": b"\xff\xd8\xff",
                "comments.csv": b"a,b\n1,2\n",
            }
        )
    )
    reads = reading.read(path)
    (run,) = reads["export.zip, activities/123.fit.gz"].outcome.activities
    assert (run.sport, run.title) == (Sport.RUN, "Evening Run")
    (by_hand,) = reads["export.zip, activities.csv"].outcome.activities
    assert by_hand.title == "By hand"
    assert codes(reads["export.zip"]) == ["others_passed_over"]


def test_a_table_that_only_tells_of_files_says_so(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "activities").mkdir()
    (tmp_path / "activities.csv").write_text(FULL + RUN, encoding="utf-8")
    (tmp_path / "activities" / "123.fit.gz").write_bytes(gzip.compress(fit_run(minutes=20)))
    reads = reading.read(tmp_path)
    assert len(reads) == 2
    assert codes(reads["activities.csv"]) == ["table_of_files"]


def test_what_a_table_tells_of_files_that_are_not_there_is_not_lost(reading: Reading, tmp_path: Path) -> None:
    table = tmp_path / "activities.csv"
    table.write_text(FULL + RUN, encoding="utf-8")
    (read,) = reading.read(table).values()
    (run,) = read.outcome.activities
    assert (run.title, run.distance_m) == ("Evening Run", 10012.5)
    assert codes(read) == ["files_not_there"]


def test_an_unpacked_strava_export_is_read_the_same(reading: Reading, tmp_path: Path) -> None:
    export = tmp_path / "export_1"
    (export / "activities").mkdir(parents=True)
    (export / "activities.csv").write_text(FULL + RUN, encoding="utf-8")
    (export / "activities" / "123.fit.gz").write_bytes(b"\x1f\x8b broken")
    reads = reading.read(tmp_path)
    lost = reads["export_1/activities/123.fit.gz"].outcome
    assert [activity.title for activity in lost.activities] == ["Evening Run"]  # the table is all there is
    assert lost.findings


def test_a_garmin_export_is_read_with_the_archives_in_it(reading: Reading, tmp_path: Path) -> None:
    start = START.timestamp() * 1000
    summary = {
        "activityId": 1,
        "activityType": "running",
        "startTimeGmt": start,
        "duration": 6e5,
        "distance": 2e5,
    }
    path = tmp_path / "garmin.zip"
    inner = packed({"a_1.fit": fit_run(minutes=10), "a_2.fit": b"broken"})
    path.write_bytes(
        packed(
            {
                "DI_CONNECT/DI-Connect-Fitness/a_0_summarizedActivities.json": json.dumps(
                    [{"summarizedActivitiesExport": [summary]}]
                ).encode(),
                "DI_CONNECT/DI-Connect-User/a_settings.json": b"{}",
                "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip": inner,
            }
        )
    )
    reads = reading.read(path)
    runs = [activity for read in reads.values() for activity in read.outcome.activities]
    assert [run.source.format.value for run in runs] == ["garmin-summary", "fit"]
    assert [round(run.elapsed_s or run.duration_s or 0) for run in runs] == [600, 600]


def test_archives_that_lie_too_deep_are_told(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"b.zip": packed({"c.zip": packed({"run.fit": fit_run(minutes=3)})})}))
    reads = reading.read(path)
    assert [code for read in reads.values() for code in codes(read)] == ["archive_too_deep"]


def test_an_apple_export_is_streamed_and_its_routes_are_read(reading: Reading, tmp_path: Path) -> None:
    workout = (
        '<?xml version="1.0"?><!DOCTYPE HealthData []><HealthData>'
        '<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="25" totalDistance="4.5"'
        ' startDate="2026-11-20 08:12:00 +0100" endDate="2026-11-20 08:37:00 +0100"/></HealthData>'
    )
    path = tmp_path / "export.zip"
    path.write_bytes(
        packed(
            {
                "apple_health_export/export.xml": workout.encode(),
                "apple_health_export/export_cda.xml": b"<ClinicalDocument/>",
                "apple_health_export/workout-routes/route_1.gpx": gpx_run(kind=""),
            }
        )
    )
    reads = reading.read(path)
    sports = [activity.sport for read in reads.values() for activity in read.outcome.activities]
    assert sports == [Sport.RUN, Sport.UNKNOWN]


def test_a_damaged_archive_is_told(reading: Reading, tmp_path: Path) -> None:
    whole = packed({"1.tcx": tcx_run(), "2.fit": fit_run(minutes=5)})
    path = tmp_path / "a.zip"
    path.write_bytes(whole[: len(whole) // 2])
    (read,) = reading.read(path).values()
    assert codes(read) == ["no_archive"]


def test_a_file_damaged_within_its_archive_is_told_and_the_others_are_read(
    reading: Reading, tmp_path: Path
) -> None:
    broken = bytearray(packed({"1.tcx": tcx_run(), "2.fit": fit_run(minutes=5)}))
    broken[60:90] = bytes(30)
    path = tmp_path / "a.zip"
    path.write_bytes(bytes(broken))
    reads = reading.read(path)
    assert codes(reads["a.zip, 1.tcx"]) == ["file_damaged"]
    assert len(reads["a.zip, 2.fit"].outcome.activities) == 1
