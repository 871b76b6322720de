"""A week of running as the season sees it: days to train on, distance, ease, jumps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.running.load import is_down_week, long_run_spikes, monday_of, week_loads
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningHistory, RunningPlan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.running.load import Spike

METRES_PER_KILOMETRE = 1000.0
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningWeek:
    """One week of running.

    Attributes:
        monday: First day.
        days: Its days that belong to the season.
        training_days: Those on which a strength session may follow a run.
        distance_m: Planned running, estimated where no distance is told [m].
        down: Whether the running plan itself makes it a lighter week.
        jumps: Runs far longer than the longest of the 30 days before, races left out.
    """

    monday: date
    days: tuple[date, ...]
    training_days: tuple[date, ...]
    distance_m: float
    down: bool
    jumps: tuple[Spike, ...]


def running_weeks(
    athlete: Athlete,
    runs: tuple[TimedRun, ...],
    *,
    first_day: date,
    last_day: date,
    rest_days: Collection[date],
) -> tuple[RunningWeek, ...]:
    """See the running of each week from Monday to Sunday."""
    plan = _plan_of(runs, first_day, last_day)
    loads = week_loads(plan)
    down = {load.monday for index, load in enumerate(loads) if is_down_week(loads, index)}
    distance = {load.monday: load.distance_m for load in loads}
    usable = _training_days(runs, rest_days)
    spikes = _jumps(athlete, plan)
    return tuple(
        RunningWeek(
            monday=monday,
            days=(days := _days_within(monday, first_day, last_day)),
            training_days=tuple(day for day in days if day in usable),
            distance_m=distance.get(monday, 0.0),
            down=monday in down,
            jumps=tuple(spike for spike in spikes if monday_of(spike.date) == monday),
        )
        for monday in mondays(first_day, last_day)
    )


def mondays(first_day: date, last_day: date) -> Iterator[date]:
    """List the Mondays of all weeks that a span of days touches."""
    monday = monday_of(first_day)
    while monday <= last_day:
        yield monday
        monday += WEEK


def _days_within(monday: date, first_day: date, last_day: date) -> tuple[date, ...]:
    week = (monday + index * DAY for index in range(WEEK.days))
    return tuple(day for day in week if first_day <= day <= last_day)


def _training_days(runs: tuple[TimedRun, ...], rest_days: Collection[date]) -> frozenset[date]:
    idle = {RunKind.REST, RunKind.STRENGTH}
    entries = Counter(timed.run.date for timed in runs if timed.run.kind not in idle)
    # A second session is the most a day may hold, so days with two runs have no room.
    return frozenset(day for day, count in entries.items() if count == 1 and day not in rest_days)


def _plan_of(runs: tuple[TimedRun, ...], first_day: date, last_day: date) -> RunningPlan:
    by_day: dict[date, list[Run]] = {}
    for timed in sorted(runs, key=lambda timed: (timed.starts_at, timed.run.id)):
        by_day.setdefault(timed.run.date, []).append(timed.run)
    first, last = min(first_day, *by_day, last_day), max(last_day, *by_day, first_day)
    days = (first + index * DAY for index in range((last - first).days + 1))
    return RunningPlan(days=tuple(RunningDay(date=day, runs=_entries(day, by_day)) for day in days))


def _entries(day: date, by_day: dict[date, list[Run]]) -> tuple[Run, ...]:
    idle = Run(id=f"{day.isoformat()}/rest", date=day, kind=RunKind.REST, key=False, title="")
    return tuple(by_day.get(day, [idle]))


def _jumps(athlete: Athlete, plan: RunningPlan) -> tuple[Spike, ...]:
    """Return the runs far longer than those before, whether or not runs told by time alone are counted.

    How far a run told by time alone goes is an estimate; it must not hide a jump.
    """
    history = RunningHistory(
        weekly_distance_m=_metres(athlete.weekly_km),
        longest_run_m=_metres(athlete.longest_run_km),
    )
    races = {run.id for run in plan.runs() if run.kind is RunKind.RACE}
    judged = (*long_run_spikes(plan, history), *long_run_spikes(_by_distance_alone(plan), history))
    found = {spike.run_id: spike for spike in judged if spike.run_id not in races}
    return tuple(sorted(found.values(), key=lambda spike: (spike.date, spike.run_id)))


def _by_distance_alone(plan: RunningPlan) -> RunningPlan:
    """Return the plan with rest in place of every run whose distance is not told."""
    days = (
        replace(
            day,
            runs=tuple(
                run if run.distance_m else replace(run, kind=RunKind.REST, duration_s=None)
                for run in day.runs
            ),
        )
        for day in plan.days
    )
    return replace(plan, days=tuple(days))


def _metres(kilometres: float | None) -> float | None:
    return None if kilometres is None else kilometres * METRES_PER_KILOMETRE
