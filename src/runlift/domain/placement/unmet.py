"""Sessions that found no place: which rules forbid their slots, and what relaxing each would buy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.placement.forbidding import forbidding_rules
from runlift.domain.placement.grid import waking_slots, window_slots
from runlift.domain.placement.rule import HARD_RULES, evidence_of_rule
from runlift.domain.placement.solver import solve
from runlift.domain.plan.plan import Relaxation, Unmet
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from runlift.domain.placement.instance import PlacementInstance, Task
    from runlift.domain.placement.solution import Solution
    from runlift.domain.placement.solver import Search
    from runlift.domain.season.demand import Season, SessionDemand


def unmet_of(season: Season, search: Search) -> tuple[Unmet, ...]:
    """Return every session that found no place, week by week."""
    left_out = [
        (week, demand, task)
        for week, (asked, tasks, visits) in enumerate(
            zip(season.weeks, search.instance.weeks, search.solution.weeks, strict=True)
        )
        for demand, task, visit in zip(asked.sessions, tasks, visits, strict=True)
        if visit is None
    ]
    relaxations = relaxations_of(search) if left_out else ()
    return tuple(
        _unmet(season, search, week=week, demand=demand, task=task, relaxations=relaxations)
        for week, demand, task in left_out
    )


def relaxations_of(search: Search) -> tuple[Relaxation, ...]:
    """Return what giving up each hard rule would buy in the whole season, most first, where it buys anything.

    Every figure comes from solving the season anew without the rule.
    """
    placed = _placed(search.solution)
    gains = {
        rule: _placed(_solved_without(search.instance, rule)) - placed
        for rule, entry in HARD_RULES.items()
        if not entry.always
    }
    return tuple(
        Relaxation(rule=rule, sessions_gained=gain, allowed=HARD_RULES[rule].relaxable)
        for rule, gain in sorted(gains.items(), key=lambda each: (-each[1], each[0]))
        if gain > 0
    )


def _unmet(
    season: Season,
    search: Search,
    *,
    week: int,
    demand: SessionDemand,
    task: Task,
    relaxations: tuple[Relaxation, ...],
) -> Unmet:
    rules = forbidding_rules(search, task)
    return Unmet(
        week=season.weeks[week].monday,
        kind=demand.kind,
        rules=rules,
        relaxations=relaxations,
        reason=Reason.of(
            "session_left_out", evidence_of_rule(rules[0]), forbidden_by=rules[0], minutes=task.minutes
        ),
    )


def _solved_without(instance: PlacementInstance, rule: str) -> Solution:
    relaxed = replace(instance, rules_off=(*instance.rules_off, rule))
    slots_of = waking_slots if rule == "free_window" else window_slots
    return solve(relaxed, slots_of=slots_of).solution


def _placed(solution: Solution) -> int:
    return sum(1 for _ in solution.visits)
