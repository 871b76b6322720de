"""Bring the runner's races into the running plan, so that a race day is a race day in both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

METRES_PER_KILOMETRE = 1000
AGREEING = 0.02  # a share by which two ways of writing one distance may differ

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
    told = [_changed(day, race) for day, after in zip(plan.days, days, strict=True) if _differs(day, after)]
    return replace(plan, days=days), told


def _differs(before: RunningDay, after: RunningDay) -> bool:
    """Tell whether more than the hour of a race had to be set."""
    hourless = (tuple(replace(run, start=None) for run in day.runs) for day in (before, after))
    first, second = hourless
    return first != second


def _lengthened(plan: RunningPlan, race: Race) -> RunningPlan:
    last = plan.days[-1].date
    added = tuple(rest_day(last + timedelta(days=ahead)) for ahead in range(1, (race.date - last).days + 1))
    return replace(plan, days=plan.days + added)


def rest_day(day: date) -> RunningDay:
    """Return a day on which nothing is trained."""
    rest = Run(id=f"{day.isoformat()}/1", date=day, kind=RunKind.REST, key=False, title="")
    return RunningDay(date=day, runs=(rest,))


def _race_day(day: RunningDay, race: Race) -> RunningDay:
    """Make the day's race, else its longest run, the race as told; a day without a run is given the race."""
    runs = [run for run in day.runs if run.kind.is_run]
    if not runs:
        return RunningDay(date=day.date, runs=(_race_run(day, race),))
    races = [run for run in runs if run.kind is RunKind.RACE]
    longest = max(races or runs, key=lambda run: (run.distance_m or 0.0, run.duration_s or 0.0))
    raced = _as_told(longest, race)
    return replace(day, runs=tuple(raced if run is longest else run for run in day.runs))


def _as_told(run: Run, race: Race) -> Run:
    """Give a run the kind, distance and hour of the race; its time is kept only where the distance agrees."""
    agrees = (
        run.distance_m is not None and abs(run.distance_m - race.distance_m) <= race.distance_m * AGREEING
    )
    return replace(
        run,
        kind=RunKind.RACE,
        key=True,
        distance_m=race.distance_m,
        duration_s=run.duration_s if agrees else None,
        start=race.start or run.start,
    )


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


def _changed(day: RunningDay, race: Race) -> Finding:
    raced = [run for run in day.runs if run.kind is RunKind.RACE]
    said = f"says {raced[0].title!r}" if raced else "has no race"
    return Finding(
        severity=Severity.WARNING if raced else Severity.NOTE,
        code="race_put_on_its_day",
        message=f"On {race.date} the running plan {said}; it is taken as the race you told: {race.name!r}, "
        f"{race.distance_m / METRES_PER_KILOMETRE:.4g} km.",
        remedy="Correct the race in the athlete file, or the running plan, if this is wrong.",
    )
