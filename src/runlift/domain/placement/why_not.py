"""Why a session is not at another slot: the rule that forbids it, or exactly what the slot would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.build import minutes_since, moment_of
from runlift.domain.placement.forbidding import rules_against
from runlift.domain.placement.grid import slots_of_start, waking_slots, window_slots
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.placement.option import options_of
from runlift.domain.placement.path import cheapest_through, with_week
from runlift.domain.placement.pattern import choices_of, week_patterns
from runlift.domain.placement.placement import SlotAnswer
from runlift.domain.placement.rule import evidence_of_rule
from runlift.domain.placement.solution import Solution, bill_of
from runlift.domain.placement.solver import free_choices, partners_of, season_of, solve_among
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.placement.instance import Slots
    from runlift.domain.placement.option import Options
    from runlift.domain.placement.path import Ways
    from runlift.domain.placement.place import Placed
    from runlift.domain.placement.solver import Search

RULES_ON_RUNS_OF_THE_DAY = ("after_run_of_the_day", "gap_after_run")


def why_not(placed: Placed, day: date, start: time | None) -> tuple[SlotAnswer, ...]:
    """Tell for each session of a week why it is not on this day.

    Args:
        placed: The placement asked about.
        day: The day asked about.
        start: The local time of day asked about; None for the best start of that day.

    Returns:
        One answer for each session that the week of that day asks for, in their order; a session that is
        there already costs nothing more.
    """
    monday = placed.season.weeks[0].monday
    week = (day - monday).days // DAYS_PER_WEEK
    if not 0 <= week < len(placed.season.weeks):
        return ()
    slots = _slots_asked(
        placed.search, (day - monday).days, minutes_since(monday, day, start) if start else None
    )
    return tuple(
        _answer(placed, week, position, slots)
        for position, demand in enumerate(placed.season.weeks[week].sessions)
        if demand.fixed is None
    )


def season_forced(search: Search, week: int, number_in_week: int, only: Options) -> Solution:
    """Return the cheapest season in which a task takes one of these slots.

    Only the patterns of its own week differ, so that the ways found to the weeks around it still hold. Starts
    off the grid were not thought of when slots were left out there: then the ways are found anew.
    """
    known = search.options[week][number_in_week]
    if np.isin(only.start, known.start).all():
        ways = _ways_through(search.ways, search, week, number_in_week, only)
    else:
        ways = _ways_found_anew(search, week, number_in_week, only)
    cost, chosen = cheapest_through(ways, week)
    return Solution(weeks=season_of(ways, chosen), objective=cost, bound=cost)


def _ways_through(ways: Ways, search: Search, week: int, number_in_week: int, only: Options) -> Ways:
    """Return the ways through a week in which a task takes one of these slots."""
    options = search.options
    choices = [
        choices_of(search.instance, only, partners_of(options, week, position), may_be_left_out=False)
        if position == number_in_week
        else free_choices(search.instance, options, week, position)
        for position in range(len(options[week]))
    ]
    patterns = week_patterns(search.instance, week, choices, in_order=False)
    return with_week(search.instance, ways, week, patterns)


def _ways_found_anew(search: Search, week: int, number_in_week: int, only: Options) -> Ways:
    own = (*search.options[week][:number_in_week], only, *search.options[week][number_in_week + 1 :])
    options = (*search.options[:week], own, *search.options[week + 1 :])
    anew = solve_among(search.instance, options, known=search)
    return _ways_through(anew.ways, anew, week, number_in_week, only)


def _slots_asked(search: Search, day: int, start: int | None) -> Slots:
    if start is not None:
        return slots_of_start(search.instance, start)
    in_windows, waking = (
        slots.where(slots.day == day)
        for slots in (each(search.instance, day // DAYS_PER_WEEK) for each in (window_slots, waking_slots))
    )
    return in_windows if len(in_windows) else waking


def _answer(placed: Placed, week: int, number_in_week: int, slots: Slots) -> SlotAnswer:
    search = placed.search
    options = options_of(search.instance, search.instance.weeks[week][number_in_week], slots)
    if not len(options):
        return _forbidden(placed, week, number_in_week, slots)
    forced = season_forced(search, week, number_in_week, options)
    visit = forced.weeks[week][number_in_week]
    if visit is None:
        raise AssertionError("a task that may not be left out was left out")
    before, after = (bill_of(search.instance, each.weeks) for each in (search.solution, forced))
    moment = moment_of(placed.season.weeks[0].monday, visit.start)
    return SlotAnswer(
        date=moment.date(),
        start=moment.time(),
        demand=placed.season.weeks[week].sessions[number_in_week].id,
        forbidden_by=(),
        extra_cost=forced.objective - search.solution.objective,
        extra_bill=tuple((rule, after[rule] - before[rule]) for rule in after if after[rule] != before[rule]),
    )


def _forbidden(placed: Placed, week: int, number_in_week: int, slots: Slots) -> SlotAnswer:
    """Answer for the slot that the fewest rules forbid, of equals one clear of the day's runs.

    A slot before the day's run is forbidden by that alone; the later one tells what else stands in the way.
    """
    search = placed.search
    against = rules_against(search.instance, search.instance.weeks[week][number_in_week], slots)
    broken = np.sum(list(against.values()), axis=0)
    near_run = np.any([against[rule] for rule in RULES_ON_RUNS_OF_THE_DAY if rule in against], axis=0)
    slot = int((2 * broken + near_run).argmin())
    moment = moment_of(placed.season.weeks[0].monday, int(slots.start[slot]))
    return SlotAnswer(
        date=moment.date(),
        start=moment.time(),
        demand=placed.season.weeks[week].sessions[number_in_week].id,
        forbidden_by=tuple(
            Reason.of(rule, evidence_of_rule(rule)) for rule, forbids in against.items() if forbids[slot]
        ),
        extra_cost=None,
        extra_bill=(),
    )
