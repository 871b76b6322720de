"""Each rule on several sessions, kept and broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from tests.domain.placement.week_story import RUNNER, asked, case_at, placed_at, ran, story

from runlift.domain.athlete.profile import FreeWindow
from runlift.domain.placement.build import build_instance
from runlift.domain.placement.option import options_of
from runlift.domain.placement.pair_cost import CLOSED, pair_costs
from runlift.domain.placement.path import new_weekdays
from runlift.domain.placement.solver import solve
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import Weekday
from runlift.domain.running.plan import RunKind
from runlift.domain.season.demand import Fixed

if TYPE_CHECKING:
    from tests.domain.placement.seasons import PlacementInput

    from runlift.domain.season.demand import SessionDemand

EVENINGS = replace(
    RUNNER, windows=tuple(FreeWindow(weekday=day, start=time(18), end=time(19, 30)) for day in Weekday)
)
HEAVY, MODERATE = LegStress.HEAVY, LegStress.MODERATE


def pair_cost(moment: str, demand: SessionDemand, later: str, demand_later: SessionDemand) -> int:
    told = story()
    one, other = case_at(told, moment, demand), case_at(told, later, demand_later)
    options = [options_of(each.instance, each.task, each.slots) for each in (one, other)]
    costs = pair_costs(one.instance, *options)
    assert (costs == pair_costs(one.instance, *options[::-1]).T).all()
    return int(costs[0, 0])


@pytest.mark.parametrize("week", ["", "+1"])
def test_heavy_legs_spacing_is_two_days_from_end_to_start_across_weeks_too(week: str) -> None:
    day, then = (f"sun{week}", "tue+1") if not week else ("mon+1", "wed+1")
    assert pair_cost(f"{day} 17:00", asked(), f"{then} 18:00", asked()) < CLOSED
    assert pair_cost(f"{day} 17:00", asked(), f"{then} 17:45", asked()) == CLOSED
    assert pair_cost(f"{day} 17:00", asked(), f"{then} 17:45", asked(MODERATE)) == 0


def test_heavy_legs_spacing_is_three_days_after_a_session_not_yet_used_to() -> None:
    new, usual = asked(unaccustomed=True), asked()
    assert pair_cost("mon 17:00", new, "thu 18:00", usual) == 0
    assert pair_cost("mon 17:00", new, "thu 17:45", usual) == CLOSED
    assert pair_cost("mon 17:00", usual, "thu 17:45", new) < CLOSED


def test_intensive_plyometrics_spacing_is_two_days() -> None:
    jumps = asked(LegStress.LIGHT, intensive=True)
    assert pair_cost("mon 17:00", jumps, "wed 18:00", jumps) == 0
    assert pair_cost("mon 17:00", jumps, "wed 17:45", jumps) == CLOSED
    assert pair_cost("mon 17:00", jumps, "wed 17:45", asked(LegStress.LIGHT)) == 0


def test_heavy_legs_spacing_wanted_charges_each_started_quarter_of_a_day() -> None:
    moments = ("wed 18:00", "thu 11:45", "thu 12:00", "thu 17:45", "thu 18:00")
    costs = [pair_cost("mon 17:00", asked(), moment, asked()) for moment in moments]
    assert costs == [1000, 500, 250, 250, 0]


def test_one_strength_session_a_day_holds_for_every_pair() -> None:
    easy = asked(LegStress.NONE)
    assert pair_cost("mon 07:00", easy, "mon 20:00", easy) == CLOSED
    assert pair_cost("mon 20:00", easy, "tue 07:00", easy) == 0


def test_same_weekdays_charge_each_weekday_the_week_before_did_not_use() -> None:
    cost = new_weekdays(build_instance(**story()), 0)
    monday_thursday, thursday, saturday = 0b1001, 0b1000, 0b100000
    assert cost[0, monday_thursday] == 0
    assert cost[monday_thursday, thursday] == cost[thursday, 0] == 0
    assert cost[thursday, monday_thursday] == 600
    assert cost[saturday, monday_thursday] == 1200


def test_same_weekdays_keep_the_days_where_all_days_cost_the_same() -> None:
    told = story(demands=(asked(LegStress.NONE), asked(LegStress.NONE, number=2)), weeks=5)
    days = {start.weekday() for start in placed_at(told)}
    assert len(days) == 2


def test_heavy_legs_in_seven_days_are_two_at_most_beside_key_runs() -> None:
    demands = tuple(asked(number=number) for number in (1, 2, 3))
    easy = [ran(f"{day}{week} 06:00") for week in ("", "+1", "+2") for day in ("mon", "wed", "fri", "sun")]
    keyed = [ran(f"sat{week} 06:00", RunKind.TEMPO, minutes=30) for week in ("", "+1", "+2")]
    free, bound = (
        placed(story(*runs, demands=demands, athlete=EVENINGS)) for runs in (easy, [*easy, *keyed])
    )
    assert most_in_seven_days(free) == 3
    assert most_in_seven_days(bound) == 2


def test_two_heavy_sessions_of_the_past_on_one_day_count_as_two() -> None:
    def had(hour: int, number: int) -> SessionDemand:
        starts_at = datetime.combine(story()["season"].weeks[0].monday, time(hour))
        fixed = Fixed(starts_at=starts_at, minutes=45, done=True)
        return replace(asked(number=number), fixed=fixed, worth=0)

    keyed = [ran(f"sat{week} 06:00", RunKind.TEMPO, minutes=30) for week in ("", "+1", "+2")]
    once = placed(story(*keyed, demands=(had(9, 1), asked(number=3)), athlete=EVENINGS, weeks=1))
    twice = placed(story(*keyed, demands=(had(9, 1), had(20, 2), asked(number=3)), athlete=EVENINGS, weeks=1))
    assert len(once) == 2
    assert len(twice) == 2  # both of the past, and no third


def placed(told: PlacementInput) -> list[int]:
    return [visit.day for visit in solve(build_instance(**told)).solution.visits]


def most_in_seven_days(days: list[int]) -> int:
    return max(sum(0 <= other - one < 7 for other in days) for one in days)
