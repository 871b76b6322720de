from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.session import PlannedSession


def test_no_weights_while_running_refuses_the_wish_and_offers_something_else(make: Maker) -> None:
    athlete = replace(make.athlete, weights_while_running=True)
    (verdict,) = make.check(make.plan(athlete=athlete))
    assert (verdict.rule, verdict.level) == ("no_weights_while_running", Level.REFUSE)
    assert verdict.reason.evidence == ("X25", "X26", "X27")
    assert "standing arm drills" in str(verdict.reason.figures["instead"])
    assert "no_weights_while_running" not in make.held(make.plan())


@given(km=st.integers(min_value=10, max_value=30))
def test_running_volume_spike_is_told_beyond_a_tenth_and_again_beyond_three(make: Maker, km: int) -> None:
    held = make.held(make.plan(runs=(make.run(0, km=km),)))
    assert ("running_volume_spike" in held) == (km > 22)
    assert ("running_volume_spike_far" in held) == (km > 26)


@pytest.mark.parametrize(("day", "told"), [(40, False), (41, True)])
def test_running_volume_spike_looks_back_thirty_days(make: Maker, day: int, *, told: bool) -> None:
    runs = (make.run(0, km=5), make.run(10, km=20), make.run(20, km=5), make.run(day, km=20))
    assert ("running_volume_spike" in make.held(make.plan(runs=runs))) == told


def test_running_volume_spike_leaves_races_alone(make: Maker) -> None:
    runs = (make.run(0), make.run(3, kind=RunKind.RACE, km=42))
    assert "running_volume_spike" not in make.held(make.plan(runs=runs))


def test_running_volume_spike_compares_times_where_distances_are_untold(make: Maker) -> None:
    hour, long = make.run(0, km=None, minutes=60), make.run(31, km=None, minutes=67)
    between = make.run(10, km=None, minutes=60)
    assert "running_volume_spike" in make.held(make.plan(runs=(hour, between, long)))
    assert "running_volume_spike" not in make.held(make.plan(runs=(hour, long)))
    early = make.run(12, km=None, minutes=400)
    assert "running_volume_spike" not in make.held(make.plan(runs=(hour, between, early)))


def test_running_volume_spike_takes_the_nearer_of_distance_and_time(make: Maker) -> None:
    measured, unmeasured = make.run(5, km=10, minutes=60), make.run(6, km=None, minutes=120)
    run = make.run(32, km=15, minutes=100)
    assert "running_volume_spike" in make.held(make.plan(runs=(make.run(0), measured, run)))
    assert "running_volume_spike" not in make.held(make.plan(runs=(make.run(0), measured, unmeasured, run)))


def test_running_volume_spike_is_not_claimed_while_nothing_is_known(make: Maker) -> None:
    athlete = replace(make.athlete, longest_run_km=None)
    plan = make.plan(runs=(make.run(0, km=5), make.run(1, km=30)), athlete=athlete)
    held = make.held(plan)
    assert "running_volume_spike" not in held
    assert "longest_run_untold" in held
    later = replace(plan, runs=(make.run(0, km=5), make.run(10, km=5), make.run(30, km=30)))
    assert "running_volume_spike" in make.held(later)
    assert "longest_run_untold" not in make.held(make.plan(runs=(), athlete=athlete))


def _grown(make: Maker, session: PlannedSession, *, km: float) -> list[str]:
    """Return what is held against a second week with a session and a run of some length."""
    first = make.session(0, "18:00", make.exercise("squat", make.one(8, 4.0), to_confirm=True))
    runs: tuple[TimedRun, ...] = (*make.easy_runs(range(13)), make.run(13, km=km))
    plan: Plan = make.plan(first, session, runs=runs)
    return make.held(plan)


@pytest.mark.parametrize(("km", "refused"), [(22.0, False), (22.1, True)])
def test_leg_progression_held_in_spike_refuses_growth(make: Maker, km: float, *, refused: bool) -> None:
    more_sets = make.session(8, "18:00", make.exercise("squat", *[make.one(8, 4.0)] * 2))
    more_load = make.session(8, "18:00", make.exercise("squat", make.one(7, 8.0)))
    same = make.session(8, "18:00", make.exercise("squat", make.one(8, 4.0)))
    rule = "leg_progression_held_in_spike"
    assert (rule in _grown(make, more_sets, km=km)) == refused
    assert (rule in _grown(make, more_load, km=km)) == refused
    assert rule not in _grown(make, same, km=km)


def test_leg_progression_held_in_spike_counts_contacts(make: Maker) -> None:
    skips = [
        make.session(
            7 * week, "18:00", make.exercise("skip", make.one(None, contacts=count)), stress=LegStress.LIGHT
        )
        for week, count in enumerate((20, 21))
    ]
    runs = (*make.easy_runs(range(13)), make.run(13, km=23))
    assert "leg_progression_held_in_spike" in make.held(make.plan(*skips, runs=runs))


def test_leg_progression_held_in_spike_lets_the_first_week_begin(make: Maker) -> None:
    runs = (*make.easy_runs(range(6)), make.run(6, km=23))
    assert "leg_progression_held_in_spike" not in make.held(make.plan(make.session(1), runs=runs))


@pytest.mark.parametrize(("day", "told"), [(29, False), (30, True)])
def test_the_longest_run_told_counts_for_the_first_thirty_days(make: Maker, day: int, *, told: bool) -> None:
    runs = (make.run(0, km=5), make.run(20, km=5), make.run(day, km=10))
    assert ("running_volume_spike" in make.held(make.plan(runs=runs))) == told
