"""Choose the main lifts of a block: kept at one place until the next block."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import constant, number
from runlift.domain.exercise.exercise import Exercise, LoadType
from runlift.domain.plan.session import LegStress, Phase
from runlift.domain.prescription.candidates import (
    easier_form,
    is_easier_form_done,
    is_familiar,
    may_be_chosen,
)
from runlift.domain.prescription.load import known_progress, start_load
from runlift.domain.prescription.needs import (
    LEG_SLOTS,
    is_eccentric,
    is_loaded_lowering,
    preference_for,
    slot_of,
)
from runlift.domain.prescription.progression import can_be_loaded
from runlift.domain.prescription.rack import loadings
from runlift.domain.prescription.solver import Limit, Problem, best_choice
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.plan.progress import Progress
    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.situation import Situation

_TWO_LEGGED = frozenset({"main_knee", "main_hinge"})
_BASE = 1000  # a filled slot is worth more than any difference between two exercises


def choose_main_lifts(
    exercises: Mapping[str, Exercise], group: tuple[Situation, ...], ledger: Ledger
) -> Mapping[str, str]:
    """Return the exercise of each slot for the sessions of one block and place.

    Args:
        exercises: The catalogue.
        group: Sessions of the block at the place, in time order.
        ledger: What was prescribed before the block.
    """
    columns = list(_offered(exercises, group, ledger))
    first_week = [one for one in group if one.week_number == group[0].week_number]
    at_once = {
        exercise.id
        for exercise in columns
        if any(may_be_chosen(exercise, situation, ledger, exercises) for situation in first_week)
    }
    keeping = next((one for one in group if one.keeps), group[0])  # nothing new where strength is kept
    bonus = round(cast("dict[str, float]", constant("main_lift_worth").value)["begins_at_once"])
    before = set(ledger.planned.get(group[0].block, {}).values())
    stays = int(number("planned_before_worth"))
    problem = Problem(
        scores=tuple(
            _BASE
            + worth_as_main_lift(one, keeping, ledger, exercises)
            + bonus * (one.id in at_once)
            + stays * (one.id in before)
            for one in columns
        ),
        limits=(*_one_of_each_slot(columns), _soreness(columns, group[0], ledger)),
    )
    chosen = best_choice(problem) or ()
    return {cast("str", slot_of(columns[position])): columns[position].id for position in chosen}


def worth_as_main_lift(
    exercise: Exercise, situation: Situation, ledger: Ledger, exercises: Mapping[str, Exercise]
) -> int:
    """Return how much an exercise is worth as the main lift of its slot.

    Source: P035.
    """
    worth = cast("dict[str, float]", constant("main_lift_worth").value)
    progress = ledger.progress.get(exercise.id)
    points = worth["level"] * min(exercise.level, situation.level)
    points += worth["depth"] * depth_of(exercise, exercises)
    points += worth[_kind(exercise, situation)]
    points += worth["leg_load"] if exercise.leg_load else 0
    if progress is not None:
        points += worth[_standing(exercise, progress, situation)]
    elif known_progress(exercise, situation.athlete) is not None:
        points += worth["kept"]
    else:
        points += worth["new_soreness"] * exercise.soreness
        points += worth["new_while_keeping"] if situation.keeps and ledger.sessions > 0 else 0
    points += worth["two_legs"] if slot_of(exercise) in _TWO_LEGGED and not exercise.unilateral else 0
    points += preference_for(exercise)
    points += worth["harder_form"] if _follows_practised_form(exercise, situation, ledger, exercises) else 0
    points += worth["hamstrings"] if "hamstrings" in exercise.primary_muscles else 0
    points += worth["bar_lift"] if _is_bar_for_the_experienced(exercise, situation) else 0
    if _meets_emphasis(exercise, situation):
        points += worth["emphasis"]
    if Emphasis.ECCENTRIC_QUADRICEPS in situation.emphases and is_loaded_lowering(exercise):
        points += worth["lowering"]
    if exercise.id in situation.focus:
        points += worth["focus"]
    likes = situation.athlete.likes
    points += number("like_worth") * (exercise.id in likes) + number("like_worth") * (
        exercise.family.value in likes
    )
    return round(points)


def _follows_practised_form(
    exercise: Exercise, situation: Situation, ledger: Ledger, exercises: Mapping[str, Exercise]
) -> bool:
    """Whether its easier form has been trained long enough that the next block may move on."""
    if situation.keeps or exercise.id in ledger.progress:
        return False
    easier = easier_form(exercise, situation, exercises)
    least = number("sessions_before_moving_on")
    if not is_easier_form_done(exercise, easier, ledger, least):
        return False
    # a harder form that begins far lighter would be a step back
    begun = [ledger.progress[id_].highest_kg for id_ in _forms_before(exercise, ledger, exercises, easier)]
    start = start_load(exercise, situation)
    return exercise.load_type is LoadType.REPS or start >= number("least_of_load_kept") * max(
        begun, default=0.0
    )


def _forms_before(
    exercise: Exercise, ledger: Ledger, exercises: Mapping[str, Exercise], easier: Exercise | None
) -> list[str]:
    """Return the forms done in this plan that lead to an exercise."""
    return [
        id_
        for id_ in ledger.progress
        if exercises[id_].progression == exercise.id or (easier is not None and id_ == easier.id)
    ]


def depth_of(exercise: Exercise, exercises: Mapping[str, Exercise]) -> int:
    """Return how many easier forms lead up to an exercise."""
    depth, easier = 0, exercises.get(exercise.regression or "")
    while easier is not None:
        depth, easier = depth + 1, exercises.get(easier.regression or "")
    return depth


def _offered(
    exercises: Mapping[str, Exercise], group: tuple[Situation, ...], ledger: Ledger
) -> tuple[Exercise, ...]:
    # a lift belongs to the block when any of its sessions may begin with it
    found: dict[str, Exercise] = {}
    lifts = [exercise for exercise in group[0].doable if slot_of(exercise) is not None]
    for situation in group:
        found.update(
            (one.id, one)
            for one in lifts
            if one.id not in found and may_be_chosen(one, situation, ledger, exercises)
        )
    hardest = max(situation.stress for situation in group)
    usable = [one for one in found.values() if not one.leg_load or hardest > LegStress.NONE]
    return tuple(
        sorted(
            (one for one in usable if can_be_loaded(one, group[0], ledger.progress.get(one.id))),
            key=lambda one: one.id,
        )
    )


def _one_of_each_slot(columns: list[Exercise]) -> list[Limit]:
    slots = sorted({cast("str", slot_of(one)) for one in columns})
    return [
        Limit(weights=tuple((at, 1) for at, one in enumerate(columns) if slot_of(one) == slot), most=1)
        for slot in slots
    ]


def _soreness(columns: list[Exercise], situation: Situation, ledger: Ledger) -> Limit:
    experienced = "_experienced" if situation.lifting is Lifting.EXPERIENCED else ""
    return Limit(
        weights=tuple(
            (at, one.soreness)
            for at, one in enumerate(columns)
            if slot_of(one) in LEG_SLOTS and one.soreness and not is_familiar(one, situation, ledger)
        ),
        most=int(number(f"new_soreness_of_block{experienced}")),
    )


def _standing(exercise: Exercise, progress: Progress, situation: Situation) -> str:
    """Return whether a lift still grows, is mastered for a harder form, or has nothing left."""
    if progress.at_end:
        return "at_end"
    if exercise.load_type is LoadType.REPS and (
        progress.tempo > 0 or progress.reps >= number("reps_mastered")
    ):
        return "mastered"
    rack = loadings(situation.equipment, exercise)
    if rack and 0 < rack[-1].total_kg <= progress.highest_kg and not situation.keeps:
        return "heaviest"
    return "kept"


def _is_bar_for_the_experienced(exercise: Exercise, situation: Situation) -> bool:
    """Whether it is a lift with a bar that an experienced lifter does once past the foundation.

    Source: P046.
    """
    experienced = situation.lifting is Lifting.EXPERIENCED and situation.week.phase is not Phase.FOUNDATION
    return experienced and exercise.id in cast("list[str]", constant("bar_lifts").value)


def _kind(exercise: Exercise, situation: Situation) -> str:
    if exercise.load_type is LoadType.REPS or not loadings(situation.equipment, exercise):
        return "reps"
    free = any("bar" in kind for group in exercise.equipment for kind in group)
    return "heavy_load" if exercise.load_type is LoadType.HEAVY_LOAD and free else "load"


def _meets_emphasis(exercise: Exercise, situation: Situation) -> bool:
    emphases = situation.emphases
    climbs = Emphasis.STAIRS in emphases and exercise.pattern in {"stairs", "step"}
    return climbs or (Emphasis.ECCENTRIC_QUADRICEPS in emphases and is_eccentric(exercise))
