"""Every admissible pattern of a week, and what the neighbouring weeks see of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.pair_cost import CLOSED, pair_costs
from runlift.domain.placement.pair_rule import is_too_many
from runlift.domain.placement.pruning import slots_too_near_after, slots_too_near_before
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.placement.instance import BoolArray, IntArray, PlacementInstance, Task
    from runlift.domain.placement.option import Options
    from runlift.domain.placement.pruning import Partners

LEFT_OUT = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What one task may be in a pattern: one of its slots, or left out (always the last entry).

    Attributes:
        options: The slots.
        cost: Cost of each choice [milli-points].
        weekday: Bit of the weekday of each choice, 0 when left out.
        ahead: Standing of each choice towards the week after: equal numbers, equal dealings.
        behind: Standing of each choice towards the week before.
    """

    options: Options
    cost: IntArray
    weekday: IntArray
    ahead: IntArray
    behind: IntArray

    @property
    def task(self) -> Task:
        """The task."""
        return self.options.task

    @property
    def left_out(self) -> int:
        """Number of the choice to leave the task out."""
        return len(self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What a neighbouring week sees of the patterns of a week, each different view once.

    Attributes:
        weekdays: Bits of the weekdays with a session (views).
        heavy: Bits of the weekdays with a heavy leg session (views).
        choice: A choice of each task that stands for all that look the same (views, tasks).
    """

    weekdays: IntArray
    heavy: IntArray
    choice: IntArray

    def __len__(self) -> int:
        """Count the views."""
        return len(self.weekdays)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPatterns:
    """The patterns of a week, in the order of their slots.

    Attributes:
        choices: What each task may be.
        choice: Choice of each task (patterns, tasks).
        weekdays: Bits of the weekdays with a session (patterns).
        cost: Cost of each pattern within its week [milli-points].
        front: What the week before sees.
        back: What the week after sees.
        front_view: View that each pattern gives to the week before (patterns).
        back_view: View that each pattern gives to the week after (patterns).
    """

    choices: tuple[Choices, ...]
    choice: IntArray
    weekdays: IntArray
    cost: IntArray
    front: Face
    back: Face
    front_view: IntArray
    back_view: IntArray


def choices_of(
    instance: PlacementInstance, options: Options, partners: Partners, *, may_be_left_out: bool = True
) -> Choices:
    """Return what a task may be in a pattern."""
    worth = options.task.worth if may_be_left_out and options.task.fixed is None else CLOSED
    ahead = slots_too_near_after(instance, options, partners.after)
    behind = slots_too_near_before(instance, options, partners.before)
    return Choices(
        options=options,
        cost=np.append(options.cost, worth),
        weekday=np.append(1 << (options.day % DAYS_PER_WEEK), 0),
        ahead=np.append(ahead, LEFT_OUT),
        behind=np.append(behind, LEFT_OUT),
    )


def week_patterns(
    instance: PlacementInstance, week: int, choices: Sequence[Choices], *, in_order: bool = True
) -> WeekPatterns:
    """Return the patterns of a week.

    Args:
        instance: The placement problem.
        week: Number of the week.
        choices: What each task may be.
        in_order: Whether interchangeable tasks come in the order of their slots, so that no pattern is
            met twice.
    """
    choice, cost = np.zeros((1, 0), dtype=np.int64), np.zeros(1, dtype=np.int64)
    for number_of_task in range(len(choices)):
        choice, cost = _with_task(instance, choices[: number_of_task + 1], choice, cost, in_order=in_order)
    kept = ~_too_many_heavy(instance, week, _bits(choices, choice, heavy_only=True))
    return _seen_from_both_sides(tuple(choices), choice[kept], cost[kept])


def _with_task(
    instance: PlacementInstance,
    choices: Sequence[Choices],
    choice: IntArray,
    cost: IntArray,
    *,
    in_order: bool,
) -> tuple[IntArray, IntArray]:
    """Return every admissible way to add the last of these tasks to the patterns of the others."""
    *others, added = choices
    total = cost[:, None] + added.cost
    for column, other in enumerate(others):
        between = _between(instance, other, added, in_order=in_order)
        total += between[choice[:, column]]
    pattern, chosen = np.nonzero(total < CLOSED)
    return np.column_stack([choice[pattern], chosen]), total[pattern, chosen]


def _between(instance: PlacementInstance, one: Choices, other: Choices, *, in_order: bool) -> IntArray:
    """Return what two tasks of a week cost each other at each pair of choices, `CLOSED` when forbidden."""
    costs = np.zeros((len(one.cost), len(other.cost)), dtype=np.int64)
    costs[:-1, :-1] = pair_costs(instance, one.options, other.options)
    if in_order and one.task.profile == other.task.profile:
        costs[:-1, :-1][one.options.start[:, None] > other.options.start] = CLOSED
        less_worth_first = one.task.worth >= other.task.worth
        costs[(slice(-1, None), slice(-1)) if less_worth_first else (slice(-1), slice(-1, None))] = CLOSED
    return costs


def _too_many_heavy(instance: PlacementInstance, week: int, heavy: IntArray) -> BoolArray:
    """No seven days with a key run hold more than so many heavy leg sessions: the days of one week."""
    days = slice(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK)
    if not instance.holds("heavy_legs_in_seven_days") or not instance.key_run[days].any():
        return np.zeros(len(heavy), dtype=np.bool_)
    return is_too_many(instance, week * DAYS_PER_WEEK, np.bitwise_count(heavy).astype(np.int64))


def _bits(choices: Sequence[Choices], choice: IntArray, *, heavy_only: bool) -> IntArray:
    """Return the weekdays that each pattern uses (patterns)."""
    bits = np.zeros(len(choice), dtype=np.int64)
    for column, each in enumerate(choices):
        if not heavy_only or each.task.leg_stress == LegStress.HEAVY:
            bits |= each.weekday[choice[:, column]]
    return bits


def _seen_from_both_sides(choices: tuple[Choices, ...], choice: IntArray, cost: IntArray) -> WeekPatterns:
    weekdays, heavy = (_bits(choices, choice, heavy_only=only) for only in (False, True))
    behind = [each.behind[choice[:, column]] for column, each in enumerate(choices)]
    ahead = [each.ahead[choice[:, column]] for column, each in enumerate(choices)]
    front, front_view = _face(choice, weekdays, heavy, behind)
    back, back_view = _face(choice, weekdays, heavy, ahead)
    return WeekPatterns(
        choices=choices,
        choice=choice,
        weekdays=weekdays,
        cost=cost,
        front=front,
        back=back,
        front_view=front_view,
        back_view=back_view,
    )


def _face(
    choice: IntArray, weekdays: IntArray, heavy: IntArray, standing: Sequence[IntArray]
) -> tuple[Face, IntArray]:
    """Return the different views of some patterns, and which of them each pattern gives."""
    look = weekdays << DAYS_PER_WEEK | heavy
    for column in standing:
        values, position = np.unique(column, return_inverse=True)
        look = look * len(values) + position
    _, first, view = np.unique(look, return_index=True, return_inverse=True)
    return Face(weekdays=weekdays[first], heavy=heavy[first], choice=choice[first]), view
