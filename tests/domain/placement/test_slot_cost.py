"""Each soft rule on one session charges what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from tests.domain.placement.seasons import MONDAY
from tests.domain.placement.week_story import RUNNER, asked, cost_of, ran, story

from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.placement.slot_cost import (
    fatigue_into_run,
    gap_after_run_wanted,
    hard_days_before_easy_days,
    heavy_legs_before_key_run_wanted,
    long_run_interference,
    moved_beside_key_runs,
    preferred_hours,
)
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Weekday
from runlift.domain.running.plan import RunKind

HEAVY, MODERATE, LIGHT, NONE = LegStress.HEAVY, LegStress.MODERATE, LegStress.LIGHT, LegStress.NONE


def test_hard_days_before_easy_days_charges_leg_work_on_easy_days() -> None:
    told = story(ran("tue 06:00", RunKind.TEMPO), ran("wed 06:00"))
    rule = hard_days_before_easy_days
    assert cost_of(rule, told, "tue 18:00", asked(HEAVY)) == 0
    assert [cost_of(rule, told, "wed 18:00", asked(stress)) for stress in (NONE, LIGHT, HEAVY)] == [
        0,
        400,
        1200,
    ]


def test_gap_after_run_wanted_charges_each_minute_missing_to_six_hours() -> None:
    told = story(ran("tue 06:00", minutes=60))
    moments = ("tue 10:00", "tue 12:45", "tue 13:00")
    assert [cost_of(gap_after_run_wanted, told, at, asked()) for at in moments] == [720, 60, 0]


def test_fatigue_into_run_halves_with_the_half_life_and_ends_after_three_days() -> None:
    told = story(ran("thu 18:00", RunKind.TEMPO))
    moments = ("thu 17:00", "wed 19:00", "mon 17:00", "mon 16:45")
    assert [cost_of(fatigue_into_run, told, at, asked()) for at in moments] == [4000, 2000, 414, 0]


def test_fatigue_into_run_weighs_leg_stress_and_kind_of_run() -> None:
    kinds = (RunKind.EASY, RunKind.LONG, RunKind.TEMPO)
    told = [story(ran("thu 18:00", kind)) for kind in kinds]
    assert [cost_of(fatigue_into_run, each, "thu 17:00", asked(MODERATE)) for each in told] == [
        400,
        1600,
        2000,
    ]
    stresses = (NONE, LIGHT, MODERATE, HEAVY)
    costs = [cost_of(fatigue_into_run, told[2], "thu 17:00", asked(stress)) for stress in stresses]
    assert costs == [0, 1000, 2000, 4000]


def test_long_run_interference_charges_missing_hours_on_both_sides() -> None:
    told = story(ran("thu 08:00", RunKind.LONG, minutes=60))
    moments = ("tue 07:00", "wed 07:00", "fri 09:00", "sat 09:00")
    assert [cost_of(long_run_interference, told, at, asked(LIGHT)) for at in moments] == [0, 288, 288, 0]


def test_heavy_legs_before_key_run_wanted_charges_each_minute_missing_to_two_days() -> None:
    told = story(ran("thu 18:00", RunKind.TEMPO))
    rule = heavy_legs_before_key_run_wanted
    assert [cost_of(rule, told, at, asked()) for at in ("tue 17:00", "tue 18:00", "wed 17:00")] == [
        0,
        60,
        1440,
    ]
    assert cost_of(rule, told, "wed 17:00", asked(MODERATE)) == 0


def test_preferred_hours_charge_the_distance_to_the_nearest_up_to_four_hours() -> None:
    evening = tuple(
        FreeWindow(weekday=weekday, start=time(18), end=time(20), preferred=True)
        for weekday in (Weekday.TUESDAY, Weekday.THURSDAY)
    )
    told = story(athlete=replace(RUNNER, windows=(*RUNNER.windows, *evening)))
    moments = ("tue 18:30", "tue 17:45", "tue 19:30", "tue 06:00", "wed 18:30")
    assert [cost_of(preferred_hours, told, at, asked()) for at in moments] == [0, 60, 120, 960, 960]


def test_preferred_hours_charge_nothing_to_a_runner_without_any() -> None:
    assert cost_of(preferred_hours, story(), "tue 06:00", asked()) == 0


def test_moved_beside_key_runs_charges_leg_work_only_where_it_is_moved_to() -> None:
    told = story(ran("wed 06:00", RunKind.TEMPO), ran("sat 06:00", RunKind.LONG, minutes=150))
    monday = datetime.combine(MONDAY, time(18))

    def costs(stress: LegStress, was: datetime | None) -> list[int]:
        demand = replace(asked(stress), was_at=was)
        moments = ("tue 18:00", "wed 18:00", "thu 18:00", "sat 18:00")
        return [cost_of(moved_beside_key_runs, told, at, demand) for at in moments]

    assert costs(LIGHT, monday) == costs(HEAVY, monday) == [20_000, 0, 0, 20_000]
    assert costs(HEAVY, monday + timedelta(days=1)) == [0, 0, 0, 20_000]  # it stays on its day
    assert costs(NONE, monday) == costs(HEAVY, None) == [0, 0, 0, 0]
