"""The understanding of a plan: each day's words become runs of a kind, with what is unsure told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence.library import number
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.activities import Activity, activities_of
from runlift.domain.running.corrections import corrected
from runlift.domain.running.long_run import with_long_runs
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan
from runlift.domain.running.plan_unit import unit_of
from runlift.domain.running.reading import Reading, read_run
from runlift.domain.running.source_kind import activity_of_source, stated_kind
from runlift.domain.running.spelling import plain
from runlift.domain.running.totals import duration_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.running.entry import Correction, DistanceUnit, PlanEntries, PlanEntry

STRENGTH_REPLACED = "Strength of the plan; it is replaced."
STRENGTH_KEPT = "Strength of the plan; it is kept."
_SILENT_RULES = frozenset({"", "no_word_of_effort", "long_without_word", "quick_pace"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A plan as it was understood.

    Attributes:
        plan: Every day from the first to the last.
        findings: What is unsure or was assumed, and the findings of the file.
        unit: Unit that bare distances were read in.
    """

    plan: RunningPlan
    findings: tuple[Finding, ...]
    unit: DistanceUnit


def understand(
    entries: PlanEntries,
    *,
    corrections: Sequence[Correction] = (),
    unit: DistanceUnit | None = None,
    keep_strength: bool = False,
) -> Understood:
    """Understand a plan's entries.

    Args:
        entries: What the plan's file says.
        corrections: What the runner says some entries really are.
        unit: Unit of bare distances; None leaves it to the file and its words.
        keep_strength: Whether strength sessions of the plan stay as they are.
    """
    known_unit, unit_findings = unit_of(entries, unit)
    places: dict[str, str] = {}
    days = _days(entries, known_unit, places)
    days, correction_findings = corrected(days, corrections)
    days = with_long_runs(_with_strength_noted(day, keep_strength=keep_strength) for day in days)
    plan = RunningPlan(days=days, name=entries.name)
    findings = (
        *entries.findings,
        *unit_findings,
        *correction_findings,
        *_unsure(plan, places),
        *_strength_found(plan, keep_strength=keep_strength),
        *_no_runs(plan),
    )
    return Understood(plan=plan, findings=findings, unit=known_unit)


def _days(entries: PlanEntries, unit: DistanceUnit, places: dict[str, str]) -> tuple[RunningDay, ...]:
    by_date: dict[date, list[PlanEntry]] = {}
    for entry in entries.entries:
        by_date.setdefault(entry.date, []).append(entry)
    first = min((entries.first_day, *by_date))
    last = max((entries.last_day, *by_date))
    dates = (first + timedelta(days=number_of_day) for number_of_day in range((last - first).days + 1))
    return tuple(_day(day, by_date.get(day, []), unit, places) for day in dates)


def _day(day: date, entries: list[PlanEntry], unit: DistanceUnit, places: dict[str, str]) -> RunningDay:
    """Return one day; rest entries beside training are left out, and an empty day is rest."""
    read = [(entry, run) for entry in entries for run in runs_of_entry(entry, unit)]
    trained = [(entry, run) for entry, run in read if run.kind is not RunKind.REST]
    kept = trained or read[:1]
    if not kept:
        return RunningDay(date=day, runs=(Run(id=f"{day}/1", date=day, kind=RunKind.REST, key=False, title=""),))
    runs: list[Run] = []
    for position, (entry, run) in enumerate(kept, start=1):
        identity = _identity(entry, position, {*places, *(earlier.id for earlier in runs)})
        places[identity] = entry.place
        runs.append(replace(run, id=identity))
    return RunningDay(date=day, runs=tuple(runs))


def _identity(entry: PlanEntry, position: int, taken: set[str]) -> str:
    """Return an id that stays when the plan is read again, and that no other run has."""
    dated = f"{entry.date}/{position}"
    wanted = entry.source_id or dated
    choices = (wanted, f"{wanted}/{position}", f"{wanted}@{dated}")
    return next((choice for choice in choices if choice not in taken), f"{wanted}@{dated}")


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
    """Read one activity: the title first, then the file's word for the kind, then the first line of the note."""
    if activity.kind is not None:
        duration = None if activity.kind is RunKind.REST else duration_of(activity.text, unit)
        return Reading(
            kind=activity.kind, key=False, duration_s=duration, confidence=number("confidence_word"), rule="activity"
        )
    reading = read_run(activity.text, unit)
    for further in (plain(entry.source_kind), plain(entry.note.split("\n", maxsplit=1)[0])):
        if reading.rule not in _SILENT_RULES or not further:
            break
        reading = _with_further_words(reading, read_run(further, unit))
    return reading if reading.rule not in _SILENT_RULES else _long_by_field(entry, reading)


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
    seconds = entry.duration_s or (entry.distance_m or 0.0) / 1000 * number("easy_pace_assumed")
    is_long = seconds >= number("long_without_word") * 60
    kind = RunKind.LONG if is_long else reading.kind
    sure = max(reading.confidence, number("confidence_figures"))
    return replace(reading, kind=kind, key=kind.is_key, confidence=sure, rule=reading.rule or "lengths_of_file")


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


def _with_strength_noted(day: RunningDay, *, keep_strength: bool) -> RunningDay:
    note = STRENGTH_KEPT if keep_strength else STRENGTH_REPLACED
    runs = tuple(
        replace(run, note=f"{run.note}\n{note}".strip()) if run.kind is RunKind.STRENGTH else run for run in day.runs
    )
    return replace(day, runs=runs)


def _unsure(plan: RunningPlan, places: dict[str, str]) -> list[Finding]:
    """Tell once for each title that is unsure, with the first place it stands at."""
    unsure: dict[str, list[Run]] = {}
    for run in plan.runs():
        if run.confidence < number("confidence_asked_below"):
            unsure.setdefault(_same(run.title), []).append(run)
    return [_unsure_title(runs, places.get(runs[0].id, "")) for runs in unsure.values()]


def _same(title: str) -> str:
    return re.sub(r"\s+", " ", title.casefold()).strip()


def _unsure_title(runs: list[Run], place: str) -> Finding:
    first = runs[0]
    times = "" if len(runs) == 1 else f" ({len(runs)} times)"
    return Finding(
        severity=Severity.WARNING,
        code="unsure_reading",
        message=f"It is unsure what {first.title!r} on {first.date}{times} means; it is taken as {first.kind.value}.",
        place=place,
        remedy="Say what it is in the corrections file.",
    )


def _strength_found(plan: RunningPlan, *, keep_strength: bool) -> list[Finding]:
    count = sum(run.kind is RunKind.STRENGTH for run in plan.runs())
    if not count:
        return []
    fate = "kept as they are" if keep_strength else "replaced by the planned ones"
    sessions = "session" if count == 1 else "sessions"
    return [
        Finding(
            severity=Severity.NOTE,
            code="strength_in_plan",
            message=f"The running plan holds {count} strength {sessions}, to be {fate}.",
            place=plan.name,
            remedy="Say whether strength of the plan is kept or replaced.",
        )
    ]


def _no_runs(plan: RunningPlan) -> list[Finding]:
    if any(run.kind.is_run for run in plan.runs()):
        return []
    return [
        Finding(
            severity=Severity.WARNING,
            code="no_runs",
            message="No run was found in the plan.",
            place=plan.name,
            remedy="Check that the file is a running plan, or say what its entries are in the corrections file.",
        )
    ]
