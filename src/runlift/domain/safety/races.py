"""Rules round a race: fresh legs before, time to recover after, nothing new."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.plan.session import LegStress
from runlift.domain.safety.case import hours_between
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.race_days import RaceDay
    from runlift.domain.safety.verdict import Breach

HOURS_OF_A_DAY = 24


def heavy_legs_before_a_race(case: Case) -> Iterator[Breach]:
    """Refuse heavy leg work in the last days before an A race."""
    hours = number("last_heavy_legs_before_a_race") * HOURS_OF_A_DAY
    yield from _legs_before(case, RacePriority.A, LegStress.HEAVY, hours)


def heavy_legs_before_b_race(case: Case) -> Iterator[Breach]:
    """Refuse heavy leg work in the last days before a B race."""
    hours = number("last_heavy_legs_before_b_race") * HOURS_OF_A_DAY
    yield from _legs_before(case, RacePriority.B, LegStress.HEAVY, hours)


def heavy_legs_before_c_race(case: Case) -> Iterator[Breach]:
    """Refuse heavy leg work in the last hours before a C race."""
    yield from _legs_before(case, RacePriority.C, LegStress.HEAVY, number("last_heavy_legs_before_c_race"))


def no_legs_before_a_race(case: Case) -> Iterator[Breach]:
    """Refuse any leg work in the last hours before an A race; fewer hours before a short one."""
    for race in case.races:
        short = race.distance_m <= number("checked_short_race_up_to")
        key = "nothing_for_legs_before_short_race" if short else "nothing_for_legs_before_race"
        if race.priority is RacePriority.A:
            for lift in case.lifts:
                yield from _too_close(lift, race, LegStress.LIGHT, number(key))


def recovery_after_race(case: Case) -> Iterator[Breach]:
    """Refuse leg work before the legs have had their days after a race."""
    for race in case.races:
        days = days_to_recover(race.distance_m)
        for lift in case.lifts:
            early = race.starts <= lift.starts < race.ends + timedelta(days=days)
            if early and lift.stress >= LegStress.LIGHT:
                gone = hours_between(race.ends, lift.starts) / HOURS_OF_A_DAY
                yield breach(lift.date, lift.uid, race=race.date.isoformat(), days=gone, days_least=days)


def no_new_exercise_before_race(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that is new to the runner in the fortnight before an A or a B race."""
    least = number("no_new_exercise_before_race")
    for race in case.races:
        for lift in case.lifts if race.priority is not RacePriority.C else ():
            days = (race.date - lift.date).days
            new = [work.exercise.id for work in lift.works + lift.short_works if work.new]
            for exercise in dict.fromkeys(new if 0 <= days < least else ()):
                yield breach(lift.date, lift.uid, exercise, days=days, days_least=least)


def _legs_before(case: Case, priority: RacePriority, stress: LegStress, hours: float) -> Iterator[Breach]:
    for race in case.races:
        if race.priority is priority:
            for lift in case.lifts:
                yield from _too_close(lift, race, stress, hours)


def _too_close(lift: Lift, race: RaceDay, stress: LegStress, wanted: float) -> Iterator[Breach]:
    hours = hours_between(lift.ends, race.starts)
    if lift.stress >= stress and lift.starts < race.starts and hours < wanted:
        yield breach(lift.date, lift.uid, race=race.date.isoformat(), hours=hours, hours_least=wanted)


def days_to_recover(distance_m: float) -> float:
    """Return the days after a race on which the legs are left alone [days]."""
    if distance_m <= number("checked_recovery_short_race_up_to"):
        return number("lifting_after_short_race")
    if distance_m <= number("checked_recovery_half_marathon_up_to"):
        return number("lifting_after_half_marathon")
    return number("lifting_after_marathon")
