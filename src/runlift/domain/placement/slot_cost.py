"""Soft rules on one session: each function tells what every slot costs [milli-points]."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.figure import minutes_of, points_by_level, points_of
from runlift.domain.placement.instance import MINUTES_PER_HOUR
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import MINUTES_PER_DAY

if TYPE_CHECKING:
    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance, Runs
    from runlift.domain.placement.slot_rule import Case

# Fatigue is kept in millionths, so that costs are whole numbers on every machine.
_WHOLE = 1_000_000


def hard_days_before_easy_days(case: Case) -> IntArray:
    """Leg work belongs on the day of a key run, so that easy days stay easy."""
    key_days = case.runs.start[case.runs.key] // MINUTES_PER_DAY
    is_easy = ~np.isin(case.slots.day, key_days)
    return is_easy * points_of("cost_easy_day_per_leg_stress") * case.task.leg_stress


def gap_after_run_wanted(case: Case) -> IntArray:
    """The wanted hours lie between a run and the session; each missing minute costs."""
    since = case.start - case.runs.end
    missing = np.where(since >= 0, minutes_of("gap_after_run_wanted") - since, 0)
    return _most(missing) * points_of("cost_gap_after_run_missing")


def fatigue_into_run(case: Case) -> IntArray:
    """Every run of the coming days pays for the fatigue the session leaves, the more the nearer it is."""
    ahead = case.runs.start - case.end
    left = _fatigue_left()
    share = np.where(ahead >= 0, left[np.clip(ahead, 0, len(left) - 1)], 0)
    whole = points_by_level("fatigue_of_leg_stress")[case.task.leg_stress] * _sensitivity(case.runs)
    cost: IntArray = ((share * whole + _WHOLE // 2) // _WHOLE).sum(axis=1)
    return cost


def long_run_interference(case: Case) -> IntArray:
    """Leg work keeps away from long runs on both sides; each missing hour costs by leg stress."""
    runs = case.runs.where(case.runs.long)
    apart = np.maximum(runs.start - case.end, case.start - runs.end)
    missing = np.maximum(minutes_of("long_run_distance_wanted") - np.maximum(apart, 0), 0)
    each = points_of("cost_long_run_missing") * case.task.leg_stress
    cost: IntArray = (missing * each // MINUTES_PER_HOUR).sum(axis=1)
    return cost


def heavy_legs_before_key_run_wanted(case: Case) -> IntArray:
    """Heavy leg work ends two days before a key run; each missing minute costs."""
    if case.task.leg_stress < LegStress.HEAVY:
        return _free(case)
    ahead = case.runs.start[case.runs.key] - case.end
    missing = np.where(ahead >= 0, minutes_of("heavy_legs_before_key_run_wanted") - ahead, 0)
    return _most(missing) * points_of("cost_key_run_missing")


def preferred_hours(case: Case) -> IntArray:
    """A session lies in the hours the runner likes best; each minute away from them costs."""
    reach = minutes_of("preferred_hours_reach")
    if not case.instance.preferred:
        return _free(case)
    preferred = _preferred_near(case.instance, case.slots.start)
    away = np.maximum(preferred[0] - case.start, case.end - preferred[1])
    nearest: IntArray = np.maximum(away.min(axis=1, initial=reach), 0)
    return nearest * points_of("cost_hour_not_preferred")


def as_planned_before(case: Case) -> IntArray:
    """A session stays where the plan had it before; another day costs, another hour a little."""
    if case.task.was is None:
        return _free(case)
    day = case.slots.day != case.task.was // MINUTES_PER_DAY
    start = case.slots.start != case.task.was
    cost: IntArray = day * points_of("cost_moved_day") + start * points_of("cost_moved_start")
    return cost


def moved_beside_key_runs(case: Case) -> IntArray:
    """Leg work that is moved to another day keeps off long-run days and days before key runs, if it can."""
    if case.task.was is None or case.task.leg_stress < LegStress.LIGHT:
        return _free(case)
    long_days = case.runs.start[case.runs.long] // MINUTES_PER_DAY
    days_before_key = case.runs.start[case.runs.key] // MINUTES_PER_DAY - 1
    is_moved = case.slots.day != case.task.was // MINUTES_PER_DAY
    beside = np.isin(case.slots.day, long_days) | np.isin(case.slots.day, days_before_key)
    cost: IntArray = (is_moved & beside) * points_of("cost_moved_beside_key_run")
    return cost


@cache
def _fatigue_left() -> IntArray:
    """Return the share of fatigue left after each minute, nothing after the last (minutes) [millionths]."""
    half_life, reach = minutes_of("fatigue_half_life"), minutes_of("fatigue_reach")
    left = [round(_WHOLE * 2 ** (-minute / half_life)) for minute in range(reach + 1)]
    return np.array([*left, 0], dtype=np.int64)


def _sensitivity(runs: Runs) -> IntArray:
    easy, long, key = (points_of(f"fatigue_cost_{kind}_run") for kind in ("easy", "long", "key"))
    return np.where(runs.long, long, np.where(runs.key, key, easy))


def _preferred_near(instance: PlacementInstance, start: IntArray) -> IntArray:
    """Return start and end of the preferred windows near these starts (2, windows) [min]."""
    spans = np.array(instance.preferred, dtype=np.int64).T
    if not len(start):
        return spans
    near: BoolArray = (spans[1] >= start[0] - MINUTES_PER_DAY) & (spans[0] <= start[-1] + MINUTES_PER_DAY)
    return spans[:, near]


def _most(missing: IntArray) -> IntArray:
    """Return the most that is missing beside any run, at least nothing (slots)."""
    result: IntArray = missing.max(axis=1, initial=0)
    return result


def _free(case: Case) -> IntArray:
    return np.zeros(len(case.slots), dtype=np.int64)
