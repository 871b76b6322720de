from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import KnownSet, RacePriority
from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.athlete.profile import Race

HOURS = st.integers(min_value=0, max_value=12 * 24 * 60)


def _minutes_before(make: Maker, race: Race, minutes: int, stress: LegStress) -> list[str]:
    """Return what is held against a session that ends some minutes before a race."""
    starts = make.moment((race.date - make.day(0)).days, "09:00") - timedelta(minutes=minutes + 45)
    session = replace(make.session(0, stress=stress), date=starts.date(), start=starts.time())
    return make.held(make.plan(session), races=(race,))


@given(minutes=HOURS)
def test_heavy_legs_before_a_race_allows_exactly_seven_days(make: Maker, minutes: int) -> None:
    held = _minutes_before(make, make.race(20), minutes, LegStress.HEAVY)
    assert ("heavy_legs_before_a_race" in held) == (minutes < 7 * 24 * 60)


@given(minutes=HOURS)
def test_heavy_legs_before_b_race_allows_exactly_four_days(make: Maker, minutes: int) -> None:
    held = _minutes_before(make, make.race(20, priority=RacePriority.B), minutes, LegStress.HEAVY)
    assert ("heavy_legs_before_b_race" in held) == (minutes < 4 * 24 * 60)
    assert "heavy_legs_before_a_race" not in held


@given(minutes=HOURS)
def test_heavy_legs_before_c_race_allows_exactly_three_days(make: Maker, minutes: int) -> None:
    held = _minutes_before(make, make.race(20, priority=RacePriority.C), minutes, LegStress.HEAVY)
    assert ("heavy_legs_before_c_race" in held) == (minutes < 72 * 60)


@pytest.mark.parametrize(("km", "hours"), [(5.0, 48), (5.1, 72), (42.195, 72)])
def test_no_legs_before_a_race_leaves_fewer_hours_before_a_short_one(
    make: Maker, km: float, hours: int
) -> None:
    race = make.race(20, km=km)
    just, too_late = hours * 60, hours * 60 - 1
    assert "no_legs_before_a_race" not in _minutes_before(make, race, just, LegStress.LIGHT)
    assert "no_legs_before_a_race" in _minutes_before(make, race, too_late, LegStress.LIGHT)


def test_no_legs_before_a_race_lets_the_upper_body_work(make: Maker) -> None:
    session = make.session(18, "18:00", make.exercise("row"), stress=LegStress.NONE)
    assert "no_legs_before_a_race" not in make.held(make.plan(session), races=(make.race(20),))


def test_no_legs_before_a_race_concerns_a_races(make: Maker) -> None:
    held = _minutes_before(make, make.race(20, priority=RacePriority.B), 600, LegStress.LIGHT)
    assert "no_legs_before_a_race" not in held


@pytest.mark.parametrize(("km", "days"), [(5, 3), (12, 3), (12.1, 5), (21.0975, 5), (25.1, 14), (100, 14)])
def test_recovery_after_race_grows_with_the_distance(make: Maker, km: float, days: int) -> None:
    race = make.race(0, km=km, start="09:00")
    early = make.session(days, "08:59", stress=LegStress.LIGHT)
    ready = make.session(days, "09:00", stress=LegStress.LIGHT)
    runs = tuple(make.run(day, "05:00") for day in range(1, 20))
    assert "recovery_after_race" in make.held(make.plan(early, runs=runs), races=(race,))
    assert "recovery_after_race" not in make.held(make.plan(ready, runs=runs), races=(race,))


def test_recovery_after_race_counts_from_the_end_of_the_race(make: Maker) -> None:
    run = make.run(0, "09:00", kind=RunKind.RACE, minutes=120, km=10)
    race = make.race(0, km=10, start=None)
    runs = (run, *make.easy_runs(range(1, 8)))
    assert "recovery_after_race" in make.held(make.plan(make.session(3, "10:59"), runs=runs), races=(race,))
    assert "recovery_after_race" not in make.held(
        make.plan(make.session(3, "11:00"), runs=runs), races=(race,)
    )


def test_recovery_after_race_lets_the_upper_body_work(make: Maker) -> None:
    session = make.session(1, "18:00", make.exercise("row"), stress=LegStress.NONE)
    assert "recovery_after_race" not in make.held(make.plan(session), races=(make.race(0),))


@pytest.mark.parametrize("priority", [RacePriority.A, RacePriority.B])
def test_no_new_exercise_before_race_leaves_a_fortnight(make: Maker, priority: RacePriority) -> None:
    race = make.race(20, priority=priority)
    early, late = make.session(6, "18:00"), make.session(7, "18:00")
    assert "no_new_exercise_before_race" not in make.held(make.plan(early), races=(race,))
    assert "no_new_exercise_before_race" in make.held(make.plan(late), races=(race,))
    assert "no_new_exercise_before_race" not in make.held(make.plan(early, late), races=(race,))


def test_no_new_exercise_before_race_looks_at_the_ten_minute_version(make: Maker) -> None:
    first = make.session(6)
    last = make.session(10, ten_minutes=(make.exercise("plank", make.one(None, seconds=30)),))
    assert "no_new_exercise_before_race" in make.held(make.plan(first, last), races=(make.race(20),))


def test_no_new_exercise_before_race_knows_what_the_runner_has_done(make: Maker) -> None:
    known = KnownSet(exercise="squat", load_kg=20, reps=8, rir=3)
    athlete = replace(make.athlete, known_sets=(known,))
    plan = make.plan(make.session(10), athlete=athlete)
    assert "no_new_exercise_before_race" not in make.held(plan, races=(make.race(20),))


def test_no_new_exercise_before_race_leaves_c_races_alone(make: Maker) -> None:
    race = make.race(20, priority=RacePriority.C)
    assert "no_new_exercise_before_race" not in make.held(make.plan(make.session(10)), races=(race,))


def test_a_session_after_the_race_is_not_before_it(make: Maker) -> None:
    held = make.held(make.plan(make.session(30)), races=(make.race(20),))
    assert not [rule for rule in held if "race" in rule]


def test_a_race_that_only_the_plan_knows_is_told_by_its_day_and_ends_with_its_run(make: Maker) -> None:
    race = make.run(5, "09:00", kind=RunKind.RACE, km=10, minutes=60)
    for day, start, rule in ((3, "18:00", "heavy_legs_before_a_race"), (8, "09:59", "recovery_after_race")):
        plan = make.plan(make.session(day, start), runs=(make.run(day, "05:00"), race))
        told = [each.reason.figures["race"] for each in make.check(plan) if each.rule == rule]
        assert told == [make.day(5).isoformat()]
    late = make.plan(make.session(8, "10:00"), runs=(make.run(8, "05:00"), race))
    assert "recovery_after_race" not in make.held(late)


def test_legs_that_begin_with_a_race_are_not_recovered_from_it(make: Maker) -> None:
    held = make.held(make.plan(make.session(5, "09:00")), races=(make.race(5),))
    assert "recovery_after_race" in held
    assert "no_legs_before_a_race" not in held


@pytest.mark.parametrize(("km", "day", "refused"), [(25, 7, True), (25, 8, False), (26, 8, True)])
def test_a_race_of_25_km_is_recovered_from_as_a_half_marathon(
    make: Maker, km: int, day: int, *, refused: bool
) -> None:
    """Five days after a race on day 3."""
    held = make.held(make.plan(make.session(day, "09:00")), races=(make.race(3, km=km),))
    assert ("recovery_after_race" in held) == refused
