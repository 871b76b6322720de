"""What each session of a week is for, and how much it taxes the legs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.quantity import Reason
from runlift.domain.season.available import days_apart, heavy_days, leg_days, race_clear_days
from runlift.domain.season.demand import Emphasis
from runlift.domain.season.races import is_half_marathon_or_longer
from runlift.domain.season.taper import primer_days

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.season.available import Hindrances
    from runlift.domain.season.macrocycle import PhaseWeek
    from runlift.domain.season.running_week import RunningWeek

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A session before it has its number: what for, how heavy, on which days.

    Attributes:
        kind: What it is for.
        stress: How much it taxes the legs.
        days: Days that suit it; empty means any.
    """

    kind: SessionKind
    stress: LegStress
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfSessions:
    """The sessions wished for in a week, and why they differ from the usual of their phase."""

    wishes: tuple[Wish, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the season a week stands.

    Attributes:
        week: The week with its phase.
        running: Its running.
        around: What stands in the way of leg work.
        light: Whether sessions are still light at the start of a foundation.
        met_heavy: Whether heavy legs have been asked for before.
        unaccustomed: Whether heavy legs would be unaccustomed.
        emphases: What the A race asks more of.
    """

    week: PhaseWeek
    running: RunningWeek
    around: Hindrances
    light: bool
    met_heavy: bool
    unaccustomed: bool
    emphases: tuple[Emphasis, ...]


UPPER = Wish(kind=SessionKind.UPPER_AND_TRUNK, stress=LegStress.NONE)


def sessions_of_week(place: Place, count: int) -> WeekOfSessions:
    """Choose what the sessions of a week are for."""
    if count == 0:
        return WeekOfSessions(wishes=())
    if place.week.phase is Phase.RECOVERY:
        return recovery_session(place)
    if place.week.phase is Phase.TAPER:
        return taper_sessions(place, count)
    # Legs that have not yet done the light weeks do them first, whatever the calendar says.
    if place.week.phase is Phase.FOUNDATION or place.light:
        return foundation_sessions(place, count)
    return heavy_sessions(place, count)


def foundation_sessions(place: Place, count: int) -> WeekOfSessions:
    """Ask for light, then moderate sessions; a third leaves the legs alone.

    Source: N003, N015
    """
    stress = LegStress.LIGHT if place.light else LegStress.MODERATE
    days = _days(place, stress)
    legs = min(count, days_apart(days), int(number("heavy_sessions_most")))
    wish = Wish(kind=SessionKind.FOUNDATION, stress=stress, days=days)
    return _with_upper((wish,) * legs, count, place)


def heavy_sessions(place: Place, count: int) -> WeekOfSessions:
    """Ask for heavy legs at most twice, a moderate session where heavy legs find no day, else none for legs.

    Source: S25, S52, N018
    """
    kinds = _kinds(place)
    legs = min(count, len(kinds), days_apart(_days(place, LegStress.MODERATE)))
    wanted = min(legs, 1 if place.week.phase is Phase.MAINTENANCE else int(number("heavy_sessions_most")))
    found = min(wanted, len(heavy_days(place.running, place.around, unaccustomed=place.unaccustomed)))
    stresses = (LegStress.HEAVY,) * found + (LegStress.MODERATE,) * (legs - found)
    wishes = tuple(
        Wish(kind=kind, stress=stress, days=_days(place, stress))
        for kind, stress in zip(kinds, stresses, strict=False)
    )
    made = _with_upper(wishes, count, place)
    lacking = (heavy_legs_find_no_day(wanted, found),) if found < wanted else ()
    return replace(made, reasons=(*made.reasons, *lacking))


def taper_sessions(place: Place, count: int) -> WeekOfSessions:
    """Ask for a last heavy session, then a light primer.

    Source: S44, S46, S47
    """
    race = place.week.race
    primer = _primer_days(place, race) if race else ()
    if race and primer:
        wish = Wish(kind=SessionKind.PRIMER, stress=LegStress.LIGHT, days=primer)
        return WeekOfSessions(wishes=(wish,), reasons=(primer_before_race(race),))
    last = last_leg_session(place)
    if last is not None:
        return _with_upper((last,), count, place)
    race_week = race is not None and race.date - place.week.monday < WEEK
    return WeekOfSessions(wishes=() if race_week else (UPPER,), reasons=(no_day_for_legs(),))


def last_leg_session(place: Place) -> Wish | None:
    """Ask for a last session of the usual load before a race, heavy only for legs that have met it.

    Source: S44, S46
    """
    heavy = heavy_days(place.running, place.around, unaccustomed=place.unaccustomed)
    if heavy and place.met_heavy:
        days = _days(place, LegStress.HEAVY)
        return Wish(kind=SessionKind.MAINTENANCE, stress=LegStress.HEAVY, days=days)
    days = _days(place, LegStress.MODERATE)
    if not days:
        return None
    kind = SessionKind.MAINTENANCE if place.met_heavy else SessionKind.FOUNDATION
    return Wish(kind=kind, stress=LegStress.LIGHT if place.light else LegStress.MODERATE, days=days)


def recovery_session(place: Place) -> WeekOfSessions:
    """Ask for a light session once the legs may work again, before that for upper body and trunk.

    Source: S49, N012
    """
    days = _days(place, LegStress.LIGHT)
    if days:
        return WeekOfSessions(wishes=(Wish(kind=SessionKind.FOUNDATION, stress=LegStress.LIGHT, days=days),))
    race = place.week.race
    tired = race is not None and is_half_marathon_or_longer(race) and place.week.monday - race.date < WEEK
    return WeekOfSessions(wishes=() if tired else (UPPER,), reasons=(no_day_for_legs(),))


def session_minutes(athlete: Athlete, kind: SessionKind, *, high_mileage: bool) -> int:
    """Return the length to place [min].

    Source: D021, S41, N021
    """
    limits = [number("session_minutes_most"), athlete.session_minutes, athlete.session_minutes_max]
    if high_mileage:
        limits.append(number("session_minutes_high_mileage"))
    if kind in KIND_MINUTES:
        limits.append(number(KIND_MINUTES[kind]))
    return max(1, int(min(limits)))


def worth(index: int) -> int:
    """Return what leaving out a week's session of this number costs [milli-points].

    Source: N025
    """
    return int(number(WORTH[min(index, len(WORTH) - 1)]))


KIND_MINUTES = {
    SessionKind.UPPER_AND_TRUNK: "session_minutes_upper",
    SessionKind.MAINTENANCE: "session_minutes_maintenance",
    SessionKind.PRIMER: "session_minutes_primer",
}
WORTH = ("worth_first_session", "worth_second_session", "worth_third_session")


def heavy_legs_find_no_day(wanted: int, found: int) -> Reason:
    """State that key runs, long runs or races leave too few days for heavy legs."""
    return Reason.of(
        "heavy_legs_find_no_day",
        evidence_of("heavy_legs_before_key_run", "long_run_buffer_before", "days_per_session_in_cut_week"),
        wanted=wanted,
        found=found,
    )


def no_day_for_legs() -> Reason:
    """State that races or rest leave no day for leg work."""
    return Reason.of("no_day_for_legs", evidence_of("lifting_after_marathon", "nothing_for_legs_before_race"))


def primer_before_race(race: Race) -> Reason:
    """State when the light primer falls."""
    first, last = primer_days(race)
    return Reason.of(
        "primer_before_race",
        evidence_of("light_primer_before_a_race"),
        race=race.name,
        first=first.isoformat(),
        last=last.isoformat(),
    )


def short_sessions_at_high_mileage(kilometres: float) -> Reason:
    """State that much running leaves room for short sessions only."""
    return Reason.of(
        "short_sessions_at_high_mileage",
        evidence_of("high_mileage"),
        kilometres=round(kilometres, 1),
        minutes=number("session_minutes_high_mileage"),
    )


def _kinds(place: Place) -> tuple[SessionKind, SessionKind]:
    if place.week.phase is Phase.MAINTENANCE:
        return SessionKind.MAINTENANCE, SessionKind.MAINTENANCE
    if place.week.phase is Phase.STRENGTH:
        return SessionKind.STRENGTH, SessionKind.STRENGTH
    second = SessionKind.POWER if Emphasis.POWER in place.emphases else SessionKind.STRENGTH
    return SessionKind.POWER, second


def _with_upper(legs: tuple[Wish, ...], count: int, place: Place) -> WeekOfSessions:
    # A day holds one session, so upper body work needs a day of its own.
    free = min(count, len(place.running.training_days)) - len(legs)
    reasons = () if legs else (no_day_for_legs(),)
    return WeekOfSessions(wishes=(*legs, *(UPPER,) * max(0, free)), reasons=reasons)


def _days(place: Place, stress: LegStress) -> tuple[date, ...]:
    return race_clear_days(place.running, place.around, stress)


def _primer_days(place: Place, race: Race) -> tuple[date, ...]:
    first, last = primer_days(race)
    return tuple(day for day in leg_days(place.running, place.around) if first <= day <= last)
