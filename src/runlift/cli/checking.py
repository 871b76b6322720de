"""`runlift check`: the safety check of a finished plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runlift.bootstrap import check
from runlift.cli.console import console, print_json
from runlift.domain.safety.check import is_refused
from runlift.domain.safety.rules import RULES
from runlift.wording.finding import finding_words
from runlift.wording.verdict import verdict_finding

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict


def print_check(plan: Plan, *, as_json: bool) -> bool:
    """Print what the check says; return whether any rule refuses the plan."""
    verdicts = check(plan)
    refused = is_refused(verdicts)
    if as_json:
        print_json(
            {"passed": not refused, "rules": len(RULES), "verdicts": [_document(each) for each in verdicts]}
        )
        return refused
    out = console()
    for verdict in verdicts:
        out.print(f"{verdict.level.value}: {finding_words(verdict_finding(verdict))}", markup=False)
    count = f"{len(plan.sessions)} sessions, {len(plan.runs)} runs, {len(RULES)} rules"
    out.print(f"{'Refused' if refused else 'Passed'}: {count}.")
    return refused


def _document(verdict: Verdict) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "level": verdict.level.value,
        "date": verdict.date.isoformat() if verdict.date else None,
        "uid": verdict.uid,
        "exercise_id": verdict.exercise,
        "message": verdict_finding(verdict).message,
        "evidence": list(verdict.reason.evidence),
        "numbers": dict(verdict.reason.numbers),
    }
