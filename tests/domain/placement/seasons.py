"""Seasons drawn from a seed, small enough for the oracles and odd enough to meet every rule."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TypedDict

from runlift.domain.athlete.place import Equipment, OpeningHours, Place
from runlift.domain.athlete.profile import Athlete, FreeWindow, Lifting, Race, RacePriority, Travel
from runlift.domain.plan.easing import Easing
from runlift.domain.plan.plan import TimedRun
from runlift.domain.plan.session import LegStress, Phase, SessionKind
from runlift.domain.quantity import DateSpan, Reason, Weekday
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.season.demand import Fixed, Season, SessionDemand, WeekDemand


class PlacementInput(TypedDict):
    """All that `place` takes, by name."""

    season: Season
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    athlete: Athlete
    races: tuple[Race, ...]
    first_day: date
    last_day: date


class ResumedInput(PlacementInput):
    """All that `place` takes of a season taken up again on the way."""

    easings: tuple[Easing, ...]


MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SOFT_RULES = (
    "hard_days_before_easy_days",
    "gap_after_run_wanted",
    "fatigue_into_run",
    "long_run_interference",
    "heavy_legs_before_key_run_wanted",
    "preferred_hours",
    "heavy_legs_spacing_wanted",
    "same_weekdays",
    "as_planned_before",
    "moved_beside_key_runs",
)
KINDS = (
    RunKind.EASY,
    RunKind.EASY,
    RunKind.EASY,
    RunKind.TEMPO,
    RunKind.INTERVALS,
    RunKind.LONG,
    RunKind.CROSS_TRAINING,
    RunKind.STRENGTH,
    RunKind.REST,
)


def draw_season(
    seed: int,
    *,
    weeks: int = 3,
    most: int = 2,
    window_minutes: tuple[int, ...] = (45, 60, 75),
    windows: int = 1,
    roomy: bool = False,
) -> PlacementInput:
    """Draw all that `place` takes.

    Args:
        seed: Seed of the draw.
        weeks: Number of weeks.
        most: Most sessions a week.
        window_minutes: Lengths of the free windows.
        windows: Most free windows a day.
        roomy: Whether runs are short and early and windows late, so that many sessions find a place.
    """
    chance = random.Random(seed)  # noqa: S311 - the same seasons in every run
    days = [MONDAY + ahead * DAY for ahead in range(7 * weeks)]
    runs = _morning_runs(chance, days) if roomy else _runs(chance, days)
    trained = {run.run.date for run in runs}
    hours = (15, 17, 18) if roomy else (6, 9, 12, 15, 17, 18, 20)
    return {
        "season": draw_demand(chance, weeks=weeks, most=most),
        "runs": runs,
        "rest_days": tuple(day for day in days if day not in trained),
        "athlete": _athlete(chance, days, window_minutes, windows, hours),
        "races": _races(chance, days),
        "first_day": days[chance.choice((0, 0, 0, 2))],
        "last_day": days[-1 - chance.choice((0, 0, 0, 2))],
    }


def draw_resumed(seed: int, *, weeks: int = 3, most: int = 2, roomy: bool = False) -> ResumedInput:
    """Draw a season taken up again on the way: some past, some planned before, some days eased."""
    drawn = draw_season(seed, weeks=weeks, most=most, windows=2, roomy=roomy)
    chance = random.Random(f"resumed {seed}")  # noqa: S311 - the same seasons in every run
    first_day = MONDAY + chance.randint(1, 7 * weeks - 4) * DAY
    resumed = tuple(_resumed_week(chance, week, first_day) for week in drawn["season"].weeks)
    drawn["first_day"] = first_day
    drawn["season"] = replace(drawn["season"], weeks=resumed)
    return {**drawn, "easings": _easings(chance, first_day)}


def _resumed_week(chance: random.Random, week: WeekDemand, first_day: date) -> WeekDemand:
    gone = [week.monday + ahead * DAY for ahead in range(7) if week.monday + ahead * DAY < first_day]
    count = chance.randint(0, min(len(gone), len(week.sessions)))
    days = chance.sample(gone, count)
    past = [_past(chance, demand, day) for demand, day in zip(week.sessions, days, strict=False)]
    left = week.sessions[count:] if len(gone) < 7 else ()
    before = [_planned_before(chance, demand, week.monday, first_day) for demand in left]
    return replace(week, sessions=(*before, *past))


def _past(chance: random.Random, demand: SessionDemand, day: date) -> SessionDemand:
    starts_at = datetime.combine(day, time(chance.choice((7, 18, 23)), chance.choice((0, 7))))
    fixed = Fixed(starts_at=starts_at, minutes=chance.choice((20, 61)), done=chance.random() < 0.8)
    stress = demand.leg_stress if fixed.done else LegStress.NONE
    return replace(demand, fixed=fixed, worth=0, leg_stress=stress, intensive_plyometrics=fixed.done)


def _planned_before(
    chance: random.Random, demand: SessionDemand, monday: date, first_day: date
) -> SessionDemand:
    was_at = datetime.combine(monday + chance.randint(0, 6) * DAY, time(chance.choice((15, 17, 18))))
    made_up = was_at.date() < first_day
    return replace(demand, was_at=was_at, made_up=made_up) if chance.random() < 0.7 else demand


def _easings(chance: random.Random, first_day: date) -> tuple[Easing, ...]:
    if chance.random() < 0.6:
        return ()
    first = first_day + chance.randint(0, 3) * DAY
    easing = Easing(
        first=first,
        until=first + chance.randint(1, 4) * DAY,
        reason=Reason.of("eased_days", ("C018",)),
        leg_stress_most=chance.choice((LegStress.LIGHT, LegStress.MODERATE)),
        no_sessions=chance.random() < 0.4,
    )
    return (easing,)


def draw_demand(chance: random.Random, *, weeks: int, most: int) -> Season:
    alike = chance.random() < 0.4
    return Season(
        weeks=tuple(_week(chance, week, most, alike=alike) for week in range(weeks)), emphases=(), findings=()
    )


def _week(chance: random.Random, week: int, most: int, *, alike: bool) -> WeekDemand:
    monday = MONDAY + 7 * week * DAY
    sessions = [
        _demand(chance, monday, position) for position in range(chance.randint(0 if week else 1, most))
    ]
    if alike and sessions:
        sessions = [
            make_demand(f"{monday}/{position + 1}", sessions[0].leg_stress, worth=_worth(position))
            for position in range(len(sessions))
        ]
    elif chance.random() < 0.2:
        sessions = [_with_days(chance, demand, monday) for demand in sessions]
    return make_week(monday, tuple(sessions))


def make_week(monday: date, sessions: tuple[SessionDemand, ...]) -> WeekDemand:
    return WeekDemand(
        monday=monday,
        phase=Phase.STRENGTH,
        block=0,
        week_of_block=0,
        deload=False,
        sets_factor=1.0,
        load_factor=1.0,
        rir_plus=0.0,
        leg_hard_sets=(8.0, 12.0),
        hold_progression=False,
        sessions=sessions,
        reasons=(),
    )


def _with_days(chance: random.Random, demand: SessionDemand, monday: date) -> SessionDemand:
    first = monday + chance.randint(0, 4) * DAY
    latest = first + chance.randint(1, 3) * DAY
    return replace(demand, earliest=chance.choice((None, first)), latest=chance.choice((None, latest)))


def _worth(position: int) -> int:
    return (1_000_000, 400_000, 150_000)[position]


def _demand(chance: random.Random, monday: date, position: int) -> SessionDemand:
    return make_demand(
        f"{monday}/{position + 1}",
        chance.choice(
            (LegStress.NONE, LegStress.LIGHT, LegStress.MODERATE, LegStress.HEAVY, LegStress.HEAVY)
        ),
        intensive=chance.random() < 0.3,
        unaccustomed=chance.random() < 0.25,
        minutes=chance.choice((20, 30, 45)),
        worth=_worth(position),
    )


def make_demand(
    demand_id: str,
    leg_stress: LegStress,
    *,
    intensive: bool = False,
    unaccustomed: bool = False,
    minutes: int = 45,
    worth: int = 1_000_000,
) -> SessionDemand:
    return SessionDemand(
        id=demand_id,
        kind=SessionKind.STRENGTH,
        phase=Phase.STRENGTH,
        leg_stress=leg_stress,
        intensive_plyometrics=intensive,
        unaccustomed=unaccustomed,
        minutes=minutes,
        worth=worth,
    )


def _runs(chance: random.Random, days: list[date]) -> tuple[TimedRun, ...]:
    shape = [chance.choice(KINDS) for _ in range(7)]
    found = []
    for day in [days[0] - DAY, *days, days[-1] + DAY]:
        kind = shape[day.weekday()]
        if kind is not RunKind.REST and chance.random() < 0.9:
            start = time(chance.choice((6, 7, 12, 18, 21)), chance.choice((0, 10, 30)))
            found.append(make_run(day, kind, start, chance.choice((30, 45, 60, 95)), note=_note(chance)))
        if chance.random() < 0.05:
            found.append(make_run(day, RunKind.EASY, time(17), 30, number=2))
    return tuple(sorted(found, key=lambda run: run.starts_at))


def _morning_runs(chance: random.Random, days: list[date]) -> tuple[TimedRun, ...]:
    usual = (RunKind.EASY, RunKind.EASY, RunKind.EASY, RunKind.TEMPO)
    shape = [chance.choice(usual) for _ in range(6)] + [RunKind.LONG]
    return tuple(make_run(day, shape[day.weekday()], time(6), 45) for day in days)


def _note(chance: random.Random) -> str:
    return chance.choice(("to be replaced", "to be replaced", ""))


def make_run(
    day: date, kind: RunKind, start: time, minutes: int = 45, *, number: int = 1, note: str = ""
) -> TimedRun:
    run = Run(
        id=f"{day}/{number}", date=day, kind=kind, key=kind.is_key, title=kind.value, start=start, note=note
    )
    return TimedRun(
        run=run,
        start=start,
        minutes=minutes,
        start_assumed=False,
        minutes_assumed=False,
        buffered_long_run=kind.is_run and minutes >= 90,
    )


def _races(chance: random.Random, days: list[date]) -> tuple[Race, ...]:
    races = [
        Race(
            date=chance.choice(days),
            name=f"race {number}",
            priority=chance.choice(tuple(RacePriority)),
            distance_m=chance.choice((5000.0, 10000.0, 21097.5, 42195.0)),
            start=chance.choice((None, time(9), time(19, 30))),
        )
        for number in range(chance.choice((0, 0, 0, 1)))
    ]
    return tuple(races)


def _athlete(
    chance: random.Random,
    days: list[date],
    window_minutes: tuple[int, ...],
    windows: int,
    hours_of_windows: tuple[int, ...],
) -> Athlete:
    hours = tuple(
        OpeningHours(weekday=weekday, start=time(7), end=chance.choice((time(14), time(20), time(22))))
        for weekday in Weekday
        if weekday is not Weekday.SUNDAY
    )
    places = (
        Place(id="home", equipment=Equipment()),
        Place(id="gym", equipment=Equipment(), hours=hours),
    )
    away = chance.choice(days)
    travel = (Travel(span=DateSpan(start=away, end=away + 3 * DAY), place=chance.choice(("home", "gym"))),)
    return Athlete(
        lifting=Lifting.NOVICE,
        windows=tuple(
            _window(chance, weekday, window_minutes, hours_of_windows)
            for weekday in Weekday
            for _ in range(chance.randint(0 if chance.random() < 0.2 else 1, windows))
        ),
        places=places,
        travel=travel if chance.random() < 0.2 else (),
        soft_rules_off=tuple(rule for rule in SOFT_RULES if chance.random() < 0.08),
    )


def _window(
    chance: random.Random, weekday: Weekday, window_minutes: tuple[int, ...], hours: tuple[int, ...]
) -> FreeWindow:
    start = time(chance.choice(hours), chance.choice((0, 0, 15, 20)))
    longest = datetime.combine(MONDAY, time(23, 45)) - datetime.combine(MONDAY, start)
    length = min(timedelta(minutes=chance.choice(window_minutes)), longest)
    return FreeWindow(
        weekday=weekday,
        start=start,
        end=(datetime.combine(MONDAY, start) + length).time(),
        place=chance.choice(("home", "gym")),
        preferred=chance.random() < 0.3,
    )
