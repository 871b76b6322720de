"""A whole plan in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.quantity import Severity
from runlift.wording.finding import finding_words
from runlift.wording.names import counted, long_day_words, points_words
from runlift.wording.rule import rule_words
from runlift.wording.told import limit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.plan import Plan
    from runlift.domain.quantity import Reason


def title_words(plan: Plan) -> str:
    """Return the title of a plan."""
    whose = f" for {plan.athlete.name}" if plan.athlete.name else ""
    return f"Strength plan{whose}, from {long_day_words(plan.first_day)}"


def summary_words(plan: Plan) -> str:
    """Return how much is planned and how well it is placed."""
    left_out = f", {len(plan.unmet)} left out" if plan.unmet else ""
    planned = (
        f"{counted(len(plan.sessions), 'strength session')} in {counted(len(plan.weeks), 'week')}{left_out}."
    )
    if not plan.sessions:
        return planned
    return (
        f"{planned} Together they disturb your running by {points_words(plan.proof.objective)}, and it is "
        f"proven that no other days and hours would disturb it by less than {points_words(plan.proof.bound)}."
    )


def bill_words(plan: Plan) -> list[str]:
    """Return where the disturbance comes from, the largest part first."""
    bill = sorted(plan.proof.bill, key=lambda charge: (-charge.cost, charge.rule))
    return [f"{rule_words(charge.rule)}: {points_words(charge.cost)}" for charge in bill if charge.cost]


def notes_of(plan: Plan) -> list[str]:
    """Return what the runner should know first: what is left out, warnings, notes, each once."""
    order = list(Severity)
    told = sorted(plan.warnings, key=lambda finding: order.index(finding.severity))
    limits = limit_words(plan, today=plan.first_day)
    return list(dict.fromkeys((*limits, *(finding_words(finding) for finding in told))))


def cited_rows(plan: Plan) -> list[str]:
    """Return the ids of all evidence rows the plan rests on, each once, sorted."""
    cited = {row for reason in _reasons(plan) for row in reason.evidence}
    return sorted(cited | {row for charge in plan.proof.bill for row in charge.evidence})


def _reasons(plan: Plan) -> Iterator[Reason]:
    for week in plan.weeks:
        yield from week.reasons
    for session in plan.sessions:
        yield from session.reasons
        for exercise in (*session.exercises, *session.ten_minutes):
            yield from exercise.reasons
    for routine in plan.placed_routines:
        yield from routine.reasons
    for limits in (plan.easings, plan.restrictions, plan.limits, plan.focuses, plan.routines):
        yield from (each.reason for each in limits)
    yield from (unmet.reason for unmet in plan.unmet)
