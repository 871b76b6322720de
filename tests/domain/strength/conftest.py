from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol

import pytest

from runlift.domain.diary.entry import SetKind
from runlift.domain.strength.observation import Observation

FIRST = date(2026, 3, 2)


class MakeSet(Protocol):
    """Makes a set of a day, counted from the first."""

    def __call__(
        self,
        day: int,
        load_kg: float = 60.0,
        reps: int = 8,
        rir: float | None = 2,
        kind: SetKind = SetKind.WORK,
        seconds: int = 0,
    ) -> Observation:
        """Make it."""


@pytest.fixture(scope="session")
def one_set() -> MakeSet:
    def make(
        day: int,
        load_kg: float = 60.0,
        reps: int = 8,
        rir: float | None = 2,
        kind: SetKind = SetKind.WORK,
        seconds: int = 0,
    ) -> Observation:
        at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time()) + timedelta(hours=18)
        return Observation(
            done_at=at, session=f"s{day}", kind=kind, load_kg=load_kg, reps=reps, seconds=seconds, rir=rir
        )

    return make


@pytest.fixture(scope="session")
def first_day() -> date:
    return FIRST
