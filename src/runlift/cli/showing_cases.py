"""`runlift cases`: what situations of the body change in a plan, exercise by exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.cases import CaseOutcome, cases, outcome_of
from runlift.application.tell_checks import error, refuse
from runlift.cli.console import console, print_json, working_on
from runlift.wording.names import counted, exercise_name
from runlift.wording.told import limit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.application.cases import Case


def print_cases(name: str | None, *, as_json: bool) -> None:
    """Print every case with what it changes, or one with all of it."""
    if name is not None and name not in cases():
        refuse(
            [error("unknown_case", f'"{name}" is no case', f"write one of {', '.join(cases())}", "--case")]
        )
    chosen = [case for case in cases().values() if name in {None, case.id}]
    with working_on("Planning the cases"):
        found = [(case, outcome_of(case)) for case in chosen]
    if as_json:
        print_json([_document(case, outcome) for case, outcome in found])
        return
    for case, outcome in found:
        _print(case, outcome, whole=name is not None)


def _print(case: Case, outcome: CaseOutcome, *, whole: bool) -> None:
    out = console()
    before, after = (len(plan.ahead) for plan in (outcome.plan_before, outcome.plan_after))
    out.print(f"[bold]{case.id}[/bold]: {case.words}. {counted(before, 'session')} before, {after} after.")
    out.print(f"  Gone: {_names(outcome.before - outcome.after)}", markup=False)
    out.print(f"  New: {_names(outcome.after - outcome.before)}", markup=False)
    if whole:
        out.print(f"  Before: {_names(outcome.before)}", markup=False)
        out.print(f"  After: {_names(outcome.after)}", markup=False)
        for line in limit_words(outcome.plan_after, today=outcome.plan_after.first_day):
            out.print(f"  {line}", markup=False)


def _names(exercises: Iterable[str]) -> str:
    return ", ".join(sorted(exercise_name(each) for each in exercises)) or "nothing"


def _document(case: Case, outcome: CaseOutcome) -> dict[str, object]:
    return {
        "case": case.id,
        "words": case.words,
        "before": sorted(outcome.before),
        "after": sorted(outcome.after),
        "sessions_before": len(outcome.plan_before.ahead),
        "sessions_after": len(outcome.plan_after.ahead),
    }
