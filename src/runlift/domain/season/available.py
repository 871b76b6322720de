"""Days of a week that can hold leg work, judged by days; hours are judged by placement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.plan.session import LegStress
from runlift.domain.season.taper import clear_days, first_leg_day, last_heavy_day, last_leg_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Race
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.season.running_week import RunningWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrances:
    """What keeps the legs fresh on which days.

    Attributes:
        races: All races.
        key_days: Days with a key run.
        long_days: Days with a run long enough to keep a day's distance from.
    """

    races: tuple[Race, ...]
    key_days: frozenset[date]
    long_days: frozenset[date]


def hindrances(races: Sequence[Race], runs: Sequence[TimedRun]) -> Hindrances:
    """See what stands in the way of leg work."""
    return Hindrances(
        races=tuple(races),
        key_days=frozenset(timed.run.date for timed in runs if timed.run.key),
        long_days=frozenset(timed.run.date for timed in runs if timed.buffered_long_run),
    )


def leg_days(week: RunningWeek, around: Hindrances) -> tuple[date, ...]:
    """Return the training days on which no race forbids leg work.

    Source: S47, S49
    """
    return tuple(day for day in week.training_days if _clear_of_races(day, around.races))


def race_clear_days(week: RunningWeek, around: Hindrances, stress: LegStress) -> tuple[date, ...]:
    """Return the days that no race forbids to a session, on the roomier side of a race in the week.

    Source: S46, S48, S49
    """
    near = around.races
    if stress is not LegStress.HEAVY:
        near = tuple(race for race in near if race.priority is not RacePriority.C)
    days = [day for day in leg_days(week, around) if not any(_is_just_before(day, race) for race in near)]
    return one_side_of_races(days, around.races)


def heavy_days(week: RunningWeek, around: Hindrances, *, unaccustomed: bool) -> tuple[date, ...]:
    """Return as many days as possible that can hold heavy legs together.

    Source: N017, S28, S30, S33
    """
    key = "heavy_legs_spacing_unaccustomed" if unaccustomed else "heavy_legs_spacing_min"
    apart = timedelta(hours=number(key))
    chosen: list[date] = []
    for day in race_clear_days(week, around, LegStress.HEAVY):
        free = _clear_of_runs(day, around, unaccustomed=unaccustomed)
        if free and (not chosen or day - chosen[-1] >= apart):
            chosen.append(day)
    return tuple(chosen)


def one_side_of_races(days: Sequence[date], races: Sequence[Race]) -> tuple[date, ...]:
    """Return the most days that no race parts, the earlier ones when both sides are equal."""
    sides: list[list[date]] = [[]]
    for day in days:
        last = sides[-1][-1] if sides[-1] else day
        if any(last < race.date < day for race in races):
            sides.append([])
        sides[-1].append(day)
    roomiest = max(sides, key=len)
    return tuple(roomiest)


def days_apart(days: Sequence[date]) -> int:
    """Count the leg sessions that fit on these days without following each other from day to day.

    Source: N032
    """
    apart = timedelta(days=number("leg_sessions_days_apart"))
    chosen: list[date] = []
    for day in days:
        if not chosen or day - chosen[-1] >= apart:
            chosen.append(day)
    return len(chosen)


def training_room(week: RunningWeek) -> int:
    """Return how many sessions a week has room for.

    Source: N015, N016
    """
    days = len(week.training_days)
    if days >= number("third_session_training_days"):
        room = int(number("sessions_per_week_most"))
    else:
        room = min(days, int(number("sessions_per_week_to_improve")))
    begun = -(-len(week.days) // int(number("days_per_session_in_cut_week")))
    return min(room, begun)


def _clear_of_races(day: date, races: Iterable[Race]) -> bool:
    return all(day <= last_leg_day(race) or day >= first_leg_day(race) for race in races)


def _is_just_before(day: date, race: Race) -> bool:
    return last_heavy_day(race) < day < race.date


def _clear_of_runs(day: date, around: Hindrances, *, unaccustomed: bool) -> bool:
    key = "heavy_legs_before_key_run_unaccustomed" if unaccustomed else "heavy_legs_before_key_run"
    before_key = {day + timedelta(days=ahead) for ahead in range(1, clear_days(number(key)) + 1)}
    buffer = clear_days(number("long_run_buffer_before"))
    before_long = {day + timedelta(days=ahead) for ahead in range(buffer + 1)}
    return not (around.key_days & before_key or around.long_days & before_long)
