"""Whether a side is weak: in the same direction twice, above the test's error."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import TYPE_CHECKING

from runlift.domain.assessment.difference import Difference, difference_of
from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.diary.entry import FieldTestDone
    from runlift.domain.plan.session import Side

PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A weak side that tests or training show.

    Attributes:
        side: Which side.
        since: Day that showed it, together with those before.
        last: Last day that shows it.
        percent: How much weaker on that day, of the stronger side [%].
    """

    side: Side
    since: date
    last: date
    percent: float


def shown_side(test: FieldTest, results: Sequence[FieldTestDone]) -> Shown | None:
    """Return the side that tests show to be weak, None when they show none.

    Two tests in a row make a side weak; two below 10 % in a row end that, and so does one that stands out the
    other way round.

    Args:
        test: The test.
        results: Its results that count, one a day, in order of days.

    Source: A21, A24, AS01, AS02
    """
    found = [each for done in results if (each := difference_of(test, done)) is not None]
    return weak_side_in(found, lambda days: show_the_same(test, *days[-PAIR:]))


def weak_side_in(found: Sequence[Difference], shows: Callable[[Sequence[Difference]], bool]) -> Shown | None:
    """Return the side that days show to be weak, None when they show none.

    Two days below 10 % in a row end it, and so does one that stands out the other way round.

    Args:
        found: How the sides differed, in order of days.
        shows: Whether two days or more, up to the last of them, show that its weaker side is weak.

    Source: A24, AS01
    """
    shown: Shown | None = None
    for until in range(PAIR, len(found) + 1):
        shown = _after(shown, found[until - PAIR : until], again=shows(found[:until]))
    return shown


def weak_until(shown: Shown) -> date:
    """Return the first day on which a weak side counts no more, unless another test shows it again.

    Source: AS03
    """
    return shown.last + timedelta(weeks=number("weak_side_weeks"))


def show_the_same(test: FieldTest, before: Difference, after: Difference) -> bool:
    """Tell whether two tests show the same weak side, and more of it than the error of their mean.

    Source: AS01, AS02
    """
    within = (after.date - before.date).days <= number("field_test_pair_days")
    same = before.counts and after.counts and before.weaker is after.weaker
    error = (test.agreement or 0.0) / sqrt(2)
    return within and same and abs(before.amount + after.amount) / 2 > error


def _after(shown: Shown | None, last: Sequence[Difference], *, again: bool) -> Shown | None:
    before, after = last
    if again and after.weaker is not None:
        goes_on = shown is not None and shown.side is after.weaker and after.date <= weak_until(shown)
        since = shown.since if goes_on and shown is not None else after.date
        return Shown(side=after.weaker, since=since, last=after.date, percent=abs(after.percent))
    turned = shown is not None and after.counts and after.weaker is not shown.side
    return None if turned or (before.is_even and after.is_even) else shown
