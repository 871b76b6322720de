"""Running load: minutes and distance of a run, of a week, down weeks, and single runs that jump."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number
from runlift.domain.quantity import Severity
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.running.plan import Run, RunningDay, RunningHistory, RunningPlan

METRES_PER_KILOMETRE = 1000.0
SECONDS_PER_MINUTE = 60
PERCENT = 100
_SHARE_OF = {
    RunKind.RECOVERY: "pace_share_recovery",
    RunKind.LONG: "pace_share_long",
    RunKind.STEADY: "pace_share_steady",
    RunKind.TEMPO: "pace_share_quality",
    RunKind.INTERVALS: "pace_share_quality",
    RunKind.HILLS: "pace_share_quality",
    RunKind.RACE: "pace_share_race",
}
_HARD_WITHOUT_FIGURES = frozenset({RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.STRIDES})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """What a week holds, Monday to Sunday.

    Attributes:
        monday: First day.
        distance_m: Distance run, estimated where only minutes are known [m].
        minutes: Time run, estimated where only distance is known [min].
        longest_m: Longest single run [m]; 0 without a run.
        runs: Number of runs.
        key_runs: Number of key runs.
        days: Days of the week that the plan holds, 1 to 7.
    """

    monday: date
    distance_m: float
    minutes: float
    longest_m: float
    runs: int
    key_runs: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """A single run far beyond the longest of the days before it.

    Attributes:
        date: Day of the run.
        run_id: Its id.
        distance_m: Its distance [m].
        longest_before_m: Longest run of the window before it [m].
        ratio: The one divided by the other.
        severity: `WARNING` beyond the limit that is said, `ERROR` beyond the limit no plan of ours passes.
        evidence: Rows behind the limits.
    """

    date: date
    run_id: str
    distance_m: float
    longest_before_m: float
    ratio: float
    severity: Severity
    evidence: tuple[str, ...]


def pace_of(kind: RunKind, easy_pace: float | None = None) -> float:
    """Return the pace assumed for a kind of run [s/km], from the easy pace or its assumption."""
    easy = number("easy_pace_assumed") if easy_pace is None else easy_pace
    return easy * (number(_SHARE_OF[kind]) if kind in _SHARE_OF else 1.0)


def estimated_minutes(run: Run, *, easy_pace: float | None = None) -> float | None:
    """Return how long an entry takes [min]: as stated, else from its distance; None when nothing is known."""
    if run.duration_s is not None:
        return run.duration_s / SECONDS_PER_MINUTE
    if not run.kind.is_run:
        return 0.0 if run.kind is RunKind.REST else None
    distance = _distance_in_words(run, easy_pace)
    if distance is None:
        return number("minutes_without_figures") if run.kind in _HARD_WITHOUT_FIGURES else None
    return distance / METRES_PER_KILOMETRE * pace_of(run.kind, easy_pace) / SECONDS_PER_MINUTE


def estimated_distance(run: Run, *, easy_pace: float | None = None) -> float | None:
    """Return how far a run goes [m]: as stated, else from its parts or minutes; 0 when nothing is run."""
    if not run.kind.is_run:
        return 0.0
    distance = _distance_in_words(run, easy_pace)
    if distance is not None:
        return distance
    minutes = estimated_minutes(run, easy_pace=easy_pace)
    return None if minutes is None else _distance_in(minutes, run.kind, easy_pace)


def week_loads(plan: RunningPlan, *, easy_pace: float | None = None) -> tuple[WeekLoad, ...]:
    """Return the load of each week that the plan touches, in order, none missing."""
    weeks = groupby(plan.days, key=lambda day: monday_of(day.date))
    return tuple(_week_load(monday, tuple(days), easy_pace) for monday, days in weeks)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def longest_in(days: Iterable[RunningDay], *, easy_pace: float | None = None) -> float | None:
    """Return the longest single run of some days [m], or None without any of known length."""
    lengths = [
        distance
        for day in days
        for run in day.runs
        if (distance := estimated_distance(run, easy_pace=easy_pace))
    ]
    return max(lengths, default=None)


def long_run_spikes(
    plan: RunningPlan, history: RunningHistory, *, easy_pace: float | None = None
) -> tuple[Spike, ...]:
    """Return the runs beyond the longest of the 30 days before them by more than the limit.

    Days before the plan count with the longest run that the runner told; when none was told, nothing is
    claimed of the plan's first 30 days.
    """
    window = timedelta(days=number("longest_run_window"))
    spikes: list[Spike] = []
    for at, day in enumerate(plan.days):
        known = day.date - window >= plan.days[0].date
        before = (earlier for earlier in plan.days[max(0, at - window.days) : at])
        longest = longest_in(before, easy_pace=easy_pace) or 0.0
        if not known:
            longest = 0.0 if history.longest_run_m is None else max(longest, history.longest_run_m)
        spikes.extend(_spikes_of(day, longest, easy_pace))
    return tuple(spikes)


def is_down_week(weeks: Sequence[WeekLoad], index: int) -> bool:
    """Tell whether a whole week is clearly lighter than the weeks before it."""
    before = [week.distance_m for week in weeks[max(0, index - int(number("down_week_before"))) : index]]
    whole = weeks[index].days == len(("mo", "tu", "we", "th", "fr", "sa", "su"))
    if not before or not whole:
        return False
    return weeks[index].distance_m <= fmean(before) * number("down_week_share") / PERCENT


def _week_load(monday: date, days: Sequence[RunningDay], easy_pace: float | None) -> WeekLoad:
    runs = [run for day in days for run in day.runs if run.kind.is_run]
    return WeekLoad(
        monday=monday,
        distance_m=sum(estimated_distance(run, easy_pace=easy_pace) or 0.0 for run in runs),
        minutes=sum(estimated_minutes(run, easy_pace=easy_pace) or 0.0 for run in runs),
        longest_m=longest_in(days, easy_pace=easy_pace) or 0.0,
        runs=len(runs),
        key_runs=sum(run.key for run in runs),
        days=len(days),
    )


def _distance_in_words(run: Run, easy_pace: float | None) -> float | None:
    """Return the distance stated, or that of the stated parts with a warm-up and cool-down [m]."""
    if run.distance_m is not None:
        return run.distance_m
    if run.duration_s is not None or not run.parts or not run.key:
        return None
    in_parts = sum(
        part.repeats
        * (
            part.distance_m
            or _distance_in((part.duration_s or 0.0) / SECONDS_PER_MINUTE, run.kind, easy_pace)
        )
        for part in run.parts
    )
    return in_parts + number("warm_up_and_cool_down") if in_parts else None


def _distance_in(minutes: float, kind: RunKind, easy_pace: float | None) -> float:
    return minutes * SECONDS_PER_MINUTE / pace_of(kind, easy_pace) * METRES_PER_KILOMETRE


def _spikes_of(day: RunningDay, longest: float, easy_pace: float | None) -> list[Spike]:
    if longest <= 0:
        return []
    found = [(run, estimated_distance(run, easy_pace=easy_pace) or 0.0) for run in day.runs]
    return [
        Spike(
            date=day.date,
            run_id=run.id,
            distance_m=distance,
            longest_before_m=longest,
            ratio=distance / longest,
            severity=_severity(distance / longest),
            evidence=evidence_of("longest_run_ratio_warn", "longest_run_window"),
        )
        for run, distance in found
        if distance / longest > number("longest_run_ratio_warn")
    ]


def _severity(ratio: float) -> Severity:
    return Severity.ERROR if ratio > number("longest_run_ratio_block") else Severity.WARNING
