"""Sessions that found no place: which rules forbid their slots, and what relaxing each would buy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.placement.forbidding import forbidding_rules
from runlift.domain.placement.grid import waking_slots, window_slots
from runlift.domain.placement.rule import HARD_RULES, SLOT_RULES, evidence_of_rule
from runlift.domain.placement.solver import options_of_week, solve_among
from runlift.domain.plan.plan import Relaxation, Unmet
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from runlift.domain.placement.instance import PlacementInstance, Task
    from runlift.domain.placement.option import Options
    from runlift.domain.placement.solution import Solution
    from runlift.domain.placement.solver import Search
    from runlift.domain.season.demand import Season, SessionDemand

_RULES_ON_ONE_SESSION = tuple(rule.__name__ for rule in SLOT_RULES)


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

    A rule on one session is given up in the weeks that leave a session out, a rule on several sessions in the
    whole season. Every figure comes from solving the season anew.
    """
    placed = _placed(search.solution)
    gains = {
        rule: _placed(_solved_without(search, rule)) - placed
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


def _solved_without(search: Search, rule: str) -> Solution:
    relaxed = replace(search.instance, rules_off=(*search.instance.rules_off, rule))
    if rule in _RULES_ON_ONE_SESSION:
        options = tuple(_relaxed_options(search, relaxed, rule, week) for week in range(len(relaxed.weeks)))
        return solve_among(relaxed, options, known=search).solution
    return solve_among(relaxed, search.options).solution


def _relaxed_options(search: Search, relaxed: PlacementInstance, rule: str, week: int) -> tuple[Options, ...]:
    """Return the slots of a week without a rule; the known ones where nothing is left out or gained."""
    known = search.options[week]
    if all(search.solution.weeks[week]):
        return known
    slots = (waking_slots if rule == "free_window" else window_slots)(relaxed, week)
    options = options_of_week(relaxed, relaxed.weeks[week], slots)
    more = any(len(one) > len(other) for one, other in zip(options, known, strict=True))
    return options if more else known


def _placed(solution: Solution) -> int:
    return sum(1 for _ in solution.visits)
