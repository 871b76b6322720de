"""What is told about a plan that was understood: unsure readings, strength already there, nothing to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.other_training import WEIGHTS_WHILE_RUNNING
from runlift.domain.running.plan import RunKind
from runlift.domain.running.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.running.plan import Run, RunningPlan


def unsure_readings(plan: RunningPlan, places: Mapping[str, str]) -> list[Finding]:
    """Tell once for each title that is unsure, with the first place it stands at."""
    unsure: dict[str, list[Run]] = {}
    for run in plan.runs():
        if run.confidence < number("confidence_asked_below"):
            unsure.setdefault(_same(run.title), []).append(run)
    return [_unsure_title(runs, places.get(runs[0].id, "")) for runs in unsure.values()]


def _same(title: str) -> str:
    return " ".join(title.casefold().split())


def _unsure_title(runs: list[Run], place: str) -> Finding:
    first = runs[0]
    times = "" if len(runs) == 1 else f" ({len(runs)} times)"
    return Finding(
        severity=Severity.WARNING,
        code="unsure_reading",
        message=f"It is unsure what {first.title!r} on {first.date}{times} means;"
        f" it is taken as {first.kind.value}.",
        place=place,
        remedy="Say what it is in the corrections file.",
    )


def strength_in_plan(plan: RunningPlan, *, keep_strength: bool) -> list[Finding]:
    """Tell how many strength sessions the running plan holds already."""
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


def weights_while_running(plan: RunningPlan) -> list[Finding]:
    """Tell that weights carried while running are refused, and the run is taken without them."""
    runs = [run for run in plan.runs() if run.kind.is_run and WEIGHTS_WHILE_RUNNING.search(plain(run.title))]
    if not runs:
        return []
    return [
        Finding(
            severity=Severity.NOTE,
            code="weights_while_running",
            message=f"The plan has weights carried on a run ({runs[0].title!r} on {runs[0].date}):"
            " that is refused, since the arms swing less and impact may rise (X25);"
            " the run is taken without them.",
            place=plan.name,
            remedy="Run without the weights.",
        )
    ]


def no_runs(plan: RunningPlan) -> list[Finding]:
    """Tell when nothing is run in the whole plan."""
    if any(run.kind.is_run for run in plan.runs()):
        return []
    return [
        Finding(
            severity=Severity.WARNING,
            code="no_runs",
            message="No run was found in the plan.",
            place=plan.name,
            remedy="Check that the file is a running plan, or correct its entries in the corrections file.",
        )
    ]
