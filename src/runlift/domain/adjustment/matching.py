"""Which logged session stands for which planned one; none counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.session import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runlift.domain.adjustment.logged import Logged
    from runlift.domain.plan.session import PlannedSession


def matched(planned: Sequence[PlannedSession], logged: Sequence[Logged]) -> Mapping[str, Logged]:
    """Return the logged session of each planned one that has one, by uid.

    A session logged under its own uid is that session. One logged otherwise, in a gym app for instance,
    counts for the planned one of its day that it shares an exercise with; when all of these have found
    theirs, for the nearest of its week, before or after, of whose exercises it holds enough. Anything else
    is beside the plan: what is still ahead must not be crossed off by other work.

    Source: J012
    """
    uids = {session.uid for session in planned}
    found = {one.id: one for one in logged if one.id in uids}
    left: list[Logged] = []
    for one in logged:
        if one.id not in uids and one.sets:
            session = _of_day(one, _free(planned, found))
            found |= {session.uid: one} if session is not None else {}
            left += [] if session is not None else [one]
    for one in left:
        session = _of_week(one, _free(planned, found))
        found |= {session.uid: one} if session is not None else {}
    return found


def _free(planned: Sequence[PlannedSession], found: Mapping[str, Logged]) -> list[PlannedSession]:
    return [session for session in planned if session.uid not in found]


def planned_sessions(sessions: Sequence[PlannedSession]) -> list[PlannedSession]:
    """Return the sessions that were planned, without those that were only done."""
    return [one for one in sessions if not (one.outcome and one.outcome.result is SessionResult.UNPLANNED)]


def training_exercises(session: PlannedSession) -> list[str]:
    """Return the exercises of a session that train: all but warm-up and mobility."""
    left_out = {Role.WARM_UP, Role.MOBILITY}
    return [one.exercise for one in session.exercises if one.role not in left_out]


def _of_day(one: Logged, free: Sequence[PlannedSession]) -> PlannedSession | None:
    same_day = [session for session in free if session.date == one.date and _share_done(one, session) > 0]
    return max(same_day, key=lambda session: _share_done(one, session), default=None)


def _of_week(one: Logged, free: Sequence[PlannedSession]) -> PlannedSession | None:
    near = [
        session
        for session in free
        if session.date.isocalendar()[:2] == one.date.isocalendar()[:2]
        and _share_done(one, session) >= number("match_share")
    ]
    return min(near, key=lambda session: (abs(session.date - one.date), session.uid), default=None)


def _share_done(one: Logged, session: PlannedSession) -> float:
    """Return the share of a planned session's training exercises that a session holds, 0 to 1."""
    wanted = set(training_exercises(session)) or {each.exercise for each in session.exercises}
    done = {each.exercise for each in one.sets}
    return len(done & wanted) / len(wanted) if wanted else 0.0
