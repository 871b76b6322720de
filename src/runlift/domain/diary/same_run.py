"""One run from two sources: told apart from two runs, and kept once with what both know."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.diary.run_record import RunRecord
from runlift.domain.evidence import number
from runlift.domain.running.load import PERCENT

if TYPE_CHECKING:
    from datetime import datetime

    from runlift.domain.activity.steady import SteadyPart
    from runlift.domain.diary.entry import RunDone

MOST_SOURCES = 20
_FORMATS = ("fit", "tcx", "gpx", "apple-health", "garmin-summary", "strava-table")


def is_same_run(one: RunDone, other: RunDone) -> bool:
    """Tell whether two records are of one run, by begin, distance and time.

    Source: AC15, AC16.
    """
    if not one.record.sources or not other.record.sources:
        return _is_told_and_recorded(one, other)
    apart = abs(utc_start(one) - utc_start(other))
    if apart <= timedelta(minutes=number("same_start_within")):
        return _agree(one, other, number("same_run_within"))
    return _is_slip_of_zone(apart) and _agree(
        one, other, number("same_run_in_other_zone_within"), all_told=True
    )


def utc_start(run: RunDone) -> datetime:
    """Return when a run began, on the clock of UTC, without zone."""
    return run.starts_at - timedelta(seconds=run.record.utc_offset_s or 0.0)


def merged(one: RunDone, other: RunDone) -> RunDone:
    """Return one run of two records: that of the richer, with what only the other knows, and both sources.

    What the runner told, effort, words and the planned run it stands for, stays in any case.
    """
    rich, poor = (one, other) if richness(one) >= richness(other) else (other, one)
    guessed = rich if rich.kind else poor
    named = next((run for run in (one, other) if run.kind and run.record.kind_sure is None), guessed)
    return replace(
        rich,
        distance_m=rich.distance_m or poor.distance_m,
        duration_s=rich.duration_s or poor.duration_s,
        kind=named.kind,
        run=one.run or other.run,
        effort=one.effort if one.effort is not None else other.effort,
        note="\n".join(dict.fromkeys(filter(None, (one.note, other.note)))),
        record=replace(_merged_record(rich.record, poor.record), kind_sure=named.record.kind_sure),
    )


def richness(run: RunDone) -> tuple[bool, bool, int, int]:
    """Return what a record is worth beside another: whole and measured first, then by how much it tells."""
    record = run.record
    first = record.sources[0].split(" ", 1)[0] if record.sources else ""
    rank = -_FORMATS.index(first) if first in _FORMATS else -len(_FORMATS)
    return bool(record.sources), not record.partial, record.known, rank


def _merged_record(rich: RunRecord, poor: RunRecord) -> RunRecord:
    filled = {}
    for each in fields(RunRecord):
        mine = getattr(rich, each.name)
        filled[each.name] = getattr(poor, each.name) if mine is None else mine
    sources = tuple(dict.fromkeys((*rich.sources, *poor.sources)))[:MOST_SOURCES]
    both = {"sources": sources, "indoor": rich.indoor or poor.indoor}
    return RunRecord(**{**filled, **both, "steady": better_steady(rich.steady, poor.steady)})


def better_steady(one: SteadyPart | None, other: SteadyPart | None) -> SteadyPart | None:
    """Return the steady part of two records of one run that can be compared, the first where both can."""
    found = [each for each in (one, other) if each is not None]
    return next((each for each in found if each.lack is None), next(iter(found), None))


def _is_told_and_recorded(one: RunDone, other: RunDone) -> bool:
    """Tell whether a run that was told by hand is the one that was recorded: on its day, much alike.

    Source: AC16.
    """
    both_told = not one.record.sources and not other.record.sources
    if both_told or one.starts_at.date() != other.starts_at.date():
        return False
    return _agree(one, other, number("told_run_within"))


def _agree(one: RunDone, other: RunDone, within: float, *, all_told: bool = False) -> bool:
    """Tell whether distance and time agree within some percent; what only one tells does not count."""
    pairs = ((one.distance_m, other.distance_m), (_lasting(one), _lasting(other)))
    known = [(a, b) for a, b in pairs if a and b]
    if not known or (all_told and len(known) < len(pairs)):
        return False
    return all(abs(a - b) <= within / PERCENT * max(a, b) for a, b in known)


def _lasting(run: RunDone) -> float | None:
    return run.duration_s or run.record.elapsed_s


def _is_slip_of_zone(apart: timedelta) -> bool:
    """Tell whether two begins lie apart as a wrong time zone makes them.

    Source: AC15.
    """
    step = timedelta(minutes=number("zone_slip_step"))
    slip = round(apart / step) * step
    near = abs(apart - slip) <= timedelta(minutes=1)
    return near and timedelta() < slip <= timedelta(hours=number("zone_slip_most"))
