"""A plan that is quick to make and to read."""

from __future__ import annotations

from datetime import date

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.plan import Plan, Proof

MONDAY = date(2026, 12, 21)


def small_plan(name: str = "Ada") -> Plan:
    """Make the plan of a runner with nothing in it."""
    return Plan(
        first_day=MONDAY,
        time_zone="Europe/Berlin",
        athlete=Athlete(name=name, lifting=Lifting.NOVICE),
        runs=(),
        rest_days=(),
        weeks=(),
        sessions=(),
        unmet=(),
        warnings=(),
        proof=Proof(status="empty", objective=0, bound=0, bill=()),
        inputs=(),
        began=MONDAY,
    )
