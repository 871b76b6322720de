"""Which logged session stands for which planned one; none counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.session import LegStress, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runlift.domain.adjustment.logged import Logged
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PlannedSession


def matched(
    planned: Sequence[PlannedSession], logged: Sequence[Logged], exercises: Mapping[str, Exercise]
) -> Mapping[str, Logged]:
    """Return the logged session of each planned one that has one, by uid.

    A session logged under its own uid is that session. One logged otherwise, in a gym app for instance,
    counts for the planned one of its day; when all of these have found theirs, for the nearest of its week
    that it resembles.

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
        session = _of_week(one, _free(planned, found), exercises)
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
    return next((session for session in free if session.date == one.date), None)


def _of_week(
    one: Logged, free: Sequence[PlannedSession], exercises: Mapping[str, Exercise]
) -> PlannedSession | None:
    near = [
        session
        for session in free
        if session.date.isocalendar()[:2] == one.date.isocalendar()[:2]
        and _resembles(one, session, exercises)
    ]
    return min(near, key=lambda session: (abs(session.date - one.date), session.uid), default=None)


def _resembles(one: Logged, session: PlannedSession, exercises: Mapping[str, Exercise]) -> bool:
    """Tell whether a session holds enough of a planned one, or trains the legs as that does."""
    done = {each.exercise for each in one.sets if each.exercise}
    wanted = set(training_exercises(session))
    if wanted and len(done & wanted) >= number("match_share") * len(wanted):
        return True
    trains_legs = any(exercises[id_].leg_load for id_ in done if id_ in exercises)
    return trains_legs == (session.leg_stress > LegStress.NONE)
