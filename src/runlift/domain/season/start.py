"""When strength work can begin: what is new must be met well before a race."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import evidence_of, number
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.season.running_week import RunningWeek

TESTED = frozenset({RacePriority.A, RacePriority.B})


def begins_in_time(
    athlete: Athlete, week: RunningWeek, races: Sequence[Race], *, begun: bool
) -> tuple[RunningWeek, Reason | None]:
    """Leave out the days on which everything would be new too near to a race.

    Source: S48, N022
    """
    if begun or athlete.known_sets:
        return week, None
    days = tuple(day for day in week.training_days if not _too_near(day, races))
    if days == week.training_days:
        return week, None
    return replace(week, training_days=days), begin_before_race(week.training_days, races)


def begin_before_race(days: Iterable[date], races: Iterable[Race]) -> Reason:
    """State that a race is too near to meet exercises for the first time."""
    near = next(race for race in races if race.priority in TESTED and any(_too_near(d, [race]) for d in days))
    return Reason.of(
        "begin_before_race",
        evidence_of("no_new_exercise_before_race"),
        race=near.name,
        date=near.date.isoformat(),
        days=number("no_new_exercise_before_race"),
    )


def _too_near(day: date, races: Iterable[Race]) -> bool:
    days = number("no_new_exercise_before_race")
    return any(race.priority in TESTED and 0 <= (race.date - day).days < days for race in races)
