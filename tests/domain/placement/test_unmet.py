"""What is told of sessions that find no place."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from tests.domain.placement.seasons import MONDAY, draw_season
from tests.domain.placement.week_story import RUNNER, asked, race, ran, story

from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.placement.place import place
from runlift.domain.placement.rule import HARD_RULES
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Weekday
from runlift.domain.running.plan import RunKind

UNTIL_EIGHT = replace(
    RUNNER, windows=tuple(FreeWindow(weekday=day, start=time(16), end=time(20)) for day in Weekday)
)


def test_a_runner_who_rests_six_days_hears_what_a_training_day_would_give() -> None:
    rest = tuple(MONDAY + timedelta(days=day) for day in range(6))
    told = story(ran("sun 08:00", RunKind.LONG, minutes=100), demands=(asked(),), weeks=1, rest=rest)
    (unmet,) = place(**told).placement.unmet
    assert unmet.rules[0] == "no_strength_on_rest_day"
    gained = {relaxation.rule: relaxation for relaxation in unmet.relaxations}
    assert gained["no_strength_on_rest_day"].sessions_gained == 1
    assert not gained["no_strength_on_rest_day"].allowed


def test_a_runner_who_runs_in_the_evening_hears_what_an_earlier_run_would_give() -> None:
    runs = [ran(f"{day} 18:30") for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")]
    told = story(*runs, athlete=UNTIL_EIGHT, demands=(asked(LegStress.LIGHT, minutes=30),), weeks=1)
    (unmet,) = place(**told).placement.unmet
    assert unmet.rules[0] == "after_run_of_the_day"
    gained = {relaxation.rule: relaxation for relaxation in unmet.relaxations}
    assert gained["after_run_of_the_day"].sessions_gained == 1
    assert gained["after_run_of_the_day"].allowed
    assert "heavy_legs_before_key_run" not in gained


def test_a_runner_without_a_free_hour_is_kept_from_training_by_the_windows() -> None:
    told = story(ran("mon 06:00"), athlete=replace(RUNNER, windows=()), demands=(asked(),), weeks=1)
    (unmet,) = place(**told).placement.unmet
    assert unmet.rules == ("free_window",)
    assert [(each.rule, each.sessions_gained, each.allowed) for each in unmet.relaxations] == [
        ("free_window", 1, True)
    ]
    assert unmet.reason.figures == {"forbidden_by": "free_window", "minutes": 60}


def test_the_least_important_session_of_a_week_is_left_out() -> None:
    windows = tuple(
        FreeWindow(weekday=day, start=time(16), end=time(20)) for day in (Weekday.MONDAY, Weekday.TUESDAY)
    )
    demands = (asked(), asked(number=2))
    told = story(athlete=replace(RUNNER, windows=windows), demands=demands, weeks=1)
    placement = place(**told).placement
    assert [session.demand.id for session in placement.sessions] == [f"{MONDAY}/1"]
    assert "heavy_legs_spacing" in placement.unmet[0].rules
    assert {each.rule for each in placement.unmet[0].relaxations} >= {"heavy_legs_spacing", "free_window"}


def test_a_safety_rule_is_never_offered_as_allowed() -> None:
    told = story(races=(race("sun 09:00"),), demands=(asked(),), weeks=1)
    (unmet,) = place(**told).placement.unmet
    assert unmet.rules[0] == "race_taper"
    assert [(each.rule, each.allowed) for each in unmet.relaxations] == [("race_taper", False)]


@pytest.mark.parametrize("seed", range(12))
def test_every_left_out_session_names_a_rule_and_no_relaxation_loses(seed: int) -> None:
    placement = place(**draw_season(seed, weeks=3, most=3)).placement
    for unmet in placement.unmet:
        assert unmet.rules
        assert all(rule in HARD_RULES for rule in unmet.rules)
        assert all(each.sessions_gained > 0 for each in unmet.relaxations)
