"""The joint problem, days of the runs and slots of the sessions, as a CP-SAT model."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from ortools.sat.python import cp_model

from runlift.domain.evidence import number
from runlift.domain.placement.arrangement import keeps_key_runs_apart
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.pair_cost import CLOSED, pair_costs
from runlift.domain.placement.path import new_weekdays
from runlift.domain.placement.slot_table import slot_tables
from runlift.domain.plan.session import LegStress

if TYPE_CHECKING:
    from runlift.domain.placement.arrangement import Arrangement
    from runlift.domain.placement.instance import IntArray
    from runlift.domain.placement.slot_table import Ground, SlotTable
    from runlift.domain.placement.solver import Search

    Literals: TypeAlias = list[cp_model.IntVar]

# One worker, one seed and a limit that counts work instead of time: the same runs move on every machine.
_SEED = 0


class JointModel:
    """The model while it is made: a literal for each arrangement of each week and each slot of each task."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.model = cp_model.CpModel()
        self.terms: list[cp_model.LinearExprT] = []
        self.arranged = [[self.model.new_bool_var("") for _ in each] for each in ground.arrangements]
        self.tables = slot_tables(ground)
        self.taken: list[list[Literals]] = []
        self.begun: list[list[Literals]] = []

    def literals(self, week: int) -> Literals:
        """Return the literals of a week's arrangements; outside the season there is one, always true."""
        if 0 <= week < len(self.arranged):
            return self.arranged[week]
        return [self.model.new_constant(1)]


def build_joint_model(ground: Ground, search: Search) -> JointModel:
    """Return the model, with the known optimum for runs that stay as the first idea."""
    joint = JointModel(ground)
    for literals in joint.arranged:
        joint.model.add_exactly_one(literals)
    joint.taken = [[_add_task(joint, table) for table in tables] for tables in joint.tables]
    joint.begun = [[_begun(joint, taken) for taken in week] for week in joint.taken]
    _add_pairs(joint)
    _add_heavy_weeks(joint)
    _add_weekdays(joint)
    _add_order_of_runs(joint)
    joint.model.minimize(sum(joint.terms))
    _hint(joint, search)
    return joint


def solve_joint_model(joint: JointModel) -> tuple[tuple[Arrangement, ...], int, bool]:
    """Return the best arrangements found, their cost [milli-points], and whether none is better."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.interleave_search = True
    solver.parameters.random_seed = _SEED
    solver.parameters.max_deterministic_time = number("move_runs_work")
    status = solver.solve(joint.model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return tuple(() for _ in joint.arranged), CLOSED, False
    chosen = tuple(
        next(each for each, literal in zip(known, literals, strict=True) if solver.boolean_value(literal))
        for known, literals in zip(joint.ground.arrangements, joint.arranged, strict=True)
    )
    return chosen, round(solver.objective_value), status == cp_model.OPTIMAL


def _add_task(joint: JointModel, table: SlotTable) -> Literals:
    """Give a task one of its slots under one arrangement of its week, or leave it out."""
    model, week = joint.model, table.options.task.week
    taken = [model.new_bool_var("") for _ in range(len(table.options))]
    under = {
        (arranged, slot): model.new_bool_var("")
        for arranged, slot in np.argwhere(table.own < CLOSED).tolist()
    }
    for slot, literal in enumerate(taken):
        model.add(sum(under[key] for key in under if key[1] == slot) == literal)
    for arranged, arrangement in enumerate(joint.arranged[week]):
        left_out = model.new_bool_var("")
        joint.terms.append(left_out * table.options.task.worth)
        model.add(sum(under[key] for key in under if key[0] == arranged) + left_out == arrangement)
    joint.terms += [literal * int(table.own[key]) for key, literal in under.items()]
    _charge_beside(joint, table, under)
    return taken


def _charge_beside(
    joint: JointModel, table: SlotTable, under: dict[tuple[int, int], cp_model.IntVar]
) -> None:
    """Charge what the runs of the weeks beside add under their arrangements, or forbid it."""
    week = table.options.task.week
    for added, beside in ((table.before, week - 1), (table.after, week + 1)):
        most = int(added[added < CLOSED].max(initial=0))
        charge = joint.model.new_int_var(0, most, "")
        joint.terms.append(charge)
        for other, arranged, slot in np.argwhere(added).tolist():
            if (arranged, slot) in under:
                together = [under[arranged, slot], joint.literals(beside)[other]]
                cost = int(added[other, arranged, slot])
                if cost >= CLOSED:
                    joint.model.add_bool_or([~literal for literal in together])
                else:
                    joint.model.add(charge >= cost).only_enforce_if(together)


def _add_pairs(joint: JointModel) -> None:
    for week, tasks in enumerate(joint.tables):
        then = joint.tables[week + 1] if week + 1 < len(joint.tables) else []
        for position in range(len(tasks)):
            for other in range(position + 1, len(tasks)):
                _add_pair(joint, (week, position), (week, other))
            for other in range(len(then)):
                _add_pair(joint, (week, position), (week + 1, other))


def _add_pair(joint: JointModel, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Forbid slots that are too near each other and charge steps that are missed.

    The slots of the other task that are too near to one slot, by any step, lie side by side. So one clause
    says it for all of them: not both begun by the last of them and not yet begun by the first.
    """
    tables = [joint.tables[week][position] for week, position in (one, other)]
    costs = pair_costs(joint.ground.instance, tables[0].options, tables[1].options)
    levels = np.unique(costs[costs > 0])
    charged = {int(level): joint.model.new_bool_var("") for level in levels if level < CLOSED}
    steps = np.diff([0, *charged])
    joint.terms += [literal * int(step) for literal, step in zip(charged.values(), steps, strict=True)]
    taken, begun = joint.taken[one[0]][one[1]], joint.begun[other[0]][other[1]]
    for level in levels.tolist():
        escape = [charged[level]] if level < CLOSED else []
        for row in np.flatnonzero((costs >= level).any(axis=1)).tolist():
            near = np.flatnonzero(costs[row] >= level)
            first, last = begun[int(near[0])], begun[int(near[-1]) + 1]
            joint.model.add_bool_or([~taken[row], ~last, first, *escape])


def _begun(joint: JointModel, taken: Literals) -> Literals:
    """Return, for each number of slots, whether the task takes one of so many first slots."""
    begun = [joint.model.new_constant(0)]
    for literal in taken:
        begun.append(joint.model.new_bool_var(""))
        joint.model.add(begun[-2] + literal == begun[-1])
    return begun


def _add_heavy_weeks(joint: JointModel) -> None:
    """No seven days with a key run hold more than so many heavy leg sessions."""
    for first in range(DAYS_PER_WEEK * (len(joint.arranged) - 1) + 1):
        heavy = _taken_on(joint, range(first, first + DAYS_PER_WEEK), least=LegStress.HEAVY)
        week, most = first // DAYS_PER_WEEK, int(number("heavy_legs_in_seven_days_most"))
        beside = week + 1 if first % DAYS_PER_WEEK else len(joint.arranged)
        for one, other in product(range(len(joint.literals(week))), range(len(joint.literals(beside)))):
            swaps = (*joint.ground.arrangements_of(week)[one], *joint.ground.arrangements_of(beside)[other])
            if len(heavy) > most and _has_key_run(joint.ground, swaps, first):
                limit = joint.model.add(sum(heavy) <= most)
                limit.only_enforce_if(joint.literals(week)[one], joint.literals(beside)[other])


def _has_key_run(ground: Ground, swaps: Arrangement, first: int) -> bool:
    days = {(day - ground.monday).days for day in ground.weeks.swapped(swaps).key_days()}
    return not days.isdisjoint(range(first, first + DAYS_PER_WEEK))


def _taken_on(joint: JointModel, days: range, *, least: LegStress) -> Literals:
    return [
        literal
        for tables, taken in zip(joint.tables, joint.taken, strict=True)
        for table, literals in zip(tables, taken, strict=True)
        if table.options.task.leg_stress >= least
        for day, literal in zip(table.options.day.tolist(), literals, strict=True)
        if day in days
    ]


def _add_weekdays(joint: JointModel) -> None:
    """Charge each weekday that the week before did not use, unless it had no session."""
    cost = int(new_weekdays(joint.ground.instance, len(joint.tables) - 1)[1, 2])
    weeks = range(len(joint.tables))
    used = [
        [_used(joint, week * DAYS_PER_WEEK + weekday) for weekday in range(DAYS_PER_WEEK)] for week in weeks
    ]
    for before, then in pairwise(used):
        any_before = joint.model.new_bool_var("")
        joint.model.add_max_equality(any_before, before)
        for was, now in zip(before, then, strict=True):
            new = joint.model.new_bool_var("")
            joint.model.add_bool_or([~any_before, was, ~now, new])
            joint.terms.append(new * cost)


def _used(joint: JointModel, day: int) -> cp_model.IntVar:
    used = joint.model.new_bool_var("")
    joint.model.add(sum(_taken_on(joint, range(day, day + 1), least=LegStress.NONE)) == used)
    return used


def _add_order_of_runs(joint: JointModel) -> None:
    """Keep key runs apart across Sunday night too."""
    for week in range(len(joint.arranged) - 1):
        for one, other in product(range(len(joint.arranged[week])), range(len(joint.arranged[week + 1]))):
            swaps = (*joint.ground.arrangements[week][one], *joint.ground.arrangements[week + 1][other])
            if not keeps_key_runs_apart(joint.ground.weeks, swaps):
                joint.model.add_bool_or([~joint.arranged[week][one], ~joint.arranged[week + 1][other]])


def _hint(joint: JointModel, search: Search) -> None:
    for literals in joint.arranged:
        for position, literal in enumerate(literals):
            joint.model.add_hint(literal, position == 0)
    for tables, taken, visits in zip(joint.tables, joint.taken, search.solution.weeks, strict=True):
        for table, literals, visit in zip(tables, taken, visits, strict=True):
            here: IntArray = table.options.start == (visit.start if visit else -1)
            for literal, is_here in zip(literals, here.tolist(), strict=True):
                joint.model.add_hint(literal, is_here)
