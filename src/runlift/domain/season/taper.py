"""The days before and after a race: what is still done, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import evidence_of, number, pair
from runlift.domain.plan.session import Phase
from runlift.domain.quantity import Reason
from runlift.domain.season.races import (
    days_without_legs_after,
    is_half_marathon_or_longer,
    is_marathon,
    is_short_race,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.athlete.profile import Race

DAYS_OF_WEEK = 7


def taper_days(race: Race) -> int:
    """Return the length of the taper before an A race [days].

    Source: S44, N010
    """
    key = "taper_days_long_race" if is_half_marathon_or_longer(race) else "taper_days_short_race"
    return int(number(key))


def recovery_days(race: Race) -> int:
    """Return how long the season rests after an A race [days].

    Source: S49, N012
    """
    return max(int(number("recovery_days_least")), days_without_legs_after(race))


def last_heavy_day(race: Race) -> date:
    """Return the last day for heavy legs before a race.

    Source: S46, S48
    """
    if race.priority is RacePriority.B:
        days = number("last_heavy_legs_before_b_race")
    elif race.priority is RacePriority.C:
        days = clear_days(number("last_heavy_legs_before_c_race")) + 1
    elif is_marathon(race):
        days = pair("last_heavy_legs_before_marathon_wanted")[0]
    else:
        days = number("last_heavy_legs_before_a_race")
    return race.date - timedelta(days=int(days))


def last_leg_day(race: Race) -> date:
    """Return the last day for any leg work before a race.

    Source: S47
    """
    if race.priority is not RacePriority.A:
        return race.date - timedelta(days=1)
    hours = number(
        "nothing_for_legs_before_short_race" if is_short_race(race) else "nothing_for_legs_before_race"
    )
    # A session is rarely earlier in its day than the race, so that day falls short of the hours.
    return race.date - timedelta(days=clear_days(hours) + 1)


def first_leg_day(race: Race) -> date:
    """Return the first day for leg work after a race.

    Source: S49
    """
    return race.date + timedelta(days=days_without_legs_after(race))


def primer_days(race: Race) -> tuple[date, date]:
    """Return the first and the last day for the light primer before an A race.

    Source: S47
    """
    latest, earliest = pair("light_primer_before_a_race")
    return race.date - timedelta(days=int(earliest)), race.date - timedelta(days=int(latest))


def phase_round_race(monday: date, a_races: Iterable[Race]) -> tuple[Phase, Race] | None:
    """Tell whether a week is given to the taper before or the recovery after an A race.

    Source: N010, N012
    """
    days = [monday + timedelta(days=index) for index in range(DAYS_OF_WEEK)]
    found: tuple[Phase, Race] | None = None
    for race in a_races:
        recovery = [day for day in days if 0 < (day - race.date).days <= recovery_days(race)]
        taper = [day for day in days if 0 <= (race.date - day).days < taper_days(race)]
        if len(recovery) >= number("days_that_make_a_week"):
            return Phase.RECOVERY, race
        if len(taper) >= number("days_that_make_a_week"):
            found = found or (Phase.TAPER, race)
    return found


def taper_before_race(race: Race) -> Reason:
    """State why a week tapers."""
    return Reason.of(
        "taper_before_race",
        evidence_of("taper_set_cut", "taper_days_long_race", "last_heavy_legs_before_a_race"),
        race=race.name,
        date=race.date.isoformat(),
        days=taper_days(race),
        last_heavy=last_heavy_day(race).isoformat(),
    )


def recovery_after_race(race: Race) -> Reason:
    """State why a week recovers."""
    return Reason.of(
        "recovery_after_race",
        evidence_of("lifting_after_marathon", "recovery_days_least"),
        race=race.name,
        date=race.date.isoformat(),
        days=days_without_legs_after(race),
        legs_from=first_leg_day(race).isoformat(),
    )


def taper_sets(race: Race, monday: date) -> float:
    """Return the share of the usual sets in a taper week: less in race week.

    Source: S44, N011
    """
    first_cut, last_cut = pair("taper_set_cut")
    race_week = 0 <= (race.date - monday).days < DAYS_OF_WEEK
    return round(1 - (last_cut if race_week else first_cut) / 100, 2)


def clear_days(hours: float) -> int:
    """Return the whole days that stay clear over a number of hours."""
    return int(hours // 24)
