"""The recorded run that a told one is: what the runner says is put to it, and its figures stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.same_run import is_same_run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.running.plan import RunKind


def recorded_run(
    latest: Mapping[str, Recorded],
    day: date,
    planned: str,
    distance_m: float | None,
    duration_s: float | None,
) -> Recorded | None:
    """Return the recorded run of a day that is meant; None where there is none.

    Args:
        latest: Latest version of each entry of the diary, by id.
        day: The day.
        planned: Id of the planned run that is told of, else empty.
        distance_m: Distance as told [m].
        duration_s: Time as told [s].
    """
    runs = [(each, each.entry) for each in latest.values() if not each.withdrawn]
    of_day = [
        (each, run)
        for each, run in runs
        if isinstance(run, RunDone) and run.record.sources and run.starts_at.date() == day
    ]
    for each, run in of_day:
        if planned and run.run == planned:
            return each
    if distance_m is None and duration_s is None:
        return of_day[0][0] if len(of_day) == 1 else None
    told = RunDone(
        starts_at=datetime.combine(day, datetime.min.time()), distance_m=distance_m, duration_s=duration_s
    )
    return next((each for each, run in of_day if is_same_run(run, told)), None)


def with_words(run: RunDone, told: RunDone, *, kind: RunKind | None, start: time | None) -> RunDone:
    """Return a recorded run with what the runner says of it.

    Args:
        run: The run as recorded.
        told: The run as told; what is not told is None or empty.
        kind: What kind of run the runner says it was; None when not said.
        start: When the runner says it began; None when not said.
    """
    return replace(
        run,
        starts_at=run.starts_at if start is None else told.starts_at,
        distance_m=run.distance_m if told.distance_m is None else told.distance_m,
        duration_s=run.duration_s if told.duration_s is None else told.duration_s,
        kind=kind or run.kind,
        run=told.run or run.run,
        effort=run.effort if told.effort is None else told.effort,
        note=told.note or run.note,
        record=replace(run.record, kind_sure=None if kind else run.record.kind_sure),
    )
