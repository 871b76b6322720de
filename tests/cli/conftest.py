"""The example season, for the commands that look at a finished plan, and a plan that is followed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest
from tests.logged_plan import plan

from runlift.bootstrap import make_plan, open_store, read_athlete, read_running_plan, write_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST_DAY = date(2026, 12, 21)


@pytest.fixture(scope="session")
def season(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Callable[[], Path]:
    """The example season, planned once and shared by the tests that only read it."""
    made: list[Path] = []

    def folder() -> Path:
        if not made:
            athlete = read_athlete(examples / "athlete-example.toml", today=FIRST_DAY)
            runs = read_running_plan(examples / "plans" / "marathon-16-weeks.ics", today=FIRST_DAY)
            made.append(tmp_path_factory.mktemp("season"))
            write_plan(make_plan(athlete, runs, first_day=FIRST_DAY), made[0])
        return made[0]

    return folder


@pytest.fixture(scope="session")
def _followed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the small plan is followed, with a session today."""
    path = tmp_path_factory.mktemp("followed") / "diary.db"
    made_at = datetime.now(tz=UTC)
    open_store(str(path)).keep_plan(
        "me", plan(made_at.astimezone().date()), after=0, made_at=made_at, cause="followed"
    )
    return path


@pytest.fixture
def followed(_followed_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of this test alone, which every command of the diary uses."""
    path = tmp_path / "diary.db"
    copyfile(_followed_once, path)
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path
