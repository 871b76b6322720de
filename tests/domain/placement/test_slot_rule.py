"""Each hard rule on one session, kept and broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from tests.domain.placement.seasons import DAY, MONDAY
from tests.domain.placement.week_story import RUNNER, asked, forbidden, race, ran, story

from runlift.domain.athlete.place import Equipment, OpeningHours, Place
from runlift.domain.athlete.profile import FreeWindow, Travel
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import DateSpan, Weekday
from runlift.domain.running.plan import RunKind

HEAVY, MODERATE, LIGHT, NONE = LegStress.HEAVY, LegStress.MODERATE, LegStress.LIGHT, LegStress.NONE
TWO_PLACES = replace(
    RUNNER,
    windows=(
        FreeWindow(weekday=Weekday.TUESDAY, start=time(17), end=time(19), place="home"),
        FreeWindow(weekday=Weekday.TUESDAY, start=time(19), end=time(21), place="home"),
        FreeWindow(weekday=Weekday.THURSDAY, start=time(17), end=time(19), place="home"),
        FreeWindow(weekday=Weekday.THURSDAY, start=time(19), end=time(21), place="gym"),
    ),
    places=(
        Place(id="home", equipment=Equipment()),
        Place(
            id="gym",
            equipment=Equipment(),
            hours=(OpeningHours(weekday=Weekday.THURSDAY, start=time(8), end=time(20, 30)),),
        ),
    ),
)


def test_no_strength_on_rest_day_spares_rest_days_only() -> None:
    told = story(ran("mon 07:00"), rest=(MONDAY + DAY,))
    assert forbidden(told, "tue 18:00", asked(NONE)) == ["no_strength_on_rest_day"]
    assert forbidden(told, "mon 18:00", asked(HEAVY)) == []


def test_after_run_of_the_day_forbids_every_hour_before_the_run_has_ended() -> None:
    told = story(ran("tue 18:00", minutes=60))
    assert forbidden(told, "tue 08:00", asked(NONE)) == ["after_run_of_the_day"]
    assert "after_run_of_the_day" in forbidden(told, "tue 18:30", asked(NONE))
    assert forbidden(told, "tue 22:00", asked(NONE)) == []


def test_after_run_of_the_day_counts_cross_training_but_no_strength_of_the_runners_own_plan() -> None:
    crossed = story(ran("tue 18:00", RunKind.CROSS_TRAINING))
    lifted = story(ran("tue 18:00", RunKind.STRENGTH, note="to be replaced"))
    assert forbidden(crossed, "tue 08:00", asked()) == ["after_run_of_the_day"]
    assert forbidden(lifted, "tue 08:00", asked()) == []


@pytest.mark.parametrize(("moment", "broken"), [("tue 09:45", True), ("tue 10:00", False)])
def test_gap_after_run_is_three_hours_from_its_end(moment: str, *, broken: bool) -> None:
    told = story(ran("tue 06:00", minutes=60))
    assert forbidden(told, moment, asked(NONE)) == (["gap_after_run"] if broken else [])


def test_gap_after_run_reaches_over_midnight() -> None:
    told = story(ran("mon 23:00", minutes=90))
    assert forbidden(told, "tue 03:00", asked(NONE)) == ["free_window", "gap_after_run"]
    assert forbidden(told, "tue 06:00", asked(NONE)) == []


@pytest.mark.parametrize(
    ("stress", "unaccustomed", "hours"),
    [(HEAVY, False, 24), (HEAVY, True, 48), (MODERATE, True, 24), (MODERATE, False, 0), (LIGHT, True, 0)],
)
def test_heavy_legs_before_key_run_counts_from_the_end_to_the_start(
    stress: LegStress, hours: int, *, unaccustomed: bool
) -> None:
    demand = asked(stress, unaccustomed=unaccustomed)
    told = story(ran("thu 18:00", RunKind.INTERVALS))
    last = {0: "wed 22:00", 24: "wed 17:00", 48: "tue 17:00"}[hours]
    later = {0: "wed 22:00", 24: "wed 17:15", 48: "tue 17:15"}[hours]
    assert forbidden(told, last, demand) == []
    assert forbidden(told, later, demand) == (["heavy_legs_before_key_run"] if hours else [])
    assert forbidden(story(ran("thu 18:00")), later, demand) == []


def test_long_run_buffer_keeps_a_day_on_both_sides_for_heavy_legs_only() -> None:
    told = story(ran("thu 08:00", RunKind.EASY, minutes=120))
    assert forbidden(told, "wed 07:00", asked(HEAVY)) == []
    assert forbidden(told, "wed 07:15", asked(HEAVY)) == ["long_run_buffer"]
    assert forbidden(told, "fri 09:45", asked(HEAVY)) == ["long_run_buffer"]
    assert forbidden(told, "fri 10:00", asked(HEAVY)) == []
    assert forbidden(told, "fri 09:45", asked(MODERATE)) == []


@pytest.mark.parametrize(("priority", "last"), [("A", "thu 08:00"), ("B", "sun 08:00"), ("C", "mon+1 08:00")])
def test_race_taper_ends_heavy_legs_days_before_a_race(priority: str, last: str) -> None:
    told = story(races=(race("thu+1 09:00", priority),))
    after = last.replace("08:00", "08:15")
    assert forbidden(told, last, asked(HEAVY)) == []
    assert forbidden(told, after, asked(HEAVY)) == ["race_taper"]


@pytest.mark.parametrize(("kilometres", "last"), [(42.195, "mon+1 08:00"), (5.0, "tue+1 08:00")])
def test_race_taper_keeps_legs_fresh_for_the_main_race(kilometres: float, last: str) -> None:
    told = story(races=(race("thu+1 09:00", "A", kilometres),))
    after = last.replace("08:00", "08:15")
    assert forbidden(told, last, asked(LIGHT)) == []
    assert forbidden(told, after, asked(LIGHT)) == ["race_taper"]
    assert forbidden(told, after, asked(NONE)) == []


@pytest.mark.parametrize(("kilometres", "first"), [(10.0, "wed+1 09:00"), (21.0975, "fri+1 09:00")])
def test_race_taper_rests_legs_after_a_race(kilometres: float, first: str) -> None:
    told = story(races=(race("sun 09:00", "C", kilometres),))
    before = first.replace("09:00", "08:45")
    assert forbidden(told, first, asked(LIGHT)) == []
    assert forbidden(told, before, asked(LIGHT)) == ["race_taper"]
    assert forbidden(told, before, asked(NONE)) == []


def test_race_taper_keeps_race_days_free() -> None:
    told = story(races=(race("sun 09:00", "C", 5.0),))
    assert forbidden(told, "sun 20:00", asked(NONE)) == ["race_taper"]


def test_free_window_holds_the_whole_session_and_touching_windows_of_a_place_join() -> None:
    told = story(athlete=TWO_PLACES)
    assert forbidden(told, "tue 20:00", asked(NONE)) == []
    assert forbidden(told, "tue 18:30", asked(NONE)) == []
    assert forbidden(told, "tue 20:15", asked(NONE)) == ["free_window"]
    assert forbidden(told, "thu 18:30", asked(NONE)) == ["free_window"]


def test_place_hours_hold_the_whole_session() -> None:
    told = story(athlete=TWO_PLACES)
    assert forbidden(told, "thu 19:30", asked(NONE)) == []
    assert forbidden(told, "thu 19:45", asked(NONE)) == ["place_hours"]


def test_place_hours_are_those_of_the_place_travelled_to() -> None:
    away = Travel(span=DateSpan(start=MONDAY, end=MONDAY + 3 * DAY), place="gym")
    told = story(athlete=replace(TWO_PLACES, travel=(away,)))
    assert forbidden(told, "tue 18:00", asked(NONE)) == ["place_hours"]


def test_sessions_a_day_leaves_days_with_two_runs_alone() -> None:
    told = story(ran("tue 06:00"), ran("tue 12:00"), ran("wed 06:00"))
    assert forbidden(told, "tue 20:00", asked(NONE)) == ["sessions_a_day"]
    assert forbidden(told, "wed 20:00", asked(NONE)) == []


def test_sessions_a_day_leaves_days_with_strength_of_their_own_alone() -> None:
    assert forbidden(story(ran("tue 06:00", RunKind.STRENGTH)), "tue 20:00", asked()) == ["sessions_a_day"]


def test_demanded_days_are_those_the_week_asks_for() -> None:
    primer = replace(asked(LIGHT), earliest=MONDAY + DAY, latest=MONDAY + 2 * DAY)
    days = ("mon 18:00", "tue 18:00", "wed 18:00", "thu 18:00")
    assert [forbidden(story(), day, primer) for day in days] == [["demanded_days"], [], [], ["demanded_days"]]


def test_planned_days_bound_the_season() -> None:
    told = story()
    told["first_day"], told["last_day"] = MONDAY + DAY, MONDAY + 2 * DAY
    days = ("mon 18:00", "tue 18:00", "wed 18:00", "thu 18:00")
    assert [forbidden(told, day, asked()) for day in days] == [["planned_days"], [], [], ["planned_days"]]
