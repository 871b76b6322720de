"""Logs of other apps as values, for the tests of importing them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from tests.formats.lift_log.writer import WrittenSet, WrittenWorkout, hevy

from runlift.application.map_names import meanings
from runlift.bootstrap import name_map
from runlift.formats.lift_log import read_lift_log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.application.map_names import NameMeaning
    from runlift.domain.diary.lift_log import LiftLog

TODAY = date(2026, 11, 22)
MONDAY = datetime(2026, 11, 2, 18, 0)


def workout(*sets: WrittenSet, starts_at: datetime = MONDAY, title: str = "Legs") -> WrittenWorkout:
    """Make a workout of an hour."""
    return WrittenWorkout(title=title, starts_at=starts_at, minutes=60, sets=sets)


def log_of(*workouts: WrittenWorkout) -> LiftLog:
    """Return workouts as Hevy exports them, read again."""
    log = read_lift_log(hevy(workouts).encode(), name="hevy.csv", today=TODAY).log
    assert log is not None
    return log


def names_of(log: LiftLog, confirmed: dict[str, str] | None = None) -> dict[str, NameMeaning]:
    """Return what the names of a log mean."""
    written: Iterable[str] = dict.fromkeys(each.exercise for one in log.workouts for each in one.sets)
    return meanings(list(written), name_map(confirmed or {}))
