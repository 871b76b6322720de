"""When field tests are called to mind: on their day, for a while, and not around a race."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.assessment.field_test import FieldTest
    from runlift.domain.assessment.findings import TestFinding
    from runlift.domain.plan.plan import PlanWeek

WEEK = timedelta(days=7)
AROUND_A_RACE = frozenset({Phase.TAPER, Phase.RECOVERY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Retest:
    """Field tests that are worth doing again.

    Attributes:
        day: The day from which they are.
        tests: The tests, in order.
    """

    day: date
    tests: tuple[FieldTest, ...]


def due_again(
    found: Iterable[TestFinding], weeks: Sequence[PlanWeek], *, today: date
) -> tuple[FieldTest, ...]:
    """Return the tests that are called to mind on a day.

    Args:
        found: What the results of every test show on that day.
        weeks: Weeks of the plan that is followed; none where there is no plan.
        today: The day.

    Source: AS12
    """
    if _calm_day(today, weeks) != today:
        return ()
    return tuple(each.test for each in found if each.retest <= today < _until(each))


def next_retest(found: Iterable[TestFinding], weeks: Sequence[PlanWeek]) -> Retest | None:
    """Return the next day from which tests are worth doing again, and which; None where nothing is to come.

    Source: AS12
    """
    days = {each.test: day for each in found if (day := _calm_day(each.retest, weeks)) < _until(each)}
    if not days:
        return None
    first = min(days.values())
    return Retest(day=first, tests=tuple(test for test, day in days.items() if day == first))


def _until(found: TestFinding) -> date:
    """Return the day from which another result would no longer go together with the last one."""
    return found.last.date + timedelta(days=number("field_test_pair_days"))


def _calm_day(day: date, weeks: Sequence[PlanWeek]) -> date:
    """Return the day, or the first after it whose week is not one before or after a race."""
    busy = {week.monday for week in weeks if week.phase in AROUND_A_RACE}
    while (monday := day - timedelta(days=day.weekday())) in busy:
        day = monday + WEEK
    return day
