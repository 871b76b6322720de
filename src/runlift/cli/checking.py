"""`runlift check`: the safety check of a finished plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from runlift.bootstrap import check, current_day
from runlift.cli.console import console, print_json
from runlift.domain.adjustment.body import accepted_warnings
from runlift.domain.safety.check import is_refused
from runlift.domain.safety.rules import RULES
from runlift.wording.finding import finding_words
from runlift.wording.verdict import acceptance_of, accepted_words, verdict_finding

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.body import Body
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict


def print_check(plan: Plan, told: Diary | None, *, as_json: bool) -> bool:
    """Print what the check says; return whether any rule refuses the plan.

    Args:
        plan: The plan.
        told: The diary of who follows it, for the warnings gone on with since the plan was made.
        as_json: Whether for programs.
    """
    verdicts, body = check(plan), plan.body
    if told is not None:
        body = replace(body, accepted=accepted_warnings(told, today=current_day()))
    refused = is_refused(verdicts)
    if as_json:
        print_json(
            {
                "passed": not refused,
                "rules": len(RULES),
                "verdicts": [_document(each, body) for each in verdicts],
            }
        )
        return refused
    out = console()
    for verdict in verdicts:
        level = "accepted" if acceptance_of(verdict, body) else verdict.level.value
        out.print(f"{level}: {finding_words(verdict_finding(verdict, body))}", markup=False)
    count = f"{len(plan.sessions)} sessions, {len(plan.runs)} runs, {len(RULES)} rules"
    out.print(f"{'Refused' if refused else 'Passed'}: {count}.")
    return refused


def _document(verdict: Verdict, body: Body) -> dict[str, Any]:
    accepted = acceptance_of(verdict, body)
    return {
        "rule": verdict.rule,
        "level": verdict.level.value,
        "date": verdict.date.isoformat() if verdict.date else None,
        "uid": verdict.uid,
        "exercise_id": verdict.exercise,
        "message": verdict_finding(verdict).message,
        "evidence": list(verdict.reason.evidence),
        "numbers": dict(verdict.reason.numbers),
        "accepted": accepted and accepted_words(accepted),
    }
