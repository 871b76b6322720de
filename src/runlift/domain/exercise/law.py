"""Laws every exercise and the catalogue as a whole must keep.

Each law takes what it judges and returns what is wrong in words, or nothing.
"""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from runlift.domain.evidence import constants
from runlift.domain.exercise.exercise import Exercise, Family, Impact, LoadType
from runlift.domain.exercise.muscle import LEG_MUSCLES, MUSCLES
from runlift.domain.exercise.vocabulary import COMPLAINTS, FIT_CATEGORIES, KIT, LIMITS, MACHINES, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEVELS = range(1, 6)
SORENESS = range(4)
WEIGHTS_HELD = range(1, 3)
_SNAKE_CASE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_LOADED = (LoadType.LOAD, LoadType.HEAVY_LOAD)
_ONLY_A_BAND = ("band",)


def validate(exercises: Iterable[Exercise]) -> Mapping[str, Exercise]:
    """Return the exercises by id after every law was kept.

    Raises:
        ValueError: A law is broken; the exercise is named.
    """
    every = tuple(exercises)
    found: dict[str, Exercise] = {}
    for exercise in every:
        if exercise.id in found:
            raise ValueError(f"exercise {exercise.id}: the id occurs twice")
        found[exercise.id] = exercise
    for exercise in every:
        _refuse(exercise, _row_problems(exercise))
    for exercise in every:
        _refuse(exercise, _step_problems(exercise, found))
    _require_no_cycle(found)
    _require_every_family(found)
    return found


def _refuse(exercise: Exercise, problems: Iterator[str]) -> None:
    for problem in problems:
        raise ValueError(f"exercise {exercise.id}: {problem}")


def _row_problems(exercise: Exercise) -> Iterator[str]:
    yield from _word_problems(exercise)
    yield from _range_problems(exercise)
    yield from _contact_problems(exercise)
    yield from _load_problems(exercise)
    yield from _complaint_problems(exercise)
    yield from _text_problems(exercise)


def _text_problems(exercise: Exercise) -> Iterator[str]:
    if not _SNAKE_CASE.fullmatch(exercise.id):
        yield "the id is not in snake_case"
    if not (exercise.name.strip() and exercise.cue.strip()):
        yield "name or cue is empty"
    if not _SNAKE_CASE.fullmatch(exercise.pattern):
        yield "the pattern is not in snake_case"
    if exercise.fit_category not in FIT_CATEGORIES:
        yield f"FIT category {exercise.fit_category!r} is not known"


def _word_problems(exercise: Exercise) -> Iterator[str]:
    kinds = {kind for group in exercise.equipment for kind in group}
    if not exercise.primary_muscles:
        yield "no primary muscle"
    if unknown := {*exercise.primary_muscles, *exercise.secondary_muscles} - MUSCLES:
        yield f"muscles {sorted(unknown)} are not known"
    if twice := set(exercise.primary_muscles).intersection(exercise.secondary_muscles):
        yield f"muscles {sorted(twice)} are primary and secondary"
    if unknown := kinds - KIT:
        yield f"kit {sorted(unknown)} is not known"


def _range_problems(exercise: Exercise) -> Iterator[str]:
    for what, value, allowed in (
        ("level", exercise.level, LEVELS),
        ("soreness", exercise.soreness, SORENESS),
        ("weights held", exercise.weights_held, WEIGHTS_HELD),
    ):
        if value not in allowed:
            yield f"{what} {value} is not within {allowed.start} to {allowed.stop - 1}"


def _contact_problems(exercise: Exercise) -> Iterator[str]:
    if (exercise.contacts_per_rep > 0) != (exercise.impact is not Impact.NONE):
        yield "contacts and impact disagree"
    if exercise.contacts_per_rep < 0:
        yield "contacts are below zero"
    if exercise.load_type is LoadType.CONTACTS and not exercise.contacts_per_rep:
        yield "it is counted in contacts but has none"
    if exercise.leg_load and not LEG_MUSCLES.intersection(exercise.primary_muscles):
        yield "it loads the legs but no leg muscle is primary"


def _load_problems(exercise: Exercise) -> Iterator[str]:
    if exercise.start_load and exercise.start_load not in constants():
        yield f"starting load {exercise.start_load} is not a constant"
    if exercise.start_load and not takes_weight(exercise):
        yield "it has a starting load but no kit that carries one"
    if exercise.load_type in _LOADED and not exercise.start_load and exercise.equipment != (_ONLY_A_BAND,):
        yield "it is loaded but has no starting load"


def _complaint_problems(exercise: Exercise) -> Iterator[str]:
    limited = [entry.partition(":") for entry in exercise.unsuitable_for]
    for complaint, _, limit in limited:
        if complaint not in COMPLAINTS or limit not in LIMITS:
            yield f"complaint {complaint!r} limited by {limit!r} is not known"
    if exercise.impact is not Impact.NONE and "bsi" not in exercise.unsuitable_for:
        yield "it has impact but is not left out for a suspected bone stress injury"


def _step_problems(exercise: Exercise, known: Mapping[str, Exercise]) -> Iterator[str]:
    for step in (exercise.regression, exercise.progression):
        if step is not None and step not in known:
            yield f"its step {step} does not exist"
            return
    if exercise.progression is not None:
        yield from _progression_problems(exercise, known[exercise.progression])
    if exercise.regression is not None and known[exercise.regression].level > exercise.level:
        yield f"its regression {exercise.regression} has a higher level"


def _progression_problems(exercise: Exercise, harder: Exercise) -> Iterator[str]:
    if harder.level < exercise.level:
        yield f"its progression {harder.id} has a lower level"
    if harder.level > exercise.level + 1:
        yield f"its progression {harder.id} is more than one level up"
    if exercise.impact is Impact.NONE and harder.impact is not Impact.NONE:
        yield f"its progression {harder.id} brings impact it did not have"


def takes_weight(exercise: Exercise) -> bool:
    """Tell whether the exercise is done with something whose mass can be chosen."""
    return any((WEIGHTS | MACHINES).intersection(group) for group in exercise.equipment)


def _require_no_cycle(known: Mapping[str, Exercise]) -> None:
    easier: dict[str, set[str]] = {exercise_id: set() for exercise_id in known}
    for exercise in known.values():
        if exercise.regression is not None:
            easier[exercise.id].add(exercise.regression)
        if exercise.progression is not None:
            easier[exercise.progression].add(exercise.id)
    try:
        TopologicalSorter({key: sorted(value) for key, value in easier.items()}).prepare()
    except CycleError as circle:
        raise ValueError(f"exercise {circle.args[1][0]}: its steps go round in a circle") from circle


def _require_every_family(known: Mapping[str, Exercise]) -> None:
    for family in Family:
        entries = [exercise for exercise in known.values() if exercise.family is family]
        if not any(exercise.level == LEVELS.start and not exercise.equipment for exercise in entries):
            raise ValueError(f"family {family}: no exercise a beginner can do with nothing")
