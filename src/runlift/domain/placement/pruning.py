"""Leave out the slots that another slot of the same day beats in cost and beside every other session.

Every rule on two sessions is a step in the time between them. So a slot's standing towards later sessions is
told by how many of their slots lie too near after it, and never gets better as the slot moves later; towards
earlier sessions the same holds the other way round. Within a day all steps of all partners move together, so
the sum of these counts, one number ahead and one behind, says as much as all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.pair_rule import spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.placement.instance import IntArray, PlacementInstance
    from runlift.domain.placement.option import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners:
    """Every admissible slot of the sessions that a task may meet.

    Attributes:
        before: Tasks of the week before.
        beside: Other tasks of the same week.
        after: Tasks of the week after.
    """

    before: tuple[Options, ...]
    beside: tuple[Options, ...]
    after: tuple[Options, ...]


def unbeaten(instance: PlacementInstance, options: Options, partners: Partners) -> Options:
    """Return the slots that no other slot of their day beats.

    Of slots that are equal in everything the earliest is kept.
    """
    ahead = slots_too_near_after(instance, options, (*partners.beside, *partners.after))
    behind = slots_too_near_before(instance, options, (*partners.beside, *partners.before))
    kept = [_front(options.cost[day], ahead[day], behind[day]) + day.start for day in _days(options)]
    return options.where(np.concatenate([np.empty(0, dtype=np.int64), *kept]))


def slots_too_near_after(
    instance: PlacementInstance, options: Options, partners: Sequence[Options]
) -> IntArray:
    """Return, for each slot, how many later slots of the partners are too near, over all steps (slots)."""
    count = np.zeros(len(options), dtype=np.int64)
    for partner in partners:
        for gap in spacing(instance, options.task, partner.task).thresholds:
            count += np.searchsorted(partner.start, options.end + gap, side="left")
    return count


def slots_too_near_before(
    instance: PlacementInstance, options: Options, partners: Sequence[Options]
) -> IntArray:
    """Return, for each slot, how many earlier slots of the partners are too near, over all steps (slots)."""
    count = np.zeros(len(options), dtype=np.int64)
    for partner in partners:
        for gap in spacing(instance, partner.task, options.task).thresholds:
            count += len(partner) - np.searchsorted(partner.end, options.start - gap, side="right")
    return count


def _days(options: Options) -> list[slice]:
    """Return the run of slots of each day that has any."""
    edges = np.flatnonzero(np.diff(options.day)) + 1
    bounds = [0, *edges.tolist(), len(options)]
    return [slice(first, last) for first, last in pairwise(bounds) if last > first]


def _front(cost: IntArray, ahead: IntArray, behind: IntArray) -> IntArray:
    """Return the slots of one day that none beats."""
    no_worse = np.ones((len(cost), len(cost)), dtype=np.bool_)
    for measure in (cost, ahead, behind):
        no_worse &= measure[:, None] <= measure
    earlier = np.tri(len(cost), k=-1, dtype=np.bool_).T
    beaten = (no_worse & (~no_worse.T | earlier)).any(axis=0)
    return np.flatnonzero(~beaten)
