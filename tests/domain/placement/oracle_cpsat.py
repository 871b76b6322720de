"""The placement problem as a CP-SAT model over the plain rules: an oracle for the optimum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from ortools.sat.python import cp_model
from tests.domain.placement.plain_season import (
    PlainCase,
    PlainSlot,
    new_weekday_cost,
    plain_pair_cost,
    plain_slots,
    seven_day_starts,
)

if TYPE_CHECKING:
    from runlift.domain.season.demand import SessionDemand

DAYS = 7
Taken: TypeAlias = list[tuple[PlainSlot, cp_model.IntVar]]
Forced: TypeAlias = Callable[[int, int, PlainSlot], bool]


@dataclass
class PlacementModel:
    """A model with a Boolean for every slot of every demand."""

    case: PlainCase
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    taken: list[list[Taken]] = field(default_factory=list)
    terms: list[cp_model.LinearExprT] = field(default_factory=list)


def build_model(case: PlainCase, *, forced: Forced | None = None) -> PlacementModel:
    """Build the model; `forced(week, position, slot)` names the slots one demand must choose from."""
    built = PlacementModel(case=case)
    for week, asked in enumerate(case.season.weeks):
        built.taken.append([_demand(built, week, demand) for demand in asked.sessions])
    if forced is not None:
        _force(built, forced)
    _pairs(built)
    _heavy_week(built)
    _weekdays(built)
    built.model.minimize(sum(built.terms))
    return built


def cpsat_optimum(
    case: PlainCase, *, forced: Forced | None = None, seconds: float = 60.0, workers: int = 1
) -> tuple[str, int]:
    """Return the status and the objective found."""
    built = build_model(case, forced=forced)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(built.model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return solver.status_name(status), round(solver.objective_value) if found else -1


def _demand(built: PlacementModel, week: int, demand: SessionDemand) -> Taken:
    slots = plain_slots(built.case, week, demand)
    taken = [(slot, built.model.new_bool_var("")) for slot in slots]
    left_out = built.model.new_bool_var("")
    built.model.add_exactly_one([left_out, *(var for _, var in taken)])
    if demand.fixed:
        built.model.add(left_out == 0)
    built.terms += [left_out * demand.worth, *(var * slot.cost for slot, var in taken)]
    return taken


def _force(built: PlacementModel, forced: Forced) -> None:
    for week, demands in enumerate(built.taken):
        for position, taken in enumerate(demands):
            chosen = [var for slot, var in taken if forced(week, position, slot)]
            if chosen:
                built.model.add_exactly_one(chosen)


def _pairs(built: PlacementModel) -> None:
    for week, demands in enumerate(built.taken):
        then = built.taken[week + 1] if week + 1 < len(built.taken) else []
        for position, one in enumerate(demands):
            for other in [*demands[position + 1 :], *then]:
                _pair(built, one, other)


def _pair(built: PlacementModel, one: Taken, other: Taken) -> None:
    for slot, var in one:
        for slot_other, var_other in other:
            cost = plain_pair_cost(built.case, slot, slot_other)
            if cost is None:
                built.model.add_bool_or([~var, ~var_other])
            elif cost:
                both = built.model.new_bool_var("")
                built.model.add_bool_or([~var, ~var_other, both])
                built.terms.append(both * cost)


def _heavy_week(built: PlacementModel) -> None:
    heavy = [each for week in built.taken for taken in week for each in taken if each[0].heavy]
    for first in seven_day_starts(built.case):
        within = [var for slot, var in heavy if 0 <= (slot.day - first).days < DAYS]
        past = [slot for slot, _ in heavy if slot.demand.fixed and 0 <= (slot.day - first).days < DAYS]
        if len(within) > 2:
            built.model.add(sum(within) <= max(2, len(past)))


def _weekdays(built: PlacementModel) -> None:
    used = [_used(built, week) for week in built.taken]
    for week, (before, then) in enumerate(pairwise(used), start=1):
        cost = new_weekday_cost(built.case, week)
        any_before = built.model.new_bool_var("")
        built.model.add_max_equality(any_before, before)
        for weekday in range(DAYS):
            new = built.model.new_bool_var("")
            built.model.add_bool_or([~any_before, before[weekday], ~then[weekday], new])
            built.terms.append(new * cost)


def _used(built: PlacementModel, week: list[Taken]) -> list[cp_model.IntVar]:
    used = []
    for weekday in range(DAYS):
        here = [var for taken in week for slot, var in taken if slot.day.weekday() == weekday]
        var = built.model.new_bool_var("")
        built.model.add_max_equality(var, [*here, built.model.new_constant(0)])
        used.append(var)
    return used
