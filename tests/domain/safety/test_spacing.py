from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession


def _later(make: Maker, plan: Plan, *, hours: int, minutes: int) -> Plan:
    """Move the last session to some time after the end of the first, with a run each day before it."""
    first, last = plan.sessions
    starts = first.ends_at + timedelta(hours=hours, minutes=minutes)
    moved = replace(last, date=starts.date(), start=starts.time())
    day = (starts.date() - make.day(0)).days
    return replace(plan, sessions=(first, moved), runs=make.easy_runs(range(day + 1)))


def _before_key(make: Maker, session: PlannedSession, hours: float, kind: RunKind) -> list[str]:
    starts = session.ends_at + timedelta(hours=hours)
    day = (starts.date() - make.day(0)).days
    run = replace(make.run(day, kind=kind, km=3), start=starts.time())
    return make.held(make.plan(session, runs=(make.run(0), run)))


@pytest.mark.parametrize("kind", [RunKind.INTERVALS, RunKind.TEMPO, RunKind.HILLS])
@given(minutes=st.integers(min_value=1, max_value=72 * 60))
def test_heavy_legs_before_key_run_allows_exactly_a_day(make: Maker, kind: RunKind, minutes: int) -> None:
    known = make.exercise("plank", make.one(None, seconds=30))
    held = _before_key(make, make.session(0, "18:00", known), minutes / 60, kind)
    assert ("heavy_legs_before_key_run" in held) == (minutes < 24 * 60)


@given(minutes=st.integers(min_value=1, max_value=96 * 60))
def test_heavy_legs_before_key_run_wants_two_days_of_unaccustomed_legs(make: Maker, minutes: int) -> None:
    session = make.session(0, unaccustomed=True)
    held = _before_key(make, session, minutes / 60, RunKind.TEMPO)
    assert ("heavy_legs_before_key_run" in held) == (minutes < 48 * 60)


def test_heavy_legs_before_key_run_wants_two_days_after_a_new_sore_exercise(make: Maker) -> None:
    new = make.session(0, "18:00", make.exercise("squat"))
    assert "heavy_legs_before_key_run" in _before_key(make, new, 47, RunKind.TEMPO)
    assert "heavy_legs_before_key_run" not in _before_key(make, new, 48, RunKind.TEMPO)


def test_heavy_legs_before_key_run_leaves_easy_runs_alone(make: Maker) -> None:
    held = _before_key(make, make.session(0), 12, RunKind.EASY)
    assert "heavy_legs_before_key_run" not in held


def test_heavy_legs_before_key_run_looks_at_the_sets_not_the_label(make: Maker) -> None:
    hidden = make.session(0, "18:00", make.exercise("nordic"), stress=LegStress.LIGHT)
    assert "heavy_legs_before_key_run" in _before_key(make, hidden, 12, RunKind.TEMPO)


def test_unaccustomed_legs_before_key_run_wants_a_day_after_moderate_work(make: Maker) -> None:
    session = make.session(0, stress=LegStress.MODERATE, unaccustomed=True)
    assert "unaccustomed_legs_before_key_run" in _before_key(make, session, 23, RunKind.TEMPO)
    assert "unaccustomed_legs_before_key_run" not in _before_key(make, session, 24, RunKind.TEMPO)
    used = make.session(0, stress=LegStress.MODERATE)
    assert "unaccustomed_legs_before_key_run" not in _before_key(make, used, 12, RunKind.TEMPO)


def test_leg_work_just_before_key_run_is_told(make: Maker) -> None:
    session = make.session(0, "20:00", stress=LegStress.MODERATE)
    assert "leg_work_just_before_key_run" in _before_key(make, session, 7, RunKind.TEMPO)
    assert "leg_work_just_before_key_run" not in _before_key(make, session, 8, RunKind.TEMPO)
    light = replace(session, leg_stress=LegStress.LIGHT)
    assert "leg_work_just_before_key_run" not in _before_key(make, light, 7, RunKind.TEMPO)


def _round_long_run(make: Maker, session: PlannedSession, km: float = 30.0) -> list[str]:
    rest = tuple(make.run(day, km=20) for day in (0, 1, 2, 3, 5, 6))
    long = make.run(4, "07:00", kind=RunKind.LONG, minutes=100, km=km)
    runs = sorted((*rest, long), key=lambda timed: timed.starts_at)
    return make.held(make.plan(session, runs=tuple(runs)))


def test_long_run_buffer_keeps_a_day_before(make: Maker) -> None:
    assert "long_run_buffer" in _round_long_run(make, make.session(3, "06:16", minutes=45))
    assert "long_run_buffer" not in _round_long_run(make, make.session(3, "06:15", minutes=45))


def test_long_run_buffer_keeps_a_day_after(make: Maker) -> None:
    assert "long_run_buffer" in _round_long_run(make, make.session(5, "08:39"))
    assert "long_run_buffer" not in _round_long_run(make, make.session(5, "08:40"))


def test_long_run_buffer_concerns_heavy_legs_only(make: Maker) -> None:
    assert "long_run_buffer" not in _round_long_run(make, make.session(3, stress=LegStress.MODERATE))


@given(minutes=st.integers(min_value=1, max_value=96 * 60), unaccustomed=st.booleans())
def test_heavy_legs_spacing_allows_exactly_two_days_or_three(
    make: Maker, minutes: int, *, unaccustomed: bool
) -> None:
    first = make.session(0, unaccustomed=unaccustomed)
    plan = _later(make, make.plan(first, make.session(1, "23:59")), hours=0, minutes=minutes)
    assert ("heavy_legs_spacing" in make.held(plan)) == (minutes < (72 if unaccustomed else 48) * 60)


def test_heavy_legs_spacing_counts_the_first_weeks_of_a_beginner_as_unaccustomed(make: Maker) -> None:
    plan = _later(make, make.plan(make.session(0), make.session(1)), hours=50, minutes=0)
    beginner = replace(make.athlete, lifting=Lifting.NONE)
    assert "heavy_legs_spacing" not in make.held(plan)
    assert "heavy_legs_spacing" in make.held(replace(plan, athlete=beginner))


@given(minutes=st.integers(min_value=1, max_value=72 * 60))
def test_intensive_plyometrics_spacing_allows_exactly_two_days(make: Maker, minutes: int) -> None:
    jumps = make.exercise("bound", make.one(5))
    pair = [
        make.session(day, "18:00", jumps, stress=LegStress.LIGHT, intensive_plyometrics=True)
        for day in (0, 1)
    ]
    plan = _later(make, make.plan(*pair), hours=0, minutes=minutes)
    assert ("intensive_plyometrics_spacing" in make.held(plan)) == (minutes < 48 * 60)


@pytest.mark.parametrize(("last", "refused"), [(6, True), (7, False)])
def test_heavy_legs_in_seven_days_allows_two_beside_key_runs(
    make: Maker, last: int, *, refused: bool
) -> None:
    sessions = [make.session(day) for day in (0, 3, last)]
    key = make.run(2, "19:00", kind=RunKind.TEMPO, km=3)
    runs = tuple(sorted((*make.easy_runs(range(9)), key), key=lambda timed: timed.starts_at))
    assert ("heavy_legs_in_seven_days" in make.held(make.plan(*sessions, runs=runs))) == refused


@pytest.mark.parametrize(("key_day", "refused"), [(1, False), (2, True), (9, True), (10, False)])
def test_heavy_legs_in_seven_days_looks_at_every_seven_days(
    make: Maker, key_day: int, *, refused: bool
) -> None:
    sessions = [make.session(day) for day in (3, 5, 8)]
    key = make.run(key_day, "19:00", kind=RunKind.TEMPO, km=3)
    runs = tuple(sorted((*make.easy_runs(range(11)), key), key=lambda timed: timed.starts_at))
    assert ("heavy_legs_in_seven_days" in make.held(make.plan(*sessions, runs=runs))) == refused


def test_heavy_legs_in_seven_days_leaves_weeks_without_key_runs_alone(make: Maker) -> None:
    sessions = [make.session(day) for day in (0, 3, 6)]
    assert "heavy_legs_in_seven_days" not in make.held(make.plan(*sessions))
