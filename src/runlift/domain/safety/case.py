"""The facts of a plan, derived anew from its runs and sets, that the rules look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import number
from runlift.domain.plan.done import as_done
from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import TO_BE_REPLACED, RunKind
from runlift.domain.safety.race_days import race_days
from runlift.domain.safety.work import (
    Work,
    contacts,
    hard_sets,
    has_intensive_jumps,
    leg_hard_sets,
    leg_stress,
    working_sets,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, time

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.plan import Plan, TimedRun
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise
    from runlift.domain.safety.race_days import RaceDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Outing:
    """A run, or other endurance training, with its hours.

    Attributes:
        id: Id of the run.
        date: Local date.
        starts: Local start.
        ends: Local end.
        is_run: Whether it is run, not another endurance sport.
        is_race: Whether it is a race.
        key: Whether its quality matters.
        long: Whether it needs a day's distance from heavy leg work.
        distance_m: Stated distance [m], or None.
        minutes: Length [min].
    """

    id: str
    date: date
    starts: datetime
    ends: datetime
    is_run: bool
    is_race: bool
    key: bool
    long: bool
    distance_m: float | None
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """A strength session with what its sets say.

    Attributes:
        session: The session as planned.
        starts: Local start.
        ends: Local end.
        works: Its exercises that the catalogue knows.
        short_works: Those of its ten-minute version.
        stress: Leg stress: told or counted, whichever is more.
        counted_stress: The least that the sets allow.
        intensive: Whether it holds jumps of high effort, told or counted.
        must_be_unaccustomed: Whether the runner's legs cannot be used to it yet.
        leg_hard_sets: Hard sets for the legs.
        hard_sets: All hard sets.
        contacts: Foot contacts.
    """

    session: PlannedSession
    starts: datetime
    ends: datetime
    works: tuple[Work, ...]
    short_works: tuple[Work, ...]
    stress: LegStress
    counted_stress: LegStress
    intensive: bool
    must_be_unaccustomed: bool
    leg_hard_sets: float
    hard_sets: float
    contacts: int

    @property
    def uid(self) -> str:
        """The session's uid."""
        return self.session.uid

    @property
    def date(self) -> date:
        """The session's day."""
        return self.session.date

    @property
    def is_heavy(self) -> bool:
        """Whether it taxes the legs heavily."""
        return self.stress is LegStress.HEAVY

    @property
    def unaccustomed(self) -> bool:
        """Whether runs after it need longer, told or found."""
        return self.session.unaccustomed or self.must_be_unaccustomed

    @property
    def brings_new_soreness(self) -> bool:
        """Whether it holds a leg exercise that is new and leaves soreness."""
        sore = number("checked_new_exercise_soreness")
        return any(work.new and work.loads_legs and work.exercise.soreness >= sore for work in self.works)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A plan with its derived facts.

    Attributes:
        plan: The plan.
        exercises: The catalogue.
        outings: Runs and other endurance training, by start.
        kept_strength: Days of strength sessions that the running plan brought along.
        lifts: Strength sessions, by start.
        races: Races, by start.
        first_day: The first day that the plan speaks of.
    """

    plan: Plan
    exercises: Mapping[str, Exercise]
    outings: tuple[Outing, ...]
    kept_strength: tuple[date, ...]
    lifts: tuple[Lift, ...]
    races: tuple[RaceDay, ...]
    first_day: date

    @property
    def athlete(self) -> Athlete:
        """The runner."""
        return self.plan.athlete

    def key_runs(self) -> Iterator[Outing]:
        """Yield the runs whose quality matters."""
        return (outing for outing in self.outings if outing.key)


def case_of(plan: Plan, exercises: Mapping[str, Exercise], races: tuple[Race, ...] | None) -> Case:
    """Derive the facts of a plan.

    Args:
        plan: The plan; its numbers must be finite.
        exercises: The catalogue by id; exercises it does not know are left out here and refused elsewhere.
        races: The races, or None to find them in the athlete and the plan.
    """
    trained = [timed for timed in plan.runs if timed.run.kind is not RunKind.REST]
    endurance = [timed for timed in trained if timed.run.kind is not RunKind.STRENGTH]
    kept = [timed.run.date for timed in trained if timed.run.kind is RunKind.STRENGTH and _is_kept(timed)]
    weeks = _weeks(endurance)
    outings = sorted((_outing(timed, weeks) for timed in endurance), key=lambda one: (one.starts, one.id))
    return Case(
        plan=plan,
        exercises=exercises,
        outings=tuple(outings),
        kept_strength=tuple(sorted(kept)),
        lifts=tuple(_lifts(plan, exercises)),
        races=race_days(plan, races),
        first_day=min((*plan.rest_days, *(timed.run.date for timed in plan.runs)), default=plan.first_day),
    )


def moment(day: date, clock: time) -> datetime:
    """Join a day and a time of day on the local clock."""
    return datetime.combine(day, clock.replace(tzinfo=None))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def hours_between(earlier: datetime, later: datetime) -> float:
    """Return the hours from one moment to another, negative when it lies before [h]."""
    return (later - earlier) / timedelta(hours=1)


def _is_kept(timed: TimedRun) -> bool:
    return TO_BE_REPLACED not in timed.run.note


def _weeks(endurance: list[TimedRun]) -> dict[date, list[TimedRun]]:
    """Return the runs of each week by its Monday."""
    weeks: dict[date, list[TimedRun]] = {}
    for timed in endurance:
        if timed.run.kind.is_run:
            weeks.setdefault(monday_of(timed.run.date), []).append(timed)
    return weeks


def _outing(timed: TimedRun, weeks: dict[date, list[TimedRun]]) -> Outing:
    run = timed.run
    starts = moment(run.date, timed.start)
    return Outing(
        id=run.id,
        date=run.date,
        starts=starts,
        ends=starts + timedelta(minutes=timed.minutes),
        is_run=run.kind.is_run,
        is_race=run.kind is RunKind.RACE,
        key=run.key or run.kind is RunKind.RACE,
        long=timed.buffered_long_run or (run.kind.is_run and _is_long(timed, weeks[monday_of(run.date)])),
        distance_m=run.distance_m,
        minutes=timed.minutes,
    )


def _is_long(timed: TimedRun, week: list[TimedRun]) -> bool:
    """Tell whether a run is long by its minutes, or as the one longest that is a large share of its week."""
    if timed.minutes >= number("long_run_buffer_from_duration"):
        return True
    own = _length(timed, week)
    others = [_length(one, week) for one in week if one is not timed]
    share = own / (own + sum(others)) if own else 0.0
    is_longest = all(own > other for other in others)
    return is_longest and share >= number("long_run_buffer_from_share_of_week") / 100


def _length(timed: TimedRun, week: list[TimedRun]) -> float:
    """Return a run's length by distance where every run of the week states one, else by time."""
    if all(one.run.distance_m for one in week):
        return timed.run.distance_m or 0.0
    return float(timed.minutes)


def _lifts(plan: Plan, exercises: Mapping[str, Exercise]) -> Iterator[Lift]:
    met = {known.exercise for known in plan.athlete.known_sets}
    sessions = sorted(as_done(plan.sessions), key=lambda one: (moment(one.date, one.start), one.uid))
    unused = _unaccustomed_at_first(plan.athlete)
    last_legs: date | None = None
    for session in sessions:
        if last_legs and (session.date - last_legs).days >= number("checked_lifting_gap_weeks") * 7:
            unused = int(number("checked_leg_sessions_until_accustomed"))
        lift = _lift(session, exercises, met, plan.athlete, must_be_unaccustomed=unused > 0)
        met |= {one.exercise for one in session.exercises}
        if lift.stress >= LegStress.LIGHT:
            unused, last_legs = unused - 1, session.date
        yield lift


def _unaccustomed_at_first(athlete: Athlete) -> int:
    """Return how many leg sessions the runner's legs are not yet used to."""
    gap = athlete.weeks_off_lifting
    if gap is None:
        gap = 0 if athlete.lifting is Lifting.EXPERIENCED else int(number("checked_lifting_gap_weeks"))
    away = athlete.lifting is Lifting.NONE or gap >= number("checked_lifting_gap_weeks")
    return int(number("checked_leg_sessions_until_accustomed")) if away else 0


def _lift(
    session: PlannedSession,
    exercises: Mapping[str, Exercise],
    met: set[str],
    athlete: Athlete,
    *,
    must_be_unaccustomed: bool,
) -> Lift:
    works = _works(session.exercises, exercises, met)
    short_works = _works(session.ten_minutes, exercises, met)
    mass = athlete.body_mass_kg
    counted = max(leg_stress(works, mass), leg_stress(short_works, mass))
    starts = moment(session.date, session.start)
    return Lift(
        session=session,
        starts=starts,
        ends=starts + timedelta(minutes=session.minutes),
        works=works,
        short_works=short_works,
        stress=max(session.leg_stress, counted),
        counted_stress=counted,
        intensive=session.intensive_plyometrics or has_intensive_jumps(works + short_works),
        must_be_unaccustomed=must_be_unaccustomed,
        leg_hard_sets=leg_hard_sets(works),
        hard_sets=sum(hard_sets(work) for work in works),
        contacts=contacts(works),
    )


def _works(
    prescribed: tuple[PrescribedExercise, ...], exercises: Mapping[str, Exercise], met: set[str]
) -> tuple[Work, ...]:
    return tuple(
        Work(
            exercise=exercises[one.exercise],
            prescribed=one,
            sets=working_sets(one),
            new=one.new or one.exercise not in met,
        )
        for one in prescribed
        if one.exercise in exercises
    )
