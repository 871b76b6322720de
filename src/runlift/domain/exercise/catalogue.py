"""The catalogue of exercises and the questions asked of it.

The steps of the catalogue branch: an exercise has its named progression, and every exercise that names it as
its regression is a harder form too. Walking the steps therefore finds a way on with whatever kit is there.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from runlift.domain.exercise.exercise import Exercise, Impact
from runlift.domain.exercise.law import LEVELS, validate
from runlift.domain.exercise.table import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HIGHEST_LEVEL = LEVELS[-1]


@cache
def catalogue() -> Mapping[str, Exercise]:
    """All exercises by id, read once and validated whole.

    Raises:
        ValueError: A row is malformed or breaks a law; the row is named.
    """
    text = (files("runlift.domain.exercise") / "catalogue.csv").read_text(encoding="utf-8")
    return MappingProxyType(dict(validate(read_table(text))))


@cache
def leg_exercises() -> frozenset[str]:
    """Return the ids of the exercises that load the legs."""
    return frozenset(exercise.id for exercise in catalogue().values() if exercise.leg_load)


@cache
def available(kinds: frozenset[str]) -> tuple[Exercise, ...]:
    """Return the exercises a place with these kinds of kit allows, in order of id."""
    return tuple(catalogue()[key] for key in sorted(catalogue()) if catalogue()[key].can_be_done_with(kinds))


def chain(exercise_id: str) -> tuple[Exercise, ...]:
    """Return the line an exercise stands in, from its easiest to its hardest form.

    Raises:
        KeyError: No exercise has this id.
    """
    exercise = catalogue()[exercise_id]
    easier = _follow(exercise.regression, lambda each: each.regression)
    harder = _follow(exercise.progression, lambda each: each.progression)
    return (*reversed(easier), exercise, *harder)


def progression_with(
    exercise: Exercise,
    kinds: frozenset[str],
    highest_level: int = HIGHEST_LEVEL,
) -> Exercise | None:
    """Return the next harder form this kit allows, walking over forms whose kit is missing.

    Never goes from an exercise without impact to one with it, nor beyond `highest_level`.
    """

    def may_follow(harder: Exercise) -> bool:
        lands = harder.impact is not Impact.NONE and exercise.impact is Impact.NONE
        return harder.level <= highest_level and not lands

    return _nearest(exercise, _harder_forms(), may_follow, kinds)


def _follow(start: str | None, step: Callable[[Exercise], str | None]) -> list[Exercise]:
    found: list[Exercise] = []
    while start is not None:
        found.append(catalogue()[start])
        start = step(found[-1])
    return found


@cache
def _harder_forms() -> Mapping[str, tuple[str, ...]]:
    """Harder neighbours of every exercise, its named progression first."""
    return {
        each.id: _named_first(
            each.progression, [x.id for x in catalogue().values() if x.regression == each.id]
        )
        for each in catalogue().values()
    }


def _named_first(named: str | None, others: list[str]) -> tuple[str, ...]:
    first = () if named is None else (named,)
    return tuple(dict.fromkeys((*first, *sorted(others))))


def _nearest(
    start: Exercise,
    forms: Mapping[str, tuple[str, ...]],
    allowed: Callable[[Exercise], bool],
    kinds: frozenset[str],
) -> Exercise | None:
    """Search breadth first for the nearest form whose kit is there, passing only over those it is not."""
    seen = {start.id}
    layer = [start]
    while layer:
        ids = dict.fromkeys(key for each in layer for key in forms[each.id] if key not in seen)
        seen.update(ids)
        layer = [catalogue()[key] for key in ids if allowed(catalogue()[key])]
        usable = [each for each in layer if each.can_be_done_with(kinds)]
        if usable:
            return min(usable, key=lambda each: _preference(start, each))
    return None


def _preference(start: Exercise, candidate: Exercise) -> tuple[bool, bool, bool, int, str]:
    """Rank a step: the named one, then the same family, the same pattern, the smaller step."""
    return (
        candidate.id not in {start.progression, start.regression},
        candidate.family is not start.family,
        candidate.pattern != start.pattern,
        abs(candidate.level - start.level),
        candidate.id,
    )
