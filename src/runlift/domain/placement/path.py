"""The cheapest way through the weeks, found forwards and backwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.figure import points_of
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.pair_cost import CLOSED, pair_costs
from runlift.domain.placement.pair_rule import is_too_many, spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance
    from runlift.domain.placement.pattern import Face, WeekPatterns

_WEEKDAY_SETS = np.arange(1 << DAYS_PER_WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The cheapest ways from both ends of the season to every pattern of every week.

    Attributes:
        weeks: Patterns of each week.
        between: Cost of each back view of a week beside each front view of the next one, for all but the
            last week [milli-points].
        before: Cheapest season up to each front view of each week, without that week [milli-points].
        after: Cheapest season from each back view of each week on, without that week [milli-points].
    """

    weeks: tuple[WeekPatterns, ...]
    between: tuple[IntArray, ...]
    before: tuple[IntArray, ...]
    after: tuple[IntArray, ...]

    @property
    def cost_forwards(self) -> int:
        """Cost of the cheapest season, found from its first week to its last [milli-points]."""
        last = self.weeks[-1]
        return int((self.before[-1][last.front_view] + last.cost).min())

    @property
    def cost_backwards(self) -> int:
        """Cost of the cheapest season, found from its last week to its first [milli-points]."""
        first = self.weeks[0]
        return int((self.after[0][first.back_view] + first.cost).min())


def find_ways(
    instance: PlacementInstance, weeks: Sequence[WeekPatterns], *, known: Ways | None = None
) -> Ways:
    """Return the cheapest ways through all weeks; what `known` ways say of the same weeks is taken over."""
    between = tuple(
        known.between[week]
        if known and known.weeks[week] is one and known.weeks[week + 1] is other
        else costs_between(instance, week, one, other)
        for week, (one, other) in enumerate(pairwise(weeks))
    )
    before: list[IntArray] = []
    for week in range(len(weeks)):
        before.append(_up_to(weeks, between, before, week))
    after = [np.empty(0, dtype=np.int64)] * len(weeks)
    for week in reversed(range(len(weeks))):
        after[week] = _on_from(weeks, between, after, week)
    return Ways(weeks=tuple(weeks), between=between, before=tuple(before), after=tuple(after))


def costs_between(instance: PlacementInstance, week: int, one: WeekPatterns, other: WeekPatterns) -> IntArray:
    """Return what the patterns of a week and of the next one cost each other, `CLOSED` where forbidden.

    Args:
        instance: The placement problem.
        week: Number of the earlier week.
        one: Patterns of the earlier week.
        other: Patterns of the later week.

    Returns:
        Costs (back views of one, front views of other) [milli-points].
    """
    costs = new_weekdays(instance, week + 1)[one.back.weekdays][:, other.front.weekdays]
    for column, choices in enumerate(one.choices):
        for column_of_other, choices_of_other in enumerate(other.choices):
            if spacing(instance, choices.task, choices_of_other.task).thresholds:
                costs += _session_costs(instance, (one, column), (other, column_of_other))
    costs[_too_many_heavy(instance, week, one.back, other.front)] = CLOSED
    return costs


def new_weekdays(instance: PlacementInstance, week: int) -> IntArray:
    """Return what the weekdays of a week cost after those of the week before (before, then).

    Sessions stay on the same weekdays: each weekday that the week before did not use costs, unless that
    week had no session at all. A week that is over costs nothing more.
    """
    new = np.bitwise_count(_WEEKDAY_SETS & ~_WEEKDAY_SETS[:, None]).astype(np.int64)
    new[0] = 0
    charged = instance.holds("same_weekdays") and not instance.is_over(week)
    charge = points_of("cost_new_weekday") if charged else 0
    cost: IntArray = new * charge
    return cost


def _session_costs(
    instance: PlacementInstance, one: tuple[WeekPatterns, int], other: tuple[WeekPatterns, int]
) -> IntArray:
    """Return what one task of a week and one of the next cost each other (back views, front views)."""
    chosen, chosen_other = one[0].back.choice[:, one[1]], other[0].front.choice[:, other[1]]
    choices, choices_other = one[0].choices[one[1]], other[0].choices[other[1]]
    near, position = np.unique(chosen, return_inverse=True)
    near_other, position_other = np.unique(chosen_other, return_inverse=True)
    costs = np.zeros((len(near), len(near_other)), dtype=np.int64)
    placed, placed_other = near < choices.left_out, near_other < choices_other.left_out
    costs[np.ix_(placed, placed_other)] = pair_costs(
        instance, choices.options.where(near[placed]), choices_other.options.where(near_other[placed_other])
    )
    return costs[position][:, position_other]


def _too_many_heavy(instance: PlacementInstance, week: int, back: Face, front: Face) -> BoolArray:
    """No seven days with a key run hold more than so many heavy leg sessions: days of two weeks."""
    broken = np.zeros((len(back), len(front)), dtype=np.bool_)
    if not instance.holds("heavy_legs_in_seven_days") or not (back.heavy.any() and front.heavy.any()):
        return broken
    for weekday in range(1, DAYS_PER_WEEK):
        first = week * DAYS_PER_WEEK + weekday
        if instance.key_run[first : first + DAYS_PER_WEEK].any():
            early = np.bitwise_count(back.heavy >> weekday).astype(np.int64)
            late = np.bitwise_count(front.heavy & ((1 << weekday) - 1))
            broken |= is_too_many(instance, first, early[:, None] + late)
    return broken


def with_week(instance: PlacementInstance, ways: Ways, week: int, patterns: WeekPatterns) -> Ways:
    """Return the ways through one week that is given other patterns.

    Only what lies before and after that week still holds: follow these ways from that week.
    """
    weeks, between = list(ways.weeks), list(ways.between)
    weeks[week] = patterns
    for earlier in range(max(week - 1, 0), min(week + 1, len(between))):
        between[earlier] = costs_between(instance, earlier, weeks[earlier], weeks[earlier + 1])
    before, after = list(ways.before), list(ways.after)
    before[week], after[week] = _up_to(weeks, between, before, week), _on_from(weeks, between, after, week)
    return Ways(weeks=tuple(weeks), between=tuple(between), before=tuple(before), after=tuple(after))


def season_costs_through(ways: Ways, week: int) -> IntArray:
    """Return, for each pattern of a week, the cost of the cheapest season that holds it (patterns)."""
    here = ways.weeks[week]
    return ways.before[week][here.front_view] + here.cost + ways.after[week][here.back_view]


def cheapest_through(ways: Ways, week: int) -> tuple[int, tuple[int, ...]]:
    """Return the cheapest season through a week, followed from it to both ends: its cost and its patterns.

    Of equals, the first pattern in the order of the slots is taken.
    """
    totals = season_costs_through(ways, week)
    chosen = [int(totals.argmin())]
    for later in range(week + 1, len(ways.weeks)):
        then = ways.weeks[later]
        step = ways.between[later - 1][ways.weeks[later - 1].back_view[chosen[-1]]]
        chosen.append(int((step[then.front_view] + then.cost + ways.after[later][then.back_view]).argmin()))
    for earlier in range(week - 1, -1, -1):
        then = ways.weeks[earlier]
        step = ways.between[earlier][:, ways.weeks[earlier + 1].front_view[chosen[0]]]
        chosen.insert(
            0, int((ways.before[earlier][then.front_view] + then.cost + step[then.back_view]).argmin())
        )
    return int(totals.min()), tuple(chosen)


def _up_to(
    weeks: Sequence[WeekPatterns], between: Sequence[IntArray], before: Sequence[IntArray], week: int
) -> IntArray:
    """Return the cheapest season up to each front view of a week."""
    if week == 0:
        return np.zeros(len(weeks[0].front), dtype=np.int64)
    last = weeks[week - 1]
    to_back = _cheapest_by_view(before[week - 1][last.front_view] + last.cost, last.back_view, len(last.back))
    cheapest: IntArray = (to_back[:, None] + between[week - 1]).min(axis=0)
    return cheapest


def _on_from(
    weeks: Sequence[WeekPatterns], between: Sequence[IntArray], after: Sequence[IntArray], week: int
) -> IntArray:
    """Return the cheapest season from each back view of a week on."""
    if week == len(weeks) - 1:
        return np.zeros(len(weeks[-1].back), dtype=np.int64)
    then = weeks[week + 1]
    to_front = _cheapest_by_view(
        after[week + 1][then.back_view] + then.cost, then.front_view, len(then.front)
    )
    cheapest: IntArray = (between[week] + to_front).min(axis=1)
    return cheapest


def _cheapest_by_view(cost: IntArray, view: IntArray, views: int) -> IntArray:
    """Return the cheapest pattern of each view (views) [milli-points]."""
    cheapest = np.full(views, CLOSED, dtype=np.int64)
    np.minimum.at(cheapest, view, cost)
    return cheapest
