"""Explain a slot: what forbids it to a session, or exactly what it would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.application.groundwork import lay_groundwork
from runlift.application.past_of_plan import past_of
from runlift.application.settle_season import settle_season
from runlift.domain.placement.why_not import why_not
from runlift.domain.plan.timing import untimed
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.placement.placement import SlotAnswer
    from runlift.domain.plan.plan import Plan


def explain_slot(plan: Plan, day: date, start: time | None) -> tuple[SlotAnswer, ...]:
    """Return, for every session that the week of `day` asks for, why it is not at this slot.

    The season is placed again from the runs and the athlete in the plan, which gives the same optimum.

    Raises:
        InputError: The plan, changed by hand, speaks of a place that its runner does not have.
    """
    _refuse_unknown_places(plan.athlete)
    if not plan.runs and not plan.rest_days:
        return ()
    ground = lay_groundwork(
        plan.athlete, untimed(plan.runs, plan.rest_days), first_day=plan.first_day, past=past_of(plan)
    )
    return why_not(settle_season(ground).placed, day, start)


def _refuse_unknown_places(athlete: Athlete) -> None:
    known = {place.id for place in athlete.places}
    told = {window.place for window in athlete.windows} | {travel.place for travel in athlete.travel}
    if told <= known:
        return
    finding = Finding(
        severity=Severity.ERROR,
        code="plan_without_place",
        message=f"The runner of the plan has no place {', '.join(sorted(told - known))}.",
        place="plan.json, athlete",
        remedy="Make the plan again with `runlift plan`.",
    )
    raise InputError([finding])
