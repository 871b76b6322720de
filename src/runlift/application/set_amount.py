"""How much of a set was done: repetitions, seconds or foot contacts, as runners write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.exercise.exercise import LoadType

if TYPE_CHECKING:
    from runlift.domain.diary.entry import SetDone
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.session import PrescribedSet

SECONDS_PER_MINUTE = 60
AMOUNT = r"\d{1,5}(?::\d{2})?(?:\s*(?:s|secs?|seconds?|mins?|minutes?|contacts?|reps?)\b)?"
_AMOUNT = re.compile(r"(\d{1,5})(?::(\d{2}))?\s*([a-z]*)")


class Measure(StrEnum):
    """What is counted in a set."""

    REPS = "reps"
    SECONDS = "seconds"
    CONTACTS = "contacts"

    @property
    def bounds(self) -> str:
        """The constant that bounds it."""
        return f"log_{self.value}_possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much was done; without a measure the exercise tells what is counted."""

    value: int
    measure: Measure | None = None

    def counted_as(self, measure: Measure) -> Amount:
        """Return the amount with a measure, its own where it has one."""
        return Amount(value=self.value, measure=self.measure or measure)


def read_amount(words: str) -> Amount:
    """Read words of the pattern `AMOUNT`: `8`, `8 reps`, `45 s`, `1:30`, `2 min`, `10 contacts`.

    Raises:
        ValueError: They are not of that pattern.
    """
    found = _AMOUNT.fullmatch(words.strip())
    if found is None:
        raise ValueError(f"no amount: {words!r}")
    value, seconds, unit = int(found[1]), found[2], found[3]
    if seconds is not None:
        return Amount(value=value * SECONDS_PER_MINUTE + int(seconds), measure=Measure.SECONDS)
    if unit.startswith("min"):
        return Amount(value=value * SECONDS_PER_MINUTE, measure=Measure.SECONDS)
    measures = {"s": Measure.SECONDS, "c": Measure.CONTACTS, "r": Measure.REPS}
    return Amount(value=value, measure=measures.get(unit[:1]))


def amount_of(each: PrescribedSet | SetDone) -> Amount | None:
    """Return how much a set asks for, or how much of it was done; None where nothing is counted."""
    counted = (
        (each.reps, Measure.REPS),
        (each.seconds, Measure.SECONDS),
        (each.contacts, Measure.CONTACTS),
    )
    return next(
        (Amount(value=value, measure=measure) for value, measure in counted if value is not None), None
    )


def measure_of(exercise: Exercise | None) -> Measure:
    """Return what is counted in an exercise."""
    if exercise is None:
        return Measure.REPS
    counted = {LoadType.TIME: Measure.SECONDS, LoadType.CONTACTS: Measure.CONTACTS}
    return counted.get(exercise.load_type, Measure.REPS)
