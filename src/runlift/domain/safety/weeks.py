"""Weeks from Monday to Sunday: totals, and the highest of the weeks before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.safety.case import monday_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from runlift.domain.safety.case import Case, Lift

ONE_WEEK = timedelta(days=7)


def sums(case: Case, amount: Callable[[Lift], float]) -> dict[date, float]:
    """Return an amount added up over the sessions of each week that has any."""
    totals: dict[date, float] = {}
    for lift in case.lifts:
        monday = monday_of(lift.date)
        totals[monday] = totals.get(monday, 0.0) + amount(lift)
    return totals


def peaks(case: Case, amount: Callable[[Lift], float]) -> dict[date, float]:
    """Return the most that any one session of each week has."""
    most: dict[date, float] = {}
    for lift in case.lifts:
        monday = monday_of(lift.date)
        most[monday] = max(most.get(monday, 0.0), amount(lift))
    return most


def highest_before(case: Case, amounts: Mapping[date, float], monday: date) -> float:
    """Return the highest of the weeks just before one, lighter weeks passed over."""
    lighter = {week.monday for week in case.plan.weeks if week.deload}
    first = min(amounts, default=monday)
    highest, left = 0.0, int(number("checked_weeks_compared"))
    week = monday - ONE_WEEK
    while left and week >= first:
        if week not in lighter:
            highest, left = max(highest, amounts.get(week, 0.0)), left - 1
        week -= ONE_WEEK
    return highest
