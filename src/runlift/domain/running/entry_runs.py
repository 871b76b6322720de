"""The runs of one entry: its title, the file's own word for the kind, and the first line of its note."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.activities import Activity, activities_of
from runlift.domain.running.amounts import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.running.reading import Reading, read_run
from runlift.domain.running.source_kind import activity_of_source, stated_kind
from runlift.domain.running.spelling import plain
from runlift.domain.running.totals import duration_of

if TYPE_CHECKING:
    from runlift.domain.running.entry import DistanceUnit, PlanEntry

# Rules that name a kind without any word of effort; the file's further words may say more.
_SILENT_RULES = frozenset({"", "no_word_of_effort", "long_without_word", "quick_pace"})

# A name in capitals and a distance that races have, with no further word: `Northampton 10k`.
_NAMED_RACE = re.compile(r"(?:[A-Z][\w'\u2019.-]*\s+){1,4}(?:5|10|15)\s?[kK][\s!.]*")
_NO_NAME_OF_A_RACE = re.compile(
    r"\b(?:run|runs|running|treadmill|trail|road|flat|solo|loop|park|club|group|total|about|approx|up|the|last|first"
    r"|morning|lunch\w*|evening|afternoon|night|early|am|pm|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*"
    r"|hilly|normal|usual|light|home|beach|river|forest|lake|with|day|week|continuous|non-?stop)\b",
    re.IGNORECASE,
)


def runs_of_entry(entry: PlanEntry, unit: DistanceUnit) -> tuple[Run, ...]:
    """Return the runs, or other activities, of one entry; never empty."""
    words = plain(entry.title)
    stated = stated_kind(entry.source_kind)
    if stated is not None:
        return (_stated_run(entry, stated, read_run(words, unit)),)
    activities = _activities(entry, words)
    main = next((activity for activity in activities if activity.kind is None), activities[0])
    return tuple(_run(entry, activity, unit, is_main=activity is main) for activity in activities)


def _activities(entry: PlanEntry, words: str) -> tuple[Activity, ...]:
    """Return the activities of an entry, with the file's own word for its kind weighing in."""
    activities = activities_of(words)
    source = activity_of_source(entry.source_kind)
    if source is None:
        return activities
    if source.kind is None and len(activities) == 1 and activities[0].kind is not RunKind.REST:
        return (Activity(text=words, kind=None),)
    if source.kind is not None and not any(activity.kind is source.kind for activity in activities):
        return (Activity(text=words, kind=source.kind),)
    return activities


def _stated_run(entry: PlanEntry, kind: RunKind, reading: Reading) -> Run:
    return _made(
        entry,
        replace(
            reading,
            kind=kind,
            key=kind.is_key,
            distance_m=entry.distance_m or (reading.distance_m if kind.is_run else None),
            duration_s=entry.duration_s or (None if kind is RunKind.REST else reading.duration_s),
            parts=reading.parts if kind.is_run else (),
            confidence=number("confidence_stated"),
        ),
    )


def _run(entry: PlanEntry, activity: Activity, unit: DistanceUnit, *, is_main: bool) -> Run:
    reading = _reading(entry, activity, unit)
    if not is_main:
        return _made(replace(entry, start=None), reading)
    distance = (entry.distance_m or reading.distance_m) if reading.kind.is_run else None
    duration = None if reading.kind is RunKind.REST else entry.duration_s or reading.duration_s
    return _made(entry, replace(reading, distance_m=distance, duration_s=duration))


def _reading(entry: PlanEntry, activity: Activity, unit: DistanceUnit) -> Reading:
    """Read an activity: the title, then the file's word for the kind, then the first line of the note."""
    if activity.kind is not None:
        duration = None if activity.kind is RunKind.REST else duration_of(activity.text, unit)
        return Reading(
            kind=activity.kind,
            key=False,
            duration_s=duration,
            confidence=number("confidence_word"),
            rule="activity",
        )
    reading = read_run(activity.text, unit)
    for further in (plain(entry.source_kind), plain(entry.note.split("\n", maxsplit=1)[0])):
        if reading.rule not in _SILENT_RULES:
            break
        if not further:
            continue
        reading = _with_further_words(reading, read_run(further, unit))
    if reading.rule == "no_word_of_effort" and _is_named_race(entry.title):
        return replace(reading, kind=RunKind.RACE, key=True, rule="named_race")
    return reading if reading.rule not in _SILENT_RULES else _long_by_field(entry, reading)


def _is_named_race(title: str) -> bool:
    return bool(_NAMED_RACE.fullmatch(title.strip())) and not _NO_NAME_OF_A_RACE.search(title)


def _with_further_words(reading: Reading, further: Reading) -> Reading:
    """Let further words name the kind where the title is silent; the title's lengths stay."""
    if further.rule in _SILENT_RULES:
        return reading
    return replace(
        further,
        distance_m=reading.distance_m if reading.distance_m is not None else further.distance_m,
        duration_s=reading.duration_s if reading.duration_s is not None else further.duration_s,
        parts=reading.parts or further.parts,
        confidence=min(further.confidence, number("confidence_pattern")),
    )


def _long_by_field(entry: PlanEntry, reading: Reading) -> Reading:
    """Judge a silent title by the lengths that the file states beside it."""
    if entry.distance_m is None and entry.duration_s is None:
        return reading
    pace = number("easy_pace_assumed") / METRES_PER_KILOMETRE
    seconds = entry.duration_s or (entry.distance_m or 0.0) * pace
    is_long = seconds >= number("long_without_word") * SECONDS_PER_MINUTE
    kind = RunKind.LONG if is_long else reading.kind
    sure = max(reading.confidence, number("confidence_figures"))
    return replace(
        reading, kind=kind, key=kind.is_key, confidence=sure, rule=reading.rule or "lengths_of_file"
    )


def _made(entry: PlanEntry, reading: Reading) -> Run:
    return Run(
        id="",
        date=entry.date,
        kind=reading.kind,
        key=reading.key if entry.key is None else entry.key,
        title=entry.title,
        start=entry.start,
        distance_m=reading.distance_m,
        duration_s=reading.duration_s,
        parts=reading.parts,
        confidence=reading.confidence,
        movable=bool(entry.movable),
        note=entry.note,
    )
