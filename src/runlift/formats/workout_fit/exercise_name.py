"""Which name of the FIT profile stands for each exercise of the catalogue, and how well.

The table `exercise_names.csv` says for every exercise: category, name in it (empty where none is near), and
whether that name means the same exercise or only a near one.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from fit_tool.profile import profile_type

if TYPE_CHECKING:
    from collections.abc import Mapping


class Match(StrEnum):
    """How well a name of the profile stands for an exercise."""

    EXACT = "exact"  # the same movement with the same kit
    NEIGHBOUR = "neighbour"  # the nearest name there is
    CATEGORY_ONLY = "category_only"  # no name is near


@dataclass(frozen=True, slots=True, kw_only=True)
class FitName:
    """An exercise as the FIT profile knows it.

    Attributes:
        exercise: Exercise id of the catalogue.
        category: Exercise category of the profile.
        category_number: Its number.
        name: Exercise name in the category, empty where none is near.
        number: Its number, None where none is near.
        match: How well it stands for the exercise.
    """

    exercise: str
    category: str
    category_number: int
    name: str
    number: int | None
    match: Match


@cache
def fit_names() -> Mapping[str, FitName]:
    """Return the name of every exercise by its id.

    Raises:
        ValueError: A category or name is not in the profile, or the match does not fit the name.
    """
    text = (files("runlift.formats.workout_fit") / "exercise_names.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["exercise"]: _fit_name(row) for row in csv.DictReader(text.splitlines())})


def _fit_name(row: Mapping[str, str]) -> FitName:
    match = Match(row["match"])
    if (match is Match.CATEGORY_ONLY) == bool(row["name"]):
        raise ValueError(f"exercise {row['exercise']}: {match} does not fit the name {row['name']!r}")
    try:
        category = profile_type.ExerciseCategory[row["category"].upper()].value
        number = _number(row["category"], row["name"]) if row["name"] else None
    except (AttributeError, KeyError) as unknown:
        raise ValueError(f"exercise {row['exercise']}: not in the profile: {unknown}") from unknown
    return FitName(
        exercise=row["exercise"],
        category=row["category"],
        category_number=category,
        name=row["name"],
        number=number,
        match=match,
    )


def _number(category: str, name: str) -> int:
    """Return the number of a name: each category has names of its own."""
    words = "".join(word.capitalize() for word in category.split("_"))
    found: int = getattr(profile_type, f"{words}ExerciseName")[name.upper()].value
    return found
