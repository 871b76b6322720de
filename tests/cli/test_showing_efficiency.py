from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from tests import logged_plan
from tests.domain.progress.diaries import TODAY, diary_of
from tests.domain.progress.easy_runs import growing, run, season
from tests.fit_writer import fit_run

from runlift.application.show_efficiency import efficiency_of
from runlift.bootstrap import open_store
from runlift.cli.showing_efficiency import print_report
from runlift.domain.diary.entry import RunDone

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "diary.db"
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path


def page(*, encoding: str = "utf-8", width: int = 110, level_assumed: bool = False) -> str:
    warm = run(TODAY - timedelta(days=3), temperature_c=31.0)
    told = diary_of([*season(growing(0.01), cadence=172.0, level_assumed=level_assumed), warm])
    raw = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    screen = Console(file=raw, width=width, highlight=False)
    print_report(screen, efficiency_of(told, logged_plan.plan(TODAY), today=TODAY, weeks=13))
    raw.flush()
    raw.seek(0)
    return raw.read()


def test_who_has_imported_nothing_is_told_what_to_do_next(runlift: Runlift, database: Path) -> None:
    ended = runlift("efficiency")
    assert (ended.code, ended.err) == (0, "")
    assert "runlift import" in ended.out
    assert database.exists()


def test_runs_of_a_watch_become_a_chart_a_table_and_a_picture(
    runlift: Runlift, database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    begin = datetime.now(tz=UTC).replace(microsecond=0) - timedelta(days=41)
    for number in range(14):
        start = begin + timedelta(days=3 * number)
        data = fit_run(start=start, minutes=32, speed=3.0 * 1.005**number, heart_rate=140, seed=number)
        (folder / f"{number}.fit").write_bytes(data)
    assert runlift("import", folder).code == 0
    ended = runlift("efficiency", "--out", tmp_path / "pictures", "--rest", "50")
    assert (ended.code, ended.err) == (0, "")
    assert "●" in ended.out
    assert "steps/min" in ended.out
    assert "a beat carries you further than before" in ended.out
    assert "Heart rate at rest: 50." in ended.out
    assert "It cannot show why" in ended.out
    assert {path.name for path in (tmp_path / "pictures").iterdir()} == {"efficiency.svg", "efficiency.png"}
    document = json.loads(runlift("efficiency", "--json").out)
    assert len(document["runs"]) == 14
    assert document["trend_percent"]["is_clear"]
    assert document["runs"][0]["steady"]["cadence"] == 168
    assert database.exists()


def test_runs_imported_before_are_counted_and_the_same_files_complete_them(
    runlift: Runlift, database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "run.fit"
    path.write_bytes(fit_run(start=datetime.now(tz=UTC) - timedelta(days=3), minutes=40, heart_rate=140))
    assert runlift("import", path).code == 0
    (kept,) = open_store(str(database)).recorded("me")
    assert isinstance(kept.entry, RunDone)
    old = replace(kept.entry, record=replace(kept.entry.record, steady=None))
    open_store(str(tmp_path / "old.db")).record("me", [replace(kept, entry=old)])
    at = ("--database", str(tmp_path / "old.db"))
    ended = runlift("efficiency", *at)
    assert "1 imported before steady running was looked for" in ended.out
    assert "`runlift import` of the same files adds what is missing." in ended.out
    again = runlift("import", path, *at)
    assert "Figures of running efficiency added to 1 run that" in again.out
    assert "0 new runs" in again.out
    assert "imported before" not in runlift("efficiency", *at).out
    assert "1 known already" in runlift("import", path, *at).out


def test_the_page_tells_what_it_shows_and_what_it_cannot() -> None:
    told = page(level_assumed=True)
    assert "the ground counts as level: 20 runs." in " ".join(told.split())
    assert "strength work: " in told
    assert "○ too warm to count" in told
    assert "Not in the trend: 1 run above 25 °C at the device." in told
    assert "not running economy" in " ".join(told.split())


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_chart_fits_the_terminal(width: int) -> None:
    chart = page(width=width).split("\n\n")[1].splitlines()[:-1]
    assert all(len(line) <= width for line in chart)


def test_a_plain_terminal_gets_plain_marks() -> None:
    told = page(encoding="ascii")
    assert "* run   o too warm to count   . trend" in told
