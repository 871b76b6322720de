"""Give every run its hours: the plan's, else the runner's usual ones, else an assumption that is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.plan import TimedRun
from runlift.domain.plan.race_days import rest_day
from runlift.domain.quantity import Weekday
from runlift.domain.running.load import PERCENT, estimated_minutes, monday_of
from runlift.domain.running.plan import RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.running.plan import Run


def time_runs(plan: RunningPlan, athlete: Athlete) -> tuple[TimedRun, ...]:
    """Return every entry that is not rest, with hours, in order of time.

    A run without an hour starts at the runner's usual hour of that weekday; a second one of the same day
    starts in the evening, and never before the first has ended.
    """
    usual = dict(athlete.usual_run_start)
    timed = (each for day in plan.days for each in _time_day(day, usual))
    weeks = groupby(timed, key=lambda each: monday_of(each.run.date))
    return tuple(each for _, week in weeks for each in _with_long_run(tuple(week)))


def rest_days(plan: RunningPlan) -> tuple[date, ...]:
    """Return the days on which nothing is trained."""
    return tuple(day.date for day in plan.days if day.is_rest)


def untimed(runs: Iterable[TimedRun], resting: Iterable[date]) -> RunningPlan:
    """Return the running plan that timed runs and rest days were made from."""
    by_day: dict[date, list[Run]] = {}
    for timed in runs:
        by_day.setdefault(timed.run.date, []).append(timed.run)
    days = [RunningDay(date=day, runs=tuple(entries)) for day, entries in by_day.items()]
    days += [rest_day(day) for day in resting if day not in by_day]
    return RunningPlan(days=tuple(sorted(days, key=lambda day: day.date)))


def _time_day(day: RunningDay, usual: dict[Weekday, time]) -> list[TimedRun]:
    timed: list[TimedRun] = []
    for run in _in_order([run for run in day.runs if run.kind is not RunKind.REST]):
        timed.append(_timed(run, run.start or _assumed_start(day.date, usual, timed)))
    return sorted(timed, key=lambda each: each.starts_at)


def _in_order(runs: Sequence[Run]) -> list[Run]:
    """Put runs with a stated hour first, so that the others find their place around them."""
    return sorted(runs, key=lambda run: (run.start is None, run.start or time.min))


def _assumed_start(day: date, usual: dict[Weekday, time], before: Sequence[TimedRun]) -> time:
    wanted = usual.get(Weekday(day.weekday()), _clock(number("assumed_run_start")))
    if not before:
        return wanted
    evening = datetime.combine(day, _clock(number("assumed_second_run_start")))
    after = max(each.ends_at for each in before) + timedelta(hours=number("assumed_hours_between_runs"))
    latest = datetime.combine(day, _clock(number("assumed_latest_run_start")))
    return min(max(evening, after), latest).time()


def _timed(run: Run, start: time) -> TimedRun:
    minutes = estimated_minutes(run)
    whole = round(minutes if minutes is not None else number("assumed_run_minutes"))
    return TimedRun(
        run=replace(run, key=run.key or run.kind is RunKind.RACE),  # a race is a key run whatever a file says
        start=start,
        minutes=whole,
        start_assumed=run.start is None,
        minutes_assumed=run.duration_s is None,
        buffered_long_run=run.kind.is_run and whole >= number("long_run_buffer_from_duration"),
    )


def _with_long_run(week: tuple[TimedRun, ...]) -> tuple[TimedRun, ...]:
    """Keep distance from the week's longest run too, when it is a large share of the week.

    Lengths are compared by distance where every run states one, else by time. Of runs equally long none is
    the long one, else a runner of three equal runs could never lift heavily.

    Source: S33, H05
    """
    runs = [each for each in week if each.run.kind.is_run]
    by_distance = all(each.run.distance_m for each in runs)
    lengths = [(each.run.distance_m or 0.0) if by_distance else float(each.minutes) for each in runs]
    if not runs or lengths.count(max(lengths)) > 1:
        return week
    share = max(lengths) / sum(lengths) * PERCENT
    if share < number("long_run_buffer_from_share_of_week"):
        return week
    longest = runs[lengths.index(max(lengths))]
    return tuple(replace(each, buffered_long_run=True) if each is longest else each for each in week)


def _clock(hours: float) -> time:
    """Return the time of day of a number of hours after midnight."""
    minutes = round(hours * 60)
    return time(minutes // 60, minutes % 60)
