"""The slots a task may take, with what each costs and how it stands towards other sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.rule import SLOT_COSTS, SLOT_RULES
from runlift.domain.placement.slot_rule import case_of
from runlift.domain.quantity import MINUTES_PER_DAY

if TYPE_CHECKING:
    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance, Slots, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Admissible slots of one task, by time.

    Attributes:
        task: The task.
        start: Start at each slot [min].
        place: Number of the place of each slot.
        cost: What the soft rules on one session charge for each slot [milli-points].
    """

    task: Task
    start: IntArray
    place: IntArray
    cost: IntArray

    def __len__(self) -> int:
        """Count the slots."""
        return len(self.start)

    @property
    def end(self) -> IntArray:
        """End of the session at each slot [min]."""
        return self.start + self.task.minutes

    @property
    def day(self) -> IntArray:
        """Number of the day of each slot, from the first Monday."""
        return self.start // MINUTES_PER_DAY

    def where(self, chosen: BoolArray | IntArray) -> Options:
        """Return the slots chosen."""
        return Options(
            task=self.task, start=self.start[chosen], place=self.place[chosen], cost=self.cost[chosen]
        )


def options_of(instance: PlacementInstance, task: Task, slots: Slots) -> Options:
    """Return the slots that no rule on one session forbids, each with its cost; a past session's own."""
    if task.fixed is not None:
        return options_at(task, task.fixed, place=0)
    for rule in SLOT_RULES:
        if instance.holds(rule.__name__):
            slots = slots.where(~rule(case_of(instance, task, slots)))
    return Options(task=task, start=slots.start, place=slots.place, cost=slot_costs(instance, task, slots))


def options_at(task: Task, start: int, *, place: int) -> Options:
    """Return the options of a task that may only be where it is, at no cost [start in min]."""
    return Options(
        task=task,
        start=np.array([start], dtype=np.int64),
        place=np.array([place], dtype=np.int64),
        cost=np.zeros(1, dtype=np.int64),
    )


def slot_costs(instance: PlacementInstance, task: Task, slots: Slots) -> IntArray:
    """Return what the soft rules on one session charge for each slot (slots) [milli-points]."""
    case = case_of(instance, task, slots)
    total = np.zeros(len(slots), dtype=np.int64)
    for charge in SLOT_COSTS:
        if instance.holds(charge.__name__):
            total += charge(case)
    return total
