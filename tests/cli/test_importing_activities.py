from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.fit_writer import START, fit_run, fit_strength
from tests.samples import SAMPLES, sample_files
from tests.xml_activities import gpx_run, tcx_run

from runlift.bootstrap import open_store
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import RunDone, SetDone

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "diary.db"
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three runs, one of them twice, a strength session, a broken file and one of another kind."""
    folder = tmp_path / "activities"
    folder.mkdir()
    (folder / "1.fit").write_bytes(fit_run(minutes=10))
    (folder / "1.gpx.gz").write_bytes(gzip.compress(gpx_run(points=121, speed=3.2)))
    (folder / "2.tcx").write_bytes(tcx_run(start=START + timedelta(days=1)))
    (folder / "3.gpx").write_bytes(gpx_run(start=START + timedelta(days=2))[:20_000])
    (folder / "gym.fit").write_bytes(fit_strength(start=START + timedelta(hours=9)))
    (folder / "lost.fit").write_bytes(fit_run(minutes=10)[:40])
    (folder / "notes.txt").write_bytes(b"words")
    return folder


def runs_in(database: Path) -> tuple[RunDone, ...]:
    return Diary.of(open_store(str(database)).recorded("me")).of_kind(RunDone)


def test_a_folder_is_imported_each_run_once(runlift: Runlift, database: Path, folder: Path) -> None:
    ended = runlift("import", folder)
    assert ended.code == 0
    assert (
        "7 files read. Kept: 3 new runs, 1 strength session, 1 joined with another source, 0 known already."
        in ended.out
    )
    assert "Of 1 of them only a part could be read." in ended.out
    assert "Not read: lost.fit." in ended.out
    assert 'runlift name "Goblet squat (watch)" EXERCISE' in ended.out
    assert "warning: 3.gpx" in ended.err
    assert len(runs_in(database)) == 3
    assert len(Diary.of(open_store(str(database)).recorded("me")).of_kind(SetDone)) == 3


def test_importing_again_keeps_nothing_new(runlift: Runlift, database: Path, folder: Path) -> None:
    runlift("import", folder)
    before = open_store(str(database)).recorded("me")
    ended = runlift("import", folder)
    assert (
        "Kept: 0 new runs, 0 strength sessions, 0 joined with another source, 5 known already." in ended.out
    )
    assert open_store(str(database)).recorded("me") == before


def test_a_dry_run_tells_of_every_file_and_keeps_nothing(
    runlift: Runlift, database: Path, folder: Path
) -> None:
    ended = runlift("import", "--dry-run", folder)
    for name in ("1.fit", "1.gpx.gz", "2.tcx", "3.gpx", "gym.fit", "lost.fit", "notes.txt"):
        assert any(line.startswith(name) for line in ended.out.splitlines())
    assert "Nothing is kept; it would be: 3 new runs" in ended.out
    assert not open_store(str(database)).recorded("me")


def test_a_table_tells_of_every_file_what_became_of_it_and_what_to_do(
    runlift: Runlift, database: Path, folder: Path
) -> None:
    (folder / "plan.ics").write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    (folder / "unknown.gpx").write_bytes(gpx_run(start=START + timedelta(days=5), kind=""))
    ended = runlift("import", "--table", folder)
    lines = ended.out.splitlines()
    rows = {
        path.name: next(line for line in lines if line.startswith(path.name)) for path in folder.iterdir()
    }
    assert len(rows) == 9
    assert "joined with the" in rows["1.gpx.gz"] or "joined with the" in rows["1.fit"]
    assert "not read" in rows["lost.fit"]
    assert "no activity" in rows["notes.txt"]
    assert "no activity" in rows["plan.ics"]
    assert "If it was a run" in rows["unknown.gpx"]
    assert "No activity in 2 files" in ended.out
    assert len(runs_in(database)) == 3
    again = runlift("import", "--table", folder)
    assert again.out.count("in the diary already") >= 5


def test_the_json_tells_every_file_and_activity(runlift: Runlift, database: Path, folder: Path) -> None:
    document = json.loads(runlift("import", "--json", folder).out)
    assert document["activities"]["run"] == 3
    reports = {report["name"]: report for report in document["reports"]}
    (run,) = reports["1.fit"]["activities"]
    assert (run["fate"], run["sport"], run["duration_s"]) == ("run", "run", 600)
    assert reports["lost.fit"]["findings"][0]["severity"] == "error"
    assert len(runs_in(database)) == 3


@pytest.mark.usefixtures("database")
def test_a_file_that_cannot_be_read_ends_in_plain_lines(runlift: Runlift, tmp_path: Path) -> None:
    broken = tmp_path / "broken.fit"
    broken.write_bytes(fit_run(minutes=10)[:40])
    ended = runlift("import", broken, tmp_path / "missing.fit")
    assert ended.code == 2
    assert len(ended.faults) == 2


@pytest.mark.usefixtures("database")
def test_where_nothing_can_be_read_every_file_is_told_all_the_same(runlift: Runlift, tmp_path: Path) -> None:
    paths = (tmp_path / "broken.fit", tmp_path / "notes.txt")
    paths[0].write_bytes(fit_run(minutes=10)[:40])
    paths[1].write_bytes(b"words")
    plain, table = runlift("import", *paths), runlift("import", "--table", *paths)
    assert plain.code == table.code == 2
    assert "error: broken.fit" in plain.err
    assert "note: notes.txt" in plain.err
    assert [line.split()[0] for line in table.out.splitlines() if line[:1].islower()] == [
        "broken.fit",
        "notes.txt",
    ]


@pytest.mark.usefixtures("database")
def test_an_unknown_zone_is_refused(runlift: Runlift, folder: Path) -> None:
    ended = runlift("import", "--time-zone", "Mars/Base", folder)
    assert (ended.code, len(ended.faults)) == (2, 1)


def test_the_zone_told_is_that_of_files_without_one(runlift: Runlift, database: Path, tmp_path: Path) -> None:
    (tmp_path / "a.gpx").write_bytes(gpx_run())
    runlift("import", "--time-zone", "Asia/Tokyo", tmp_path / "a.gpx")
    (run,) = runs_in(database)
    assert run.starts_at == datetime(2026, 11, 20, 16, 12)


def test_runs_of_the_diary_are_shown_with_their_figures(
    runlift: Runlift, database: Path, tmp_path: Path
) -> None:
    now = datetime.now().astimezone()
    for days in (1, 3, 9, 45):
        data = fit_run(start=now - timedelta(days=days), minutes=20 + days)
        (tmp_path / f"{days}.fit").write_bytes(data)
    runlift("import", *sorted(tmp_path.glob("*.fit")))
    shown = runlift("runs", "--weeks", "10")
    assert shown.code == 0
    assert shown.out.count("km") >= 4
    assert "Longest run of the last 30 days" in shown.out
    document = json.loads(runlift("runs", "--weeks", "10", "--json").out)
    assert len(document["runs"]) == len(runs_in(database)) == 4
    assert document["now"]["longest_run_km"] == pytest.approx(5.6, abs=0.1)
    assert all(run["load"] is None or run["load_by"] for run in document["runs"])


def test_an_import_that_is_killed_goes_on_where_it_was(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for day in range(260):
        data = fit_run(start=START + timedelta(days=day), minutes=2)
        (folder / f"{day:03}.fit").write_bytes(data)
    command = [sys.executable, "-m", "runlift.cli.main", "import", str(folder), "--database", str(database)]
    stopped = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while time.monotonic() < until and not (database.exists() and len(runs_in(database)) >= 200):
        time.sleep(0.02)
    stopped.send_signal(signal.SIGKILL)
    stopped.wait()
    kept = len(runs_in(database))
    assert kept >= 200
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert len(runs_in(database)) == 260


@pytest.mark.samples
@pytest.mark.usefixtures("database")
@pytest.mark.skipif(not sample_files(), reason="the sample files are not beside the project")
def test_every_sample_has_a_line(runlift: Runlift) -> None:
    ended = runlift("import", "--dry-run", SAMPLES)
    assert ended.code == 0
    lines = ended.out.splitlines()
    for path in sample_files():
        assert any(path.name[-30:] in line for line in lines), path
    assert "defect" not in ended.out
    assert not any("could not make sense" in line for line in lines)
