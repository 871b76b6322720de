"""Why a placed session is where it is, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.placement.build import moment_of
from runlift.domain.placement.instance import DAYS_PER_WEEK, MINUTES_PER_HOUR
from runlift.domain.placement.path import season_costs_through
from runlift.domain.placement.rule import evidence_of_rule
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import MINUTES_PER_DAY, Reason

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.placement.instance import PlacementInstance
    from runlift.domain.placement.solution import Visit
    from runlift.domain.placement.solver import Search


def reasons_for(search: Search, visit: Visit, monday: date) -> tuple[Reason, ...]:
    """Return the rules that shaped a session's day and hour, and what the next best day would cost.

    Args:
        search: How the placement was found.
        visit: The session.
        monday: First day of the season.
    """
    instance = search.instance
    told = (
        _hard_day(instance, visit),
        _after_run(instance, visit),
        _before_key_run(instance, visit),
        _since_heavy_legs(search, visit),
        _same_weekday(search, visit),
        _next_best_day(search, visit, monday),
    )
    return tuple(reason for reason in told if reason)


def hours_after_run(instance: PlacementInstance, visit: Visit) -> float | None:
    """Return the hours since the last run ended [h], None without one in the day before."""
    since = visit.start - instance.runs.end
    past = since[(since >= 0) & (since <= MINUTES_PER_DAY)]
    return _hours(int(past.min())) if len(past) else None


def _hard_day(instance: PlacementInstance, visit: Visit) -> Reason | None:
    if visit.task.leg_stress == LegStress.NONE:
        return None
    rule = "hard_days_before_easy_days"
    answer = "yes" if instance.key_run[visit.day] else "no"
    return Reason.of(rule, evidence_of_rule(rule), on_key_run_day=answer)


def _after_run(instance: PlacementInstance, visit: Visit) -> Reason | None:
    hours = hours_after_run(instance, visit)
    rule = "gap_after_run"
    return None if hours is None else Reason.of(rule, evidence_of_rule(rule), hours=hours)


def _before_key_run(instance: PlacementInstance, visit: Visit) -> Reason | None:
    ahead = instance.runs.start[instance.runs.key] - visit.end
    coming = ahead[(ahead >= 0) & (ahead <= DAYS_PER_WEEK * MINUTES_PER_DAY)]
    if visit.task.leg_stress == LegStress.NONE or not len(coming):
        return None
    rule = "heavy_legs_before_key_run"
    return Reason.of(rule, evidence_of_rule(rule), hours=_hours(int(coming.min())))


def _since_heavy_legs(search: Search, visit: Visit) -> Reason | None:
    if visit.task.leg_stress < LegStress.HEAVY:
        return None
    near = [each for week in _weeks_up_to(search, visit) for each in week if each]
    since = [
        visit.start - each.end
        for each in near
        if each.task.leg_stress >= LegStress.HEAVY and each.end <= visit.start
    ]
    rule = "heavy_legs_spacing"
    return Reason.of(rule, evidence_of_rule(rule), hours=_hours(min(since))) if since else None


def _same_weekday(search: Search, visit: Visit) -> Reason | None:
    *before, _ = _weeks_up_to(search, visit)
    used = {each.day % DAYS_PER_WEEK for week in before for each in week if each}
    if not used:
        return None
    rule = "same_weekdays"
    answer = "yes" if visit.day % DAYS_PER_WEEK in used else "no"
    return Reason.of(rule, evidence_of_rule(rule), same=answer)


def _weeks_up_to(search: Search, visit: Visit) -> tuple[tuple[Visit | None, ...], ...]:
    """Return the week before, if there is one, and the session's own."""
    return search.solution.weeks[max(visit.task.week - 1, 0) : visit.task.week + 1]


def _next_best_day(search: Search, visit: Visit, monday: date) -> Reason:
    """Tell where the session would be in the cheapest season that has none on its day."""
    patterns = search.ways.weeks[visit.task.week]
    totals = season_costs_through(search.ways, visit.task.week)
    elsewhere = np.flatnonzero(~(patterns.weekdays >> (visit.day % DAYS_PER_WEEK) & 1).astype(np.bool_))
    best = int(elsewhere[totals[elsewhere].argmin()])
    column = search.instance.weeks[visit.task.week].index(visit.task)
    choices, chosen = patterns.choices[column], int(patterns.choice[best, column])
    day = "none"
    if chosen != choices.left_out:
        day = moment_of(monday, int(choices.options.start[chosen])).date().isoformat()
    extra = int(totals[best]) - search.solution.objective
    return Reason.of("next_best_day", evidence_of_rule("same_weekdays"), date=day, extra_cost=extra)


def _hours(minutes: int) -> float:
    return round(minutes / MINUTES_PER_HOUR, 2)
