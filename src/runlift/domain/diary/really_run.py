"""The running plan with its past as it was really run, for rules that look back at volume and long runs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.diary.match_runs import match_runs
from runlift.domain.running.plan import Run, RunKind, RunningDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.diary.entry import RunDone
    from runlift.domain.running.plan import RunningPlan


def really_run(plan: RunningPlan, done: Iterable[RunDone], *, today: date) -> RunningPlan:
    """Return a running plan whose days before today hold what was run.

    A planned run takes the distance and time of the done one that stands for it, and moves to its day. Done
    runs that stand for none are added. A planned run that nothing stands for is left out where a device
    recorded runs both before and after it; elsewhere it may only not have been told, and stays.
    """
    runs = tuple(run for run in done if run.starts_at.date() < today)
    matches = {match.run: runs[match.done] for match in match_runs(runs, _runs_before(plan, today))}
    taken = {id(run) for run in matches.values()}
    added: dict[date, list[Run]] = defaultdict(list)
    for run in runs:
        if id(run) not in taken:
            added[run.starts_at.date()].append(_as_run(run))
    for run_id, run in matches.items():
        added[run.starts_at.date()].append(_as_planned(_run(plan, run_id), run))
    recorded = sorted(run.starts_at.date() for run in runs if run.record.sources)
    days = (_day(day, today, matches, added, recorded) for day in plan.days)
    return replace(plan, days=tuple(days))


def _runs_before(plan: RunningPlan, today: date) -> list[Run]:
    return [run for run in plan.runs() if run.date < today]


def _run(plan: RunningPlan, run_id: str) -> Run:
    return next(run for run in plan.runs() if run.id == run_id)


def _day(
    day: RunningDay,
    today: date,
    matches: Mapping[str, RunDone],
    added: Mapping[date, Sequence[Run]],
    recorded: Sequence[date],
) -> RunningDay:
    """Return a day as it was run; days to come stay."""
    if day.date >= today:
        return day
    is_covered = bool(recorded) and recorded[0] <= day.date <= recorded[-1]
    kept = [run for run in day.runs if _stays(run, matches, is_covered=is_covered)]
    runs = sorted([*kept, *added.get(day.date, ())], key=lambda run: (str(run.start or ""), run.id))
    return replace(day, runs=tuple(runs) or (_rest(day.date),))


def _stays(run: Run, matches: Mapping[str, RunDone], *, is_covered: bool) -> bool:
    """Tell whether an entry of the plan stays: what is no run, and runs that may only not have been told."""
    if not run.kind.is_run:
        return run.kind is not RunKind.REST
    return run.id not in matches and not is_covered


def _as_planned(run: Run, done: RunDone) -> Run:
    """Return a planned run with the figures of the done one."""
    return replace(
        run,
        date=done.starts_at.date(),
        start=done.starts_at.time(),
        distance_m=run.distance_m if done.distance_m is None else done.distance_m,
        duration_s=run.duration_s if done.duration_s is None else done.duration_s,
    )


def _as_run(done: RunDone) -> Run:
    kind = done.kind or RunKind.EASY
    return Run(
        id=f"done/{done.starts_at:%Y-%m-%dT%H:%M:%S}",
        date=done.starts_at.date(),
        kind=kind,
        key=kind.is_key,
        title="",
        start=done.starts_at.time(),
        distance_m=done.distance_m,
        duration_s=done.duration_s,
        confidence=done.record.kind_sure if done.record.kind_sure is not None else 1.0,
    )


def _rest(day: date) -> Run:
    return Run(id=f"{day.isoformat()}/rest", date=day, kind=RunKind.REST, key=False, title="")
