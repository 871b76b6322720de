"""Seasons for the tests of this room: runs by weekday, athletes, and random cases of both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, KnownSet, Lifting, Race, RacePriority, Terrain
from runlift.domain.plan.plan import TimedRun
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.season.season import plan_season

if TYPE_CHECKING:
    from runlift.domain.season.demand import Season, WeekDemand

MONDAY = date(2026, 3, 2)
USUAL_WEEK = (
    None,
    (RunKind.INTERVALS, 9.0),
    (RunKind.EASY, 7.0),
    (RunKind.TEMPO, 9.0),
    None,
    (RunKind.EASY, 7.0),
    (RunKind.LONG, 14.0),
)
BUFFERED_FROM_MINUTES = 90
WeekOfRuns = tuple[tuple[RunKind, float] | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A season's input, with shorthands that keep the tests short."""

    athlete: Athlete
    first_day: date = MONDAY
    days: int = 16 * 7
    pattern: tuple[WeekOfRuns, ...] = (USUAL_WEEK,)

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(days=self.days - 1)

    @property
    def runs(self) -> tuple[TimedRun, ...]:
        return tuple(run for offset in range(self.days) if (run := self._run(offset)))

    @property
    def rest_days(self) -> tuple[date, ...]:
        busy = {timed.run.date for timed in self.runs}
        days = (self.first_day + timedelta(days=offset) for offset in range(self.days))
        return tuple(day for day in days if day not in busy)

    def season(self) -> Season:
        return plan_season(
            self.athlete,
            self.runs,
            first_day=self.first_day,
            last_day=self.last_day,
            rest_days=self.rest_days,
        )

    def shifted(self, weeks: int) -> Case:
        by = timedelta(weeks=weeks)
        races = tuple(replace(race, date=race.date + by) for race in self.athlete.races)
        return replace(self, athlete=replace(self.athlete, races=races), first_day=self.first_day + by)

    def _run(self, offset: int) -> TimedRun | None:
        day = self.first_day + timedelta(days=offset)
        week = self.pattern[(offset + self.first_day.weekday()) // 7 % len(self.pattern)]
        for race in self.athlete.races:
            if race.date == day:
                return timed(day, RunKind.RACE, race.distance_m / 1000)
        entry = week[day.weekday()]
        return None if entry is None else timed(day, *entry)


def timed(day: date, kind: RunKind, kilometres: float, title: str = "") -> TimedRun:
    """Make a morning run at six minutes a kilometre."""
    minutes = round(kilometres * 6)
    run = Run(
        id=f"{day.isoformat()}/1",
        date=day,
        kind=kind,
        key=kind.is_key,
        title=title or kind.value,
        distance_m=kilometres * 1000,
    )
    return TimedRun(
        run=run,
        start=time(7),
        minutes=minutes,
        start_assumed=True,
        minutes_assumed=True,
        buffered_long_run=minutes >= BUFFERED_FROM_MINUTES,
    )


def race(weeks: int, kilometres: float, priority: str = "A", *, day: int = 6, name: str = "race") -> Race:
    """Make a race on a weekday of a week counted from the first Monday."""
    return Race(
        date=MONDAY + timedelta(weeks=weeks - 1, days=day),
        name=name,
        priority=RacePriority(priority),
        distance_m=kilometres * 1000,
    )


@st.composite
def athletes(draw: st.DrawFn, first_day: date, days: int) -> Athlete:
    """Draw a runner with up to four races in and around the season."""
    offsets = draw(st.lists(st.integers(-20, days + 40), max_size=4, unique=True))
    races = tuple(
        Race(
            date=first_day + timedelta(days=offset),
            name=f"race {offset}",
            priority=draw(st.sampled_from(RacePriority)),
            distance_m=draw(st.sampled_from([800.0, 3000.0, 5000.0, 10000.0, 21097.5, 42195.0, 50000.0])),
            ascent_m=draw(st.sampled_from([0.0, 400.0])),
        )
        for offset in sorted(offsets)
    )
    known = (KnownSet(exercise="back_squat", load_kg=60, reps=5, rir=2),)
    return Athlete(
        lifting=draw(st.sampled_from(Lifting)),
        birth_year=draw(st.sampled_from([None, 1950, 1990, 2010])),
        weeks_off_lifting=draw(st.sampled_from([None, 0, 2, 4, 7, 20])),
        weekly_km=draw(st.sampled_from([None, 20.0, 60.0, 100.0])),
        longest_run_km=draw(st.sampled_from([None, 10.0, 30.0])),
        terrain=draw(st.sampled_from(Terrain)),
        session_minutes=draw(st.sampled_from([20, 45, 90])),
        sessions_per_week=draw(st.sampled_from([None, None, 0, 1, 2, 3])),
        races=races,
        known_sets=draw(st.sampled_from([(), known])),
    )


@st.composite
def cases(draw: st.DrawFn, *, longest: int = 26) -> Case:
    """Draw a season of one day to many weeks."""
    first_day = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 100)))
    days = draw(st.integers(1, longest * 7))
    entry = st.none() | st.tuples(
        st.sampled_from(
            [RunKind.EASY, RunKind.LONG, RunKind.TEMPO, RunKind.INTERVALS, RunKind.CROSS_TRAINING]
        ),
        st.sampled_from([4.0, 8.0, 16.0, 28.0]),
    )
    week = st.tuples(*[entry] * 7)
    return Case(
        athlete=draw(athletes(first_day, days)),
        first_day=first_day,
        days=days,
        pattern=tuple(draw(st.lists(week, min_size=1, max_size=4))),
    )


class Maker:
    """What the tests make their seasons from."""

    monday = MONDAY
    usual_week = USUAL_WEEK
    run = staticmethod(timed)
    race = staticmethod(race)
    random_cases = cases()

    @staticmethod
    def case(lifting: Lifting = Lifting.NOVICE, *, weeks: int = 16, **changes: Any) -> Case:  # noqa: ANN401 - any field of Athlete
        """Make a season of whole weeks with the usual week of runs."""
        return Case(athlete=Athlete(lifting=lifting, **changes), days=weeks * 7)

    @staticmethod
    def phases(season: Season) -> list[str]:
        """Tell each phase once, with how many weeks of it follow each other."""
        return [
            f"{phase.value} {len(list(weeks))}" for phase, weeks in groupby(w.phase for w in season.weeks)
        ]

    @staticmethod
    def rules(week: WeekDemand) -> list[str]:
        """Tell the rules that a week is reasoned with."""
        return [reason.rule for reason in week.reasons]

    @staticmethod
    def codes(season: Season) -> list[str]:
        """Tell the codes of the findings."""
        return [finding.code for finding in season.findings]


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()
