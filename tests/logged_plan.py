"""A small plan to log: a warm-up, a lift with a lead-up set, a row by sides, a pair of weights, a plank."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from runlift.application.author import Author
from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority, Units
from runlift.domain.plan.plan import Plan, PlanWeek, Proof, TimedRun
from runlift.domain.plan.session import (
    Implement,
    LegStress,
    Phase,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
    Role,
    SessionKind,
    Side,
)
from runlift.domain.running.plan import Run, RunKind

TODAY = date(2027, 2, 16)  # a Tuesday
NOW = datetime(2027, 2, 16, 18, 0, tzinfo=timezone(timedelta(hours=1)))
SIDES = (Side.LEFT, Side.RIGHT)

DUMBBELL = Implement(kind="dumbbell", each_kg=14.0)
PAIR = Implement(kind="dumbbell", count=2, each_kg=12.0)
BAND = Implement(kind="band", name="light")

SWING = PrescribedExercise(
    exercise="leg_swing_fb",
    role=Role.WARM_UP,
    sets=tuple(PrescribedSet(reps=8, side=side, warm_up=True) for side in SIDES),
)
SQUAT = PrescribedExercise(
    exercise="goblet_squat",
    role=Role.MAIN,
    sets=(
        PrescribedSet(reps=6, load_kg=8.0, implement=DUMBBELL, rir=4.0, rest_s=60, warm_up=True),
        *(PrescribedSet(reps=10, load_kg=14.0, implement=DUMBBELL, rir=3.0, rest_s=120),) * 2,
    ),
)
ROW = PrescribedExercise(
    exercise="db_row",
    role=Role.ACCESSORY,
    sets=tuple(
        PrescribedSet(reps=8, load_kg=10.0, rir=3.0, rest_s=20 if side is Side.LEFT else 75, side=side)
        for _ in range(2)
        for side in SIDES
    ),
)
DEADLIFT = PrescribedExercise(
    exercise="rdl_db",
    role=Role.MAIN,
    sets=(PrescribedSet(reps=8, load_kg=24.0, implement=PAIR, rir=3.0, rest_s=120),),
)
PULL_APART = PrescribedExercise(
    exercise="band_pull_apart",
    role=Role.ACCESSORY,
    sets=(PrescribedSet(reps=15, implement=BAND, rest_s=60),),
)
PLANK = PrescribedExercise(exercise="plank", role=Role.CORE, sets=(PrescribedSet(seconds=30, rest_s=60),) * 2)
EXERCISES = (SWING, SQUAT, ROW, DEADLIFT, PULL_APART, PLANK)
TEN_MINUTES = (
    replace(SQUAT, sets=SQUAT.sets[:2]),
    replace(PLANK, sets=PLANK.sets[:1]),
)
SETS = sum(len(each.sets) for each in EXERCISES)


def author(*, minutes: float = 0, device: str = "laptop") -> Author:
    """The device, some minutes after six in the evening."""
    return Author(device=device, now=NOW + timedelta(minutes=minutes))


def session(day: date = TODAY, number: int = 1) -> PlannedSession:
    return PlannedSession(
        uid=f"ada-{day}-{number}@runlift",
        date=day,
        start=time(17),
        minutes=45,
        kind=SessionKind.STRENGTH,
        phase=Phase.STRENGTH,
        place="gym",
        leg_stress=LegStress.MODERATE,
        exercises=EXERCISES,
        ten_minutes=TEN_MINUTES,
    )


def timed_run(day: date, number: int = 1, kind: RunKind = RunKind.EASY, title: str = "Easy 9 km") -> TimedRun:
    run = Run(id=f"{day}/{number}", date=day, kind=kind, key=kind.is_key, title=title, distance_m=9000.0)
    return TimedRun(
        run=run,
        start=time(6 + number, 30),
        minutes=55,
        start_assumed=True,
        minutes_assumed=True,
        buffered_long_run=False,
    )


def plan(today: date = TODAY, units: Units = Units.METRIC) -> Plan:
    """Two weeks from Monday on: sessions today and in three days, runs on most days, two on one of them."""
    monday = today - timedelta(days=today.weekday())
    race = Race(
        date=today + timedelta(days=10), name="Town ten", priority=RacePriority.B, distance_m=10_000.0
    )
    runs = [timed_run(today + timedelta(days=ahead)) for ahead in (-1, 0, 1, 3)]
    runs.append(timed_run(today + timedelta(days=3), 2, RunKind.TEMPO, "Tempo 6 km"))
    runs.append(timed_run(race.date, 1, RunKind.RACE, "Town ten"))
    return Plan(
        first_day=monday,
        time_zone="Europe/Berlin",
        athlete=Athlete(
            lifting=Lifting.NOVICE,
            name="Ada",
            units=units,
            races=(race,),
            places=(Place(id="home", equipment=Equipment()), Place(id="gym", equipment=Equipment())),
        ),
        runs=tuple(runs),
        rest_days=tuple(
            day
            for ahead in range(21)
            if (day := monday + timedelta(days=ahead)) not in {each.run.date for each in runs}
        ),
        weeks=tuple(
            PlanWeek(
                monday=monday + timedelta(weeks=ahead),
                phase=Phase.STRENGTH,
                deload=False,
                sessions_wanted=2,
                run_distance_m=40_000.0,
            )
            for ahead in range(3)
        ),
        sessions=(session(today), session(today + timedelta(days=3), 2)),
        unmet=(),
        warnings=(),
        proof=Proof(status="optimal", objective=0, bound=0, bill=()),
        inputs=(),
        began=monday,
    )


def made_at() -> datetime:
    return NOW.astimezone(UTC)
