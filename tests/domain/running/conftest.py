"""Plans in words for the tests of this room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.running.entry import DistanceUnit, PlanEntries, PlanEntry
from runlift.domain.running.understand import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runlift.domain.running.plan import Run
    from runlift.domain.running.understand import Understood

MONDAY = date(2026, 3, 2)


def entries_of(titles: Sequence[str], unit: DistanceUnit | None = None) -> PlanEntries:
    """Lay titles on days from a Monday; an empty one leaves its day without an entry."""
    entries = tuple(
        PlanEntry(date=MONDAY + timedelta(days=at), title=title, place=f"plan.txt, line {at + 1}")
        for at, title in enumerate(titles)
        if title
    )
    last = MONDAY + timedelta(days=max(0, len(titles) - 1))
    return PlanEntries(
        entries=entries, first_day=MONDAY, last_day=last, unit=unit, name="plan.txt", findings=()
    )


@pytest.fixture
def laid() -> Callable[..., PlanEntries]:
    return entries_of


@pytest.fixture
def understood() -> Callable[..., Understood]:
    def read(titles: Sequence[str], unit: DistanceUnit | None = DistanceUnit.KILOMETRES) -> Understood:
        return understand(entries_of(titles, unit))

    return read


@pytest.fixture
def read_one() -> Callable[..., Run]:
    def read(title: str, unit: DistanceUnit = DistanceUnit.KILOMETRES) -> Run:
        return understand(entries_of([title], unit)).plan.days[0].runs[0]

    return read
