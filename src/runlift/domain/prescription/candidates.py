"""Which exercises may be chosen in a session: one small rule each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant, number
from runlift.domain.exercise.exercise import Exercise, Family, Impact
from runlift.domain.plan.session import LegStress
from runlift.domain.prescription.dislikes import is_disliked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.situation import Situation

_SORE = 2  # a lowering that is felt
_SOREST = 3
_WITHOUT_LEGS = frozenset({Family.PUSH, Family.PULL, Family.CORE, Family.ARM_DRILL, Family.MOBILITY})


def candidates(
    exercises: Mapping[str, Exercise], situation: Situation, ledger: Ledger
) -> tuple[Exercise, ...]:
    """Return the exercises a session may hold, by id."""
    return tuple(
        exercise for exercise in situation.doable if may_be_chosen(exercise, situation, ledger, exercises)
    )


def may_be_chosen(
    exercise: Exercise, situation: Situation, ledger: Ledger, exercises: Mapping[str, Exercise]
) -> bool:
    """Whether every rule allows an exercise that the place has the kit for."""
    return (
        leg_stress_kept(exercise, situation, ledger)
        and extensive_before_intensive(exercise, situation, ledger)
        and skilled_drill_comes_late(exercise, situation)
        and level_is_offered(exercise, situation, ledger, exercises)
        and no_new_exercise_before_race(exercise, situation, ledger)
        and no_new_soreness_before_key_run(exercise, situation, ledger)
    )


def kit_is_there(exercise: Exercise, situation: Situation) -> bool:
    """Whether the place has the kit."""
    return exercise.can_be_done_with(situation.kinds)


def is_not_disliked(exercise: Exercise, situation: Situation) -> bool:
    """Whether the runner has not asked to leave it out."""
    return not is_disliked(exercise, situation.athlete.dislikes)


def leg_stress_kept(exercise: Exercise, situation: Situation, ledger: Ledger) -> bool:
    """Whether it taxes the legs no more than the session may: sorest work in heavy sessions only."""
    if situation.stress is LegStress.NONE:
        return is_without_legs(exercise)
    if not exercise.leg_load:
        return True
    if situation.stress is LegStress.LIGHT:
        most = _SOREST if is_familiar(exercise, situation, ledger) else _SORE
        return exercise.soreness < most
    return exercise.soreness < _SOREST or situation.stress is LegStress.HEAVY


def is_without_legs(exercise: Exercise) -> bool:
    """Whether a session that promises no leg work may hold it."""
    without = exercise.family in _WITHOUT_LEGS or exercise.pattern == "carry"
    return without and not exercise.leg_load and exercise.contacts_per_rep == 0


def skilled_drill_comes_late(exercise: Exercise, situation: Situation) -> bool:
    """Whether a drill that asks for skill is offered to this runner yet.

    Source: P042.
    """
    if exercise.id not in cast("list[str]", constant("skilled_drills").value):
        return True
    weeks = cast("dict[str, float]", constant("skilled_drills_from_week").value)
    first = weeks.get(situation.lifting.value)
    return first is not None and situation.week_number >= first


def extensive_before_intensive(exercise: Exercise, situation: Situation, ledger: Ledger) -> bool:
    """Whether intensive jumps are asked for, and weeks with easy ones went before, with no long gap since.

    Source: D080, P026, P027.
    """
    if exercise.impact is not Impact.INTENSIVE:
        return True
    asked = situation.placed.demand.intensive_plyometrics
    return asked and ledger.weeks_of_jumps(situation.week_number) >= number("weeks_before_intensive")


def level_is_offered(
    exercise: Exercise, situation: Situation, ledger: Ledger, exercises: Mapping[str, Exercise]
) -> bool:
    """Whether the level is open, and the form before it was practised.

    Source: P004, P005.
    """
    if is_familiar(exercise, situation, ledger):
        return True
    if exercise.level > situation.level:
        return False
    if exercise.level <= level_without_history(exercise, situation):
        return True
    easier = easier_form(exercise, situation, exercises)
    if easier is None or is_known(easier, situation):
        return True
    least = number("sessions_before_harder_form")
    return is_easier_form_done(exercise, easier, ledger, least)


def is_easier_form_done(exercise: Exercise, easier: Exercise | None, ledger: Ledger, least: float) -> bool:
    """Whether the easier form, or another that leads to the exercise, was done so often in this plan."""
    done = ledger.progress.get(easier.id) if easier is not None else None
    return max(ledger.led_to.get(exercise.id, 0), done.times if done is not None else 0) >= least


def level_without_history(exercise: Exercise, situation: Situation) -> float:
    """Return the hardest level offered without its easier form; drills of the arms begin plainly.

    Source: P004.
    """
    if exercise.family is Family.ARM_DRILL:
        return 1
    return cast("dict[str, float]", constant("level_without_history").value)[situation.lifting.value]


def easier_form(
    exercise: Exercise, situation: Situation, exercises: Mapping[str, Exercise]
) -> Exercise | None:
    """Return the nearest easier form that the place and the runner's wishes allow, or None."""
    easier = exercises.get(exercise.regression or "")
    while easier is not None and not (kit_is_there(easier, situation) and is_not_disliked(easier, situation)):
        easier = exercises.get(easier.regression or "")
    return easier


def no_new_exercise_before_race(exercise: Exercise, situation: Situation, ledger: Ledger) -> bool:
    """Whether it is familiar, where a race is too near to meet anything new.

    Source: S48.
    """
    return situation.may_meet_new or is_familiar(exercise, situation, ledger)


def no_new_soreness_before_key_run(exercise: Exercise, situation: Situation, ledger: Ledger) -> bool:
    """Whether it is familiar or leaves no soreness, where a key run follows or the legs must not do more.

    Source: S22, S30, P006.
    """
    if is_familiar(exercise, situation, ledger) or not exercise.leg_load:
        return True
    if situation.week.hold_progression and ledger.sessions > 0:
        return False
    return situation.may_meet_sore or exercise.soreness == 0 or _is_mild(exercise, situation)


def is_familiar(exercise: Exercise, situation: Situation, ledger: Ledger) -> bool:
    """Whether the runner did it in this plan, or told a set of it."""
    return exercise.id in ledger.progress or is_known(exercise, situation)


def is_known(exercise: Exercise, situation: Situation) -> bool:
    """Whether the runner told a set of it."""
    known = situation.athlete.known_sets
    return bool(known) and any(one.exercise == exercise.id for one in known)


def _is_mild(exercise: Exercise, situation: Situation) -> bool:
    return situation.stress < LegStress.HEAVY and exercise.soreness < _SORE
