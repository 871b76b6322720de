"""What was done beside the plan, in a gym app for instance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.adjustment.doubt import is_unit_mix_up, leaps, mixed_up
from runlift.domain.adjustment.exercise_sets import (
    as_prescribed,
    best_of_weaker_side,
    reserve_of,
    working_sets,
)
from runlift.domain.evidence import evidence_of, number
from runlift.domain.exercise.exercise import Impact, LoadType
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import LegStress, Phase, PlannedSession, SessionKind
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runlift.domain.adjustment.logged import Logged
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.plan import Plan

_LOADED = frozenset({LoadType.LOAD, LoadType.HEAVY_LOAD})


def unplanned_session(one: Logged, plan: Plan, exercises: Mapping[str, Exercise]) -> PlannedSession:
    """Return a session that was done without having been planned, as the plan writes sessions."""
    known = [exercises[each.exercise] for each in one.sets if each.exercise in exercises]
    legs = any(exercise.leg_load for exercise in known)
    ends = one.ends_at(plan.athlete.session_minutes)
    told = one.session.place if one.session is not None else ""
    return PlannedSession(
        uid=one.id,
        date=one.date,
        start=one.starts_at.time().replace(second=0, microsecond=0),
        minutes=max(1, round((ends - one.starts_at) / timedelta(minutes=1))),
        kind=SessionKind.STRENGTH if legs else SessionKind.UPPER_AND_TRUNK,
        phase=_phase(plan, one),
        place=told or (plan.athlete.places[0].id if plan.athlete.places else "home"),
        leg_stress=leg_stress_of(known, one.sets),
        intensive_plyometrics=any(exercise.impact is Impact.INTENSIVE for exercise in known),
    )


def leg_stress_of(known: Iterable[Exercise], sets: Sequence[SetDone]) -> LegStress:
    """Judge how much a session taxed the legs, on the careful side.

    Source: J014
    """
    legs = {exercise.id: exercise for exercise in known if exercise.leg_load}
    if not legs:
        return LegStress.NONE
    working = [one for one in working_sets(sets) if one.exercise in legs]
    if any(exercise.soreness >= number("very_sore") for exercise in legs.values()):
        return LegStress.HEAVY
    loaded = any(one.load_kg for one in working)
    many = len(working) >= number("leg_sets_of_heavy_session")
    return LegStress.HEAVY if loaded and many else LegStress.MODERATE if loaded or many else LegStress.LIGHT


def unplanned_exercise(
    exercise: Exercise, sets: tuple[SetDone, ...], before: ExerciseOutcome | None, week: int
) -> ExerciseOutcome:
    """Return where an exercise stands that was done without being asked for.

    A set whose reserve is not told counts as if none had been left: careful.

    Source: J005, J017
    """
    known = (before.stands if before is not None else None) or Progress()
    doubtful = (*mixed_up(sets, [known.load_kg]), *leaps(sets, known, before))
    trusted = tuple(one for one in sets if one not in doubtful)
    stands = _stands(exercise, working_sets(trusted), known, week)
    return ExerciseOutcome(
        exercise=exercise.id,
        result=ExerciseResult.UNPLANNED,
        sets=as_prescribed(trusted, (), exercise),
        stands=stands or (before.stands if before is not None else None),
        reasons=(_doubtful(doubtful, known),) if doubtful else (),
    )


def _doubtful(sets: Sequence[SetDone], known: Progress) -> Reason:
    best = max(sets, key=lambda one: (one.load_kg or 0.0, one.reps or 0))
    done_kg, reps = best.load_kg or 0.0, best.reps or 0
    if is_unit_mix_up(known.load_kg, best.load_kg):
        return Reason.of("doubtful_load", evidence_of("unit_mix_up"), done_kg=done_kg, asked_kg=known.load_kg)
    cited = evidence_of("strength_doubtful_jump", "leap_over_careful_start")
    return Reason.of("doubtful_leap", cited, done_kg=done_kg, reps=reps, asked_kg=known.load_kg)


def _stands(exercise: Exercise, sets: Sequence[SetDone], known: Progress, week: int) -> Progress | None:
    if not sets:
        return None
    done = replace(known, times=known.times + 1)
    if exercise.load_type in _LOADED:
        loaded = [one for one in sets if one.load_kg and one.reps]
        return _loaded(done, loaded, week) if loaded else None
    if exercise.load_type is LoadType.TIME:
        seconds = max((one.seconds or 0 for one in sets), default=0)
        return replace(done, seconds=max(known.seconds, seconds), grown_in=week)
    reps = max((one.reps or 0 for one in sets), default=0)
    return replace(done, reps=max(known.reps, reps), grown_in=week)


def _loaded(known: Progress, sets: Sequence[SetDone], week: int) -> Progress:
    """Take the best set where it shows more than was known, else leave what was known."""
    best = best_of_weaker_side(sets)
    if best is None:
        return known
    load, reps = best.load_kg or 0.0, best.reps or 0
    effective = reps + min(reserve_of(best) or 0.0, number("rir_told_most"))
    if load < known.load_kg or (load == known.load_kg and effective <= known.effective):
        return known
    return replace(
        known,
        load_kg=load,
        effective=effective,
        highest_kg=max(known.highest_kg, load),
        highest_reps=reps if load >= known.highest_kg else known.highest_reps,
        reps=reps,
        grown_in=week,
        careful=False,
    )


def _phase(plan: Plan, one: Logged) -> Phase:
    weeks = [week for week in plan.weeks if 0 <= (one.date - week.monday).days < 7]  # noqa: PLR2004  days
    return weeks[0].phase if weeks else Phase.FOUNDATION
