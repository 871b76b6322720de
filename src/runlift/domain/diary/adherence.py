"""How much of what was planned was done: plain counts over the days gone by, for reader and planner."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.load import monday_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """Sessions done of those planned, in the days gone by.

    Attributes:
        planned: Sessions that were due and that illness did not take.
        done: Those of them that were done, be it only in part.
        excused: Sessions not done because of illness; they are in neither of the two.
    """

    planned: int = 0
    done: int = 0
    excused: int = 0

    @property
    def share(self) -> float | None:
        """Share of the planned sessions that was done, 0 to 1; None where none was due."""
        return self.done / self.planned if self.planned else None


def adherence(
    sessions: Iterable[tuple[date, bool]], *, today: date, weeks: int, ill: Collection[date] = ()
) -> Adherence:
    """Return how much of the sessions of the last weeks was done.

    A session of today counts once it is done, and as missed from tomorrow on. One that was not done on a day
    of illness is excused: to be ill says nothing about whether the plan is too much.

    Args:
        sessions: Day of each planned session, and whether it was done.
        today: The day it is.
        weeks: How many weeks back, today included [weeks].
        ill: Days of illness.

    Source: PG02, PG03.
    """
    after = today - weeks * WEEK
    due = [(day, done) for day, done in sessions if after < day <= today and (done or day < today)]
    excused = sum(1 for day, done in due if not done and day in ill)
    return Adherence(planned=len(due) - excused, done=sum(1 for _, done in due if done), excused=excused)


def rolling_adherence(
    sessions: Iterable[tuple[date, bool]], *, today: date, ill: Collection[date] = ()
) -> tuple[Adherence, Adherence]:
    """Return the adherence of the last 4 and of the last 12 weeks.

    Source: PG01.
    """
    told = tuple(sessions)
    short, long = (int(number(key)) for key in ("adherence_weeks_short", "adherence_weeks_long"))
    return (
        adherence(told, today=today, weeks=short, ill=ill),
        adherence(told, today=today, weeks=long, ill=ill),
    )


def weeks_in_a_row(done: Iterable[date], *, today: date, passed_over: Collection[date] = ()) -> int:
    """Return how many weeks on end, up to now, held at least one session.

    A week that has only begun does not end the row, nor does one that is passed over.

    Args:
        done: Days on which a session was done, planned or not.
        today: The day it is.
        passed_over: Mondays of weeks without a session to do, or with illness.

    Source: PG04.
    """
    sessions = Counter(monday_of(day) for day in done if day <= today)
    trained = {monday for monday, held in sessions.items() if held >= number("week_counts_from_sessions")}
    if not trained:
        return 0
    monday, count = monday_of(today), 0
    while monday >= min(trained):
        if monday in trained:
            count += 1
        elif monday not in passed_over and monday != monday_of(today):
            break
        monday -= WEEK
    return count
