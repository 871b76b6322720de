"""Follow a plan, and make it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.bootstrap.moment import current_day, current_moment
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from datetime import date

    from runlift.application.follow_plan import Replanned
    from runlift.application.ports import Store
    from runlift.bootstrap.reading import AthleteRead, RunsRead
    from runlift.domain.plan.plan import Plan


def follow_plan(store: Store, athlete: str, plan: Plan) -> int:
    """Keep a plan as the one that an athlete follows from now on; return the number of its version."""
    from runlift.application.follow_plan import follow_plan as follow  # noqa: PLC0415  on demand

    return follow(store, athlete, plan, now=current_moment())


def replan_followed(
    store: Store,
    who: str,
    *,
    first_day: date | None = None,
    athlete: AthleteRead | None = None,
    runs: RunsRead | None = None,
    keep: bool = True,
) -> Replanned:
    """Make the plan that an athlete follows again from all that was done and told, and keep it.

    Args:
        store: Where diary and plans are kept.
        who: Id of the athlete.
        first_day: First day that may change; today by default, or the plan's first day while that is ahead.
        athlete: The athlete file, when it has changed.
        runs: A new running plan, for the days to come.
        keep: Whether to keep the new version.

    Raises:
        InputError: No plan is followed, or it cannot be made again from that day.
        PlanChangedError: Another version was kept in the meantime.
        PlanRefusedError: The safety check refuses the plan, which is a defect of the planner.
    """
    from runlift.application.follow_plan import Told, followed_plan, replan  # noqa: PLC0415  on demand
    from runlift.domain.adjustment.logged import last_worked  # noqa: PLC0415  on demand
    from runlift.domain.diary.diary import Diary  # noqa: PLC0415  on demand

    latest = max(current_day(), followed_plan(store, who).plan.first_day)
    if first_day is not None and first_day > latest:
        raise InputError([_days_between(first_day, latest)])
    told = Told(
        athlete=athlete.athlete if athlete else None,
        running_plan=runs.plan if runs else None,
        inputs=tuple(each.source for each in (athlete, runs) if each),
    )
    wanted = first_day or latest
    worked = last_worked(Diary.of(store.recorded(who)), until=current_day()) or wanted
    made = replan(store, who, today=max(wanted, worked), now=current_moment(), told=told, keep=keep)
    if worked <= wanted:
        return made
    return replace(made, again=replace(made.again, findings=(_done_since(worked), *made.again.findings)))


def _done_since(worked: date) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        code="work_was_done",
        message=f"You trained on {worked}, and what was done stays: the plan is made again from that day.",
        place="--from",
    )


def _days_between(first_day: date, latest: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="not_yet",
        message=f"{first_day} is yet to come: the days until then would count as missed.",
        remedy=f"Plan again from {latest} or an earlier day.",
    )
