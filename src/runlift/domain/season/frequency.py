"""How many sessions each week asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.session import Phase
from runlift.domain.quantity import Reason
from runlift.domain.season.phases import is_newcomer, is_returning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.diary.adherence import Adherence
    from runlift.domain.season.running_week import RunningWeek

BUILDING = frozenset({Phase.FOUNDATION, Phase.STRENGTH, Phase.POWER})
BASE = frozenset({Phase.FOUNDATION, Phase.STRENGTH})
METRES_PER_KILOMETRE = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """Sessions of one week, and why so many."""

    sessions: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What decides how many sessions a week asks for.

    Attributes:
        phase: Phase of the week.
        running: Its running.
        race_week: Whether an A or B race is in it.
        most: Most sessions that its days allow (0 when nothing may be trained).
        trained: Weeks with a session since the start.
        before: Sessions of the week before; None in the first week.
        kept_up: How much of what was planned was done of late; None where that says nothing of this week.
    """

    phase: Phase
    running: RunningWeek
    race_week: bool
    most: int
    trained: int
    before: int | None
    kept_up: Adherence | None = None


def frequency(athlete: Athlete, wanted: Wanted) -> Frequency:
    """Decide how many sessions a week asks for.

    Source: S34, S37, S38, S40, S41
    """
    usual = _usual(athlete, wanted)
    limits = [
        room_in_week(wanted),
        one_more_a_week_at_most(athlete, wanted),
        sessions_told(athlete),
        *fewer_sessions_when_missed(usual, wanted),
    ]
    sessions = min([usual.sessions, *(limit.sessions for limit in limits)])
    binding = [limit for limit in limits if limit.sessions == sessions < usual.sessions]
    reasons = [reason for part in (usual, *binding[:1]) for reason in part.reasons]
    return Frequency(sessions=sessions, reasons=tuple(reasons))


def two_sessions_to_improve() -> Frequency:
    """Two sessions a week are the usual best while something is built."""
    return _frequency("two_sessions_to_improve", int(number("sessions_per_week_to_improve")), _TO_IMPROVE)


def one_session_keeps_strength() -> Frequency:
    """One session a week keeps what was gained."""
    return _frequency("one_session_keeps_strength", int(number("sessions_per_week_to_maintain")), _TO_KEEP)


def one_session_in_race_week() -> Frequency:
    """At most one light session in the week of a race, or in the days of recovery after it."""
    return _frequency("one_session_in_race_week", 1, ("light_primer_before_a_race", "lifting_after_marathon"))


def two_sessions_from_age() -> Frequency:
    """Older runners need two sessions a week to keep muscle.

    Source: S38, N029
    """
    sessions = int(number("sessions_per_week_to_improve"))
    return _frequency("two_sessions_from_age", sessions, ("older_from",), age=number("older_from"))


def third_session_when_asked(athlete: Athlete, wanted: Wanted) -> Frequency | None:
    """Give a third session to those who ask for it and have the room.

    Source: N015, S41
    """
    most = int(number("sessions_per_week_most"))
    room = wanted.most >= most and weekly_kilometres(athlete, wanted.running) < number("third_session_below")
    if (athlete.sessions_per_week or 0) < most or wanted.phase not in BASE or not room:
        return None
    return _frequency("third_session_when_asked", most, ("third_session_below", "sessions_per_week_most"))


def room_in_week(wanted: Wanted) -> Frequency:
    """Ask for no more sessions than the week's training days can hold."""
    days = len(wanted.running.training_days)
    return _frequency("room_in_week", wanted.most, ("days_per_session_in_cut_week",), training_days=days)


def one_more_a_week_at_most(athlete: Athlete, wanted: Wanted) -> Frequency:
    """Start with one session and add at most one a week, the second after some weeks.

    Source: N014
    """
    if wanted.before is None:
        most = start_sessions(athlete, wanted.running)
    elif wanted.trained < weeks_before_second(athlete, wanted.running):
        most = 1
    else:
        most = wanted.before + 1
    return _frequency("one_more_a_week_at_most", most, ("weeks_before_second_session",), weeks=wanted.trained)


def fewer_sessions_when_missed(usual: Frequency, wanted: Wanted) -> list[Frequency]:
    """Ask for one session less while less than half of them is done, but never for none.

    Source: J016
    """
    kept_up = wanted.kept_up
    if kept_up is None or kept_up.planned < number("adherence_least"):
        return []
    if kept_up.done >= number("adherence_low") * kept_up.planned:
        return []
    fewer, cited = max(1, usual.sessions - 1), ("adherence_low", "adherence_least")
    done, planned = kept_up.done, kept_up.planned
    return [_frequency("fewer_sessions_when_missed", fewer, cited, done=done, planned=planned)]


def sessions_told(athlete: Athlete) -> Frequency:
    """Never ask for more sessions than the runner wants."""
    most = int(number("sessions_per_week_most"))
    told = most if athlete.sessions_per_week is None else max(0, athlete.sessions_per_week)
    return _frequency("sessions_told", told, ("sessions_per_week_to_maintain",))


def weekly_kilometres(athlete: Athlete, running: RunningWeek) -> float:
    """Return the running of a week, at least the usual distance the runner tells [km]."""
    return max(running.distance_m / METRES_PER_KILOMETRE, athlete.weekly_km or 0.0)


def weeks_before_second(athlete: Athlete, running: RunningWeek) -> int:
    """Return after how many training weeks the second session comes [weeks]."""
    if is_older(athlete, running):
        return 0
    if is_newcomer(athlete):
        return int(number("weeks_before_second_session"))
    return int(number("weeks_before_second_session_returning")) if is_returning(athlete) else 0


def start_sessions(athlete: Athlete, running: RunningWeek) -> int:
    """Return how many sessions the first week may hold."""
    return 1 if weeks_before_second(athlete, running) else int(number("sessions_per_week_to_improve"))


def is_older(athlete: Athlete, running: RunningWeek) -> bool:
    """Tell whether the rules for older runners hold."""
    age = athlete.age_on(running.monday)
    return age is not None and age >= number("older_from")


def has_race(week: RunningWeek, races: Iterable[Race]) -> bool:
    """Tell whether an A or B race is run in a week, seen also beyond the season's last day."""
    tested = {RacePriority.A, RacePriority.B}
    return any(race.priority in tested and 0 <= (race.date - week.monday).days < _DAYS for race in races)


_DAYS = 7
_TO_IMPROVE = ("sessions_per_week_to_improve",)
_TO_KEEP = ("sessions_per_week_to_maintain",)


def _usual(athlete: Athlete, wanted: Wanted) -> Frequency:
    phase = wanted.phase
    if wanted.race_week or phase is Phase.RECOVERY:
        return one_session_in_race_week()
    if is_older(athlete, wanted.running):
        return third_session_when_asked(athlete, wanted) or two_sessions_from_age()
    if phase in BUILDING:
        return third_session_when_asked(athlete, wanted) or two_sessions_to_improve()
    return one_session_keeps_strength()


def _frequency(rule: str, sessions: int, constants: Sequence[str], **figures: float) -> Frequency:
    reason = Reason.of(rule, evidence_of(*constants), sessions=sessions, **figures)
    return Frequency(sessions=sessions, reasons=(reason,))
