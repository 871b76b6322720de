"""Read the season, the runs and the runner into a placement problem of plain numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.placement.figure import minutes_of
from runlift.domain.placement.instance import (
    ANY_DAYS,
    DAYS_PER_WEEK,
    MINUTES_PER_HOUR,
    PlacementInstance,
    Races,
    Runs,
    Span,
    Task,
)
from runlift.domain.placement.rule import rules_that_may_be_off
from runlift.domain.plan.session import LegStress
from runlift.domain.quantity import MINUTES_PER_DAY, Weekday
from runlift.domain.running.plan import TO_BE_REPLACED, RunKind
from runlift.domain.season.races import days_without_legs_after, is_short_race

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runlift.domain.athlete.place import Place
    from runlift.domain.athlete.profile import Athlete, FreeWindow, Race
    from runlift.domain.placement.instance import BoolArray, IntArray
    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.season.demand import Season, SessionDemand

NO_SESSION = LegStress.NONE - 1

_LAST_HEAVY_LEGS = {
    RacePriority.A: "last_heavy_legs_before_a_race",
    RacePriority.B: "last_heavy_legs_before_b_race",
    RacePriority.C: "last_heavy_legs_before_c_race",
}


def build_instance(
    season: Season,
    runs: tuple[TimedRun, ...],
    rest_days: tuple[date, ...],
    athlete: Athlete,
    *,
    races: tuple[Race, ...],
    first_day: date,
    last_day: date,
    easings: tuple[Easing, ...] = (),
) -> PlacementInstance:
    """Return the placement problem of a season; `last_day` belongs to it."""
    monday = season.weeks[0].monday
    days = _season_days(monday, len(season.weeks))
    tasks = _tasks(season)
    return PlacementInstance(
        **_facts_of_runs(days, runs, rest_days),
        weeks=tasks,
        planned=(
            (first_day - monday).days * MINUTES_PER_DAY,
            ((last_day - monday).days + 1) * MINUTES_PER_DAY,
        ),
        races=_races(monday, _endurance(runs), races),
        race=np.isin(_ordinals(days), _ordinals(race.date for race in races)),
        windows=_windows(days, athlete),
        opening=tuple(_opening(days, place) for place in athlete.places),
        preferred=_preferred(days, athlete),
        usual_place=np.array([_place_on(day, athlete, None) for day in days], dtype=np.int64),
        stress_most=_numbers(_stress_most(day, easings) for day in days),
        fixed_heavy=_fixed_heavy(len(days), tasks),
        rules_off=tuple(rule for rule in rules_that_may_be_off() if rule in athlete.soft_rules_off),
    )


def with_runs(
    instance: PlacementInstance, monday: date, runs: Sequence[TimedRun], rest_days: Sequence[date]
) -> PlacementInstance:
    """Return the same problem with other runs; races keep their hours."""
    return replace(instance, **_facts_of_runs(_season_days(monday, len(instance.weeks)), runs, rest_days))


def minutes_since(monday: date, day: date, clock: time) -> int:
    """Return the minutes from midnight of the first Monday to a moment [min]."""
    return (day - monday).days * MINUTES_PER_DAY + clock.hour * MINUTES_PER_HOUR + clock.minute


def moment_of(monday: date, minute: int) -> datetime:
    """Return the moment that lies so many minutes after midnight of the first Monday."""
    return datetime.combine(monday, time()) + timedelta(minutes=minute)


class _FactsOfRuns(TypedDict):
    """What an instance knows of the runs."""

    runs: Runs
    rest: BoolArray
    entries: IntArray
    own_strength: IntArray
    key_run: BoolArray


def _facts_of_runs(days: Sequence[date], runs: Sequence[TimedRun], rest_days: Sequence[date]) -> _FactsOfRuns:
    endurance = _endurance(runs)
    kept = [run.run.date for run in runs if _is_kept_strength(run)]
    return {
        "runs": _runs(days[0], endurance),
        "rest": np.isin(_ordinals(days), _ordinals(rest_days)),
        "entries": _a_day(days, [run.run.date for run in endurance] + kept),
        "own_strength": _a_day(days, kept),
        "key_run": np.isin(_ordinals(days), _ordinals(run.run.date for run in endurance if run.run.key)),
    }


def _season_days(monday: date, weeks: int) -> list[date]:
    return [monday + timedelta(days=day) for day in range(weeks * DAYS_PER_WEEK)]


def _endurance(runs: Iterable[TimedRun]) -> list[TimedRun]:
    """Return all that counts as a run, by start."""
    return sorted((run for run in runs if _is_endurance(run)), key=lambda run: (run.starts_at, run.run.id))


def _is_endurance(run: TimedRun) -> bool:
    return run.run.kind not in {RunKind.REST, RunKind.STRENGTH}


def _is_kept_strength(run: TimedRun) -> bool:
    return run.run.kind is RunKind.STRENGTH and TO_BE_REPLACED not in run.run.note


def _tasks(season: Season) -> tuple[tuple[Task, ...], ...]:
    monday = season.weeks[0].monday
    return tuple(
        tuple(
            Task(
                week=week,
                leg_stress=int(demand.leg_stress),
                intensive=demand.intensive_plyometrics,
                unaccustomed=demand.unaccustomed,
                minutes=demand.fixed.minutes if demand.fixed else demand.minutes,
                worth=demand.worth,
                days=_demanded_days(monday, demand),
                fixed=_minute_of(monday, demand.fixed.starts_at) if demand.fixed else None,
                was=_minute_of(monday, demand.was_at) if demand.was_at else None,
                made_up=demand.made_up,
            )
            for demand in asked.sessions
        )
        for week, asked in enumerate(season.weeks)
    )


def _minute_of(monday: date, moment: datetime) -> int:
    return minutes_since(monday, moment.date(), moment.time())


def _stress_most(day: date, easings: Sequence[Easing]) -> int:
    """Return the most that a session of a day may tax the legs, less than none where none may be."""
    limits = (
        int(NO_SESSION) if easing.no_sessions else int(easing.leg_stress_most)
        for easing in easings
        if day in easing
    )
    return min(limits, default=int(LegStress.HEAVY))


def _fixed_heavy(days: int, weeks: tuple[tuple[Task, ...], ...]) -> IntArray:
    heavy = [
        task.fixed // MINUTES_PER_DAY
        for tasks in weeks
        for task in tasks
        if task.fixed is not None and task.leg_stress == LegStress.HEAVY
    ]
    return np.bincount(np.array([day for day in heavy if 0 <= day < days], dtype=np.int64), minlength=days)


def _demanded_days(monday: date, demand: SessionDemand) -> tuple[int, int]:
    """Return the days a session may lie on, half-open, counted from the first Monday."""
    first, last = ANY_DAYS
    if demand.earliest is not None:
        first = (demand.earliest - monday).days
    if demand.latest is not None:
        last = (demand.latest - monday).days + 1
    return first, last


def _runs(monday: date, runs: Sequence[TimedRun]) -> Runs:
    start = _numbers(minutes_since(monday, run.run.date, run.start) for run in runs)
    return Runs(
        start=start,
        end=start + _numbers(run.minutes for run in runs),
        key=_flags(run.run.key for run in runs),
        long=_flags(_is_long(run) for run in runs),
        buffered=_flags(run.buffered_long_run for run in runs),
    )


def _is_long(run: TimedRun) -> bool:
    """Tell whether it is a long run; a race is none, however long."""
    return run.run.kind is not RunKind.RACE and (run.buffered_long_run or run.run.kind is RunKind.LONG)


def _races(monday: date, runs: Sequence[TimedRun], races: Iterable[Race]) -> Races:
    ordered = sorted(races, key=lambda race: (race.date, race.name))
    hours = [_race_hours(monday, race, runs) for race in ordered]
    return Races(
        start=_numbers(start for start, _ in hours),
        end=_numbers(end for _, end in hours),
        heavy_before=_numbers(minutes_of(_LAST_HEAVY_LEGS[race.priority]) for race in ordered),
        legs_before=_numbers(_legs_before(race) for race in ordered),
        legs_after=_numbers(days_without_legs_after(race) * MINUTES_PER_DAY for race in ordered),
    )


def _race_hours(monday: date, race: Race, runs: Sequence[TimedRun]) -> tuple[int, int]:
    """Return start and end of a race as far as they are known; an unknown hour is midnight [min]."""
    same_day = [run for run in runs if run.run.date == race.date]
    raced = [run for run in same_day if run.run.kind is RunKind.RACE]
    clock = race.start or min((run.start for run in raced or same_day), default=time())
    start = minutes_since(monday, race.date, clock)
    ends = [minutes_since(monday, run.run.date, run.start) + run.minutes for run in raced]
    return start, max([start, *ends])


def _legs_before(race: Race) -> int:
    if race.priority is not RacePriority.A:
        return 0
    return minutes_of(
        "nothing_for_legs_before_short_race" if is_short_race(race) else "nothing_for_legs_before_race"
    )


def _windows(days: Sequence[date], athlete: Athlete) -> tuple[Span, ...]:
    spans = [
        _span(days[0], day, window.start, window.end, _place_on(day, athlete, window))
        for day in days
        for window in athlete.windows
        if window.weekday == day.weekday()
    ]
    return _joined(spans)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans of one place that touch or overlap, and put all in order of time."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.place, each.start, each.end)):
        last = joined[-1] if joined else None
        if last and last.place == span.place and span.start <= last.end:
            joined[-1] = Span(start=last.start, end=max(last.end, span.end), place=span.place)
        else:
            joined.append(span)
    return tuple(sorted(joined, key=lambda each: (each.start, each.place)))


def _place_on(day: date, athlete: Athlete, window: FreeWindow | None) -> int:
    """Return the number of the place a runner is at: that of the travel, of the window, or the usual one."""
    usual = window.place if window else athlete.places[0].id
    here = next(
        (each.place for each in athlete.travel if day in each.span and each.closed in {"", usual}), usual
    )
    return [place.id for place in athlete.places].index(here)


def _opening(days: Sequence[date], place: Place) -> tuple[Span, ...] | None:
    if not place.hours:
        return None
    spans = [
        _span(days[0], day, hours.start, hours.end, 0)
        for day in days
        for hours in place.hours
        if hours.weekday == day.weekday()
    ]
    return _joined(spans)


def _preferred(days: Sequence[date], athlete: Athlete) -> tuple[tuple[int, int], ...]:
    spans = [
        _span(days[0], day, window.start, window.end, 0)
        for day in days
        for window in athlete.windows
        if window.preferred and window.weekday == Weekday(day.weekday())
    ]
    return tuple((span.start, span.end) for span in _joined(spans))


def _span(monday: date, day: date, start: time, end: time, place: int) -> Span:
    return Span(start=minutes_since(monday, day, start), end=minutes_since(monday, day, end), place=place)


def _a_day(days: Sequence[date], dates: Iterable[date]) -> IntArray:
    count = Counter(dates)
    return _numbers(count[day] for day in days)


def _ordinals(days: Iterable[date]) -> IntArray:
    return _numbers(day.toordinal() for day in days)


def _numbers(values: Iterable[int]) -> IntArray:
    return np.array(list(values), dtype=np.int64)


def _flags(values: Iterable[bool]) -> BoolArray:
    return np.array(list(values), dtype=np.bool_)
