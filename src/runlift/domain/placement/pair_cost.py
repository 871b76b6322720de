"""What two placed sessions cost each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.pair_rule import spacing

if TYPE_CHECKING:
    from runlift.domain.placement.instance import IntArray, PlacementInstance
    from runlift.domain.placement.option import Options
    from runlift.domain.placement.pair_rule import Spacing

# Stands for "forbidden" inside the tables of the path and never leaves them: to leave a session out is
# always open, so every week has an admissible pattern. Far above any cost, and small enough to be added up.
CLOSED = 1 << 50


def pair_costs(instance: PlacementInstance, one: Options, other: Options) -> IntArray:
    """Return what each pair of slots costs, `CLOSED` where forbidden (slots of one, slots of other).

    Two past sessions cost each other nothing, wherever they were.
    """
    if one.task.fixed is not None and other.task.fixed is not None:
        return np.zeros((len(one), len(other)), dtype=np.int64)
    one_first = _step_costs(spacing(instance, one.task, other.task), other.start - one.end[:, None])
    other_first = _step_costs(spacing(instance, other.task, one.task), one.start[:, None] - other.end)
    costs = np.where(one.start[:, None] <= other.start, one_first, other_first)
    costs[one.day[:, None] == other.day] = CLOSED
    return costs


def _step_costs(asked: Spacing, gap: IntArray) -> IntArray:
    missed = np.zeros(gap.shape, dtype=np.int64)
    for wanted in asked.wanted:
        missed += gap < wanted
    return np.where(gap < asked.least, CLOSED, missed * asked.charge)
