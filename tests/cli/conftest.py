"""The example season, for the commands that look at a finished plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from runlift.bootstrap import make_plan, read_athlete, read_running_plan, write_plan

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
