"""What the runs of the diary say of the runner now: volume, longest run, what is usual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from runlift.domain.activity.habits import Habits, heart_range
from runlift.domain.activity.load import training_load
from runlift.domain.evidence import number
from runlift.domain.running.load import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runlift.domain.activity.load import Load
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.entry import RunDone

DAYS_PER_WEEK = 7
_HARD = frozenset({RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.STRIDES, RunKind.RACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningNow:
    """What the runner runs at present, as far as the diary tells; None where it does not.

    Attributes:
        weekly_km: Usual distance a week [km].
        longest_run_km: Longest run of the last 30 days [km].
    """

    weekly_km: float | None = None
    longest_run_km: float | None = None


def running_now(runs: Iterable[RunDone], *, today: date) -> RunningNow:
    """Return what the runner runs at present.

    A figure is told once the diary holds runs from before its window, so that the window is known whole.

    Source: AC18.
    """
    known = [run for run in runs if run.distance_m and run.starts_at.date() <= today]
    weeks = int(number("usual_volume_weeks"))
    in_weeks = _within(known, today, weeks * DAYS_PER_WEEK)
    in_month = _within(known, today, int(number("longest_run_window")))
    total_km = sum(run.distance_m or 0.0 for run in in_weeks) / METRES_PER_KILOMETRE
    longest_km = max((run.distance_m or 0.0 for run in in_month), default=0.0) / METRES_PER_KILOMETRE
    return RunningNow(
        weekly_km=float(round(total_km / weeks)) if len(in_weeks) < len(known) else None,
        longest_run_km=round(longest_km, 1) if len(in_month) < len(known) and in_month else None,
    )


def with_running_now(athlete: Athlete, runs: Iterable[RunDone], *, today: date) -> Athlete:
    """Return the runner with volume and longest run as the diary tells them.

    A longest run that the diary has seen counts also where it does not know the whole window, when it is
    longer than the one told.
    """
    known = tuple(runs)
    now = running_now(known, today=today)
    seen = _within([run for run in known if run.distance_m], today, int(number("longest_run_window")))
    longest_seen = max((run.distance_m or 0.0 for run in seen), default=0.0) / METRES_PER_KILOMETRE
    told = athlete.longest_run_km
    longest = now.longest_run_km
    if longest is None and told is not None:
        longest = max(told, round(longest_seen, 1))
    return replace(
        athlete,
        weekly_km=athlete.weekly_km if now.weekly_km is None else now.weekly_km,
        longest_run_km=longest,
    )


def habits_of(runs: Iterable[RunDone], *, today: date, age: int | None = None) -> Habits:
    """Return what is usual for the runner.

    Args:
        runs: Runs of the diary.
        today: The day it is.
        age: Age [years]; None when not told.

    Source: AC19, AC08.
    """
    known = [run for run in runs if run.starts_at.date() <= today]
    heart = heart_range(
        age=age, seen=[run.record.heart_rate_max for run in known if run.record.heart_rate_max]
    )
    recent = _within(known, today, int(number("habit_weeks")) * DAYS_PER_WEEK)
    lengths = [run.distance_m for run in recent if run.distance_m]
    if len(lengths) < number("habit_runs_least"):
        return Habits(heart=heart)
    return Habits(easy_speed=_easy_speed(recent), distance_m=median(lengths), heart=heart)


def flat_speed(run: RunDone) -> float | None:
    """Return the grade-adjusted speed while moving [m/s]; None where it is not known."""
    distance = run.record.flat_distance_m or run.distance_m
    lasting = run.record.moving_s or run.duration_s
    return distance / lasting if distance and lasting else None


def load_of(run: RunDone, habits: Habits) -> Load | None:
    """Return the training load of a run; None where nothing tells it.

    Source: D092, AC13, AC14.
    """
    lasting = run.duration_s or run.record.moving_s
    if not lasting:
        return None
    return training_load(
        lasting / SECONDS_PER_MINUTE,
        habits,
        effort=run.effort,
        heart_rate=run.record.heart_rate,
        speed=flat_speed(run),
    )


def _easy_speed(runs: Sequence[RunDone]) -> float | None:
    """Return the speed of an easy run: of the slower half of the runs that are not hard by name."""
    calm = [run for run in runs if run.kind not in _HARD] or list(runs)
    speeds = sorted(filter(None, map(flat_speed, calm)))
    return median(speeds[: (len(speeds) + 1) // 2]) if speeds else None


def _within(runs: Iterable[RunDone], today: date, days: int) -> list[RunDone]:
    """Return the runs of so many days up to today."""
    after = today - timedelta(days=days)
    return [run for run in runs if after < run.starts_at.date() <= today]
