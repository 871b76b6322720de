"""The week of a race that is held on another weekday than the plan's: what gives way to it.

The race alone moves. What stood between the plan's race day and the race is left out, as is all else on the
day of the race; the day before keeps only what is easy, so that nobody races tired.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.entry_runs import runs_of_entry
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from runlift.domain.running.entry import DistanceUnit, PlanEntry

_DAYS_A_WEEK = 7
_CALM = frozenset({RunKind.EASY, RunKind.RECOVERY, RunKind.STRIDES, RunKind.REST})


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceWeek:
    """The entries of a plan whose race has moved, and those that gave way.

    Attributes:
        entries: What stays, the race on its new day.
        left_out: Training that gave way to the race; rest that gave way is not told.
    """

    entries: tuple[PlanEntry, ...]
    left_out: tuple[PlanEntry, ...]


def weeks_to_the_race(planned: date, race_date: date) -> timedelta:
    """Return the whole weeks that bring the plan's race day nearest to the race, three days off at most."""
    return timedelta(weeks=round((race_date - planned).days / _DAYS_A_WEEK))


def with_race_on(
    entries: Iterable[PlanEntry],
    *,
    planned: date,
    race_date: date,
    is_race: Callable[[PlanEntry], bool],
    unit: DistanceUnit,
) -> RaceWeek:
    """Move the race of a plan to its date and let give way what does not go with it.

    Args:
        entries: The plan's entries, on the same calendar as both days.
        planned: Day the plan has its race on.
        race_date: Day the race is held, another one.
        is_race: Whether the plan's words call an entry its race.
        unit: Unit of bare distances.
    """
    kept: list[PlanEntry] = []
    left_out: list[PlanEntry] = []
    for entry in entries:
        if entry.date == planned and (is_race(entry) or RunKind.RACE in _kinds(entry, unit)):
            kept.append(replace(entry, date=race_date))
        elif _gives_way(entry, planned, race_date, unit):
            left_out.append(entry)
        else:
            kept.append(entry)
    told = tuple(entry for entry in left_out if _kinds(entry, unit) != {RunKind.REST})
    return RaceWeek(entries=tuple(kept), left_out=told)


def _gives_way(entry: PlanEntry, planned: date, race_date: date, unit: DistanceUnit) -> bool:
    """Tell whether an entry other than the race stands where the race needs rest."""
    first, last = min(planned, race_date), max(planned, race_date)
    if first < entry.date <= last:
        return True
    if entry.date == first:
        return race_date == first or not _is_calm(entry, unit)
    return entry.date == race_date - timedelta(days=1) and not _is_calm(entry, unit)


def _is_calm(entry: PlanEntry, unit: DistanceUnit) -> bool:
    runs = runs_of_entry(entry, unit)
    return all(run.kind in _CALM and not run.key for run in runs)


def _kinds(entry: PlanEntry, unit: DistanceUnit) -> set[RunKind]:
    return {run.kind for run in runs_of_entry(entry, unit)}


def race_on_another_weekday(planned: date, race_date: date, left_out: Iterable[str]) -> Finding:
    """Tell that the race has moved, and what gave way to it.

    Args:
        planned: Day the plan would have had its race on.
        race_date: Day the race is held.
        left_out: What gave way, each with its day, in order.
    """
    words = "; ".join(left_out)
    gave_way = f"left out beside it: {words}" if words else "nothing had to give way to it"
    return Finding(
        severity=Severity.WARNING,
        code="race_on_another_weekday",
        message=f"The plan has its race on {planned:%A}, but {race_date} is a {race_date:%A}; "
        f"only the race was moved, and {gave_way}.",
        remedy="Look over the last week, and change its days in the plan where they no longer fit.",
    )
