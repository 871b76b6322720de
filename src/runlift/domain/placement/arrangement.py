"""The ways in which the runs of a week may change their days: two days change places, the rest stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.evidence import number
from runlift.domain.placement.instance import DAYS_PER_WEEK
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.plan.plan import TimedRun

    Swap: TypeAlias = tuple[date, date]
    Arrangement: TypeAlias = tuple[Swap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWeeks:
    """The runs of a season by day.

    Attributes:
        runs: Every run, by start.
        rest_days: Days on which nothing is trained.
    """

    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]

    def swapped(self, swaps: Arrangement) -> RunWeeks:
        """Return the runs after pairs of days have changed places."""
        moved = {day: other for swap in swaps for day, other in (swap, swap[::-1])}
        runs = [
            replace(run, run=replace(run.run, date=moved[run.run.date])) if run.run.date in moved else run
            for run in self.runs
        ]
        return RunWeeks(
            runs=tuple(sorted(runs, key=lambda run: (run.starts_at, run.run.id))),
            rest_days=tuple(sorted(moved.get(day, day) for day in self.rest_days)),
        )

    def key_days(self) -> frozenset[date]:
        """Return the days that hold a key run."""
        return frozenset(run.run.date for run in self.runs if run.run.key)

    def may_move(self, day: date) -> bool:
        """Tell whether all that a day holds may move; a day of rest may."""
        here = [run for run in self.runs if run.run.date == day]
        return day in self.rest_days or (
            bool(here) and all(run.run.movable and run.run.kind is not RunKind.RACE for run in here)
        )


def swaps_of_week(weeks: RunWeeks, monday: date, *, first_day: date, last_day: date) -> tuple[Swap, ...]:
    """Return the pairs of days of a week that may change places.

    Two days of rest need not, and no key run comes next to another one that it was not next to before.
    """
    days = (monday + timedelta(days=ahead) for ahead in range(DAYS_PER_WEEK))
    movable = [day for day in days if first_day <= day <= last_day and weeks.may_move(day)]
    return tuple(
        swap
        for swap in combinations(movable, 2)
        if not set(swap) <= set(weeks.rest_days) and keeps_key_runs_apart(weeks, (swap,))
    )


def keeps_key_runs_apart(weeks: RunWeeks, swaps: Arrangement) -> bool:
    """Tell whether no more key runs than before have another one within the days between them."""
    before, after = weeks.key_days(), weeks.swapped(swaps).key_days()
    return _close_pairs(after) <= _close_pairs(before)


def _close_pairs(key_days: frozenset[date]) -> int:
    near = range(1, int(number("days_between_moved_key_runs")) + 1)
    return sum(day + timedelta(days=ahead) in key_days for day in key_days for ahead in near)
