"""Corrections: what the runner says an entry really is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.running.entry import Correction
    from runlift.domain.running.plan import Run, RunningDay


def corrected(
    days: Iterable[RunningDay], corrections: Sequence[Correction]
) -> tuple[tuple[RunningDay, ...], tuple[Finding, ...]]:
    """Return the days with the corrections applied, and findings for those that no longer fit."""
    by_date = {day.date: day for day in days}
    findings: list[Finding] = []
    for correction in corrections:
        day = by_date.get(correction.date)
        run = _meant(day, correction)
        if day is None or run is None:
            findings.append(_not_applied(correction, day))
            continue
        changed = corrected_run(run, correction)
        by_date[day.date] = replace(day, runs=tuple(changed if other is run else other for other in day.runs))
    return tuple(by_date.values()), tuple(findings)


def corrected_run(run: Run, correction: Correction) -> Run:
    """Return a run as the runner corrected it; what the correction leaves open stays."""
    kind = correction.kind or run.kind
    key = correction.key
    if key is None:
        key = run.key if correction.kind is None else kind.is_key
    return replace(
        run,
        kind=kind,
        key=key,
        distance_m=run.distance_m if correction.distance_m is None else correction.distance_m,
        duration_s=run.duration_s if correction.duration_s is None else correction.duration_s,
        movable=run.movable if correction.movable is None else correction.movable,
        confidence=number("confidence_stated"),
    )


def _meant(day: RunningDay | None, correction: Correction) -> Run | None:
    if day is None or not 1 <= correction.number <= len(day.runs):
        return None
    run = day.runs[correction.number - 1]
    return run if _same_words(run.title, correction.title) else None


def _same_words(title: str, other: str) -> bool:
    return " ".join(title.casefold().split()) == " ".join(other.casefold().split())


def _not_applied(correction: Correction, day: RunningDay | None) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="correction_not_applied",
        message=f"The correction for {correction.date} is not applied: {_misfit(correction, day)}.",
        place=f"corrections, {correction.date} entry {correction.number}",
        remedy="Change the correction's date, number and title to the plan's, or remove it.",
    )


def _misfit(correction: Correction, day: RunningDay | None) -> str:
    if day is None:
        return "the plan does not reach that day"
    if not 1 <= correction.number <= len(day.runs):
        return f"the day has no entry {correction.number}"
    title = day.runs[correction.number - 1].title
    return f"it was for {correction.title!r}, the plan now says {title!r}"
