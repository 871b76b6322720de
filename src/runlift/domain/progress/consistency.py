"""How steadily the plan was followed: sessions of each week, rolling shares, weeks in a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.adjustment.matching import planned_sessions
from runlift.domain.diary.adherence import Adherence, adherence, rolling_adherence, weeks_in_a_row
from runlift.domain.progress.week import WEEK
from runlift.domain.running.load import monday_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from runlift.domain.plan.session import PlannedSession

Planned = tuple["date", bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekKept:
    """The sessions of a week.

    Attributes:
        monday: First day.
        kept: Planned sessions that were due, and those of them done.
        beside: Sessions done without having been planned.
        ahead: Planned sessions of the week still to come.
    """

    monday: date
    kept: Adherence
    beside: int = 0
    ahead: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """How steadily was trained.

    Attributes:
        short: Sessions done of those planned in the last 4 weeks.
        long: The same of the last 12 weeks.
        in_a_row: Weeks on end with at least one session.
        weeks: Week by week, the one that has begun last.
    """

    short: Adherence
    long: Adherence
    in_a_row: int
    weeks: tuple[WeekKept, ...]


def consistency(
    sessions: Iterable[PlannedSession],
    done: Iterable[date],
    *,
    today: date,
    weeks: int,
    ill: Collection[date] = (),
) -> Consistency:
    """Return how steadily was trained.

    Args:
        sessions: Sessions of the plan, those of the past with their outcomes; none without a plan.
        done: Day of every session done, planned or not.
        today: The day it is.
        weeks: How many weeks back to tell one by one [weeks].
        ill: Days of illness.

    Source: PG01, PG03, PG04.
    """
    planned = tuple(planned_days(sessions))
    days = tuple(day for day in done if day <= today)
    short, long = rolling_adherence(planned, today=today, ill=ill)
    first = min((day for day, _ in planned), default=None)
    return Consistency(
        short=short,
        long=long,
        in_a_row=weeks_in_a_row(days, today=today, passed_over=_passed_over(planned, first, ill, today)),
        weeks=tuple(
            _week(monday_of(today) - back * WEEK, planned, days, today, ill)
            for back in range(weeks - 1, -1, -1)
        ),
    )


def planned_days(sessions: Iterable[PlannedSession]) -> Iterator[Planned]:
    """Yield the day of each planned session, and whether it was done."""
    for session in planned_sessions(tuple(sessions)):
        yield session.date, session.outcome is not None and session.outcome.result.is_trained


def _passed_over(
    planned: Sequence[Planned], first: date | None, ill: Collection[date], today: date
) -> frozenset[date]:
    """Return the Mondays of weeks of illness, and of weeks of the plan that held no session."""
    found = {monday_of(day) for day in ill}
    if first is not None:
        held = {monday_of(day) for day, _ in planned}
        monday = monday_of(first)
        while monday <= today:
            found |= {monday} - held
            monday += WEEK
    return frozenset(found)


def _week(
    monday: date, planned: Sequence[Planned], done: Sequence[date], today: date, ill: Collection[date]
) -> WeekKept:
    here = [each for each in planned if monday <= each[0] < monday + WEEK]
    seen_from = min(today, monday + WEEK)  # the day after a week that is over has seen all of it
    kept = adherence(here, today=seen_from, weeks=2, ill=ill)
    trained = sum(1 for day in done if monday <= day < monday + WEEK)
    due = kept.planned + kept.excused
    return WeekKept(monday=monday, kept=kept, beside=max(0, trained - kept.done), ahead=len(here) - due)
