"""Sessions found less familiar than the season counted on, because others found no place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import LegStress
from runlift.domain.season.habit import habit_at_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.season.demand import Season, SessionDemand


def unaccustomed_as_done(done_on: Iterable[tuple[date, SessionDemand]], athlete: Athlete) -> frozenset[str]:
    """Return the ids of sessions that come too soon for the legs to be used to such work.

    The season counts what it demands; what found no place, or no exercise, accustoms nobody, and three weeks
    without leg work undo it.

    Args:
        done_on: Sessions that have a place and exercises, with their days, in order.
        athlete: The runner.

    Source: S21
    """
    done = habit_at_start(athlete).leg_sessions
    last: date | None = None
    found = []
    for day, demand in done_on:
        if demand.leg_stress is LegStress.NONE:
            continue
        if last is not None and day - last >= timedelta(weeks=number("return_gap")):
            done = 0
        if done < number("unaccustomed_sessions"):
            found.append(demand.id)
        done, last = done + 1, day
    return frozenset(found)


def with_unaccustomed(season: Season, ids: frozenset[str]) -> Season:
    """Return the season with these sessions counted as unaccustomed."""
    weeks = tuple(
        replace(
            week,
            sessions=tuple(
                replace(demand, unaccustomed=demand.unaccustomed or demand.id in ids)
                for demand in week.sessions
            ),
        )
        for week in season.weeks
    )
    return replace(season, weeks=weeks)
