"""Which rules forbid the slots of a task, and how many each forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number
from runlift.domain.placement.grid import window_slots
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.option import options_of
from runlift.domain.placement.pair_rule import (
    heavy_legs_spacing,
    intensive_plyometrics_spacing,
    missed_session_not_squeezed_in,
)
from runlift.domain.placement.rule import SLOT_RULES
from runlift.domain.placement.slot_rule import case_of
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.placement.instance import BoolArray, PlacementInstance, Slots, Task
    from runlift.domain.placement.option import Options
    from runlift.domain.placement.solution import Visit
    from runlift.domain.placement.solver import Search


def rules_against(instance: PlacementInstance, task: Task, slots: Slots) -> dict[str, BoolArray]:
    """Return, for each rule on one session, which slots it forbids (slots)."""
    case = case_of(instance, task, slots)
    return {rule.__name__: rule(case) for rule in SLOT_RULES if instance.holds(rule.__name__)}


def forbidding_rules(search: Search, task: Task) -> tuple[str, ...]:
    """Return the rules that keep a task from its free windows, the one that forbids most slots first.

    A runner without a free hour in the week is kept from training by the windows.
    """
    slots = window_slots(search.instance, task.week)
    counts = {rule: int(broken.sum()) for rule, broken in rules_against(search.instance, task, slots).items()}
    counts |= _rules_beside_others(search, task, options_of(search.instance, task, slots))
    told = sorted((rule for rule in counts if counts[rule]), key=lambda rule: (-counts[rule], rule))
    return tuple(told) or ("free_window",)


def _rules_beside_others(search: Search, task: Task, own: Options) -> dict[str, int]:
    """Count the slots that the season's other sessions forbid, by rule."""
    near = [visit for visit in search.solution.visits if abs(visit.task.week - task.week) <= 1]
    broken = {
        "one_strength_session_a_day": np.isin(own.day, [visit.day for visit in near]),
        "heavy_legs_spacing": _too_near(own, near, heavy_legs_spacing),
        "intensive_plyometrics_spacing": _too_near(own, near, intensive_plyometrics_spacing),
        "missed_session_not_squeezed_in": _too_near(own, near, missed_session_not_squeezed_in),
        "heavy_legs_in_seven_days": _too_many_heavy(search.instance, own, near),
    }
    return {rule: int(slots.sum()) for rule, slots in broken.items()}


def _too_near(own: Options, near: list[Visit], rule: Callable[[Task, Task], int]) -> BoolArray:
    broken = np.zeros(len(own), dtype=np.bool_)
    for visit in near:
        broken |= (own.start >= visit.start) & (own.start < visit.end + rule(visit.task, own.task))
        broken |= (own.start < visit.start) & (visit.start < own.end + rule(own.task, visit.task))
    return broken


def _too_many_heavy(instance: PlacementInstance, own: Options, near: list[Visit]) -> BoolArray:
    broken = np.zeros(len(own), dtype=np.bool_)
    if own.task.leg_stress < LegStress.HEAVY:
        return broken
    heavy = np.array(
        [visit.day for visit in near if visit.task.leg_stress == LegStress.HEAVY], dtype=np.int64
    )
    for first in range(DAYS_PER_WEEK):
        window = np.clip(own.day - first, 0, None)[:, None] + np.arange(DAYS_PER_WEEK)
        has_key_run = instance.key_run[np.clip(window, 0, len(instance.key_run) - 1)].any(axis=1)
        count = (window[:, :, None] == heavy).sum(axis=(1, 2))
        broken |= has_key_run & (count >= number("heavy_legs_in_seven_days_most"))
    return broken
