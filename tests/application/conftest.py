"""A short plan for the use cases of this room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.application.make_plan import make_plan
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

MONDAY = date(2027, 1, 4)
WEEK = (
    RunKind.REST,
    RunKind.EASY,
    RunKind.TEMPO,
    RunKind.REST,
    RunKind.EASY,
    RunKind.INTERVALS,
    RunKind.LONG,
)
WEEKS = 3


def running_day(day: date) -> RunningDay:
    kind = WEEK[day.weekday()]
    distance_m = {RunKind.REST: None, RunKind.LONG: 14_000.0}.get(kind, 8_000.0)
    run = Run(id=f"{day}/1", date=day, kind=kind, key=kind.is_key, title=kind.value, distance_m=distance_m)
    return RunningDay(date=day, runs=(run,))


@pytest.fixture(scope="session")
def running_plan() -> RunningPlan:
    return RunningPlan(days=tuple(running_day(MONDAY + timedelta(days=ahead)) for ahead in range(7 * WEEKS)))


@pytest.fixture(scope="session")
def athlete() -> Athlete:
    return Athlete(birth_year=1984, body_mass_kg=62, lifting=Lifting.NOVICE, weekly_km=40, longest_run_km=14)


@pytest.fixture(scope="session")
def plan(athlete: Athlete, running_plan: RunningPlan) -> Plan:
    return make_plan(athlete, running_plan, first_day=MONDAY, time_zone="Europe/Berlin").plan
