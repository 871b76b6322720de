"""Every season there is, one after the other: the naive oracle for tiny problems."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from tests.domain.placement.plain_season import (
    PlainCase,
    PlainSlot,
    new_weekday_cost,
    plain_pair_cost,
    plain_slots,
    too_many_heavy_days,
)

if TYPE_CHECKING:
    from runlift.domain.season.demand import SessionDemand


def exhaustive_optimum(case: PlainCase) -> int:
    """Return the cost of the cheapest season."""
    demands = [(week, demand) for week, asked in enumerate(case.season.weeks) for demand in asked.sessions]
    choices = [[*plain_slots(case, week, demand), None] for week, demand in demands]
    costs = (season_cost(case, demands, chosen) for chosen in product(*choices))
    return min(cost for cost in costs if cost is not None)


def season_cost(
    case: PlainCase, demands: list[tuple[int, SessionDemand]], chosen: tuple[PlainSlot | None, ...]
) -> int | None:
    """Return the cost of a season, None when a rule forbids it."""
    placed = [slot for slot in chosen if slot]
    total = sum(slot.cost for slot in placed)
    total += sum(demand.worth for (_, demand), slot in zip(demands, chosen, strict=True) if slot is None)
    for one, other in combinations(placed, 2):
        cost = plain_pair_cost(case, one, other)
        if cost is None:
            return None
        total += cost
    if too_many_heavy_days(case, [slot.day for slot in placed if slot.heavy]):
        return None
    return total + _weekday_cost(case, placed)


def _weekday_cost(case: PlainCase, placed: list[PlainSlot]) -> int:
    weeks = range(len(case.season.weeks))
    used = [{slot.day.weekday() for slot in placed if slot.week == week} for week in weeks]
    new = sum(len(then - before) for before, then in pairwise(used) if before)
    return int(new * new_weekday_cost(case, len(used) - 1))
