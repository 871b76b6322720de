"""See running efficiency: easy runs of the diary, with the phases of the strength work they were run in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.show_progress import ill_days
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import RunDone
from runlift.domain.progress.efficiency import efficiency_progress
from runlift.domain.progress.week import WEEK
from runlift.domain.running.load import monday_of

if TYPE_CHECKING:
    from datetime import date

    from runlift.application.ports import Store
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import Phase
    from runlift.domain.progress.efficiency import EfficiencyProgress, RunEfficiency


@dataclass(frozen=True, slots=True, kw_only=True)
class EfficiencyReport:
    """All that can be seen of running efficiency.

    Attributes:
        today: The day it is told for.
        units: Units the runner reads.
        mondays: Weeks that are told of, the one that has begun last.
        found: What the runs show.
        phases: Phase of the strength work in each of these weeks that the plan followed knows.
    """

    today: date
    units: Units
    mondays: tuple[date, ...]
    found: EfficiencyProgress
    phases: dict[date, Phase]

    @property
    def is_empty(self) -> bool:
        """Whether no run was recorded in these weeks."""
        return not self.found.runs and not self.found.left_out

    def runs_of(self, monday: date) -> tuple[RunEfficiency, ...]:
        """Return the runs of a week that are compared."""
        return tuple(run for run in self.found.runs if monday_of(run.date) == monday)


def show_efficiency(
    store: Store, athlete: str, *, today: date, weeks: int, rest: float | None = None
) -> EfficiencyReport:
    """Return the running efficiency of an athlete, whether a plan is followed or not.

    Args:
        store: Where diary and plans are kept.
        athlete: Whose runs.
        today: The day it is.
        weeks: How many weeks to tell of, the one that has begun too [weeks].
        rest: Heart rate at rest [beats/min]; None when not told.
    """
    kept = store.plan(athlete)
    plan = kept.plan if kept else None
    return efficiency_of(Diary.of(store.recorded(athlete)), plan, today=today, weeks=weeks, rest=rest)


def efficiency_of(
    diary: Diary, plan: Plan | None, *, today: date, weeks: int, rest: float | None = None
) -> EfficiencyReport:
    """Return the running efficiency that a diary tells of, beside the plan where one is followed."""
    this_week = monday_of(today)
    mondays = tuple(this_week - back * WEEK for back in reversed(range(weeks)))
    found = efficiency_progress(
        diary.of_kind(RunDone),
        since=mondays[0],
        today=today,
        rest=rest,
        age=plan.athlete.age_on(today) if plan else None,
        ill=ill_days(diary, plan, today),
    )
    return EfficiencyReport(
        today=today,
        units=plan.athlete.units if plan else Units.METRIC,
        mondays=mondays,
        found=found,
        phases={week.monday: week.phase for week in plan.weeks if week.monday in mondays} if plan else {},
    )
