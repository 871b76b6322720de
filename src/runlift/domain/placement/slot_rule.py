"""Hard rules on one session: each function tells which slots its rule forbids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number
from runlift.domain.placement.figure import minutes_of
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import MINUTES_PER_DAY

if TYPE_CHECKING:
    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance, Runs, Slots, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A task at each of some slots, beside the runs that lie near.

    Attributes:
        instance: The placement problem.
        task: The task.
        slots: The slots (slots).
        runs: Runs near enough to matter (runs).
        start: Start of the session at each slot (slots, 1) [min].
        end: End of the session at each slot (slots, 1) [min].
    """

    instance: PlacementInstance
    task: Task
    slots: Slots
    runs: Runs
    start: IntArray
    end: IntArray

    @property
    def is_heavy(self) -> bool:
        """Whether the task taxes the legs heavily."""
        return self.task.leg_stress == LegStress.HEAVY

    @property
    def no_slot(self) -> BoolArray:
        """None of the slots (slots)."""
        return np.zeros(len(self.slots), dtype=np.bool_)


def case_of(instance: PlacementInstance, task: Task, slots: Slots) -> Case:
    """Put a task at each of some slots."""
    start = slots.start[:, None]
    reach = _reach()
    first, last = (int(slots.start[0]), int(slots.start[-1])) if len(slots) else (0, 0)
    return Case(
        instance=instance,
        task=task,
        slots=slots,
        runs=instance.runs.near(first - reach, last + task.minutes + reach),
        start=start,
        end=start + task.minutes,
    )


def planned_days(case: Case) -> BoolArray:
    """A session lies within the days that are planned."""
    first, last = case.instance.planned
    return (case.slots.start < first) | (case.slots.start >= last)


def demanded_days(case: Case) -> BoolArray:
    """A session lies within the days that its week asks it for, such as a primer days before a race."""
    first, last = case.task.days
    return (case.slots.day < first) | (case.slots.day >= last)


def eased_days(case: Case) -> BoolArray:
    """A session taxes the legs no more than its day allows; on days of illness there is none."""
    return case.instance.stress_most[case.slots.day] < case.task.leg_stress


def free_window(case: Case) -> BoolArray:
    """A session lies wholly within one free window."""
    return case.slots.start + case.task.minutes > case.slots.window_closes


def place_hours(case: Case) -> BoolArray:
    """A session lies wholly within the opening hours of its place."""
    return case.slots.start + case.task.minutes > case.slots.place_closes


def no_strength_on_rest_day(case: Case) -> BoolArray:
    """Nothing is added to a day of rest."""
    return case.instance.rest[case.slots.day]


def sessions_a_day(case: Case) -> BoolArray:
    """No day holds more than two sessions of running and strength, nor more than one of strength."""
    is_full = case.instance.entries >= number("entries_a_day_most")
    is_trained = case.instance.own_strength >= number("strength_sessions_a_day_most")
    return (is_full | is_trained)[case.slots.day]


def after_run_of_the_day(case: Case) -> BoolArray:
    """A session begins after every run of its day has ended."""
    same_day = case.runs.start // MINUTES_PER_DAY == case.slots.day[:, None]
    return _any(same_day & (case.start < case.runs.end))


def gap_after_run(case: Case) -> BoolArray:
    """Some hours lie between the end of a run that has begun and the session."""
    gap = minutes_of("gap_after_run_min")
    return _any((case.runs.start < case.end) & (case.start < case.runs.end + gap))


def heavy_legs_before_key_run(case: Case) -> BoolArray:
    """Leg work that tires ends a day before a key run, heavy work not yet used to two days."""
    gap = _free_before_key_run(case.task)
    if not gap:
        return case.no_slot
    runs = case.runs.where(case.runs.key)
    return _any((case.start < runs.start) & (runs.start < case.end + gap))


def long_run_buffer(case: Case) -> BoolArray:
    """Heavy leg work keeps a day's distance from a long run, before and after."""
    if not case.is_heavy:
        return case.no_slot
    runs = case.runs.where(case.runs.buffered)
    before, after = minutes_of("long_run_buffer_before"), minutes_of("long_run_buffer_after")
    return _any((runs.start < case.end + before) & (case.start < runs.end + after))


def race_taper(case: Case) -> BoolArray:
    """Legs are fresh for a race and rest after it; nothing is lifted on its day."""
    races, stress = case.instance.races, case.task.leg_stress
    ahead, behind = case.start < races.start, case.start >= races.start
    too_near = np.zeros(ahead.shape, dtype=np.bool_)
    if stress >= LegStress.LIGHT:
        too_near |= ahead & (races.start < case.end + races.legs_before)
        too_near |= behind & (case.start < races.end + races.legs_after)
    if stress >= LegStress.HEAVY:
        too_near |= ahead & (races.start < case.end + races.heavy_before)
    return case.instance.race[case.slots.day] | _any(too_near)


def _free_before_key_run(task: Task) -> int:
    """Return how long before a key run the task must end, 0 when it may end at any time [min]."""
    if task.leg_stress == LegStress.HEAVY and task.unaccustomed:
        return minutes_of("heavy_legs_before_key_run_unaccustomed")
    if task.leg_stress == LegStress.HEAVY:
        return minutes_of("heavy_legs_before_key_run")
    if task.leg_stress == LegStress.MODERATE and task.unaccustomed:
        return minutes_of("moderate_legs_before_key_run_unaccustomed")
    return 0


def _reach() -> int:
    """Return how far from a session a run can matter [min]."""
    return minutes_of("fatigue_reach")


def _any(broken: BoolArray) -> BoolArray:
    result: BoolArray = np.logical_or.reduce(broken, axis=1)
    return result
