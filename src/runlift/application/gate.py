"""The gate: no plan is made, followed or handed out before the safety check has let it through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.error import PlanRefusedError
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict

REQUEST_RULE = "no_weights_while_running"  # a wish that no plan grants, not a fault of the plan


def let_through(plan: Plan, *, made_here: bool) -> tuple[Verdict, ...]:
    """Return what the safety check tells of a plan that nothing refuses.

    Args:
        plan: The plan.
        made_here: Whether the planner has just made it, so that a refusal is a defect.

    Raises:
        PlanRefusedError: A rule of level `refuse` is broken.
    """
    verdicts = check_plan(plan, catalogue())
    refused = _refusals(verdicts)
    if refused:
        raise PlanRefusedError(refused, made_here=made_here)
    return verdicts


def refusals(plan: Plan) -> tuple[Verdict, ...]:
    """Return what refuses a plan, for who only looks at it; nothing when it may be followed."""
    return _refusals(check_plan(plan, catalogue()))


def _refusals(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    return tuple(each for each in verdicts if each.level is Level.REFUSE and each.rule != REQUEST_RULE)
