from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority, Units
from runlift.domain.plan.easing import Easing, Restriction
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.plan import (
    Charge,
    Input,
    Plan,
    PlanWeek,
    Proof,
    Relaxation,
    TimedRun,
    Unmet,
)
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.routine import PlacedRoutine, Routine, RoutineItem
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
from runlift.domain.quantity import Finding, Reason, Severity
from runlift.domain.running.plan import Run, RunKind, RunPart

MONDAY = date(2026, 12, 21)
ODD_TITLES = (
    "",
    "Easy 9 km",
    "<script>alert(1)</script>",
    "a, b; c\\d",
    "two\nlines\r\nBEGIN:VEVENT\nSUMMARY:no",
    "BEGIN:VEVENT",
    "6 x 800 \N{RUNNER} \N{PERSON IN LOTUS POSITION}\N{ZERO WIDTH JOINER}",
    "**bold** [link](http://example.org) `code` | # <b>",
    "long " * 80,
    "\N{LINE SEPARATOR}\x85\x0b tab\tand \x00 nul",
    "]]> &amp; {{ braces }} {0} %s",
)
ODD_IDS = (
    "w01-tue@example.org",
    "a b",
    "a%20b",
    "x\r\nBEGIN:VEVENT",
    "é",
    "2026-12-22/1",
    "\N{RUNNER}",
    "a;b,c:d",
)
SESSION_REASON = Reason.of("gap_after_run", ("S10", "S17"), hours=9.5)
WEEK_REASON = Reason.of("foundation_phase", ("N001",), weeks=3)
LOAD_REASON = Reason.of("start_load_from_body_mass", ("D048",), wanted_kg=21.7, load_kg=20.0)

MACHINE = Implement(kind="machine:leg_press", each_kg=20.0)
PAIR = Implement(kind="dumbbell", count=2, each_kg=8.0)
LEG_PRESS = PrescribedExercise(
    exercise="leg_press",
    role=Role.MAIN,
    sets=(
        PrescribedSet(reps=8, load_kg=10.0, implement=MACHINE, rir=4.0, rest_s=60, warm_up=True),
        PrescribedSet(reps=8, load_kg=20.0, implement=MACHINE, rir=4.0, rest_s=120),
    ),
    new=True,
    to_confirm=True,
    reasons=(LOAD_REASON,),
    leads_to=Progress(
        times=1, load_kg=20.0, effective=12.0, highest_kg=20.0, highest_reps=8, reps=8, careful=True
    ),
)
SPLIT_SQUAT = PrescribedExercise(
    exercise="split_squat",
    role=Role.ACCESSORY,
    sets=tuple(
        PrescribedSet(reps=8, load_kg=16.0, implement=PAIR, rir=3.0, rest_s=60, side=side)
        for side in (Side.LEFT, Side.RIGHT)
    ),
    tempo="3-0-1",
)
PLANK = PrescribedExercise(exercise="plank", role=Role.CORE, sets=(PrescribedSet(seconds=30, rest_s=60),))


def timed_run(
    number: int = 1, title: str = "Easy 9 km", run_id: str = "", kind: RunKind = RunKind.EASY
) -> TimedRun:
    run = Run(
        id=run_id or f"run-{number}",
        date=MONDAY + timedelta(days=number),
        kind=kind,
        key=kind.is_key,
        title=title,
        distance_m=9000.0,
        parts=(RunPart(repeats=6, duration_s=20.0, intensity="fast"),),
        confidence=0.9,
        note=title,
    )
    return TimedRun(
        run=run,
        start=time(6, 30),
        minutes=55,
        start_assumed=True,
        minutes_assumed=True,
        buffered_long_run=False,
    )


def session(number: int = 1, place: str = "gym") -> PlannedSession:
    return PlannedSession(
        uid=f"example-runner-{number}@runlift",
        date=MONDAY + timedelta(days=number),
        start=time(17),
        minutes=44,
        kind=SessionKind.FOUNDATION,
        phase=Phase.FOUNDATION,
        place=place,
        leg_stress=LegStress.LIGHT,
        exercises=(LEG_PRESS, SPLIT_SQUAT, PLANK),
        ten_minutes=(PLANK,),
        reasons=(SESSION_REASON,),
    )


def plan_of(
    runs: tuple[TimedRun, ...],
    sessions: tuple[PlannedSession, ...],
    *,
    name: str = "Example runner",
    weeks: int = 2,
    units: Units = Units.METRIC,
    zone: str = "Europe/Berlin",
    easings: tuple[Easing, ...] = (),
    restrictions: tuple[Restriction, ...] = (),
) -> Plan:
    race = Race(
        date=MONDAY + timedelta(days=13), name=name or "race", priority=RacePriority.A, distance_m=42195.0
    )
    charge = Charge(rule="fatigue_into_run", evidence=("C003",), cost=1250)
    return Plan(
        first_day=MONDAY,
        time_zone=zone,
        athlete=Athlete(lifting=Lifting.NOVICE, name=name, units=units, races=(race,)),
        runs=runs,
        rest_days=(MONDAY,),
        weeks=tuple(
            PlanWeek(
                monday=MONDAY + timedelta(weeks=number),
                phase=Phase.FOUNDATION,
                deload=number == 1,
                sessions_wanted=1,
                run_distance_m=45_000.0,
                reasons=(WEEK_REASON,),
            )
            for number in range(weeks)
        ),
        sessions=sessions,
        unmet=(
            Unmet(
                week=MONDAY,
                kind=SessionKind.STRENGTH,
                rules=("free_window",),
                relaxations=(Relaxation(rule="free_window", sessions_gained=1, allowed=True),),
                reason=Reason.of("session_left_out", ("C012",), forbidden_by="free_window", minutes=45),
            ),
        ),
        warnings=(Finding(severity=Severity.NOTE, code="assumed", message="Something was assumed."),),
        proof=Proof(status="optimal", objective=1250, bound=1250, bill=(charge,)),
        inputs=(Input(name="plan.ics", sha256="0" * 64),),
        began=MONDAY,
        easings=easings,
        restrictions=restrictions,
    )


REASON = Reason.of("progression_held", ("D014",))
EASINGS = st.builds(
    Easing,
    first=st.just(MONDAY),
    until=st.just(MONDAY + timedelta(days=3)),
    reason=st.just(REASON),
    sets_factor=st.sampled_from([0.0, 0.6, 1.0]),
    rir_least=st.sampled_from([0.0, 4.0]),
    rir_plus=st.sampled_from([0.0, 1.0]),
    leg_stress_most=st.sampled_from(LegStress),
    no_sessions=st.booleans(),
)
RESTRICTIONS = st.builds(
    Restriction,
    exercises=st.sampled_from([("leg_press",), ("leg_press", "split_squat")]),
    first=st.just(MONDAY),
    until=st.sampled_from([None, MONDAY + timedelta(days=7)]),
    reason=st.just(REASON),
)
PROGRESS = st.builds(
    Progress,
    times=st.integers(0, 30),
    load_kg=st.sampled_from([0.0, 12.5, 80.0]),
    effective=st.sampled_from([0.0, 11.5]),
    at_end=st.booleans(),
    last_session=st.integers(-1, 20),
    overrated=st.sampled_from([0.0, 2.5]),
)
EXERCISE_OUTCOMES = st.builds(
    ExerciseOutcome,
    exercise=st.sampled_from(["leg_press", "split_squat"]),
    result=st.sampled_from(ExerciseResult),
    sets=st.sampled_from([(), LEG_PRESS.sets]),
    stands=st.none() | PROGRESS,
    in_a_row=st.integers(1, 3),
    reasons=st.sampled_from([(), (REASON,)]),
)
OUTCOMES = st.builds(
    SessionOutcome,
    result=st.sampled_from(SessionResult),
    starts_at=st.sampled_from([None, datetime(2027, 1, 5, 18, 3, 20)]),
    ends_at=st.sampled_from([None, datetime(2027, 1, 5, 18, 50)]),
    exercises=st.lists(EXERCISE_OUTCOMES, max_size=2).map(tuple),
)


MOMENTS = st.just(datetime(2027, 1, 5, 18, 0))
ITEMS = st.builds(
    RoutineItem,
    exercise=st.sampled_from(["bird_dog", "short_foot"]),
    kind=st.sampled_from(["strengthen", "stretch", "roll"]),
    sets=st.integers(1, 5),
    low=st.just(8),
    high=st.integers(8, 15),
    unit=st.sampled_from(["reps", "s"]),
    per_week=st.integers(1, 7),
)
GIVEN = Reason.of("complaint_routine", ("CO01",), complaint="pfp", side="left", stage="sore", moment="daily")
ROUTINES = st.builds(
    Routine,
    moment=st.sampled_from(["before_run", "session"]),
    items=st.lists(ITEMS, max_size=2).map(tuple),
    reason=st.just(GIVEN),
)
PLACED_ROUTINES = st.builds(
    PlacedRoutine,
    uid=st.sampled_from(["one@runlift", "two@runlift"]),
    date=st.just(MONDAY),
    start=st.just(time(6, 45)),
    minutes=st.integers(1, 15),
    moment=st.sampled_from(["before_run", "after_run", "away_from_run"]),
    place=st.just("home"),
    items=st.lists(ITEMS, min_size=1, max_size=2).map(tuple),
    run=st.sampled_from(["", "run-1"]),
    reasons=st.just((GIVEN,)),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Small plans with odd words in every place that holds a runner's own."""
    days = draw(st.lists(st.integers(0, 13), max_size=5, unique=True).map(sorted))
    ids = draw(st.lists(st.sampled_from(ODD_IDS), min_size=len(days), max_size=len(days), unique=True))
    titles = st.sampled_from(ODD_TITLES)
    kinds = st.sampled_from([RunKind.EASY, RunKind.LONG, RunKind.RACE, RunKind.CROSS_TRAINING])
    runs = tuple(
        timed_run(day, draw(titles), run_id, draw(kinds)) for day, run_id in zip(days, ids, strict=True)
    )
    lifted = draw(st.lists(st.integers(0, 13), max_size=4, unique=True).map(sorted))
    plan = plan_of(
        runs,
        tuple(
            replace(session(day), outcome=draw(st.none() | OUTCOMES), was_at=draw(st.none() | MOMENTS))
            for day in lifted
        ),
        easings=tuple(draw(st.lists(EASINGS, max_size=2))),
        restrictions=tuple(draw(st.lists(RESTRICTIONS, max_size=1))),
        name=draw(st.sampled_from(["", "Example runner", "<b>Example & runner</b>", "x\N{RUNNER}y"])),
        units=draw(st.sampled_from(Units)),
        zone=draw(st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu"])),
    )
    return replace(
        plan,
        routines=tuple(draw(st.lists(ROUTINES, max_size=2))),
        placed_routines=tuple(draw(st.lists(PLACED_ROUTINES, max_size=2, unique_by=lambda each: each.uid))),
    )


@pytest.fixture(scope="session")
def small_plan() -> Plan:
    runs = (
        timed_run(1),
        timed_run(6, "Long 18", kind=RunKind.LONG),
        timed_run(13, "Race", kind=RunKind.RACE),
    )
    return plan_of(runs, (session(1), session(8)))


@pytest.fixture(scope="session")
def small_routine() -> PlacedRoutine:
    reason = Reason.of("complaint_routine", ("CO01",), complaint="pfp", side="left", moment="before_run")
    item = RoutineItem(
        exercise="bird_dog", kind="strengthen", sets=3, low=8, high=10, unit="reps", per_week=3
    )
    return PlacedRoutine(
        uid="example-runner-2026-12-22-before-run@runlift",
        date=MONDAY + timedelta(days=1),
        start=time(6, 15),
        minutes=15,
        moment="before_run",
        place="home",
        run="run-1",
        items=(item,),
        reasons=(reason,),
    )


@pytest.fixture(scope="session")
def odd_plan() -> Plan:
    runs = tuple(timed_run(number, title) for number, title in enumerate(ODD_TITLES))
    return plan_of(runs, (session(1, place="gym, upstairs; <b>left</b>"),), name="Example *runner* <i>")


@pytest.fixture(scope="session")
def any_plan() -> st.SearchStrategy[Plan]:
    return plans()
