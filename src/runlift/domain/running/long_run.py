"""The long run, judged within its week where no word names it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.load import PERCENT, estimated_distance, estimated_minutes, monday_of
from runlift.domain.running.plan import RunKind, RunningDay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.running.plan import Run

_MAY_BE_LONG = frozenset({RunKind.EASY, RunKind.STEADY})
_LONG_ENOUGH = frozenset({RunKind.LONG, RunKind.RACE})


def is_long_effort(run: Run, week_distance_m: float, *, easy_pace: float | None = None) -> bool:
    """Tell whether a run is long by its minutes or by its share of the week's distance.

    Source: S33.
    """
    if not run.kind.is_run:
        return False
    minutes = estimated_minutes(run, easy_pace=easy_pace) or 0.0
    distance = estimated_distance(run, easy_pace=easy_pace) or 0.0
    share = distance / week_distance_m * PERCENT if week_distance_m > 0 else 0.0
    return minutes >= number("long_run_buffer_from_duration") or share >= number(
        "long_run_buffer_from_share_of_week"
    )


def with_long_runs(days: Iterable[RunningDay]) -> tuple[RunningDay, ...]:
    """Return the days with the long run of each week named, where no run of the week is long already."""
    weeks = (_with_one_guess(tuple(week)) for _, week in groupby(days, key=lambda day: monday_of(day.date)))
    return tuple(day for week in weeks for day in _with_long_run(week))


def _with_one_guess(week: tuple[RunningDay, ...]) -> tuple[RunningDay, ...]:
    """Keep at most one long run that was guessed from its length; the others are steady.

    Source: R011.
    """
    long_runs = [run for day in week for run in day.runs if run.kind is RunKind.LONG]
    guessed = [run for run in long_runs if run.confidence <= number("confidence_figures")]
    named = len(long_runs) > len(guessed)
    kept = None if named or not guessed else max(guessed, key=lambda run: estimated_distance(run) or 0.0)
    steady = {run.id: replace(run, kind=RunKind.STEADY, key=False) for run in guessed if run is not kept}
    return tuple(replace(day, runs=tuple(steady.get(run.id, run) for run in day.runs)) for day in week)


def _with_long_run(week: tuple[RunningDay, ...]) -> tuple[RunningDay, ...]:
    found = long_run_of_week(week)
    if found is None:
        return week
    long_run = replace(
        found, kind=RunKind.LONG, key=True, confidence=min(found.confidence, number("confidence_pattern"))
    )
    return tuple(
        replace(day, runs=tuple(long_run if run is found else run for run in day.runs)) for day in week
    )


def long_run_of_week(week: tuple[RunningDay, ...]) -> Run | None:
    """Return the run that is the week's long one though no word says so, or None.

    Source: R011, S33.
    """
    runs = [run for day in week for run in day.runs if run.kind.is_run]
    if any(run.kind in _LONG_ENOUGH for run in runs) or len(runs) < number("long_in_week_runs"):
        return None
    lengths = [estimated_distance(run) or 0.0 for run in runs]
    longest = max(range(len(runs)), key=lengths.__getitem__)
    stands_out = (
        lengths[longest] >= number("long_in_week_ratio") * median(lengths)
        and lengths.count(max(lengths)) == 1
    )
    unsure = runs[longest].kind in _MAY_BE_LONG and runs[longest].confidence < number("confidence_stated")
    if not (stands_out and unsure and is_long_effort(runs[longest], sum(lengths))):
        return None
    return runs[longest]
