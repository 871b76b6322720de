"""A season of placed sessions and its bill."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from runlift.domain.placement.grid import slots_of_start
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.option import options_at
from runlift.domain.placement.pair_cost import pair_costs
from runlift.domain.placement.path import new_weekdays
from runlift.domain.placement.rule import SLOT_COSTS
from runlift.domain.placement.slot_rule import case_of
from runlift.domain.quantity import MINUTES_PER_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.placement.instance import PlacementInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A task at its slot.

    Attributes:
        task: The task.
        start: Start of the session [min].
        place: Number of the place.
    """

    task: Task
    start: int
    place: int

    @property
    def end(self) -> int:
        """End of the session [min]."""
        return self.start + self.task.minutes

    @property
    def day(self) -> int:
        """Number of the day, from the first Monday."""
        return self.start // MINUTES_PER_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A season and the proof that none is cheaper.

    Attributes:
        weeks: What became of each task of each week, in the order of the tasks; None when left out.
        objective: Cost of the season [milli-points].
        bound: What no admissible season can undercut [milli-points].
    """

    weeks: tuple[tuple[Visit | None, ...], ...]
    objective: int
    bound: int

    @property
    def visits(self) -> Iterator[Visit]:
        """All placed tasks, week by week."""
        return (visit for week in self.weeks for visit in week if visit)


def bill_of(instance: PlacementInstance, weeks: tuple[tuple[Visit | None, ...], ...]) -> dict[str, int]:
    """Return what each soft rule costs a season, rules that cost nothing included [milli-points].

    The bill is made from the placed sessions alone, so it also checks the cost that the path was found with.
    """
    visits = [visit for week in weeks for visit in week if visit and visit.task.fixed is None]
    bill = {charge.__name__: 0 for charge in SLOT_COSTS}
    for visit in visits:
        for rule, cost in charges_of(instance, visit).items():
            bill[rule] += cost
    bill["heavy_legs_spacing_wanted"] = _spacing_charges(instance, weeks)
    bill["same_weekdays"] = _weekday_charges(instance, weeks)
    bill["session_left_out"] = sum(
        task.worth
        for tasks, week in zip(instance.weeks, weeks, strict=True)
        for task, visit in zip(tasks, week, strict=True)
        if visit is None
    )
    return bill


def charges_of(instance: PlacementInstance, visit: Visit) -> dict[str, int]:
    """Return what each soft rule on one session costs a placed session [milli-points]."""
    case = case_of(instance, visit.task, slots_of_start(instance, visit.start).where(slice(1)))
    return {
        charge.__name__: int(charge(case)[0]) if instance.holds(charge.__name__) else 0
        for charge in SLOT_COSTS
    }


def _spacing_charges(instance: PlacementInstance, weeks: tuple[tuple[Visit | None, ...], ...]) -> int:
    """Return what sessions of one week and of neighbouring weeks cost each other [milli-points]."""
    placed = [
        [options_at(visit.task, visit.start, place=visit.place) for visit in week if visit] for week in weeks
    ]
    within = [
        (one, other)
        for week in placed
        for number_of_one, one in enumerate(week)
        for other in week[number_of_one + 1 :]
    ]
    across = [(one, other) for week, then in pairwise(placed) for one in week for other in then]
    return sum(int(pair_costs(instance, one, other)[0, 0]) for one, other in within + across)


def _weekday_charges(instance: PlacementInstance, weeks: tuple[tuple[Visit | None, ...], ...]) -> int:
    used = [sum({1 << (visit.day % DAYS_PER_WEEK) for visit in week if visit}) for week in weeks]
    return sum(
        int(new_weekdays(instance, week)[before, then])
        for week, (before, then) in enumerate(pairwise(used), start=1)
    )
