"""Which changes of runs told before no longer fit a running plan that is given anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.diary.entry import RunAdded, RunCancelled, RunMoved
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.running.plan import Run, RunningPlan


def outdated(
    changes: Iterable[Recorded], before: RunningPlan, now: RunningPlan, *, today: date
) -> Iterator[tuple[str, Finding | None]]:
    """Yield the entries whose run the new plan does not have as it was, each with what to tell of it.

    Of days gone by nothing is told: what was run stays as it is.

    Args:
        changes: What was told.
        before: The runs as they were given when it was told.
        now: The runs as they are given now.
        today: First day that may change.
    """
    had, has = _by_id(before), _by_id(now)
    for each in changes:
        entry = each.entry
        if isinstance(entry, RunMoved | RunCancelled):
            run = had.get(entry.run)
            if not _is_same(run, has.get(entry.run)):
                yield each.id, _told(entry, run, today)
        elif isinstance(entry, RunAdded) and not now.days[0].date <= entry.date <= now.days[-1].date:
            yield each.id, _finding(entry.date) if entry.date >= today else None


def _by_id(plan: RunningPlan) -> dict[str, Run]:
    return {run.id: run for run in plan.runs() if run.kind is not RunKind.REST}


def _is_same(one: Run | None, other: Run | None) -> bool:
    """Tell whether both are the same run of the same day; a run that was added is in neither."""
    if one is None or other is None:
        return one is other
    return _what(one) == _what(other)


def _what(run: Run) -> tuple[date, RunKind, str, float | None, float | None]:
    return run.date, run.kind, run.title, run.distance_m, run.duration_s


def _told(entry: RunMoved | RunCancelled, run: Run | None, today: date) -> Finding | None:
    days = [run.date] if run is not None else []
    days += [entry.date] if isinstance(entry, RunMoved) else []
    return _finding(days[0]) if any(day >= today for day in days) else None


def _finding(day: date) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="change_outdated",
        message=f"The new running plan does not have the run of {day} as it was, so what you told of it "
        "before changes nothing any more.",
        remedy="Look at the runs with `runlift show`, and tell the change again if it still holds.",
    )
