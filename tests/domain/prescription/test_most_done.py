from __future__ import annotations

from tests.domain.adjustment.conftest import Maker

from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionResult
from runlift.domain.plan.session import PrescribedSet, Side
from runlift.domain.prescription.most_done import MostDone, most_done


def test_the_heaviest_load_of_each_side_counts_with_its_most_repetitions() -> None:
    make = Maker()
    lunge = ExerciseOutcome(
        exercise="reverse_lunge",
        result=ExerciseResult.AS_PLANNED,
        sets=(
            PrescribedSet(reps=10, load_kg=4.0, side=Side.LEFT),
            PrescribedSet(reps=7, load_kg=6.0, side=Side.LEFT),
            PrescribedSet(reps=8, load_kg=6.0, side=Side.LEFT),
            PrescribedSet(reps=9, load_kg=5.0, side=Side.RIGHT),
            PrescribedSet(reps=5, load_kg=20.0, warm_up=True),
            PrescribedSet(reps=12),
        ),
    )
    sessions = (
        make.session(1, result=SessionResult.DONE, outcomes=(lunge,)),
        make.session(3, result=SessionResult.MISSED),
        make.session(5),
    )
    done = most_done(sessions)
    assert set(done) == {"reverse_lunge"}
    assert set(done["reverse_lunge"]) == {MostDone(load_kg=6.0, reps=8), MostDone(load_kg=5.0, reps=9)}
