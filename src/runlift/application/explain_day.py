"""Explain a day: what the plan holds on it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.plan.plan import Plan, PlanWeek, TimedRun, Unmet
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """All that the plan holds on one day, and in its week.

    Attributes:
        date: The day asked about.
        rest: Whether nothing is run that day.
        runs: Its runs.
        sessions: Its strength sessions, with their reasons.
        routines: Its short routines, with their reasons.
        week: Its week, with the reasons for phase and number of sessions; None outside the plan.
        unmet: Sessions of its week that found no place.
    """

    date: date
    rest: bool
    runs: tuple[TimedRun, ...]
    sessions: tuple[PlannedSession, ...]
    routines: tuple[PlacedRoutine, ...]
    week: PlanWeek | None
    unmet: tuple[Unmet, ...]


def explain_day(plan: Plan, day: date) -> DayAnswer:
    """Return what the plan holds on a day and why."""
    week = next((week for week in plan.weeks if 0 <= (day - week.monday).days < 7), None)  # noqa: PLR2004  days
    return DayAnswer(
        date=day,
        rest=day in plan.rest_days,
        runs=tuple(timed for timed in plan.runs if timed.run.date == day),
        sessions=tuple(session for session in plan.sessions if session.date == day),
        routines=tuple(routine for routine in plan.placed_routines if routine.date == day),
        week=week,
        unmet=tuple(unmet for unmet in plan.unmet if week and unmet.week == week.monday),
    )
