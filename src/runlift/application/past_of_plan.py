"""What a plan itself tells of its past, so that it can be placed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.adjustment.body import body_of, with_body
from runlift.domain.adjustment.breaks import known_breaks
from runlift.domain.adjustment.easings import easings, next_leg_session, next_session
from runlift.domain.adjustment.logged import known_on
from runlift.domain.adjustment.pain import restrictions
from runlift.domain.adjustment.rested import as_rested, rests_of
from runlift.domain.adjustment.standing import latest_outcomes, standing
from runlift.domain.exercise.catalogue import catalogue, leg_exercises
from runlift.domain.plan.body import NOTHING_KNOWN
from runlift.domain.plan.past import Past
from runlift.domain.plan.session import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.adjustment.breaks import KnownBreaks
    from runlift.domain.adjustment.rested import Rest
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.quantity import Reason


def exercises_of(sessions: Iterable[PlannedSession]) -> Mapping[str, frozenset[str]]:
    """Return the exercises of each session but those of its warm-up, by its uid."""
    return {
        session.uid: frozenset(one.exercise for one in session.exercises if one.role is not Role.WARM_UP)
        for session in sessions
    }


def where_all_stands(
    sessions: Sequence[PlannedSession],
    ill: Sequence[Easing],
    resting: Sequence[Rest],
    *,
    back: date,
    legs_back: date,
    known: KnownBreaks,
) -> tuple[Mapping[str, Progress], Mapping[str, tuple[Reason, ...]]]:
    """Return where each exercise stands, by id, and why.

    Args:
        sessions: Sessions of the past with their outcomes.
        ill: Days on which nothing was trained because of illness.
        resting: Days on which exercises rested because something hurt.
        back: Day of the next session.
        legs_back: Day of the next session that loads the legs.
        known: Breaks that the version before knew.
    """
    all_of = standing(sessions, ill, back=back, legs_back=legs_back, known=known, legs=leg_exercises())
    stands, rested = as_rested(all_of, sessions, resting, back=back)
    told = {id_: each.reasons for id_, each in latest_outcomes(sessions).items() if each.reasons}
    return stands, told | {id_: (*told.get(id_, ()), why) for id_, why in rested.items()}


def past_before(diary: Diary, athlete: Athlete, *, first_day: date, today: date) -> Past | None:
    """Return what the diary tells that matters to a season's first plan; None when it tells nothing of it.

    Args:
        diary: All that was told.
        athlete: Who told it.
        first_day: First day of the season.
        today: The day it is.
    """
    diary = known_on(diary, max(first_day, today))
    told = Past(
        began=first_day,
        starts={},
        standing={},
        easings=easings(diary, (), (), began=first_day, today=today),
        restrictions=restrictions(diary, catalogue(), began=first_day),
    )
    body = body_of(diary, athlete, catalogue(), today=max(first_day, today))
    past = with_body(told, body, catalogue(), athlete)
    return past if _is_limited(past) else None


def _is_limited(made_from: Past | Plan) -> bool:
    limits = made_from.easings or made_from.restrictions
    return bool(limits) or made_from.body != NOTHING_KNOWN


def past_of(plan: Plan) -> Past | None:
    """Return the past that a plan was made from; None for one made from files alone at its start."""
    if plan.began == plan.first_day and not plan.past and not _is_limited(plan):
        return None
    stands, told = where_all_stands(
        plan.past,
        plan.easings,
        rests_of(plan.restrictions),
        back=next_session(plan.sessions, today=plan.first_day),
        legs_back=next_leg_session(plan.sessions, leg_exercises(), today=plan.first_day),
        known=known_breaks(plan.easings, first_day=plan.first_day),
    )
    return Past(
        began=plan.began,
        sessions=plan.past,
        lifts=plan.lifts,
        exercises=exercises_of(plan.ahead),
        starts={session.uid: session.was_at for session in plan.ahead if session.was_at},
        standing=stands,
        told=told,
        easings=plan.easings,
        restrictions=plan.restrictions,
        limits=plan.limits,
        focuses=plan.focuses,
        routines=plan.routines,
        placed_routines=plan.placed_routines,
        body=plan.body,
    )
