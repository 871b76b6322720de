"""How much a session taxed the legs, from what was done in it: on the careful side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.done import exercises_done
from runlift.domain.plan.session import LegStress, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet


def leg_stress_done(
    session: PlannedSession, exercises: Mapping[str, Exercise], body_mass_kg: float | None
) -> LegStress:
    """Return how much a session taxed the legs: as planned, or more where more was done.

    Args:
        session: A session with its outcome.
        exercises: The catalogue by id.
        body_mass_kg: Body mass [kg]; None when not told.

    Source: J014, P032
    """
    done = [
        (one, exercises[one.exercise])
        for one in exercises_done(session)
        if one.exercise in exercises and exercises[one.exercise].leg_load and one.role is not Role.WARM_UP
    ]
    moved = sum((each.load_kg or 0.0) * (each.reps or 0) for one, _ in done for each in _working(one))
    most = (body_mass_kg or number("body_mass_careful")) * number("tonnage_per_body_mass")
    heavy = moved >= most or any(_is_heavy(one, exercise) for one, exercise in done)
    return LegStress.HEAVY if heavy else session.leg_stress


def _is_heavy(one: PrescribedExercise, exercise: Exercise) -> bool:
    sets = _working(one)
    very_sore = exercise.soreness >= number("very_sore") and any(each.reps is not None for each in sets)
    return very_sore or any(is_near_maximal(each) for each in sets)


def is_near_maximal(one: PrescribedSet) -> bool:
    """Whether load and repetitions, with what was left, were near the most; an untold reserve counts as none.

    Source: J014, D001, D036
    """
    if not one.load_kg or one.reps is None:
        return False
    return one.reps + (one.rir or 0.0) <= number("near_maximal_reps")


def _working(one: PrescribedExercise) -> Sequence[PrescribedSet]:
    return [each for each in one.sets if not each.warm_up]
