"""A season taken up again on the way: weeks hold what was done in them, and ask for what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.diary.adherence import adherence
from runlift.domain.evidence import number
from runlift.domain.plan.done import done_at
from runlift.domain.plan.identity import uid_of
from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.session import LegStress
from runlift.domain.season.demand import Fixed, SessionDemand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.diary.adherence import Adherence
    from runlift.domain.plan.past import Past
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.season.demand import WeekDemand

WEEK = timedelta(days=7)


def resumed_week(week: WeekDemand, past: Past, athlete: Athlete, *, first_day: date) -> WeekDemand:
    """Return a week with the sessions it has had, and those that it still asks for.

    Args:
        week: The week as the season asks for it.
        past: What came before.
        athlete: Who trains.
        first_day: First day that may change.
    """
    had = [session for session in past.sessions if 0 <= (_day_of(session) - week.monday).days < WEEK.days]
    left = () if week.monday + WEEK <= first_day else _left(week, had, past, athlete, first_day)
    fixed = [_fixed(session) for session in had if _stays(session, left, athlete, first_day)]
    return replace(week, sessions=(*left, *fixed))


def kept_up_in(monday: date, past: Past, first_day: date) -> Adherence | None:
    """Return how much of the last weeks was done, for the weeks right ahead; None for all others.

    What was not done because of illness says nothing and does not count.
    """
    weeks = int(number("adherence_weeks_short"))
    if not first_day - WEEK < monday < first_day + weeks * WEEK:
        return None
    planned = [
        (session.date, session.outcome.result.is_trained)
        for session in past.sessions
        if session.outcome and session.outcome.result is not SessionResult.UNPLANNED
    ]
    ill = [day for day, _ in planned if any(easing.no_sessions and day in easing for easing in past.easings)]
    return adherence(planned, today=first_day, weeks=weeks, ill=ill)


def not_missed(week: WeekDemand) -> tuple[SessionDemand, ...]:
    """Return the sessions of a week that were done or are still to come."""
    return tuple(demand for demand in week.sessions if demand.fixed is None or demand.fixed.done)


def sessions_to_build_on(asked: WeekDemand, resumed: WeekDemand) -> int:
    """Return how many sessions the week after may build on: those asked for, less those that were missed."""
    kept = len(not_missed(resumed))
    return max(kept, len(asked.sessions) - (len(resumed.sessions) - kept))


def _left(
    week: WeekDemand, had: Sequence[PlannedSession], past: Past, athlete: Athlete, first_day: date
) -> tuple[SessionDemand, ...]:
    """Return what the week still asks for; what was done beside the plan counts for its least.

    Source: J012
    """
    settled = {session.uid for session in had if session.outcome and not _is_missed(session)}
    kept = [demand for demand in week.sessions if uid_of(athlete, demand.id) not in settled]
    for done in (_done_beside(session) for session in had):
        alike = (each for each in reversed(kept) if done and _is_like(done, uid_of(athlete, each.id), past))
        if (replaced := next(alike, None)) is not None:
            kept.remove(replaced)
    most = _leg_stress_most(week.monday, past, first_day)
    return tuple(_asked(demand, past, athlete, first_day, most) for demand in kept)


def _asked(
    demand: SessionDemand, past: Past, athlete: Athlete, first_day: date, most: LegStress
) -> SessionDemand:
    """Return a session as it is asked for now; on a day that allows less it is lightened, not sent away."""
    was_at = past.starts.get(uid_of(athlete, demand.id))
    made_up = was_at is not None and was_at.date() < first_day
    if was_at is not None and not made_up:
        most = min(most, _allowed_on(was_at.date(), past) or most)
    return replace(demand, leg_stress=min(demand.leg_stress, most), was_at=was_at, made_up=made_up)


def _done_beside(session: PlannedSession) -> frozenset[str]:
    """Return the exercises of a session done beside the plan, none of any other."""
    if session.outcome is None or session.outcome.result is not SessionResult.UNPLANNED:
        return frozenset()
    return frozenset(each.exercise for each in session.outcome.exercises)


def _is_like(done: frozenset[str], planned: str, past: Past) -> bool:
    """Tell whether exercises done are at least half as many as a planned session has."""
    wanted = past.exercises.get(planned, frozenset())
    return len(done) >= number("match_share") * len(wanted)


def _leg_stress_most(monday: date, past: Past, first_day: date) -> LegStress:
    """Return the most that a session of a week may tax the legs on the day that allows most.

    A week in which nothing is trained asks for what it always does, and tells that it finds no place.
    """
    days = [day for ahead in range(WEEK.days) if (day := monday + timedelta(days=ahead)) >= first_day]
    return max((_allowed_on(day, past) for day in days), default=LegStress.HEAVY) or LegStress.HEAVY


def _allowed_on(day: date, past: Past) -> LegStress:
    """Return the most that a session of a day may tax the legs."""
    return min((each.leg_stress_most for each in past.easings if day in each), default=LegStress.HEAVY)


def _stays(session: PlannedSession, left: Sequence[SessionDemand], athlete: Athlete, first_day: date) -> bool:
    """Tell whether a session of the past keeps its place: it does unless it is missed and may be made up."""
    if session.outcome and session.outcome.result.is_trained:
        return True
    made_up = {uid_of(athlete, demand.id) for demand in left if demand.made_up}
    return session.date < first_day and session.uid not in made_up


def _fixed(session: PlannedSession) -> SessionDemand:
    done = session.outcome is not None and session.outcome.result.is_trained
    return SessionDemand(
        id=session.uid,
        kind=session.kind,
        phase=session.phase,
        leg_stress=session.leg_stress if done else LegStress.NONE,
        intensive_plyometrics=session.intensive_plyometrics and done,
        unaccustomed=session.unaccustomed and done,
        minutes=session.minutes,
        worth=0,
        fixed=Fixed(starts_at=done_at(session), minutes=_minutes(session), done=done),
    )


def _is_missed(session: PlannedSession) -> bool:
    return session.outcome is None or session.outcome.result is SessionResult.MISSED


def _minutes(session: PlannedSession) -> int:
    outcome = session.outcome
    if outcome is None or outcome.starts_at is None or outcome.ends_at is None:
        return session.minutes
    return max(1, round((outcome.ends_at - outcome.starts_at) / timedelta(minutes=1)))


def _day_of(session: PlannedSession) -> date:
    return done_at(session).date()
