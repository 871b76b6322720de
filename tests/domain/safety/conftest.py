"""Handmade plans for the checker: a plan that keeps every rule, and the parts to break it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.domain.safety.vectors import record

from runlift.domain.athlete.place import HOME, Barbell, Equipment, Machine, Place
from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.plan.plan import Charge, Plan, PlanWeek, Proof, TimedRun
from runlift.domain.plan.routine import PlacedRoutine, RoutineItem
from runlift.domain.plan.session import (
    Implement,
    LegStress,
    Phase,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
    Role,
    SessionKind,
)
from runlift.domain.running.plan import Run, RunKind
from runlift.domain.safety.check import check_plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.safety.verdict import Verdict

MONDAY = date(2026, 3, 2)
KIT = Equipment(
    dumbbells_kg=((4.0, 2), (8.0, 2), (12.0, 2), (20.0, 1)),
    kettlebells_kg=((16.0, 1),),
    barbell=Barbell(bar_kg=20.0, plates_kg=((1.25, 2), (2.5, 2), (5.0, 4), (10.0, 3))),
    machines=(Machine(id="leg_press", lightest_kg=10.0, heaviest_kg=30.0, step_kg=10.0),),
    bands=("light",),
    items=("rack",),
)
ATHLETE = Athlete(
    lifting=Lifting.EXPERIENCED,
    birth_year=1984,
    body_mass_kg=62.0,
    longest_run_km=20.0,
    places=(Place(id=HOME, equipment=KIT),),
)
PROOF = Proof(
    status="optimal", objective=30, bound=30, bill=(Charge(rule="hours", evidence=("S31",), cost=30),)
)
BASE_EXERCISE = Exercise(
    id="squat",
    name="Squat",
    family=Family.SQUAT,
    pattern="squat",
    primary_muscles=("quadriceps",),
    secondary_muscles=(),
    equipment=(),
    unilateral=False,
    load_type=LoadType.REPS,
    level=1,
    regression=None,
    progression=None,
    contacts_per_rep=0,
    impact=Impact.NONE,
    soreness=1,
    leg_load=True,
    unsuitable_for=(),
    start_load="",
    fit_category="squat",
    cue="",
)
CATALOGUE = {
    one.id: one
    for one in (
        BASE_EXERCISE,
        replace(BASE_EXERCISE, id="barbell_squat", equipment=(("barbell",), ("rack",))),
        replace(BASE_EXERCISE, id="nordic", soreness=3),
        replace(BASE_EXERCISE, id="row", equipment=(("dumbbell", "kettlebell"),), leg_load=False, soreness=0),
        replace(BASE_EXERCISE, id="plank", load_type=LoadType.TIME, leg_load=False, soreness=0),
        replace(
            BASE_EXERCISE,
            id="stretch",
            family=Family.MOBILITY,
            pattern="mobility",
            leg_load=False,
            soreness=0,
        ),
        replace(
            BASE_EXERCISE, id="balance", family=Family.BALANCE, pattern="balance", leg_load=False, soreness=0
        ),
        replace(BASE_EXERCISE, id="band_walk", family=Family.HIP, equipment=(("band",),), leg_load=False),
        replace(BASE_EXERCISE, id="one_leg", unilateral=True, family=Family.HIP, leg_load=False, soreness=0),
        replace(BASE_EXERCISE, id="carry", load_type=LoadType.TIME, leg_load=False, soreness=0),
        replace(BASE_EXERCISE, id="skip", load_type=LoadType.CONTACTS, impact=Impact.EXTENSIVE, soreness=0),
        replace(BASE_EXERCISE, id="bound", impact=Impact.INTENSIVE, contacts_per_rep=2, soreness=0),
        replace(BASE_EXERCISE, id="leg_press", equipment=(("machine:leg_press",),)),
        replace(BASE_EXERCISE, id="swing", equipment=(("kettlebell",),), start_load="start_load_swing"),
    )
}


class Maker:
    """Makes parts of plans; days count from a Monday, hours are `HH:MM`."""

    athlete = ATHLETE
    catalogue: Mapping[str, Exercise] = CATALOGUE
    kit = KIT
    proof = PROOF

    def day(self, offset: int) -> date:
        return MONDAY + timedelta(days=offset)

    def run(
        self,
        day: int,
        start: str = "07:00",
        *,
        kind: RunKind = RunKind.EASY,
        km: float | None = 8.0,
        minutes: int = 50,
        key: bool | None = None,
        **changes: Any,  # noqa: ANN401 - whatever a run has
    ) -> TimedRun:
        run = Run(
            id=f"run {day} {start}",
            date=self.day(day),
            kind=kind,
            key=kind.is_key if key is None else key,
            title=kind.value,
            distance_m=None if km is None else km * 1000,
        )
        return TimedRun(
            run=replace(run, **changes),
            start=time.fromisoformat(start),
            minutes=minutes,
            start_assumed=False,
            minutes_assumed=False,
            buffered_long_run=False,
        )

    def easy_runs(self, days: range, km: float = 8.0) -> tuple[TimedRun, ...]:
        return tuple(self.run(day, "06:00", km=km) for day in days)

    def one(self, reps: int | None = 10, load: float | None = None, **changes: Any) -> PrescribedSet:  # noqa: ANN401
        held = None
        if load is not None:
            held = Implement(kind="dumbbell", count=1, each_kg=load)
        usual: dict[str, Any] = {"rir": 3.0 if reps is not None else None, "rest_s": 60, "implement": held}
        return PrescribedSet(reps=reps, load_kg=load, **(usual | changes))

    def bar(self, reps: int, load: float, *plates: float, **changes: Any) -> PrescribedSet:  # noqa: ANN401
        held = Implement(kind="barbell", each_kg=load, plates_per_side_kg=plates)
        return self.one(reps, load, **({"implement": held} | changes))

    def exercise(
        self,
        exercise: str = "squat",
        *sets: PrescribedSet,
        role: Role = Role.MAIN,
        **changes: Any,  # noqa: ANN401
    ) -> PrescribedExercise:
        return PrescribedExercise(exercise=exercise, role=role, sets=sets or (self.one(),) * 2, **changes)

    def session(
        self,
        day: int,
        start: str = "18:00",
        *exercises: PrescribedExercise,
        stress: LegStress = LegStress.HEAVY,
        minutes: int = 45,
        **changes: Any,  # noqa: ANN401
    ) -> PlannedSession:
        usual: dict[str, Any] = {
            "uid": f"session {day} {start}",
            "kind": SessionKind.STRENGTH,
            "phase": Phase.STRENGTH,
            "place": HOME,
            "exercises": exercises or (self.exercise(),),
        }
        return PlannedSession(
            date=self.day(day),
            start=time.fromisoformat(start),
            minutes=minutes,
            leg_stress=stress,
            **(usual | changes),
        )

    def item(self, exercise: str = "stretch", **changes: Any) -> RoutineItem:  # noqa: ANN401
        usual: dict[str, Any] = {
            "kind": "stretch",
            "sets": 2,
            "low": 30,
            "high": 45,
            "unit": "s",
            "per_week": 3,
        }
        return RoutineItem(exercise=exercise, **(usual | changes))

    def routine(
        self,
        day: int,
        start: str = "06:50",
        *items: RoutineItem,
        moment: str = "after_run",
        **changes: Any,  # noqa: ANN401
    ) -> PlacedRoutine:
        """Make a routine: by default right after the easy run that each day of a plan has at 06:00."""
        usual: dict[str, Any] = {
            "uid": f"routine {day} {start}",
            "minutes": 10,
            "place": HOME,
            "run": f"run {day} 06:00",
            "items": items or (self.item(),),
        }
        return PlacedRoutine(
            date=self.day(day), start=time.fromisoformat(start), moment=moment, **(usual | changes)
        )

    def plan(
        self,
        *sessions: PlannedSession,
        runs: tuple[TimedRun, ...] | None = None,
        athlete: Athlete = ATHLETE,
        deload: tuple[int, ...] = (),
        **changes: Any,  # noqa: ANN401
    ) -> Plan:
        usual: dict[str, Any] = {
            "first_day": MONDAY,
            "time_zone": "Europe/Berlin",
            "rest_days": (),
            "weeks": tuple(self._week(number, deload=number in deload) for number in range(12)),
            "unmet": (),
            "warnings": (),
            "proof": PROOF,
            "inputs": (),
            "began": MONDAY,
        }
        every = self.easy_runs(range(84)) if runs is None else runs
        return Plan(athlete=athlete, runs=every, sessions=sessions, **(usual | changes))

    def _week(self, number: int, *, deload: bool) -> PlanWeek:
        return PlanWeek(
            monday=self.day(7 * number),
            phase=Phase.STRENGTH,
            deload=deload,
            sessions_wanted=2,
            run_distance_m=50_000.0,
        )

    def race(
        self,
        day: int,
        *,
        km: float = 10.0,
        priority: RacePriority = RacePriority.A,
        start: str | None = "09:00",
    ) -> Race:
        return Race(
            date=self.day(day),
            name="City run",
            priority=priority,
            distance_m=km * 1000,
            start=time.fromisoformat(start) if start else None,
        )

    def moment(self, day: int, clock: str) -> datetime:
        return datetime.combine(self.day(day), time.fromisoformat(clock))

    def check(
        self,
        plan: Plan,
        *,
        races: tuple[Race, ...] | None = None,
        exercises: Mapping[str, Exercise] = CATALOGUE,
    ) -> tuple[Verdict, ...]:
        verdicts = check_plan(plan, exercises, races=races)
        record(plan, races, verdicts, handmade=exercises is CATALOGUE)
        return verdicts

    def held(self, plan: Plan, *, races: tuple[Race, ...] | None = None) -> list[str]:
        """Return the rules held against a plan, one entry for each breach."""
        return [verdict.rule for verdict in self.check(plan, races=races)]


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()
