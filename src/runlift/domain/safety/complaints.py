"""Rules on complaints, found anew from what is known of the runner's body and the marks of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.evidence import constant
from runlift.domain.exercise.exercise import Impact, LoadType
from runlift.domain.plan.body import Lock, Stage
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.body import OpenComplaint
    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach


def no_session_under_a_red_flag(case: Case) -> Iterator[Breach]:
    """Refuse every session while a red flag is told and no clearance is."""
    flagged = [one for one in case.plan.body.complaints if one.red_flags and one.stage is Stage.LOCKED]
    for lift in _ahead(case):
        if any(one.lock is Lock.RED_FLAG for one in flagged):
            yield breach(lift.date, lift.uid)


def no_leg_load_on_a_locked_complaint(case: Case) -> Iterator[Breach]:
    """Refuse what loads the legs while a complaint is locked, or hurt above the level at which that stops."""
    resting = [one for one in case.plan.body.complaints if one.stage is Stage.LOCKED or one.severe]
    for lift, exercise in _exercises_ahead(case):
        against = [one for one in resting if rests_under(exercise, one)]
        if against:
            yield breach(lift.date, lift.uid, exercise.id, complaint=against[0].complaint)


def no_exercise_against_a_complaint(case: Case) -> Iterator[Breach]:
    """Refuse an exercise whose marks speak against a complaint in the stage it has come to."""
    for lift, exercise in _exercises_ahead(case):
        for one in case.plan.body.complaints:
            if speaks_against(exercise, one):
                yield breach(lift.date, lift.uid, exercise.id, complaint=one.complaint, stage=one.stage.word)


def no_jumps_on_a_complaint(case: Case) -> Iterator[Breach]:
    """Refuse jumps while a complaint of the legs is not quiet, and while one of the back is sore."""
    for lift, exercise in _exercises_ahead(case):
        for one in case.plan.body.complaints:
            if is_a_jump_too_early(exercise, one):
                yield breach(lift.date, lift.uid, exercise.id, complaint=one.complaint, stage=one.stage.word)


def is_a_jump_too_early(exercise: Exercise, one: OpenComplaint) -> bool:
    """Tell whether an exercise lands while a complaint still forbids it."""
    until_sore = cast("dict[str, str]", constant("complaint_jumps_left_out").value)
    last = Stage.SORE if one.complaint in until_sore else Stage.SETTLING
    return exercise.impact is not Impact.NONE and one.stage <= last


def speaks_against(exercise: Exercise, one: OpenComplaint) -> bool:
    """Tell whether the marks of an exercise speak against a complaint in its stage."""
    stages = cast("dict[str, str]", constant("complaint_marks_left_out").value)
    deep = cast("list[str]", constant("complaint_deep_left_out").value)
    for words in _words_of_marks(exercise, one.complaint):
        if one.too_much and words not in stages and one.stage is not Stage.BUILDING:
            return True
        if words in stages and one.stage.word in _up_to(stages[words]):
            return True
        one_legged = exercise.unilateral and exercise.load_type is LoadType.LOAD
        too_deep = one_legged or exercise.load_type is LoadType.HEAVY_LOAD or one.complaint in deep
        if words == "limit_depth" and too_deep and one.stage in {Stage.LOCKED, Stage.SORE}:
            return True
    return False


def _words_of_marks(exercise: Exercise, complaint: str) -> Iterator[str]:
    alike = cast("dict[str, list[str]]", constant("complaint_marks_of").value)
    of = {complaint, *alike.get(complaint, ())}
    for mark in exercise.unsuitable_for:
        name, _, words = mark.partition(":")
        if name in of:
            yield words


def _up_to(last: str) -> tuple[str, ...]:
    order = tuple(stage.word for stage in sorted(Stage))
    return order[: order.index(last) + 1]


def rests_under(exercise: Exercise, one: OpenComplaint) -> bool:
    """Tell whether an exercise loads the legs, stands on one, or for a bone works the hips."""
    of = {exercise.id, exercise.family.value}
    lists = ["families_of_legs", "legs_bear_weight", *(["bone_rests_also"] if one.lock is Lock.BONE else [])]
    listed = any(not of.isdisjoint(cast("list[str]", constant(key).value)) for key in lists)
    loads = exercise.leg_load or exercise.impact is not Impact.NONE
    return listed or loads or exercise.pattern == "carry"


def _exercises_ahead(case: Case) -> Iterator[tuple[Lift, Exercise]]:
    for lift in _ahead(case):
        for work in (*lift.works, *lift.short_works):
            yield lift, work.exercise


def _ahead(case: Case) -> Iterator[Lift]:
    return (lift for lift in case.lifts if lift.session.outcome is None)
