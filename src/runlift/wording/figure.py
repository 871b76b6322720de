"""Figures of reasons as people read them: a load with its unit, a date as a day, a count with its noun."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Units
from runlift.domain.evidence import constant
from runlift.wording.assessment import test_words
from runlift.wording.complaint import complaint_words
from runlift.wording.names import (
    day_words,
    distance_words,
    exercise_name,
    figure_words,
    hours_words,
    load_words,
    minutes_words,
    points_words,
    seconds_words,
)
from runlift.wording.need import need_words
from runlift.wording.rule import rule_words
from runlift.wording.screening import ASKED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.quantity import Reason

Value = float | str

DAYS = frozenset({"date", "first", "last", "last_heavy", "legs_from"})
KILOMETRES = frozenset({"km", "kilometres", "longest_before"})
EXERCISES = frozenset({"from_exercise", "to_exercise", "trained_exercise"})
NEEDS = frozenset({"need", "slot"})
METRES_PER_KILOMETRE = 1000


class Figure:
    """A figure that counts its noun when asked: `{sessions:session}` gives `1 session` or `2 sessions`."""

    def __init__(self, value: Value, words: str) -> None:
        self._value, self._words = value, words

    def __format__(self, noun: str) -> str:
        if not noun:
            return self._words
        return f"{self._words} {noun if self._value == 1 else noun + 's'}"


class Figures(dict[str, Figure]):
    """The figures of a reason; a name it does not tell is a constant of the domain."""

    def __missing__(self, name: str) -> Figure:
        """Return the constant of this name.

        Raises:
            KeyError: Neither a figure nor a constant has this name.
        """
        found = constant(name)
        if isinstance(found.value, bool) or not isinstance(found.value, int | float):
            raise KeyError(name)
        words = hours_words(found.value) if found.unit == "h" else figure_words(found.value)
        return Figure(found.value, words)


def figures_of(reason: Reason, units: Units = Units.METRIC) -> Figures:
    """Return a reason's figures, ready to fill its sentence."""
    return Figures({name: Figure(value, value_words(name, value, units)) for name, value in reason.numbers})


def value_words(name: str, value: Value, units: Units = Units.METRIC) -> str:
    """Return a figure as its name says it is meant."""
    return _text_words(name, value) if isinstance(value, str) else _number_words(name, value, units)


_OF_THE_BODY: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "complaint": complaint_words,
        "question": lambda value: ASKED.get(value, value).rstrip("?"),
        "test": test_words,
    }
)


def _text_words(name: str, value: str) -> str:
    if name in DAYS:
        return _day_words(value)
    if name == "forbidden_by":
        return rule_words(value)
    if name in _OF_THE_BODY:
        return _OF_THE_BODY[name](value)
    if name in NEEDS:
        return need_words(value)
    return exercise_name(value) if name in EXERCISES else value


def _day_words(value: str) -> str:
    try:
        return day_words(date.fromisoformat(value))
    except ValueError:
        return value


def _number_words(name: str, value: float, units: Units) -> str:  # noqa: PLR0911  one line a unit reads best
    if name.endswith("_kg"):
        return load_words(value, units)
    if name in KILOMETRES:
        return distance_words(value * METRES_PER_KILOMETRE, units)
    if name == "hours":
        return hours_words(value)
    if name in {"minutes", "most"}:
        return minutes_words(round(value))
    if name.endswith("_s"):
        return seconds_words(round(value))
    if name == "extra_cost":
        return points_words(round(value))
    return figure_words(value)
