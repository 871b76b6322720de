"""The one gate that every finished plan passes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.quantity import Reason
from runlift.domain.safety.case import case_of
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.structure import finite_numbers
from runlift.domain.safety.verdict import Level, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.athlete.profile import Race
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.rules import Rule
    from runlift.domain.safety.verdict import Breach

FORM = ("K019",)


def check_plan(
    plan: Plan, exercises: Mapping[str, Exercise], *, races: tuple[Race, ...] | None = None
) -> tuple[Verdict, ...]:
    """Return all that is held against a plan, by day; a plan may be followed when nothing refuses it.

    Args:
        plan: The finished plan.
        exercises: The catalogue by id.
        races: The races, or None to find them in the runner's own and in the plan.
    """
    broken = [_verdict("finite_numbers", Level.REFUSE, FORM, found) for found in finite_numbers(plan)]
    if broken:
        return tuple(broken)
    case = case_of(plan, exercises, races)
    held = [_told(rule, found) for rule in RULES for found in rule.check(case)]
    return tuple(sorted(dict.fromkeys(held), key=_order))


def is_refused(verdicts: tuple[Verdict, ...]) -> bool:
    """Tell whether a plan must not be followed."""
    return any(verdict.level is Level.REFUSE for verdict in verdicts)


def _told(rule: Rule, found: Breach) -> Verdict:
    return _verdict(rule.id, rule.level, rule.evidence, found)


def _verdict(rule: str, level: Level, evidence: tuple[str, ...], found: Breach) -> Verdict:
    return Verdict(
        rule=rule,
        level=level,
        date=found.date,
        uid=found.uid,
        exercise=found.exercise,
        reason=Reason(rule=rule, evidence=evidence, numbers=found.numbers),
    )


def _order(verdict: Verdict) -> tuple[str, str, str, str, str]:
    day = verdict.date.isoformat() if verdict.date else ""
    return day, verdict.uid, verdict.exercise, verdict.rule, repr(verdict.reason.numbers)
