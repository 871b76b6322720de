"""Amounts and words as typed on the command line, before they are checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from runlift.application.error import InputError
from runlift.application.tell_checks import error
from runlift.domain.quantity import METRES_PER_MILE

METRES_PER_KM = 1000
SECONDS_PER_MINUTE = 60
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How far and how long, as typed: distance in kilometres or in miles."""

    km: float | None = None
    miles: float | None = None
    minutes: float | None = None

    @property
    def metres(self) -> float | None:
        """Distance [m].

        Raises:
            InputError: Both distances are given.
        """
        if self.km is not None and self.miles is not None:
            raise InputError(
                [error("two_distances", "The distance is told twice", "give --km or --miles", "--miles")]
            )
        if self.miles is not None:
            return round(self.miles * METRES_PER_MILE, 1)
        return None if self.km is None else round(self.km * METRES_PER_KM, 1)

    @property
    def seconds(self) -> float | None:
        """Time [s]."""
        return None if self.minutes is None else round(self.minutes * SECONDS_PER_MINUTE, 1)


def one_of(words: type[Word], told: str, place: str) -> Word:
    """Return the word that was typed, if it is one of them."""
    for word in words:
        if word.value.lower() == told.strip().lower():
            return word
    known = ", ".join(word.value for word in words)
    raise InputError([error("unknown_word", f'"{told}" is not known here', f"write one of {known}", place)])
