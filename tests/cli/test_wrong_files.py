"""Files that are no plan, or more than a plan: one clear line, within ten seconds and 512 MB."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Runlift

SECONDS = 10
MEMORY = 512 * 1024 * 1024
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get("RUNLIFT_SAMPLES", ROOT.parent / "shared" / "samples"))
FOLDERS = ("malformed", "bombs", "plans-time-to-run")
FILES = sorted(path for folder in FOLDERS for path in (SAMPLES / folder).rglob("*") if path.is_file())


def zipped() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("plan.csv", "date,title\n2027-01-04,Easy 8 km\n")
    return held.getvalue()


def calendar(events: int, more: str = "") -> bytes:
    """A calendar with two runs on each of as many days as it takes, from 2026-12-21."""
    days = (
        f"{2000 + index // 336:04}{index // 28 % 12 + 1:02}{index % 28 + 1:02}" for index in range(events)
    )
    entries = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@example.org\r\nDTSTART;VALUE=DATE:{day}\r\n"
        f"SUMMARY:Easy {number % 9 + 4} km\r\n{more}END:VEVENT\r\n"
        for number, day in enumerate(days)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{entries}END:VCALENDAR\r\n".encode()


NO_PLANS: dict[str, bytes] = {
    "empty.ics": b"",
    "spaces.txt": b" \n\n\t\n",
    "binary.csv": bytes(range(256)) * 40,
    "zeros.yaml": b"\0" * 5000,
    "activity.fit": b"\x0e\x10\xd9\x07\x00\x00\x00\x00.FIT\x00\x00" + bytes(200),
    "track.gpx": b'<?xml version="1.0"?><gpx version="1.1"><trk></trk></gpx>',
    "plan.ics": zipped(),
    "page.csv": b"<!doctype html><html><body>Please log in</body></html>",
    "dates.csv": b"date,title\n2027-02-30,Easy 8 km\n2027-13-01,Long 20 km\n",
    "cut.json": b'{"schema": "runlift.running-plan/1", "days": [{"date": "2027-01',
    "deep.json": b"[" * 100_000,
    "bomb.yaml": b"a: &a [1,2]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "prose.txt": b"Dear diary, I should run more this year.\nAnd sleep.\n",
    "cut.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2027",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@pytest.mark.parametrize("name", NO_PLANS)
def test_what_is_no_running_plan_ends_in_a_clear_line(runlift: Runlift, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(NO_PLANS[name])
    ended = runlift("read", path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.faults
    assert all(name in line and line.rstrip().endswith(".") for line in ended.faults)


@pytest.mark.parametrize("name", NO_PLANS)
def test_what_is_no_athlete_file_ends_in_a_clear_line(
    runlift: Runlift, examples: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(NO_PLANS[name])
    ended = runlift("plan", examples / "plans" / "half-marathon-pasted.txt", "--athlete", path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.faults
    assert all(name in line for line in ended.faults)


@pytest.mark.parametrize("command", ["read", "check", "show"])
def test_a_missing_file_a_folder_and_a_name_too_long_are_told(
    runlift: Runlift, tmp_path: Path, command: str
) -> None:
    for path in (tmp_path / "none.ics", tmp_path, tmp_path / ("x" * 300)):
        ended = runlift(command, path)
        assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
        assert str(path) in ended.err


def bounded(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command, ended by the system when it takes too long or too much."""
    return subprocess.run(
        [sys.executable, "-m", "runlift.cli.main", *(str(word) for word in words)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=_bound,
        timeout=60,  # of the clock, on a busy machine; the system counts the processor's ten seconds
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
    )


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def test_a_plan_of_ten_thousand_events_is_planned_or_refused_in_bounds(
    tmp_path: Path, examples: Path
) -> None:
    path = tmp_path / "many.ics"
    path.write_bytes(calendar(10_000))
    who = examples / "athlete-minimal.toml"
    ended = bounded("plan", path, "--athlete", who, "--from", "2026-01-01", "--out", tmp_path / "out")
    assert ended.returncode in {0, 2}
    assert "Traceback" not in ended.stderr


def test_a_running_plan_of_one_day_is_planned(runlift: Runlift, examples: Path, tmp_path: Path) -> None:
    path = tmp_path / "day.txt"
    path.write_text("2027-01-06: Tempo 8 km\n", encoding="utf-8")
    who = examples / "athlete-minimal.toml"
    assert runlift("plan", path, "--athlete", who, "--from", "2027-01-01", "--out", tmp_path / "o").code == 0


@pytest.mark.samples
@pytest.mark.skipif(not FILES, reason="the sample files are not beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_is_read_or_refused_within_ten_seconds(path: Path, runlift: Runlift) -> None:
    ended = runlift("read", path, "--race-date", "2027-04-11")
    assert ended.code in {0, 2}
    assert bool(ended.faults) == (ended.code == 2)


@pytest.mark.samples
@pytest.mark.skipif(not FILES, reason="the sample files are not beside the project")
@pytest.mark.parametrize("name", ["secondly.ics", "overlap_2GB.zip"])
def test_the_worst_samples_end_in_bounds_as_processes_of_their_own(name: str) -> None:
    ended = bounded("read", SAMPLES / "bombs" / name)
    assert ended.returncode in {0, 2}
    assert "Traceback" not in ended.stderr


def test_a_reader_that_goes_away_is_no_fault(season: Callable[[], Path]) -> None:
    line = 'set -o pipefail; "$0" -m runlift.cli.main show "$1" --weeks 60 --json | exec true'
    ended = subprocess.run(
        ["/bin/bash", "-c", line, sys.executable, season()], check=False, capture_output=True
    )
    assert ended.returncode in {0, 141}
    assert not ended.stderr
