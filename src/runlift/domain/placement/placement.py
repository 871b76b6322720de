"""The result of placement: where every session went, what it costs, and that nothing is cheaper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.plan.plan import Proof, Unmet
    from runlift.domain.quantity import Reason
    from runlift.domain.season.demand import SessionDemand


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSession:
    """A demanded session with its day, hour and place.

    Attributes:
        demand: What was asked for.
        date: Local date.
        start: Local time of day.
        place: Id of the place.
        hours_after_run: Hours since the last run ended [h], None without one in the last 24 h.
        reasons: Why this day and hour: rules that shaped it and what it costs.
    """

    demand: SessionDemand
    date: date
    start: time
    place: str
    hours_after_run: float | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The cheapest placement of the season, proven."""

    sessions: tuple[PlacedSession, ...]
    unmet: tuple[Unmet, ...]
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotAnswer:
    """Why a session is not at this slot.

    Attributes:
        date: Local date asked about.
        start: Local time of day asked about.
        demand: Id of the session asked about.
        forbidden_by: Reasons of the hard rules that forbid the slot; empty when it is allowed.
        extra_cost: Exact cost of the best season that uses the slot, less that of the best season
            [milli-points]; None when forbidden or when no season can use it.
        extra_bill: Where the extra cost comes from: rule id and difference [milli-points], adding up to it.
    """

    date: date
    start: time
    demand: str
    forbidden_by: tuple[Reason, ...]
    extra_cost: int | None
    extra_bill: tuple[tuple[str, int], ...]
