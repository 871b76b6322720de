"""Seasons as runners have them, drawn from a seed, for measuring placement."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, time, timedelta

from runlift.domain.athlete.place import Equipment, OpeningHours, Place
from runlift.domain.athlete.profile import Athlete, FreeWindow, Lifting, Race, RacePriority
from runlift.domain.plan.plan import TimedRun
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.quantity import Weekday
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.season.demand import Season, SessionDemand, WeekDemand

MONDAY = date(2026, 3, 2)
RUN_WEEKS = (
    (RunKind.REST, RunKind.INTERVALS, RunKind.EASY, RunKind.TEMPO, RunKind.REST, RunKind.EASY, RunKind.LONG),
    (RunKind.EASY, RunKind.INTERVALS, RunKind.EASY, RunKind.EASY, RunKind.REST, RunKind.EASY, RunKind.LONG),
    (RunKind.REST, RunKind.EASY, RunKind.TEMPO, RunKind.EASY, RunKind.HILLS, RunKind.LONG, RunKind.EASY),
)
UNACCUSTOMED_WEEKS = 2
RUN_MINUTES = {RunKind.LONG: 110, RunKind.TEMPO: 60, RunKind.INTERVALS: 60, RunKind.RACE: 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementInput:
    """All that `place` takes."""

    season: Season
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    athlete: Athlete
    races: tuple[Race, ...]
    first_day: date
    last_day: date


def make_input(weeks: int, seed: int) -> PlacementInput:
    """Return a season of so many weeks that ends with a marathon."""
    chance = random.Random(seed)  # noqa: S311 - measurements need no secret, but the same numbers each time
    last_day = MONDAY + timedelta(days=7 * weeks - 1)
    race = Race(date=last_day, name="marathon", priority=RacePriority.A, distance_m=42195.0, start=time(9))
    runs = _runs(weeks, chance, race)
    resting = tuple(
        day
        for day in (MONDAY + timedelta(days=ahead) for ahead in range(7 * weeks))
        if not _runs_on(runs, day)
    )
    return PlacementInput(
        season=_season(weeks, chance),
        runs=runs,
        rest_days=resting,
        athlete=_athlete(chance, race),
        races=(race,),
        first_day=MONDAY,
        last_day=last_day,
    )


def _runs_on(runs: tuple[TimedRun, ...], day: date) -> bool:
    return any(run.run.date == day for run in runs)


def _runs(weeks: int, chance: random.Random, race: Race) -> tuple[TimedRun, ...]:
    shape = chance.choice(RUN_WEEKS)
    runs = []
    for week in range(weeks):
        for weekday, usual in enumerate(shape):
            day = MONDAY + timedelta(days=7 * week + weekday)
            kind = RunKind.RACE if day == race.date else usual
            if kind is not RunKind.REST:
                runs.append(_run(day, kind, chance))
    return tuple(runs)


def _run(day: date, kind: RunKind, chance: random.Random) -> TimedRun:
    minutes = RUN_MINUTES.get(kind, 45) + chance.choice((-10, -5, 0, 5, 10))
    start = time(8 if day.weekday() > Weekday.FRIDAY else 6, chance.choice((0, 15, 30)))
    run = Run(id=f"{day}/1", date=day, kind=kind, key=kind.is_key, title=kind.value)
    return TimedRun(
        run=run,
        start=start,
        minutes=minutes,
        start_assumed=False,
        minutes_assumed=False,
        buffered_long_run=kind is RunKind.LONG,
    )


def _season(weeks: int, chance: random.Random) -> Season:
    second = chance.choice((LegStress.HEAVY, LegStress.HEAVY, LegStress.MODERATE))
    return Season(weeks=tuple(_week(week, weeks, second) for week in range(weeks)), emphases=(), findings=())


def _week(week: int, weeks: int, second: LegStress) -> WeekDemand:
    monday = MONDAY + timedelta(days=7 * week)
    ahead = weeks - week
    stresses = {0: [], 1: [], 2: [LegStress.HEAVY]}.get(ahead, [LegStress.HEAVY, second])
    is_new = week < UNACCUSTOMED_WEEKS
    demands = tuple(
        _demand(monday, position, stress, unaccustomed=is_new) for position, stress in enumerate(stresses)
    )
    return WeekDemand(
        monday=monday,
        phase=Phase.STRENGTH,
        block=0,
        week_of_block=week,
        deload=False,
        sets_factor=1.0,
        load_factor=1.0,
        rir_plus=0.0,
        leg_hard_sets=(8.0, 12.0),
        hold_progression=False,
        sessions=demands,
        reasons=(),
    )


def _demand(monday: date, position: int, stress: LegStress, *, unaccustomed: bool) -> SessionDemand:
    return SessionDemand(
        id=f"{monday.isoformat()}/{position + 1}",
        kind=SessionKind.STRENGTH,
        phase=Phase.STRENGTH,
        leg_stress=LegStress.MODERATE if unaccustomed else stress,
        intensive_plyometrics=False,
        unaccustomed=unaccustomed,
        minutes=45,
        worth=(1_000_000, 400_000)[position],
    )


def _athlete(chance: random.Random, race: Race) -> Athlete:
    day = chance.choice(((time(6), time(17)), (time(12), time(13, 30))))
    windows = tuple(
        FreeWindow(weekday=weekday, start=start, end=end, place=place, preferred=preferred)
        for weekday in Weekday
        for start, end, place, preferred in ((*day, "home", False), (time(17), time(21), "gym", True))
    )
    hours = tuple(OpeningHours(weekday=weekday, start=time(7), end=time(22)) for weekday in Weekday)
    places = (Place(id="home", equipment=Equipment()), Place(id="gym", equipment=Equipment(), hours=hours))
    return Athlete(lifting=Lifting.EXPERIENCED, windows=windows, places=places, races=(race,))
