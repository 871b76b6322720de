"""Exercises as told in one line, before it is known which exercise of the catalogue is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.application.set_amount import Amount
    from runlift.application.set_words import Load, SetDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickSet:
    """One set: how much, and with which load; None where no load was told."""

    amount: Amount
    load: Load | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickExercise:
    """An exercise with its sets as told.

    Attributes:
        name: Its name, as written.
        sets: Its sets, in order; both sides are one set here.
        details: What was told of all of them; the load is told with each set.
        at: Where it begins in the text, from 0.
    """

    name: str
    sets: tuple[QuickSet, ...]
    details: SetDetails
    at: int = 0
