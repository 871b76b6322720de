from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from tests.domain.progress.diaries import TODAY, diary_of, done, recorded_of

from runlift.application.show_progress import progress_of
from runlift.bootstrap import open_store
from runlift.cli.bars import BLOCKS, PLAIN, bar, ink_for, sparkline
from runlift.cli.progressing import print_report
from runlift.domain.diary.entry import BodyMass

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "nobody.db"
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path


def today() -> date:
    return datetime.now(tz=UTC).astimezone().date()


def tell(database: Path) -> None:
    days = [today() - timedelta(days=back) for back in range(0, 30, 3)]
    told = [done(day=day) for day in days] + [BodyMass(date=day, mass_kg=62) for day in days]
    open_store(str(database)).record("me", recorded_of(told))


def page(*, encoding: str = "utf-8", name: str = "", width: int = 110, weeks: int = 12) -> str:
    told = [replace(done("" if name else "goblet_squat"), name=name)]
    raw = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    screen = Console(file=raw, width=width, highlight=False)
    print_report(screen, progress_of(diary_of(told), None, today=TODAY, weeks=weeks))
    raw.flush()
    raw.seek(0)
    return raw.read()


def test_who_has_told_nothing_is_told_what_to_do_next(runlift: Runlift, nobody: Path, tmp_path: Path) -> None:
    ended = runlift("progress", "--out", tmp_path / "pictures")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Nothing to show yet.")
    assert "runlift log" in ended.out
    assert "runlift follow" in ended.out
    assert not (tmp_path / "pictures").exists()
    assert nobody.exists()


def test_who_follows_a_plan_is_not_told_to_make_one(runlift: Runlift, followed: Path) -> None:
    ended = runlift("progress")
    assert ended.code == 0
    assert "Nothing to show yet." in ended.out
    assert "runlift plan" not in ended.out
    assert followed.exists()


def test_a_diary_alone_is_shown_part_by_part(runlift: Runlift, nobody: Path) -> None:
    tell(nobody)
    ended = runlift("progress", "--weeks", "6")
    assert (ended.code, ended.err) == (0, "")
    for part in ("Consistency", "Hard sets by muscle", "Load", "Estimated strength", "Body mass"):
        assert f"\n{part}\n" in ended.out
    assert "Left and right" not in ended.out
    assert "Goblet squat" in ended.out
    assert "[B15, B07, B01, B09, B11]" in ended.out


def test_json_tells_every_figure(runlift: Runlift, nobody: Path) -> None:
    tell(nobody)
    document = json.loads(runlift("progress", "--json", "--weeks", "3").out)
    assert set(document) == {
        "date",
        "follows_plan",
        "weeks",
        "consistency",
        "strength",
        "balance",
        "body_mass",
    }
    assert len(document["weeks"]) == 3
    assert document["strength"][0]["exercise"] == "goblet_squat"
    assert document["body_mass"]["now_kg"] == 62


def test_json_of_nothing_is_json_too(runlift: Runlift, nobody: Path) -> None:
    document = json.loads(runlift("progress", "--json").out)
    assert (document["strength"], document["body_mass"]) == ([], None)
    assert nobody.exists()


def test_pictures_are_written_where_asked(runlift: Runlift, nobody: Path, tmp_path: Path) -> None:
    tell(nobody)
    ended = runlift("progress", "--out", tmp_path / "pictures")
    assert ended.code == 0
    names = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert {"strength.svg", "strength.png", "load.png", "consistency.svg", "body_mass.png"} <= names
    assert f"{len(names)} files written to" in ended.out.replace("\n", " ")


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    runlift: Runlift, nobody: Path, tmp_path: Path
) -> None:
    tell(nobody)
    (tmp_path / "file").write_text("")
    ended = runlift("progress", "--out", tmp_path / "file" / "pictures")
    assert ended.code == 2
    assert len(ended.faults) == 1


@pytest.mark.parametrize("weeks", ["0", "-1", "105", "many"])
def test_odd_numbers_of_weeks_are_refused(runlift: Runlift, nobody: Path, weeks: str) -> None:
    ended = runlift("progress", "--weeks", weeks)
    assert ended.code == 2
    assert len(ended.faults) == 1
    assert not nobody.exists()


def test_a_terminal_without_blocks_gets_plain_characters() -> None:
    assert page(encoding="ascii").isascii()
    assert "█" in page()


@pytest.mark.parametrize("width", [50, 60, 80, 96, 110, 200])
@pytest.mark.parametrize("weeks", [1, 2, 12, 52, 104])
def test_this_week_is_drawn_whatever_the_room(width: int, weeks: int) -> None:
    (row,) = [line for line in page(width=width, weeks=weeks).splitlines() if "quadriceps" in line]
    assert row.rstrip().endswith("█")
    assert len(row) <= width


def test_names_of_other_apps_are_shown_as_they_are() -> None:
    assert "[bold]Squat[/bold]" in page(name="[bold]Squat[/bold]")


def test_a_bar_is_full_only_when_all_is_done() -> None:
    assert bar(5.9, 6, BLOCKS, width=8) == "███████░"
    assert bar(9, 6, BLOCKS, width=8) == "████████"
    assert bar(1, None, BLOCKS, width=8) == bar(1, 0, BLOCKS, width=8) == ""


def test_a_sparkline_tells_nothing_from_little() -> None:
    assert sparkline([0, 0.1, 4, 8], BLOCKS) == "·▁▅█"
    assert sparkline([0, 0], PLAIN) == ".."
    assert sparkline([], BLOCKS) == ""


def test_what_a_console_can_draw_decides() -> None:
    assert ink_for(Console(file=io.TextIOWrapper(io.BytesIO(), encoding="ascii"))) is PLAIN
