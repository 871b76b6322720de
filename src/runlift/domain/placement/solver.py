"""Solve the placement problem exactly: weekly patterns, and the cheapest path through the weeks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.placement.grid import window_slots
from runlift.domain.placement.option import options_of
from runlift.domain.placement.path import cheapest_through, find_ways
from runlift.domain.placement.pattern import choices_of, week_patterns
from runlift.domain.placement.pruning import Partners, unbeaten
from runlift.domain.placement.solution import Solution, Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runlift.domain.placement.instance import PlacementInstance, Slots, Task
    from runlift.domain.placement.option import Options
    from runlift.domain.placement.path import Ways
    from runlift.domain.placement.pattern import Choices, WeekPatterns

    AllOptions: TypeAlias = tuple[tuple[Options, ...], ...]
    SlotsOfWeek: TypeAlias = Callable[[PlacementInstance, int], Slots]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """All that was found out on the way to the optimum.

    Attributes:
        instance: The placement problem.
        options: Every admissible slot of each task of each week.
        ways: The cheapest ways to every pattern of every week.
        solution: The optimum.
    """

    instance: PlacementInstance
    options: AllOptions
    ways: Ways
    solution: Solution


def solve(instance: PlacementInstance, *, slots_of: SlotsOfWeek = window_slots, prune: bool = True) -> Search:
    """Return the cheapest season, proven.

    The cheapest season is found from its first week to its last and from its last to its first; no season is
    cheaper than either, so that they agree is the proof. Of equals, the first week takes the earliest day
    and start, then the second, and so on, among the slots that none beats.

    Args:
        instance: The placement problem.
        slots_of: Which starts a week has.
        prune: Whether slots that another beats are left out first; the optimum is the same.
    """
    return solve_among(instance, all_options(instance, slots_of), prune=prune)


def solve_among(
    instance: PlacementInstance,
    options: AllOptions,
    *,
    prune: bool = True,
    known: Search | None = None,
) -> Search:
    """Return the cheapest season, proven, when tasks may only take these slots.

    Args:
        instance: The placement problem.
        options: The slots of each task of each week.
        prune: Whether slots that another beats are left out first.
        known: A search of the same problem; weeks whose slots and neighbours' slots are those of this search,
            the same objects, are taken over from it.
    """
    weeks = [
        _known_patterns(known, options, week) or patterns_of(instance, options, week, prune=prune)
        for week in range(len(options))
    ]
    ways = find_ways(instance, weeks, known=known.ways if known else None)
    _, chosen = cheapest_through(ways, 0)
    solution = Solution(
        weeks=season_of(ways, chosen), objective=ways.cost_forwards, bound=ways.cost_backwards
    )
    return Search(instance=instance, options=options, ways=ways, solution=solution)


def all_options(instance: PlacementInstance, slots_of: SlotsOfWeek) -> AllOptions:
    """Return every admissible slot of each task of each week."""
    return tuple(
        options_of_week(instance, tasks, slots_of(instance, week))
        for week, tasks in enumerate(instance.weeks)
    )


def partners_of(options: AllOptions, week: int, number_in_week: int) -> Partners:
    """Return the sessions that a task may meet, with all their slots."""
    beside = options[week][:number_in_week] + options[week][number_in_week + 1 :]
    return Partners(
        before=options[week - 1] if week else (),
        beside=beside,
        after=options[week + 1] if week + 1 < len(options) else (),
    )


def patterns_of(
    instance: PlacementInstance, options: AllOptions, week: int, *, prune: bool = True
) -> WeekPatterns:
    """Return the patterns of a week."""
    choices = [
        free_choices(instance, options, week, number_in_week, prune=prune)
        for number_in_week in range(len(options[week]))
    ]
    return week_patterns(instance, week, choices)


def free_choices(
    instance: PlacementInstance,
    options: AllOptions,
    week: int,
    number_in_week: int,
    *,
    prune: bool = True,
) -> Choices:
    """Return what a task may be when nothing more is asked of it."""
    partners = partners_of(options, week, number_in_week)
    own = options[week][number_in_week]
    return choices_of(instance, unbeaten(instance, own, partners) if prune else own, partners)


def season_of(ways: Ways, chosen: Sequence[int]) -> tuple[tuple[Visit | None, ...], ...]:
    """Return what becomes of every task when each week takes the pattern chosen."""
    return tuple(
        tuple(
            _visit(choices, int(number))
            for choices, number in zip(week.choices, week.choice[pattern], strict=True)
        )
        for week, pattern in zip(ways.weeks, chosen, strict=True)
    )


def _known_patterns(known: Search | None, options: AllOptions, week: int) -> WeekPatterns | None:
    near = range(max(week - 1, 0), min(week + 2, len(options)))
    if known and all(options[each] is known.options[each] for each in near):
        return known.ways.weeks[week]
    return None


def options_of_week(
    instance: PlacementInstance, tasks: tuple[Task, ...], slots: Slots
) -> tuple[Options, ...]:
    """Return the options of each task of a week; tasks that the rules cannot tell apart share theirs."""
    different = {task.profile: task for task in tasks}
    by_profile = {profile: options_of(instance, task, slots) for profile, task in different.items()}
    return tuple(replace(by_profile[task.profile], task=task) for task in tasks)


def _visit(choices: Choices, number: int) -> Visit | None:
    if number == choices.left_out:
        return None
    options = choices.options
    return Visit(task=choices.task, start=int(options.start[number]), place=int(options.place[number]))
