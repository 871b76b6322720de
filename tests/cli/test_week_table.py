from __future__ import annotations

from dataclasses import replace

import pytest
from tests.logged_plan import SQUAT, session

from runlift.cli.week_table import exercise_lines
from runlift.domain.athlete.profile import Units
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.session import PrescribedSet

SESSION = replace(session(), exercises=(SQUAT,))
SIX = (PrescribedSet(reps=6, load_kg=12.0, rir=1.0),)


def lines(result: SessionResult, *exercises: ExerciseOutcome) -> list[str]:
    outcome = SessionOutcome(result=result, exercises=exercises)
    return exercise_lines(replace(SESSION, outcome=outcome), Units.METRIC)


@pytest.mark.parametrize(
    ("result", "sets", "told"),
    [
        (ExerciseResult.AS_PLANNED, SIX, "; done"),
        (ExerciseResult.FELL_SHORT, SIX, "; done 1 \N{MULTIPLICATION SIGN} 6 @ 12 kg, 1 in reserve"),
        (ExerciseResult.HURT, SIX, "; done 1 \N{MULTIPLICATION SIGN} 6 @ 12 kg, 1 in reserve, and it hurt"),
        (ExerciseResult.LEFT_OUT, (), "; left out"),
        (ExerciseResult.FELL_SHORT, (), "; told, and not counted so far"),
    ],
)
def test_what_was_done_stands_beside_what_was_asked(
    result: ExerciseResult, sets: tuple[PrescribedSet, ...], told: str
) -> None:
    asked = exercise_lines(SESSION, Units.METRIC)[-1]
    outcome = ExerciseOutcome(exercise="goblet_squat", result=result, sets=sets)
    assert lines(SessionResult.PARTLY, outcome)[-1] == asked + told


def test_what_was_done_beside_the_plan_is_shown_and_nothing_that_was_not() -> None:
    bench = ExerciseOutcome(exercise="bench_press", result=ExerciseResult.UNPLANNED, sets=SIX)
    beside = replace(
        SESSION, exercises=(), outcome=SessionOutcome(result=SessionResult.UNPLANNED, exercises=(bench,))
    )
    told = "- Bench press: done 1 \N{MULTIPLICATION SIGN} 6 @ 12 kg, 1 in reserve"
    assert exercise_lines(beside, Units.METRIC) == [told]
    assert lines(SessionResult.PARTLY, bench)[-1] == told


def test_a_session_that_was_missed_holds_what_was_asked() -> None:
    assert lines(SessionResult.MISSED) == exercise_lines(SESSION, Units.METRIC)
