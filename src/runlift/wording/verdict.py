"""Verdicts of the safety check as findings for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding, Severity
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.verdict import Level
from runlift.wording.names import figure_words, spaced

if TYPE_CHECKING:
    from runlift.domain.safety.verdict import Verdict

REMEDY = "Change the running plan or the athlete file and plan again; a refused plan is not to be followed."


def verdict_finding(verdict: Verdict) -> Finding:
    """Return a verdict as a finding: the rule in words, the figures, the rows behind it."""
    refused = verdict.level is Level.REFUSE
    where = " ".join(str(part) for part in (verdict.date, verdict.uid, verdict.exercise) if part)
    return Finding(
        severity=Severity.ERROR if refused else Severity.WARNING,
        code=verdict.rule,
        message=verdict_words(verdict),
        place=where,
        remedy=REMEDY if refused else "",
    )


def verdict_words(verdict: Verdict) -> str:
    """Return what the rule holds, what was found, and the evidence rows."""
    says = {rule.id: rule.says for rule in RULES}[verdict.rule]
    figures = ", ".join(f"{spaced(name)} {figure_words(value)}" for name, value in verdict.reason.numbers)
    found = f" Found: {figures}." if figures else ""
    return f"{says}{found} [{', '.join(verdict.reason.evidence)}]"
