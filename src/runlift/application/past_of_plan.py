"""What a plan itself tells of its past, so that it can be placed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.adjustment.breaks import known_breaks
from runlift.domain.adjustment.easings import next_session
from runlift.domain.adjustment.standing import latest_outcomes, standing
from runlift.domain.plan.past import Past
from runlift.domain.plan.session import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession


def exercises_of(sessions: Iterable[PlannedSession]) -> Mapping[str, frozenset[str]]:
    """Return the exercises of each session but those of its warm-up, by its uid."""
    return {
        session.uid: frozenset(one.exercise for one in session.exercises if one.role is not Role.WARM_UP)
        for session in sessions
    }


def past_of(plan: Plan) -> Past | None:
    """Return the past that a plan was made from; None for one that was made at the start of its season."""
    if plan.began == plan.first_day and not plan.past:
        return None
    return Past(
        began=plan.began,
        sessions=plan.past,
        lifts=plan.lifts,
        exercises=exercises_of(plan.ahead),
        starts={session.uid: session.was_at for session in plan.ahead if session.was_at},
        standing=standing(
            plan.past,
            plan.easings,
            back=next_session(plan.sessions, today=plan.first_day),
            known=known_breaks(plan.easings, first_day=plan.first_day),
        ),
        told={id_: each.reasons for id_, each in latest_outcomes(plan.past).items() if each.reasons},
        easings=plan.easings,
        restrictions=plan.restrictions,
    )
