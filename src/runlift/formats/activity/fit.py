"""FIT files of watches and apps: their sessions as activities, each with its part of the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.activity import Activity, ActivityFormat, Lap, Source, Sport
from runlift.domain.activity.summary import is_something, summarised
from runlift.domain.evidence import number
from runlift.formats.activity.fit_findings import (
    damage_finding,
    fields_passed_over,
    not_an_activity,
    nothing_in_it,
)
from runlift.formats.activity.fit_scan import scan_fit
from runlift.formats.activity.fit_sets import watch_sets
from runlift.formats.activity.fit_tables import (
    ACTIVITY,
    DEVELOPER_FIELD,
    EPOCH_S,
    FILE_ID,
    LAP,
    RECORD,
    RELATIVE_BELOW,
    SESSION,
    SPORT,
    WANTED,
    FitTables,
    words_of,
)
from runlift.formats.activity.outcome import ActivityOutcome
from runlift.formats.activity.sports import is_indoor, plain_words_of, sport_of
from runlift.formats.activity.track_build import FASTEST_OF_ANY_SPORT, clean_track, ordered, raw_track

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.activity.activity import Track
    from runlift.domain.quantity import Finding
    from runlift.formats.activity.fit_scan import FitFile
    from runlift.formats.activity.track_build import RawTrack

STEPS = 2  # of both feet, for each turn of the one that is counted
DEGREES = 180 / 2**31
LARGEST_OFFSET = timedelta(hours=15)
QUARTER = timedelta(minutes=15)
_ACTIVITY_KIND = "activity"
_DAMAGED = frozenset({"truncated", "undefined", "too_many"})

_SESSION_FIELDS = (
    "timestamp", "start_time", "sport", "sub_sport", "total_elapsed_time", "total_timer_time",
    "total_distance", "total_ascent", "total_descent", "avg_heart_rate", "max_heart_rate", "avg_cadence",
    "avg_fractional_cadence", "avg_stance_time", "avg_vertical_oscillation", "avg_temperature",
)  # fmt: skip
_RECORD_FIELDS = (
    "timestamp", "distance", "speed", "enhanced_speed", "altitude", "enhanced_altitude", "heart_rate",
    "cadence", "fractional_cadence", "stance_time", "vertical_oscillation", "temperature", "position_lat",
    "position_long",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session as the file tells it, or as its record alone does.

    Attributes:
        start_s: Begin on the clock of the file [s].
        end_s: End on the clock of the file [s].
        told: The figures that the file tells, by name.
        title: Name of the sport profile.
    """

    start_s: float
    end_s: float
    told: dict[str, float | None]
    title: str = ""


def read_fit(data: bytes, source: Source) -> ActivityOutcome:
    """Read the activities of a FIT stream; of a damaged one what it still holds."""
    scan = scan_fit(data, WANTED)
    activities: list[Activity] = []
    findings: list[Finding] = []
    kinds: list[str] = []
    for file in scan.files:
        tables = FitTables(data, file)
        kind = _kind(tables)
        kinds.append(kind)
        if file.damage:
            findings.append(damage_finding(file, len(data)))
        if kind in {"", _ACTIVITY_KIND}:
            found = _activities(tables, file, source)
            activities += found
            added = tables.texts(DEVELOPER_FIELD, "field_name") if found else []
            findings += [fields_passed_over(added)] if any(added) else []
    if scan.damage and (activities or not scan.files):
        findings.append(damage_finding(scan, len(data)))
    if not activities:
        foreign = sorted({kind for kind in kinds if kind not in {"", _ACTIVITY_KIND}})
        findings.append(not_an_activity(foreign) if foreign else nothing_in_it(damaged=bool(findings)))
    return ActivityOutcome(activities=tuple(activities), findings=_once(findings))


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the first finding of each kind: a stream may hold a thousand files with the same damage."""
    first: dict[str, Finding] = {}
    for each in findings:
        first.setdefault(each.code, each)
    return tuple(first.values())


def _kind(tables: FitTables) -> str:
    """Return the profile's word for the kind of file; empty where it tells none that is known."""
    rows = tables.rows(FILE_ID, ("type",))
    return words_of("file", rows[0]["type"]) if rows else ""


def _activities(tables: FitTables, file: FitFile, source: Source) -> list[Activity]:
    shift, offset = clock_of(tables)
    raw = record_of(tables, shift)
    source = _with_maker(source, tables)
    sessions = _sessions(tables, raw, shift)
    partial = file.damage in _DAMAGED
    found = [_activity(each, tables, raw, offset, source, partial=partial) for each in sessions]
    return [each for each in found if is_something(each)]


def record_of(tables: FitTables, shift: float | None = None) -> RawTrack:
    """Return the record of a file, in order of time.

    Args:
        tables: The messages.
        shift: What times that count from when the device was switched on lack [s]; None where unknown.
    """
    told = tables.columns(RECORD, _RECORD_FIELDS)
    old_speed, old_distance = tables.speed_and_distance()
    cadence = told["cadence"] + np.nan_to_num(told["fractional_cadence"])
    return ordered(
        raw_track(
            _absolute(told["timestamp"], shift),
            distance_m=_first(told["distance"], old_distance),
            speed=_first(told["enhanced_speed"], told["speed"], old_speed),
            altitude_m=_first(told["enhanced_altitude"], told["altitude"]),
            heart_rate=told["heart_rate"],
            cadence=cadence,
            ground_contact_ms=told["stance_time"],
            vertical_oscillation_mm=told["vertical_oscillation"],
            temperature_c=told["temperature"],
            latitude=told["position_lat"] * DEGREES,
            longitude=told["position_long"] * DEGREES,
        )
    )


def _first(*columns: np.ndarray) -> np.ndarray:
    """Return of several columns the first that has a value."""
    chosen = columns[0]
    for column in columns[1:]:
        chosen = np.where(np.isfinite(chosen), chosen, column)
    return chosen


def _absolute(times: np.ndarray, shift: float | None) -> np.ndarray:
    """Return times with those that only count from when the device was switched on put right, or NaN."""
    with np.errstate(invalid="ignore"):
        return np.where(times >= RELATIVE_BELOW, times, times + (np.nan if shift is None else shift))


def clock_of(tables: FitTables) -> tuple[float | None, timedelta | None]:
    """Return what relative times of a file lack [s], and what the runner's clock was ahead of UTC.

    A device that never learnt the time counts from when it was switched on. Where such a file tells the local
    time of its end, all is told in local time, as if that were UTC.
    """
    for row in tables.rows(ACTIVITY, ("timestamp", "local_timestamp")):
        utc, local = row["timestamp"], row["local_timestamp"]
        if utc is None or local is None or local < RELATIVE_BELOW:
            continue
        if utc < RELATIVE_BELOW:
            return local - utc, timedelta()
        offset = round(timedelta(seconds=local - utc) / QUARTER) * QUARTER
        return None, offset if abs(offset) <= LARGEST_OFFSET else None
    return None, None


def _with_maker(source: Source, tables: FitTables) -> Source:
    rows = tables.rows(FILE_ID, ("manufacturer",))
    maker = words_of("manufacturer", rows[0]["manufacturer"]) if rows else ""
    return Source(format=ActivityFormat.FIT, name=source.name, digest=source.digest, maker=maker)


def _sessions(tables: FitTables, raw: RawTrack, shift: float | None) -> list[Session]:
    """Return the sessions of a file; one over the whole record where it tells none."""
    rows = [_on_clock(row, shift) for row in tables.rows(SESSION, _SESSION_FIELDS)]
    titles = tables.texts(SESSION, "sport_profile_name")
    told = [(_start(row), row, title) for row, title in zip(rows, titles, strict=True)]
    known = sorted(((start, row, title) for start, row, title in told if start), key=lambda each: each[0])
    if known:
        nexts = [start for start, _, _ in known[1:]] + [np.inf]
        return [
            Session(start_s=start, end_s=min(_end(start, row), after), told=row, title=title)
            for (start, row, title), after in zip(known, nexts, strict=True)
        ]
    if not len(raw.time_s):
        return []
    whole = {**dict.fromkeys(_SESSION_FIELDS), **_only_sport(tables)}
    return [Session(start_s=float(raw.time_s[0]), end_s=float(raw.time_s[-1]), told=whole)]


def _on_clock(row: dict[str, float | None], shift: float | None) -> dict[str, float | None]:
    """Return a message with its relative times put right, as far as that is possible."""
    return {**row, **{name: _mended(row[name], shift) for name in ("timestamp", "start_time")}}


def _mended(time: float | None, shift: float | None) -> float | None:
    if time is None or time >= RELATIVE_BELOW:
        return time
    return None if shift is None else time + shift


def _start(row: dict[str, float | None]) -> float | None:
    """Return when a session began; None where no clock tells."""
    start = row["start_time"]
    if start is None and row["timestamp"] is not None:
        start = row["timestamp"] - (row["total_elapsed_time"] or 0.0)
    return start


def _end(start: float, row: dict[str, float | None]) -> float:
    """Return when a session ended; some devices write its begin for that."""
    told = row["timestamp"] or start
    return told if told > start else start + (row["total_elapsed_time"] or 0.0)


def _only_sport(tables: FitTables) -> dict[str, float | None]:
    """Return the sport where no session tells it: as set on the watch, else as the laps have it."""
    for message in (SPORT, LAP):
        for row in tables.rows(message, ("sport", "sub_sport")):
            if row["sport"] is not None:
                return row
    return {}


def _activity(
    session: Session,
    tables: FitTables,
    raw: RawTrack,
    offset: timedelta | None,
    source: Source,
    *,
    partial: bool,
) -> Activity:
    told = session.told
    words = (words_of("sport", told["sport"]), words_of("sub_sport", told["sub_sport"]))
    sport = _sport(words)
    track = _track(session, raw, sport)
    activity = Activity(
        sport=sport,
        starts_at=datetime.fromtimestamp(session.start_s + EPOCH_S, tz=UTC),
        source=source,
        utc_offset=offset,
        sport_words=" ".join(plain_words_of(word) for word in words if word not in {"", "generic"}),
        title=session.title,
        indoor=is_indoor(*words),
        distance_m=told["total_distance"] or None,
        duration_s=told["total_timer_time"] or None,
        elapsed_s=told["total_elapsed_time"] or None,
        ascent_m=told["total_ascent"],
        descent_m=told["total_descent"],
        heart_rate=told["avg_heart_rate"],
        heart_rate_max=told["max_heart_rate"],
        cadence=_steps(told, sport),
        ground_contact_ms=told["avg_stance_time"] or None,
        vertical_oscillation_mm=told["avg_vertical_oscillation"] or None,
        temperature_c=told["avg_temperature"],
        track=track,
        laps=_laps(session, tables),
        sets=watch_sets(tables, session.start_s, session.end_s) if sport is Sport.STRENGTH else (),
        partial=partial,
    )
    return summarised(activity)


def _sport(words: tuple[str, str]) -> Sport:
    """Return what was done; `training` alone is strength work only where the second word says so."""
    sport, sub_sport = words
    if sport in {"training", "fitness_equipment", "generic", ""} and sub_sport:
        return sport_of(sub_sport, sport)
    return sport_of(sport)


def _steps(told: dict[str, float | None], sport: Sport) -> float | None:
    cadence = told["avg_cadence"]
    if cadence is None or sport is not Sport.RUN:
        return None
    return STEPS * (cadence + (told["avg_fractional_cadence"] or 0.0)) or None


def _track(session: Session, raw: RawTrack, sport: Sport) -> Track | None:
    inside = np.flatnonzero((raw.time_s >= session.start_s) & (raw.time_s <= session.end_s))
    if not len(inside):
        return None
    part = raw.at(inside)
    is_run = sport in {Sport.RUN, Sport.UNKNOWN}
    fastest = number("recorded_speed_most") if is_run else FASTEST_OF_ANY_SPORT
    np.multiply(part.cadence, STEPS, out=part.cadence)
    return clean_track(part, session.start_s, fastest=fastest)


def _laps(session: Session, tables: FitTables) -> tuple[Lap, ...]:
    names = ("start_time", "total_timer_time", "total_distance", "avg_heart_rate")
    return tuple(
        Lap(
            starts_after_s=row["start_time"] - session.start_s,
            duration_s=row["total_timer_time"],
            distance_m=row["total_distance"],
            heart_rate=row["avg_heart_rate"],
        )
        for row in tables.rows(LAP, names)
        if row["start_time"] is not None
        and row["total_timer_time"] is not None
        and session.start_s <= row["start_time"] < session.end_s
    )
