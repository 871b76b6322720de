"""What a plan itself tells of its past, so that it can be placed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.adjustment.standing import standing
from runlift.domain.plan.past import Past

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan


def past_of(plan: Plan) -> Past | None:
    """Return the past that a plan was made from; None for one that was made at the start of its season."""
    if plan.began == plan.first_day and not plan.past:
        return None
    return Past(
        began=plan.began,
        sessions=plan.past,
        lifts=plan.lifts,
        starts={session.uid: session.was_at for session in plan.ahead if session.was_at},
        standing=standing(plan.past, today=plan.first_day),
        easings=plan.easings,
        restrictions=plan.restrictions,
    )
