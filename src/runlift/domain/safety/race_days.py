"""Which days are races, read from the runner and from the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Race
    from runlift.domain.plan.plan import Plan, TimedRun

TRAINED_THROUGH = "parkrun"


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceDay:
    """A race as the rules see it.

    Attributes:
        date: Local date.
        starts: Local start; the first thinkable hour when untold.
        ends: Local end; the start when untold.
        priority: A, B or C.
        distance_m: Distance [m]; an estimate from its minutes when untold.
    """

    date: date
    starts: datetime
    ends: datetime
    priority: RacePriority
    distance_m: float


def race_days(plan: Plan, races: tuple[Race, ...] | None) -> tuple[RaceDay, ...]:
    """Return the races by start: those told, and runs of kind race that none of them covers.

    When none told is an A race, the last one found is; a parkrun is trained through.
    """
    runs = [timed for timed in plan.runs if timed.run.kind.is_run]
    if races is not None:
        return _in_order([_told(race, runs) for race in races])
    told = [_told(race, runs) for race in plan.athlete.races]
    covered = {race.date for race in told}
    found = [timed for timed in runs if timed.run.kind is RunKind.RACE and timed.run.date not in covered]
    goals = [timed.run.date for timed in found if TRAINED_THROUGH not in timed.run.title.casefold()]
    has_goal = any(race.priority is RacePriority.A for race in told)
    last = None if has_goal else max(goals, default=None)
    return _in_order([*told, *(_found(timed, is_goal=timed.run.date == last) for timed in found)])


def _in_order(races: list[RaceDay]) -> tuple[RaceDay, ...]:
    return tuple(sorted(races, key=lambda race: (race.starts, race.priority, race.distance_m)))


def _told(race: Race, runs: Sequence[TimedRun]) -> RaceDay:
    same_day = [timed for timed in runs if timed.run.date == race.date]
    raced = [timed for timed in same_day if timed.run.kind is RunKind.RACE]
    clocks = [timed.start for timed in raced or same_day]
    clock = race.start or min(clocks, default=time(0))
    starts = datetime.combine(race.date, clock.replace(tzinfo=None))
    ends = max((_end(timed) for timed in raced), default=starts)
    return RaceDay(
        date=race.date,
        starts=starts,
        ends=max(starts, ends),
        priority=race.priority,
        distance_m=race.distance_m,
    )


def _found(timed: TimedRun, *, is_goal: bool) -> RaceDay:
    pace = number("easy_pace_assumed") * number("pace_share_race")
    estimate = (timed.run.duration_s or timed.minutes * 60) / pace * 1000
    return RaceDay(
        date=timed.run.date,
        starts=datetime.combine(timed.run.date, timed.start.replace(tzinfo=None)),
        ends=_end(timed),
        priority=RacePriority.A if is_goal else RacePriority.C,
        distance_m=timed.run.distance_m or estimate,
    )


def _end(timed: TimedRun) -> datetime:
    starts = datetime.combine(timed.run.date, timed.start.replace(tzinfo=None))
    return starts + timedelta(minutes=timed.minutes)
