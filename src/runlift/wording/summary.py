"""A whole plan in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.quantity import Severity
from runlift.wording.names import long_day_words, points_words

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
    return (
        f"{len(plan.sessions)} strength sessions in {len(plan.weeks)} weeks{left_out}. "
        f"Placement {plan.proof.status}: it costs the running {points_words(plan.proof.objective)}, "
        f"and no placement costs less than {points_words(plan.proof.bound)}."
    )


def notes_of(plan: Plan) -> list[str]:
    """Return what the runner should know first, warnings before notes."""
    order = list(Severity)
    told = sorted(plan.warnings, key=lambda finding: order.index(finding.severity))
    return [" ".join(f"{each.place} {each.message} {each.remedy}".split()) for each in told]


def cited_rows(plan: Plan) -> list[str]:
    """Return the ids of all evidence rows the plan rests on, each once, sorted."""
    return sorted({row for reason in _reasons(plan) for row in reason.evidence})


def _reasons(plan: Plan) -> Iterator[Reason]:
    for week in plan.weeks:
        yield from week.reasons
    for session in plan.sessions:
        yield from session.reasons
        for exercise in session.exercises:
            yield from exercise.reasons
    yield from (unmet.reason for unmet in plan.unmet)
