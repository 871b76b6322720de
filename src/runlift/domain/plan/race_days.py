"""Bring the runner's races into the running plan, so that a race day is a race day in both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Race


def with_races(plan: RunningPlan, races: Sequence[Race]) -> tuple[RunningPlan, tuple[Finding, ...]]:
    """Return the plan with every race on its day, and what had to be changed for it.

    A race shortly after the last day lengthens the plan with rest days up to it; a race outside the plan is
    told and left out.
    """
    findings: list[Finding] = []
    for race in sorted(races, key=lambda race: (race.date, race.name)):
        plan, found = _with_race(plan, race)
        findings += found
    return plan, tuple(findings)


def _with_race(plan: RunningPlan, race: Race) -> tuple[RunningPlan, list[Finding]]:
    first, last = plan.days[0].date, plan.days[-1].date
    reach = timedelta(days=number("race_after_plan_reach"))
    if not first <= race.date <= last + reach:
        return plan, [_outside(plan, race)]
    if race.date > last:
        plan = _lengthened(plan, race)
    days = tuple(_race_day(day, race) if day.date == race.date else day for day in plan.days)
    changed = days != plan.days
    return replace(plan, days=days), [_changed(race)] if changed else []


def _lengthened(plan: RunningPlan, race: Race) -> RunningPlan:
    last = plan.days[-1].date
    added = tuple(rest_day(last + timedelta(days=ahead)) for ahead in range(1, (race.date - last).days + 1))
    return replace(plan, days=plan.days + added)


def rest_day(day: date) -> RunningDay:
    """Return a day on which nothing is trained."""
    rest = Run(id=f"{day.isoformat()}/1", date=day, kind=RunKind.REST, key=False, title="")
    return RunningDay(date=day, runs=(rest,))


def _race_day(day: RunningDay, race: Race) -> RunningDay:
    """Make the day's longest run the race, or put the race on a day that has no run."""
    if any(run.kind is RunKind.RACE for run in day.runs):
        return day
    runs = [run for run in day.runs if run.kind.is_run]
    if not runs:
        return RunningDay(date=day.date, runs=(_race_run(day, race),))
    longest = max(runs, key=lambda run: (run.distance_m or 0.0, run.duration_s or 0.0))
    raced = replace(
        longest,
        kind=RunKind.RACE,
        key=True,
        distance_m=race.distance_m,
        duration_s=None,
        start=race.start or longest.start,
    )
    return replace(day, runs=tuple(raced if run is longest else run for run in day.runs))


def _race_run(day: RunningDay, race: Race) -> Run:
    return Run(
        id=f"{day.date.isoformat()}/race",
        date=day.date,
        kind=RunKind.RACE,
        key=True,
        title=race.name,
        start=race.start,
        distance_m=race.distance_m,
    )


def _outside(plan: RunningPlan, race: Race) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="race_outside_plan",
        message=f"The race {race.name!r} on {race.date} lies outside the running plan "
        f"({plan.days[0].date} to {plan.days[-1].date}), so nothing is aimed at it.",
        remedy="Give a running plan that reaches the race, or correct the race's date.",
    )


def _changed(race: Race) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        code="race_put_on_its_day",
        message=f"The running plan does not call {race.date} a race; it is taken as {race.name!r}.",
        remedy="Correct the race's date in the athlete file if this is wrong.",
    )
