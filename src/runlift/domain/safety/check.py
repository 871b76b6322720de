"""The one gate that every finished plan passes through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.quantity import Reason
from runlift.domain.safety.case import case_of
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.structure import finite_numbers
from runlift.domain.safety.verdict import Level, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

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

    What is done can no longer be changed: what the past alone breaks is not held against the plan.

    Args:
        plan: The finished plan.
        exercises: The catalogue by id.
        races: The races, or None to find them in the runner's own and in the plan.
    """
    broken = [_verdict("finite_numbers", Level.REFUSE, FORM, found) for found in finite_numbers(plan)]
    if broken:
        return tuple(broken)
    held = _held(plan, exercises, races)
    if plan.past:
        held = _to_be_mended(held, plan, _held(replace(plan, sessions=plan.past), exercises, races))
    return tuple(sorted(dict.fromkeys(held), key=_order))


def is_refused(verdicts: tuple[Verdict, ...]) -> bool:
    """Tell whether a plan must not be followed."""
    return any(verdict.level is Level.REFUSE for verdict in verdicts)


def _held(plan: Plan, exercises: Mapping[str, Exercise], races: tuple[Race, ...] | None) -> list[Verdict]:
    case = case_of(plan, exercises, races)
    return [_told(rule, found) for rule in RULES for found in rule.check(case)]


def _to_be_mended(held: list[Verdict], plan: Plan, broken: list[Verdict]) -> list[Verdict]:
    """Leave out what the past alone has broken."""
    past = {session.uid for session in plan.past}
    gone = {_place(each) for each in broken if _is_of_past(each, past, plan.first_day)}
    return [each for each in held if _place(each) not in gone]


def _is_of_past(verdict: Verdict, past: set[str], first_day: date) -> bool:
    of_days_gone = not verdict.uid and verdict.date is not None and verdict.date < first_day
    return verdict.uid in past or of_days_gone


def _place(verdict: Verdict) -> tuple[str, date | None, str, str]:
    return verdict.rule, verdict.date, verdict.uid, verdict.exercise


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
