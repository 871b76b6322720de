"""Explain a slot: what forbids it to a session, or exactly what it would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.groundwork import lay_groundwork
from runlift.application.settle_season import settle_season
from runlift.domain.placement.why_not import why_not
from runlift.domain.plan.timing import untimed

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.placement.placement import SlotAnswer
    from runlift.domain.plan.plan import Plan


def explain_slot(plan: Plan, day: date, start: time | None) -> tuple[SlotAnswer, ...]:
    """Return, for every session that the week of `day` asks for, why it is not at this slot.

    The season is placed again from the runs and the athlete in the plan, which gives the same optimum.
    """
    if not plan.runs and not plan.rest_days:
        return ()
    ground = lay_groundwork(plan.athlete, untimed(plan.runs, plan.rest_days), first_day=plan.first_day)
    return why_not(settle_season(ground).placed, day, start)
