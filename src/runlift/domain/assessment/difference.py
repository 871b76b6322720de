"""The sides of a day: how far they differ, and whether that stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.assessment.asymmetry import asymmetry_of_sides
from runlift.domain.evidence import number
from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.diary.entry import FieldTestDone


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How the sides differ on a day, in a test or in training.

    Attributes:
        date: The day.
        percent: How far they differ, of the higher figure; above zero where the right one is higher [%].
        amount: How far they differ, in the unit that is counted; above zero where the right one is higher.
        weaker: The side that did worse; None when both did the same.
        counts: Whether it is above 10 % and above the error.
        sets: How many sets of each side it rests on; a test is one.
    """

    date: date
    percent: float
    amount: float
    weaker: Side | None
    counts: bool
    sets: int = 1

    @property
    def is_even(self) -> bool:
        """Whether it lies below 10 %."""
        return abs(self.percent) < number("asymmetry_counts")


def difference_of(test: FieldTest, done: FieldTestDone) -> Difference | None:
    """Return how the sides of a test differ, None for a test of both sides at once.

    Source: A21, A22, AS02
    """
    if done.left is None or done.right is None:
        return None
    percent, amount = asymmetry_of_sides(done.left, done.right), done.right - done.left
    return Difference(
        date=done.date,
        percent=percent,
        amount=amount,
        weaker=_weaker(amount, less_is_better=test.less_is_better),
        counts=abs(percent) > number("asymmetry_counts") and abs(amount) >= (test.least_difference or 0),
    )


def _weaker(amount: float, *, less_is_better: bool) -> Side | None:
    if amount == 0:
        return None
    return Side.LEFT if (amount > 0) != less_is_better else Side.RIGHT
