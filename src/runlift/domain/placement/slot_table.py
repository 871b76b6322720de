"""What each slot of a task costs under every arrangement of its own week and of the weeks beside it.

Every rule looks at the runs before a session or at those after it, never at both in one figure, and more
runs never make a slot cheaper. So the cost is that beside the week's own runs, plus what the week before
adds, plus what the week after adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.build import with_runs
from runlift.domain.placement.forbidding import rules_against
from runlift.domain.placement.grid import window_slots
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.option import Options, slot_costs
from runlift.domain.placement.pair_cost import CLOSED
from runlift.domain.placement.pruning import slots_too_near_after, slots_too_near_before

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.placement.arrangement import Arrangement, RunWeeks
    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the joint problem is made from.

    Attributes:
        instance: The placement problem with the runs where they are.
        monday: First day of the season.
        weeks: The runs where they are.
        arrangements: Arrangements of each week; the first leaves all runs where they are.
    """

    instance: PlacementInstance
    monday: date
    weeks: RunWeeks
    arrangements: tuple[tuple[Arrangement, ...], ...]

    def arrangements_of(self, week: int) -> tuple[Arrangement, ...]:
        """Return the arrangements of a week; outside the season nothing moves."""
        return self.arrangements[week] if 0 <= week < len(self.arrangements) else ((),)

    def beside(self, arrangement: Arrangement, weeks: tuple[int, ...]) -> PlacementInstance:
        """Return the problem with the runs of these weeks and those outside the season alone."""
        moved = self.weeks.swapped(arrangement)
        runs = tuple(run for run in moved.runs if self._counts(run.run.date, weeks))
        return with_runs(self.instance, self.monday, runs, moved.rest_days)

    def _counts(self, day: date, weeks: tuple[int, ...]) -> bool:
        end = self.monday + timedelta(days=DAYS_PER_WEEK * len(self.arrangements))
        return not self.monday <= day < end or (day - self.monday).days // DAYS_PER_WEEK in weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotTable:
    """Costs of the slots of one task, `CLOSED` or more where a rule forbids them.

    Attributes:
        options: The slots that may be best under some arrangements.
        own: Cost beside the runs of the own week (own arrangements, slots) [milli-points].
        before: What the week before adds (its arrangements, own arrangements, slots) [milli-points].
        after: What the week after adds (its arrangements, own arrangements, slots) [milli-points].
    """

    options: Options
    own: IntArray
    before: IntArray
    after: IntArray

    def where(self, chosen: BoolArray) -> SlotTable:
        """Return the costs of the slots chosen."""
        return SlotTable(
            options=self.options.where(chosen),
            own=self.own[:, chosen],
            before=self.before[:, :, chosen],
            after=self.after[:, :, chosen],
        )


def slot_tables(ground: Ground) -> tuple[tuple[SlotTable, ...], ...]:
    """Return the costs of the slots of each task of each week, without slots that another always beats."""
    whole = tuple(tuple(_open_slots(ground, task) for task in tasks) for tasks in ground.instance.weeks)
    return tuple(
        tuple(_unbeaten(ground.instance, table, whole[max(week - 1, 0) : week + 2]) for table in tables)
        for week, tables in enumerate(whole)
    )


def _open_slots(ground: Ground, task: Task) -> SlotTable:
    """Return the costs of all slots that some arrangement leaves open."""
    slots = window_slots(ground.instance, task.week)
    options = Options(task=task, start=slots.start, place=slots.place, cost=np.zeros_like(slots.start))
    arrangements = ground.arrangements_of(task.week)
    own = np.stack([_costs(ground.beside(each, (task.week,)), task) for each in arrangements])
    before, after = (_costs_beside(ground, task, own, task.week + step) for step in (-1, 1))
    is_open: BoolArray = np.min(own, axis=0) < CLOSED
    return SlotTable(options=options, own=own, before=before, after=after).where(is_open)


def _costs_beside(ground: Ground, task: Task, own: IntArray, week: int) -> IntArray:
    """Return what a week beside adds (its arrangements, own arrangements, slots) [milli-points]."""
    costs = np.array(
        [
            [
                _costs(ground.beside((*each, *beside), (task.week, week)), task)
                for each in ground.arrangements_of(task.week)
            ]
            for beside in ground.arrangements_of(week)
        ]
    )
    return np.where(costs >= CLOSED, CLOSED, costs - own)


def _costs(instance: PlacementInstance, task: Task) -> IntArray:
    slots = window_slots(instance, task.week)
    forbidden: BoolArray = np.any(list(rules_against(instance, task, slots).values()), axis=0)
    return np.where(forbidden, CLOSED, slot_costs(instance, task, slots))


def _unbeaten(
    instance: PlacementInstance, table: SlotTable, near: tuple[tuple[SlotTable, ...], ...]
) -> SlotTable:
    """Leave out slots that another of their day beats in all respects; of equals the earliest stays."""
    partners = [other.options for tables in near for other in tables]
    ahead = slots_too_near_after(instance, table.options, partners)
    behind = slots_too_near_before(instance, table.options, partners)
    respects = np.concatenate([table.own, *table.before, *table.after, [ahead, behind]])
    kept = np.ones(len(table.options), dtype=np.bool_)
    for day in np.unique(table.options.day):
        here = np.flatnonzero(table.options.day == day)
        values = respects[:, here]
        no_worse = (values[:, :, None] <= values[:, None, :]).all(axis=0)
        earlier = np.tri(len(here), k=-1, dtype=np.bool_).T
        kept[here] = ~(no_worse & (~no_worse.T | earlier)).any(axis=0)
    return table.where(kept)
