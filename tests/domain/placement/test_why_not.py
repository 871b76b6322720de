"""Why not another slot: the rule that forbids it, or the exact cost of the best season that uses it."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.domain.placement.oracle_cpsat import cpsat_optimum
from tests.domain.placement.plain_season import PlainCase, PlainSlot, plain_slots
from tests.domain.placement.seasons import MONDAY, PlacementInput, draw_season
from tests.domain.placement.week_story import asked, clock, ran, story

from runlift.domain.placement.place import place
from runlift.domain.placement.why_not import why_not
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.placement.placement import SlotAnswer

TUESDAY_KEY = (
    ran("tue 06:00", RunKind.TEMPO),
    ran("sat 06:00", RunKind.TEMPO),
    ran("wed 06:00"),
    ran("fri 06:00"),
)


def forced_optimum(case: PlainCase, week: int, position: int, starts: set[datetime]) -> int:
    def is_asked(at_week: int, at_position: int, slot: PlainSlot) -> bool:
        return (at_week, at_position) == (week, position) and slot.start in starts

    status, objective = cpsat_optimum(case, forced=is_asked)
    assert status == "OPTIMAL"
    return objective


@pytest.mark.parametrize("seed", range(25))
def test_extra_cost_is_that_of_the_season_forced_to_use_the_slot(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same slots in every run
    drawn = draw_season(seed, weeks=3, windows=2, roomy=seed % 2 == 0)
    case, placed = PlainCase(**drawn), place(**drawn)
    for week, asked_for in enumerate(drawn["season"].weeks):
        for position, demand in enumerate(asked_for.sessions):
            slots = plain_slots(case, week, demand)
            if slots:
                start = chance.choice(slots).start
                answer = why_not(placed, start.date(), start.time())[position]
                forced = forced_optimum(case, week, position, {start})
                assert answer.extra_cost == forced - placed.placement.proof.objective
                assert_adds_up(answer)


@pytest.mark.parametrize("seed", range(12))
def test_a_day_without_hour_is_answered_for_its_best_start(seed: int) -> None:
    drawn = draw_season(seed, weeks=2, windows=2, roomy=True)
    case, placed = PlainCase(**drawn), place(**drawn)
    for day in (MONDAY + timedelta(days=ahead) for ahead in range(0, 14, 3)):
        for position, answer in enumerate(why_not(placed, day, None)):
            week = (day - MONDAY).days // 7
            demand = drawn["season"].weeks[week].sessions[position]
            starts = {slot.start for slot in plain_slots(case, week, demand) if slot.day == day}
            assert bool(starts) == (not answer.forbidden_by)
            if starts:
                forced = forced_optimum(case, week, position, starts)
                assert answer.extra_cost == forced - placed.placement.proof.objective
                assert datetime.combine(answer.date, answer.start) in starts


def assert_adds_up(answer: SlotAnswer) -> None:
    assert sum(cost for _, cost in answer.extra_bill) == answer.extra_cost
    assert all(cost for _, cost in answer.extra_bill)


def answers(told: PlacementInput, moment: str) -> tuple[SlotAnswer, ...]:
    return why_not(place(**told), *clock(moment))


def test_a_start_off_the_grid_is_answered_exactly_too() -> None:
    told = story(*TUESDAY_KEY, demands=(asked(), asked(number=2)), weeks=2)
    cost = [answers(told, f"tue {clock_time}")[0].extra_cost for clock_time in ("13:30", "13:37", "13:45")]
    assert None not in cost
    assert sorted(cost, key=lambda each: each or 0) == cost
    assert cost[0] != cost[1] != cost[2]


def test_the_slot_that_was_taken_costs_nothing_more() -> None:
    placed = place(**story(*TUESDAY_KEY, demands=(asked(),)))
    taken = placed.placement.sessions[0]
    (answer,) = why_not(placed, taken.date, taken.start)
    assert (answer.extra_cost, answer.extra_bill, answer.forbidden_by) == (0, (), ())


def test_a_forbidden_slot_names_every_rule_that_forbids_it() -> None:
    told = story(*TUESDAY_KEY, demands=(asked(),), rest=(MONDAY,))
    (answer,) = answers(told, "mon 12:00")
    assert [reason.rule for reason in answer.forbidden_by] == [
        "no_strength_on_rest_day",
        "heavy_legs_before_key_run",
    ]
    assert answer.extra_cost is None
    assert all(reason.evidence for reason in answer.forbidden_by)


def test_a_day_with_no_open_start_is_answered_for_the_start_that_fewest_rules_forbid() -> None:
    told = story(*TUESDAY_KEY, demands=(asked(),))
    (answer,) = why_not(place(**told), MONDAY + timedelta(days=4), None)
    assert [reason.rule for reason in answer.forbidden_by] == ["after_run_of_the_day"] or [
        reason.rule for reason in answer.forbidden_by
    ] == ["heavy_legs_before_key_run"]


def test_a_day_outside_the_season_has_no_answer() -> None:
    placed = place(**story(*TUESDAY_KEY, demands=(asked(),)))
    assert why_not(placed, date(2025, 1, 1), None) == ()
    assert why_not(placed, date(2027, 1, 1), time(12)) == ()


def test_a_week_that_asks_for_nothing_has_no_answer() -> None:
    assert why_not(place(**story(*TUESDAY_KEY)), MONDAY, None) == ()
