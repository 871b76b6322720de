"""What a placement must be, whatever the season."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.placement.plain_season import PlainCase, plain_slots
from tests.domain.placement.seasons import MONDAY, SOFT_RULES, PlacementInput, draw_season
from tests.domain.placement.week_story import RUNNER, asked, placed_at, ran, story

from runlift.domain.evidence import row
from runlift.domain.placement.build import build_instance
from runlift.domain.placement.place import place
from runlift.domain.placement.rule import HARD_RULES, evidence_of_rule
from runlift.domain.placement.rule import SOFT_RULES as SOFT_ENTRIES
from runlift.domain.placement.solver import solve
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.season.demand import WeekDemand

SUNDAY = MONDAY + timedelta(days=6)
USUAL = (
    ran("tue 06:00", RunKind.INTERVALS),
    ran("wed 06:00"),
    ran("thu 06:00", RunKind.TEMPO),
    ran("fri 06:00"),
    ran("sat 08:00", RunKind.LONG, minutes=110),
)
drawn_seasons = st.builds(
    draw_season,
    st.integers(0, 10**6),
    weeks=st.integers(1, 5),
    windows=st.integers(1, 2),
    most=st.integers(1, 3),
    roomy=st.booleans(),
)


def for_runner(told: PlacementInput, athlete: Athlete) -> PlacementInput:
    changed = told.copy()
    changed["athlete"] = athlete
    return changed


def moved(told: PlacementInput, weeks: int) -> PlacementInput:
    by = timedelta(weeks=weeks)
    athlete = told["athlete"]
    travel = tuple(
        replace(each, span=DateSpan(start=each.span.start + by, end=each.span.end + by))
        for each in athlete.travel
    )
    season = replace(
        told["season"],
        weeks=tuple(moved_week(week, by) for week in told["season"].weeks),
    )
    return {
        "season": season,
        "runs": tuple(replace(run, run=replace(run.run, date=run.run.date + by)) for run in told["runs"]),
        "rest_days": tuple(day + by for day in told["rest_days"]),
        "athlete": replace(athlete, travel=travel),
        "races": tuple(replace(race, date=race.date + by) for race in told["races"]),
        "first_day": told["first_day"] + by,
        "last_day": told["last_day"] + by,
    }


def moved_week(week: WeekDemand, by: timedelta) -> WeekDemand:
    sessions = tuple(
        replace(
            each,
            earliest=each.earliest and each.earliest + by,
            latest=each.latest and each.latest + by,
        )
        for each in week.sessions
    )
    return replace(week, monday=week.monday + by, sessions=sessions)


@settings(max_examples=25, deadline=None)
@given(told=drawn_seasons, weeks=st.integers(-60, 60).filter(bool))
def test_moving_all_dates_by_whole_weeks_moves_the_plan(told: PlacementInput, weeks: int) -> None:
    one, other = place(**told).placement, place(**moved(told, weeks)).placement
    assert one.proof == other.proof
    by = timedelta(weeks=weeks)
    assert [(each.date + by, each.start, each.place) for each in one.sessions] == [
        (each.date, each.start, each.place) for each in other.sessions
    ]


@settings(max_examples=25, deadline=None)
@given(told=drawn_seasons, rule=st.sampled_from(sorted(HARD_RULES)))
def test_loosening_a_hard_rule_never_worsens_the_optimum(told: PlacementInput, rule: str) -> None:
    instance = build_instance(**told)
    loose = replace(instance, rules_off=(*instance.rules_off, rule))
    assert solve(loose).solution.objective <= solve(instance).solution.objective


@settings(max_examples=25, deadline=None)
@given(told=drawn_seasons, rule=st.sampled_from(SOFT_RULES))
def test_turning_a_soft_rule_off_never_raises_the_cost(told: PlacementInput, rule: str) -> None:
    off = replace(told["athlete"], soft_rules_off=(*told["athlete"].soft_rules_off, rule))
    without = place(**for_runner(told, off)).placement.proof
    assert without.objective <= place(**told).placement.proof.objective
    assert rule not in {charge.rule for charge in without.bill}


@settings(max_examples=25, deadline=None)
@given(told=drawn_seasons)
def test_planning_twice_gives_the_same_bytes_and_a_bill_that_adds_up(told: PlacementInput) -> None:
    one, other = place(**told).placement, place(**told).placement
    assert pickle.dumps(one) == pickle.dumps(other)
    assert sum(charge.cost for charge in one.proof.bill) == one.proof.objective == one.proof.bound


@settings(max_examples=25, deadline=None)
@given(told=drawn_seasons)
def test_every_session_lies_in_a_slot_that_no_rule_forbids(told: PlacementInput) -> None:
    case = PlainCase(**told)
    weeks = {week.monday: number for number, week in enumerate(told["season"].weeks)}
    for session in place(**told).placement.sessions:
        monday = session.date - timedelta(days=session.date.weekday())
        slots = plain_slots(case, weeks[monday], session.demand)
        assert (session.date, session.start) in {(slot.day, slot.start.time()) for slot in slots}


def test_a_safety_rule_cannot_be_turned_off() -> None:
    told = story(*USUAL, demands=(asked(), asked(number=2)))
    brave = for_runner(told, replace(RUNNER, soft_rules_off=tuple(HARD_RULES)))
    assert place(**brave).placement == place(**told).placement


def test_sessions_left_out_cannot_be_made_free() -> None:
    told = story(*USUAL, demands=(asked(),))
    brave = for_runner(told, replace(RUNNER, soft_rules_off=("session_left_out",)))
    assert place(**brave).placement == place(**told).placement


def test_a_season_that_asks_for_nothing_is_empty() -> None:
    placement = place(**story(*USUAL)).placement
    assert (placement.sessions, placement.unmet, placement.proof.status) == ((), (), "empty")
    assert placement.proof.objective == placement.proof.bound == 0


def test_a_usual_week_puts_heavy_legs_on_hard_days_after_the_run() -> None:
    starts = placed_at(story(*USUAL, demands=(asked(),), weeks=1, rest=(MONDAY, SUNDAY)))
    assert [start.date().weekday() for start in starts] == [3]
    assert starts[0].time() >= time(13)


def test_a_runner_with_easy_runs_only_gets_every_session() -> None:
    days = ("mon", "tue", "wed", "fri", "sat")
    easy = [ran(f"{day}{week} 06:00") for week in ("", "+1") for day in days]
    placement = place(**story(*easy, demands=(asked(), asked(number=2)), weeks=2)).placement
    assert len(placement.sessions) == 4
    assert {charge.rule for charge in placement.proof.bill} >= {"hard_days_before_easy_days"}


def test_equal_slots_go_to_the_earliest_day_and_start() -> None:
    (start,) = placed_at(story(demands=(asked(LegStress.NONE),), weeks=1))
    assert (start.date(), start.time()) == (MONDAY, time(6))


def test_the_reasons_tell_what_shaped_day_and_hour() -> None:
    placement = place(**story(*USUAL, demands=(asked(),), weeks=2, rest=(MONDAY, SUNDAY))).placement
    reasons = {reason.rule: reason.figures for reason in placement.sessions[0].reasons}
    assert reasons["hard_days_before_easy_days"] == {"on_key_run_day": "yes"}
    assert reasons["gap_after_run"] == {"hours": placement.sessions[0].hours_after_run}
    assert reasons["heavy_legs_before_key_run"]["hours"] == 42.0
    assert float(reasons["next_best_day"]["extra_cost"]) >= 0
    assert {reason.rule for reason in placement.sessions[1].reasons} >= {
        "same_weekdays",
        "heavy_legs_spacing",
    }


def test_hours_after_run_reach_back_one_day() -> None:
    placement = place(**story(ran("mon 06:00"), demands=(asked(LegStress.NONE),), weeks=1)).placement
    assert placement.sessions[0].date == date(2026, 3, 2)
    assert placement.sessions[0].hours_after_run == 6.0
    alone = place(**story(demands=(asked(LegStress.NONE),), weeks=1)).placement
    assert alone.sessions[0].hours_after_run is None


@pytest.mark.parametrize("rule", [*HARD_RULES, *SOFT_ENTRIES])
def test_every_rule_cites_rows_that_exist(rule: str) -> None:
    assert evidence_of_rule(rule)
    assert all(row(cited) for cited in evidence_of_rule(rule))
