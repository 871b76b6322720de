"""Sessions and seasons in which every day holds what a test asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pytest

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.plan import Plan, Proof
from runlift.domain.plan.session import (
    LegStress,
    Phase,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
    Role,
    SessionKind,
)

MONDAY = date(2026, 12, 21)
HEAVY = PrescribedSet(reps=5, load_kg=60.0, rir=2.0)
LIGHT = PrescribedSet(reps=12, load_kg=20.0, rir=3.0)
JUMPS = PrescribedSet(contacts=20)
HOLD = PrescribedSet(seconds=30)


@dataclass(frozen=True, slots=True)
class SeasonMaker:
    """Makes sessions and seasons."""

    monday: date = MONDAY

    def exercise(self, name: str, *sets: PrescribedSet, role: Role = Role.MAIN) -> PrescribedExercise:
        return PrescribedExercise(exercise=name, role=role, sets=sets)

    def session(
        self, day: int, *exercises: PrescribedExercise, kind: SessionKind = SessionKind.STRENGTH
    ) -> PlannedSession:
        return PlannedSession(
            uid=f"s{day}@runlift",
            date=self.monday + timedelta(days=day),
            start=time(18),
            minutes=45,
            kind=kind,
            phase=Phase.STRENGTH,
            place="gym",
            leg_stress=LegStress.HEAVY,
            exercises=exercises,
        )

    def heavy(self, day: int) -> PlannedSession:
        return self.session(day, self.exercise("back_squat", HEAVY, HEAVY))

    def light(self, day: int) -> PlannedSession:
        return self.session(day, self.exercise("goblet_squat", LIGHT, LIGHT))

    def ended(self, session: PlannedSession, result: SessionResult, *sets: PrescribedSet) -> PlannedSession:
        done = ExerciseOutcome(
            exercise=session.exercises[0].exercise, result=ExerciseResult.AS_PLANNED, sets=sets
        )
        return replace(session, outcome=SessionOutcome(result=result, exercises=(done,) if sets else ()))

    def plan(self, *sessions: PlannedSession) -> Plan:
        return Plan(
            first_day=self.monday,
            time_zone="Europe/Berlin",
            athlete=Athlete(lifting=Lifting.NOVICE),
            runs=(),
            rest_days=(),
            weeks=(),
            sessions=sessions,
            unmet=(),
            warnings=(),
            proof=Proof(status="optimal", objective=0, bound=0, bill=()),
            inputs=(),
            began=self.monday,
        )

    def season(self, weeks: int) -> Plan:
        """Two heavy sessions a week."""
        return self.plan(*(self.heavy(7 * week + day) for week in range(weeks) for day in (1, 3)))


@pytest.fixture(scope="session")
def make() -> SeasonMaker:
    return SeasonMaker()
