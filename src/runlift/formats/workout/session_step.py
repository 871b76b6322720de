"""The sets of a session as steps, with notes for what a watch has no field for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Role, Side
from runlift.formats.workout.step import Effort, Lasts, Step, Until
from runlift.wording.dose import dose_words, implement_words, ramp_words, warm_up_words
from runlift.wording.names import counted, exercise_name, figure_words, seconds_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runlift.domain.athlete.profile import Units
    from runlift.domain.plan.session import PlannedSession, PrescribedExercise, PrescribedSet

WARM_UP = "Warm-up"
REST = "Rest"


def opening_step(session: PlannedSession, told: Sequence[PrescribedExercise], units: Units) -> Step:
    """Return the step a session begins with, and the exercises of the warm-up that it tells."""
    lines = [f"{exercise_name(each.exercise)}: {dose_words(each, units)}" for each in told]
    return Step(
        effort=Effort.WARM_UP,
        lasts=Lasts(until=Until.BUTTON),
        title=WARM_UP,
        notes="; ".join([warm_up_words(session.minutes), *lines]),
    )


def rest_step(seconds: int) -> Step:
    """Return a rest [s]."""
    return Step(effort=Effort.REST, lasts=Lasts(until=Until.TIME, amount=seconds), title=REST)


def set_step(
    exercise: PrescribedExercise,
    each: PrescribedSet,
    units: Units,
    *,
    each_side: bool,
    tells_rest: bool,
    tells_lead_up: bool,
) -> Step:
    """Return a set as a step."""
    rest = f"rest {seconds_words(each.rest_s)}" if tells_rest and each.rest_s else ""
    lead_up = f"first {ramp_words(exercise, units)}" if tells_lead_up else ""
    side = "each side" if each_side else "" if each.side is Side.BOTH else f"{each.side.value} side"
    told = [side, *_effort_notes(each, units), lead_up, rest, *_exercise_notes(exercise)]
    notes = [", ".join(words for words in told if words), *_cue(exercise)]
    is_warm_up = each.warm_up or exercise.role is Role.WARM_UP
    return Step(
        effort=Effort.WARM_UP if is_warm_up else Effort.WORK,
        lasts=_lasts(exercise, each),
        title=exercise_name(exercise.exercise),
        exercise=exercise.exercise,
        load_kg=each.load_kg,
        notes=". ".join(words for words in notes if words),
    )


def exercise_step(exercise: PrescribedExercise, units: Units) -> Step:
    """Return a whole exercise as one step, its sets in the notes."""
    ramp = ramp_words(exercise, units) if exercise.role is not Role.WARM_UP else ""
    told = [dose_words(exercise, units), f"first {ramp}" if ramp else ""]
    notes = [", ".join(words for words in told if words), *_cue(exercise)]
    return Step(
        effort=Effort.WARM_UP if exercise.role is Role.WARM_UP else Effort.WORK,
        lasts=Lasts(until=Until.BUTTON),
        title=exercise_name(exercise.exercise),
        exercise=exercise.exercise,
        notes=". ".join(notes),
    )


def _lasts(exercise: PrescribedExercise, each: PrescribedSet) -> Lasts:
    """Return how long a set lasts; foot contacts are counted in repetitions of the exercise."""
    if each.seconds is not None:
        return Lasts(until=Until.TIME, amount=each.seconds)
    if each.contacts is None:
        return Lasts(until=Until.REPS, amount=each.reps or 0)
    known = catalogue().get(exercise.exercise)
    a_rep = known.contacts_per_rep if known else 1
    is_whole = a_rep > 0 and each.contacts % a_rep == 0
    return Lasts(until=Until.REPS, amount=each.contacts // a_rep if is_whole else each.contacts)


def _effort_notes(each: PrescribedSet, units: Units) -> Iterator[str]:
    if each.rir is not None:
        yield f"{figure_words(each.rir)} in reserve"
    if each.contacts is not None:
        yield counted(each.contacts, "contact")
    if each.implement is not None:
        yield implement_words(each.implement, units)


def _exercise_notes(exercise: PrescribedExercise) -> Iterator[str]:
    if exercise.tempo:
        yield f"tempo {exercise.tempo}"
    if exercise.to_confirm:
        yield "a careful start: confirm it"


def _cue(exercise: PrescribedExercise) -> Iterator[str]:
    known = catalogue().get(exercise.exercise)
    if known:
        yield known.cue
