"""The understanding of a plan: each day's words become runs of a kind, with what is unsure told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.running.corrections import corrected
from runlift.domain.running.entry_runs import runs_of_entry
from runlift.domain.running.long_run import with_long_runs
from runlift.domain.running.plan import TO_BE_REPLACED, Run, RunKind, RunningDay, RunningPlan
from runlift.domain.running.plan_findings import (
    no_runs,
    strength_in_plan,
    unsure_readings,
    weights_while_running,
)
from runlift.domain.running.plan_unit import unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.quantity import Finding
    from runlift.domain.running.entry import Correction, DistanceUnit, PlanEntries, PlanEntry

STRENGTH_REPLACED = f"Strength of the plan, {TO_BE_REPLACED}."
STRENGTH_KEPT = "Strength of the plan; it is kept."


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
        *unsure_readings(plan, places),
        *strength_in_plan(plan, keep_strength=keep_strength),
        *weights_while_running(plan),
        *no_runs(plan),
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
        return RunningDay(
            date=day, runs=(Run(id=f"{day}/1", date=day, kind=RunKind.REST, key=False, title=""),)
        )
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


def _with_strength_noted(day: RunningDay, *, keep_strength: bool) -> RunningDay:
    note = STRENGTH_KEPT if keep_strength else STRENGTH_REPLACED
    runs = tuple(
        replace(run, note=f"{run.note}\n{note}".strip()) if run.kind is RunKind.STRENGTH else run
        for run in day.runs
    )
    return replace(day, runs=runs)
