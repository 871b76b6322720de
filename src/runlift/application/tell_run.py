"""Take down a run that was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from runlift.application.entry_id import run_entry
from runlift.application.error import InputError
from runlift.application.recorded_run import recorded_run, with_words
from runlift.application.runs_now import run_on
from runlift.application.tell_checks import error, fitting_note, refuse, told_day, within
from runlift.domain.athlete.notation import read_clock
from runlift.domain.diary.entry import RunDone
from runlift.domain.evidence import constant
from runlift.domain.quantity import Weekday

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from runlift.application.author import Author
    from runlift.application.runs_now import RunNow
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.plan import Plan
    from runlift.domain.quantity import Finding
    from runlift.domain.running.plan import RunKind

METRES_PER_KM = 1000
SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTold:
    """A run as told.

    Attributes:
        date: The day.
        km: Distance [km]; None when not told.
        minutes: Time [min]; None when not told.
        kind: What kind of run; None when not told.
        start: Local start; None when not told.
        effort: Effort, 0 to 10; None when not told.
        number: Which planned run of the day it was, from 1; None when not told.
        note: The runner's own words.
    """

    date: date
    km: float | None = None
    minutes: float | None = None
    kind: RunKind | None = None
    start: time | None = None
    effort: float | None = None
    number: int | None = None
    note: str = ""


def tell_run(
    told: RunTold,
    plan: Plan | None,
    latest: Mapping[str, Recorded],
    author: Author,
    new_id: Callable[[], str],
) -> Recorded:
    """Take down a run; on a day with one planned run it stands for that one.

    What is told of a run that a device recorded is put to that record.

    Raises:
        InputError: A value cannot be right, or the day has several runs and none is named.
    """
    recorded = _recorded(told, None, latest)
    refuse(_problems(told, author.today, is_recorded=recorded is not None))
    planned = _planned(told, plan, latest)
    recorded = _recorded(told, planned, latest) or recorded
    done = RunDone(
        starts_at=_starts_at(told, planned, author),
        distance_m=None if told.km is None else round(told.km * METRES_PER_KM, 1),
        duration_s=None if told.minutes is None else round(told.minutes * SECONDS_PER_MINUTE, 1),
        kind=told.kind or (planned.kind if planned else None),
        run=planned.id if planned else "",
        effort=told.effort,
        note=told.note,
    )
    if recorded is not None and isinstance(recorded.entry, RunDone):
        kept = with_words(recorded.entry, done, kind=told.kind, start=told.start)
        return author.write(recorded.id, kept, latest)
    return author.write(run_entry(planned.id) if planned else new_id(), done, latest)


def _recorded(told: RunTold, planned: RunNow | None, latest: Mapping[str, Recorded]) -> Recorded | None:
    """Return the run that a device recorded and that is told of, if there is one."""
    metres = None if told.km is None else told.km * METRES_PER_KM
    seconds = None if told.minutes is None else told.minutes * SECONDS_PER_MINUTE
    return recorded_run(latest, told.date, planned.id if planned else "", metres, seconds)


def _problems(told: RunTold, today: date, *, is_recorded: bool) -> Iterator[Finding]:
    yield from told_day("DATE", told.date, today)
    yield from within("--km", told.km, "race_distance_possible")
    yield from within("--minutes", told.minutes, "log_run_minutes_possible")
    yield from within("--effort", told.effort, "log_scale")
    yield from fitting_note(told.note)
    if told.km is None and told.minutes is None and not is_recorded:
        yield error("nothing_told", "Neither distance nor time is told", "give --km, --miles or --minutes")
    if told.km and told.minutes:
        yield from within("--km and --minutes", round(told.minutes / told.km, 2), "log_run_pace_possible")
    if told.kind is not None and not told.kind.is_run:
        yield error(
            "no_kind_of_run", f'"{told.kind.value}" is no run', "give easy, long, tempo ...", "--kind"
        )


def _planned(told: RunTold, plan: Plan | None, latest: Mapping[str, Recorded]) -> RunNow | None:
    """Return the planned run that this one stands for; None where the day has none."""
    if plan is None:
        return None
    try:
        return run_on(plan, latest, told.date, told.number)
    except InputError as fault:
        if told.number is None and fault.findings[0].code == "no_run_that_day":
            return None
        raise


def _starts_at(told: RunTold, planned: RunNow | None, author: Author) -> datetime:
    """Return the start: as told, as planned, else as far back from now as it took, else at a usual hour."""
    start = told.start or (planned.start if planned else None)
    if start is not None:
        return datetime.combine(told.date, start)
    if told.date == author.today and told.minutes is not None:
        began = author.wall - timedelta(minutes=round(told.minutes))
        return max(began, datetime.combine(told.date, time()))
    weekend = told.date.weekday() >= Weekday.SATURDAY
    usual = constant("assumed_run_start_weekend" if weekend else "assumed_run_start_weekday").value
    return datetime.combine(told.date, read_clock(cast("str", usual)))
