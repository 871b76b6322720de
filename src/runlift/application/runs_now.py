"""The runs to come as they stand now: those of the plan, with what the runner has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.entry_id import added_run, run_cancelled_entry, run_moved_entry
from runlift.application.error import InputError
from runlift.application.tell_checks import error
from runlift.domain.diary.entry import RunAdded, RunCancelled, RunMoved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan
    from runlift.domain.running.plan import RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNow:
    """A run as it stands now.

    Attributes:
        id: Id of the run.
        date: Its day.
        kind: What it is.
        title: What it is called.
        start: Local start; None when it is not known.
        entry: Id of the entry that added it; empty for a run of the plan.
        added: What that entry tells.
    """

    id: str
    date: date
    kind: RunKind
    title: str
    start: time | None = None
    entry: str = ""
    added: RunAdded | None = None


def runs_now(plan: Plan, latest: Mapping[str, Recorded]) -> tuple[RunNow, ...]:
    """Return the runs as they stand now, by day and hour."""
    told = {key: each for key, each in latest.items() if isinstance(each.entry, RunAdded)}
    added = {added_run(key) for key in told}
    runs = [
        _added(key, each.entry)
        for key, each in told.items()
        if isinstance(each.entry, RunAdded) and not each.withdrawn
    ]
    for timed in plan.runs:
        run = timed.run
        if run.id in added or _is_cancelled(run.id, latest):
            continue
        moved = _moved(run.id, latest)
        day, start = (run.date, timed.start) if moved is None else (moved.date, moved.start or timed.start)
        runs.append(RunNow(id=run.id, date=day, kind=run.kind, title=run.title, start=start))
    return tuple(sorted(runs, key=lambda each: (each.date, str(each.start or ""), each.id)))


def run_on(plan: Plan, latest: Mapping[str, Recorded], day: date, number: int | None) -> RunNow:
    """Return the run of a day.

    Args:
        plan: The plan.
        latest: Latest version of each entry of the diary, by id.
        day: The day.
        number: Which of its runs, from 1; may be None where there is one only.

    Raises:
        InputError: The day has no run, or several and no number tells which.
    """
    runs = [each for each in runs_now(plan, latest) if each.date == day]
    if not runs:
        raise InputError(
            [error("no_run_that_day", f"No run is planned for {day}", _near(plan, latest, day), "DATE")]
        )
    told = "; ".join(f"{at}: {each.title or each.kind.value}" for at, each in enumerate(runs, start=1))
    if number is None and len(runs) > 1:
        raise InputError(
            [
                error(
                    "several_runs", f"{day} has {len(runs)} runs", f"say which with --number ({told})", "DATE"
                )
            ]
        )
    if not 1 <= (number or 1) <= len(runs):
        raise InputError(
            [error("no_such_run", f"{day} has no run {number}", f"give one of {told}", "--number")]
        )
    return runs[(number or 1) - 1]


def _near(plan: Plan, latest: Mapping[str, Recorded], day: date) -> str:
    runs = sorted(runs_now(plan, latest), key=lambda each: abs((each.date - day).days))[:3]
    near = ", ".join(f"{each.date} ({each.title or each.kind.value})" for each in runs)
    return f"the nearest are {near}" if near else "the plan holds no runs"


def _added(entry_id: str, entry: RunAdded) -> RunNow:
    return RunNow(
        id=added_run(entry_id),
        entry=entry_id,
        date=entry.date,
        kind=entry.kind,
        title=entry.title,
        start=entry.start,
        added=entry,
    )


def _moved(run: str, latest: Mapping[str, Recorded]) -> RunMoved | None:
    recorded = latest.get(run_moved_entry(run))
    if recorded is None or recorded.withdrawn or not isinstance(recorded.entry, RunMoved):
        return None
    return recorded.entry


def _is_cancelled(run: str, latest: Mapping[str, Recorded]) -> bool:
    cancelled = latest.get(run_cancelled_entry(run))
    return cancelled is not None and not cancelled.withdrawn and isinstance(cancelled.entry, RunCancelled)
