"""Verdicts of the safety check as findings for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.body import NOTHING_KNOWN
from runlift.domain.quantity import Finding, Severity
from runlift.domain.safety.verdict import Level
from runlift.wording.check_words import CHECK_WORDS
from runlift.wording.names import day_words, figure_words, long_day_words

if TYPE_CHECKING:
    from runlift.domain.plan.body import AcceptedWarning, Body
    from runlift.domain.safety.verdict import Verdict

REMEDY = "Change the running plan or the athlete file and plan again; a refused plan is not to be followed."
REQUEST_REMEDY = "Take the wish out of the athlete file."
REQUEST = "no_weights_while_running"


def acceptance_of(verdict: Verdict, body: Body) -> AcceptedWarning | None:
    """Return that somebody goes on despite a verdict; of what is refused, nobody can."""
    if verdict.level is Level.REFUSE:
        return None
    return next((each for each in body.accepted if each.rule == verdict.rule), None)


def verdict_finding(verdict: Verdict, body: Body = NOTHING_KNOWN) -> Finding:
    """Return a verdict as a finding: what was found and where, the figures, the rows behind the rule.

    Args:
        verdict: The verdict.
        body: Holds the warnings that somebody goes on despite; these become notes and say so.
    """
    refused = verdict.level is Level.REFUSE
    accepted = acceptance_of(verdict, body)
    remedy = REQUEST_REMEDY if verdict.rule == REQUEST else REMEDY if refused else ""
    return Finding(
        severity=Severity.ERROR if refused else Severity.NOTE if accepted else Severity.WARNING,
        code=verdict.rule,
        message=verdict_words(verdict),
        place=place_words(verdict),
        remedy=accepted_words(accepted) if accepted else remedy,
    )


def verdict_words(verdict: Verdict) -> str:
    """Return what was found, with its figures and the evidence rows."""
    figures = ", ".join(f"{_spaced(name)} {figure_words(value)}" for name, value in verdict.reason.numbers)
    found = f" ({figures})" if figures else ""
    return f"{CHECK_WORDS[verdict.rule]}{found} [{', '.join(verdict.reason.evidence)}]"


def accepted_words(accepted: AcceptedWarning) -> str:
    """Return who goes on despite a warning, since when and why."""
    return f"gone on with since {day_words(accepted.since)} by {accepted.by}: {accepted.reason}"


def place_words(verdict: Verdict) -> str:
    """Return the day and the exercise a verdict speaks of; the session's id when it has no day."""
    known = catalogue().get(verdict.exercise)
    exercise = known.name if known else verdict.exercise
    day = long_day_words(verdict.date) if verdict.date else verdict.uid
    return ", ".join(part for part in (day, exercise) if part)


def _spaced(name: str) -> str:
    return name.replace("_", " ")
