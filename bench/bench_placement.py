"""How long placement takes, and how long CP-SAT takes to the same proven optimum.

CP-SAT is asked in three ways, each time over the slots that pruning leaves (which spares it work) and with
only its solving timed: a plain model (one clause for each forbidden pair) with as many workers as cores, its
default; the same with eight workers, which brings in more of its strategies; and the compact model that moves
runs (one clause for all slots too near one slot) with eight workers. Reaching the limit counts as the limit.
`--quick` takes fewer seasons and a short limit.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from ortools.sat.python import cp_model
from placement_seasons import PlacementInput, make_input  # type: ignore[import-not-found]  # beside this script

from runlift.domain.placement.arrangement import RunWeeks
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.joint_model import build_joint_model
from runlift.domain.placement.pair_cost import CLOSED, pair_costs
from runlift.domain.placement.path import new_weekdays
from runlift.domain.placement.place import place
from runlift.domain.placement.slot_table import Ground

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.placement.pattern import Choices
    from runlift.domain.placement.place import Placed
    from runlift.domain.placement.solver import Search

LIMITS_S = {24: 0.15, 52: 0.5}
LEAST_RATIO = 50.0
ROUNDS = 5
MANY_WORKERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A season that was placed.

    Attributes:
        seed: Seed of the season.
        place_s: Median time of `place` [s].
        objective: Cost of the placement [milli-points].
    """

    seed: int
    place_s: float
    objective: int


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="fewer seasons, 3 s for CP-SAT")
    arguments.add_argument("--seasons", type=int, default=5, help="seasons of each length")
    arguments.add_argument("--limit", type=float, default=30.0, help="limit for CP-SAT [s]")
    told = arguments.parse_args()
    seasons, limit_s = (2, 3.0) if told.quick else (told.seasons, told.limit)
    measured = {weeks: [measure(weeks, seed) for seed in range(seasons)] for weeks in LIMITS_S}
    print(f"place: median of {ROUNDS} rounds for each of {seasons} seasons, {os.cpu_count()} cores")
    for weeks, rows in measured.items():
        median = statistics.median(row.place_s for row in rows)
        worst = max(row.place_s for row in rows)
        print(f"  {weeks} weeks: median {median:.3f} s, worst {worst:.3f} s (aim {LIMITS_S[weeks]} s)")
    print(f"CP-SAT on the same 24 weeks, limit {limit_s:g} s")
    for name, make_model, workers in MODELS:
        ratios = [compare(row, limit_s, make_model, workers) for row in measured[24]]
        told_ratio = f"median ratio {statistics.median(ratios):.0f}, least {min(ratios):.0f}"
        print(f"  {name}, {workers} workers: {told_ratio} (aim {LEAST_RATIO:g})")


def measure(weeks: int, seed: int) -> Timed:
    """Time placement of one season."""
    season = make_input(weeks, seed)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        _place(season)
        times.append(time.perf_counter() - start)
    objective = _place(season).placement.proof.objective
    return Timed(seed=seed, place_s=statistics.median(times), objective=objective)


def compare(
    row: Timed, limit_s: float, make_model: Callable[[PlacementInput], cp_model.CpModel], workers: int
) -> float:
    """Time CP-SAT on a season of 24 weeks, print the row and return how many times longer it takes."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.max_time_in_seconds = limit_s
    status = solver.solve(make_model(make_input(24, row.seed)))
    seconds = solver.wall_time if status == cp_model.OPTIMAL else limit_s
    same = status in {cp_model.OPTIMAL, cp_model.FEASIBLE} and round(solver.objective_value) == row.objective
    print(
        f"    season {row.seed}: place {row.place_s:.3f} s, CP-SAT {seconds:.2f} s "
        f"{solver.status_name(status)}, same cost: {same}, ratio {seconds / row.place_s:.0f}"
    )
    return seconds / row.place_s


def compact_model(season: PlacementInput) -> cp_model.CpModel:
    """Return the season as the model that moves runs makes it, with no run to move and no hint."""
    search = _place(season).search
    ground = Ground(
        instance=search.instance,
        monday=season.first_day,
        weeks=RunWeeks(runs=season.runs, rest_days=season.rest_days),
        arrangements=tuple(((),) for _ in season.season.weeks),
    )
    model = build_joint_model(ground, search).model
    model.proto.clear_solution_hint()
    return model


def plain_model(season: PlacementInput) -> cp_model.CpModel:
    """Return the season as a model with one clause for each forbidden pair of slots."""
    return cp_sat_model(_place(season).search)


def cp_sat_model(search: Search) -> cp_model.CpModel:
    """Return the season as a CP-SAT model over the slots that pruning leaves."""
    model = cp_model.CpModel()
    terms: list[Any] = []
    weeks = [
        [(choices, _task(model, terms, choices)) for choices in week.choices] for week in search.ways.weeks
    ]
    for week, tasks in enumerate(weeks):
        then = weeks[week + 1] if week + 1 < len(weeks) else []
        for position, one in enumerate(tasks):
            for other in [*tasks[position + 1 :], *then]:
                _pair(model, terms, search, one, other)
    _heavy_week(model, search, weeks)
    _weekdays(model, terms, search, weeks)
    model.minimize(sum(terms))
    return model


def _task(model: cp_model.CpModel, terms: list[Any], choices: Choices) -> list[cp_model.IntVar]:
    taken = [model.new_bool_var("") for _ in choices.cost]
    model.add_exactly_one(taken)
    terms += [variable * int(cost) for variable, cost in zip(taken, choices.cost, strict=True)]
    return taken


def _pair(
    model: cp_model.CpModel,
    terms: list[Any],
    search: Search,
    one: tuple[Choices, list[cp_model.IntVar]],
    other: tuple[Choices, list[cp_model.IntVar]],
) -> None:
    costs = pair_costs(search.instance, one[0].options, other[0].options)
    for row, column in np.argwhere(costs):
        both = [~one[1][row], ~other[1][column]]
        if costs[row, column] < CLOSED:
            charged = model.new_bool_var("")
            terms.append(charged * int(costs[row, column]))
            both.append(charged)
        model.add_bool_or(both)


def _heavy_week(model: cp_model.CpModel, search: Search, weeks: list[list[Any]]) -> None:
    heavy = [
        (int(day), variable)
        for tasks in weeks
        for choices, taken in tasks
        if choices.task.leg_stress == 3  # noqa: PLR2004 - heavy
        for day, variable in zip(choices.options.day, taken[:-1], strict=True)
    ]
    for first in range(len(search.instance.key_run) - DAYS_PER_WEEK + 1):
        if search.instance.key_run[first : first + DAYS_PER_WEEK].any():
            model.add(sum(v for day, v in heavy if first <= day < first + DAYS_PER_WEEK) <= 2)  # noqa: PLR2004


def _weekdays(model: cp_model.CpModel, terms: list[Any], search: Search, weeks: list[list[Any]]) -> None:
    cost = int(new_weekdays(search.instance, len(weeks) - 1)[1, 2])
    used = [_used(model, tasks) for tasks in weeks]
    for before, then in pairwise(used):
        any_before = model.new_bool_var("")
        model.add_max_equality(any_before, before)
        for weekday in range(DAYS_PER_WEEK):
            new = model.new_bool_var("")
            model.add_bool_or([~any_before, before[weekday], ~then[weekday], new])
            terms.append(new * cost)


def _used(model: cp_model.CpModel, tasks: list[Any]) -> list[cp_model.IntVar]:
    used = [model.new_bool_var("") for _ in range(DAYS_PER_WEEK)]
    for weekday, variable in enumerate(used):
        here = [
            slot
            for choices, taken in tasks
            for day, slot in zip(choices.options.day, taken[:-1], strict=True)
            if day % DAYS_PER_WEEK == weekday
        ]
        model.add(sum(here) == variable)
    return used


def _place(season: PlacementInput) -> Placed:
    told = {field.name: getattr(season, field.name) for field in fields(season)}
    return place(**told)


MODELS = (
    ("plain model", plain_model, os.cpu_count() or 1),
    ("plain model", plain_model, MANY_WORKERS),
    ("compact model", compact_model, MANY_WORKERS),
)

if __name__ == "__main__":
    main()
