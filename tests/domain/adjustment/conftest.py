"""Sessions asked and done, in few words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from runlift.domain.adjustment.judging import Attempt, judge
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import SetDone, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.outcome import ExerciseOutcome, SessionOutcome, SessionResult
from runlift.domain.plan.progress import Progress
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
from runlift.domain.prescription.rack import Loading

if TYPE_CHECKING:
    from runlift.domain.diary.entry import Entry

MONDAY = date(2027, 1, 4)
RACK = (4.0, 6.0, 8.0, 12.0, 16.0)


@dataclass(frozen=True)
class Maker:
    """Makes what is asked and done."""

    def asked(
        self,
        exercise: str = "goblet_squat",
        *,
        sets: int = 2,
        reps: int | None = 8,
        seconds: int | None = None,
        kg: float | None = 8.0,
        rir: float | None = 3.0,
        tempo: int = 0,
        side: Side = Side.BOTH,
        **changes: Any,  # noqa: ANN401
    ) -> PrescribedExercise:
        one = PrescribedSet(reps=reps, seconds=seconds, load_kg=kg, rir=rir, rest_s=120, side=side)
        leads_to = Progress(
            times=3,
            grown_in=0,
            load_kg=kg or 0.0,
            effective=(reps or 0) + (rir or 0.0) if kg else 0.0,
            highest_kg=kg or 0.0,
            highest_reps=reps or 0 if kg else 0,
            reps=reps or 0,
            seconds=seconds or 0,
            tempo=tempo,
            careful=True,
        )
        made = PrescribedExercise(exercise=exercise, role=Role.MAIN, sets=(one,) * sets, leads_to=leads_to)
        return replace(made, **changes)

    def done(
        self,
        reps: int | None = 8,
        kg: float | None = 8.0,
        rir: float | None = 3.0,
        *,
        position: int = 1,
        exercise: str = "goblet_squat",
        day: date = MONDAY,
        session: str = "one",
        kind: SetKind = SetKind.WORK,
        **more: Any,  # noqa: ANN401
    ) -> SetDone:
        return SetDone(
            session=session,
            position=position,
            exercise=exercise,
            done_at=datetime.combine(day, time(18, position % 60)),
            kind=kind,
            reps=reps,
            load_kg=kg,
            rir=rir,
            **more,
        )

    def judged(
        self,
        asked: PrescribedExercise,
        *sets: SetDone,
        before: ExerciseOutcome | None = None,
        week: int = 2,
        rack: tuple[float, ...] = RACK,
        pain_after: int = 0,
        bad_day: bool = False,
    ) -> ExerciseOutcome:
        loadings = tuple(
            Loading(total_kg=kg, implement=Implement(kind="dumbbell", each_kg=kg)) for kg in rack
        )
        exercise = catalogue()[asked.exercise]
        return judge(
            Attempt(
                exercise=exercise,
                asked=asked,
                sets=sets,
                before=before,
                rack=loadings,
                week=week,
                pain_after=pain_after,
                bad_day=bad_day,
            )
        )

    def session(
        self,
        day: int = 1,
        *exercises: PrescribedExercise,
        uid: str = "",
        result: SessionResult | None = None,
        outcomes: tuple[ExerciseOutcome, ...] = (),
    ) -> PlannedSession:
        when = MONDAY + timedelta(days=day)
        starts = datetime.combine(when, time(17))
        outcome = None
        if result is not None:
            moment = starts if result.is_trained else None
            ends = starts + timedelta(minutes=40) if result.is_trained else None
            outcome = SessionOutcome(result=result, starts_at=moment, ends_at=ends, exercises=outcomes)
        return PlannedSession(
            uid=uid or f"session-{day}",
            date=when,
            start=time(17),
            minutes=40,
            kind=SessionKind.STRENGTH,
            phase=Phase.STRENGTH,
            place="home",
            leg_stress=LegStress.MODERATE,
            exercises=exercises or (self.asked(),),
            outcome=outcome,
        )

    def diary(self, *entries: Entry) -> Diary:
        return Diary.of(
            Recorded(
                id=f"entry-{number}",
                revision=1,
                device="phone",
                recorded_at=datetime(2027, 1, 4, 20, tzinfo=UTC) + timedelta(minutes=number),
                entry=entry,
            )
            for number, entry in enumerate(entries)
        )

    def day(self, ahead: int) -> date:
        return MONDAY + timedelta(days=ahead)


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()
