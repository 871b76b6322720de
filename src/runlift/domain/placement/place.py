"""Place a season: every demanded session on the day and at the hour where it disturbs the running least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.placement.build import build_instance, moment_of
from runlift.domain.placement.placement import PlacedSession, Placement
from runlift.domain.placement.reason import hours_after_run, reasons_for
from runlift.domain.placement.rule import evidence_of_rule
from runlift.domain.placement.solution import bill_of
from runlift.domain.placement.solver import solve
from runlift.domain.placement.unmet import unmet_of
from runlift.domain.plan.plan import Charge, Proof

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.placement.solution import Visit
    from runlift.domain.placement.solver import Search
    from runlift.domain.plan.easing import Easing
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.season.demand import Season, SessionDemand


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A placement, with all that is needed to say why no other slot was taken.

    Attributes:
        placement: The placement.
        season: What was demanded.
        places: Ids of the places by number.
        search: How the placement was found.
    """

    placement: Placement
    season: Season
    places: tuple[str, ...]
    search: Search


def place(
    season: Season,
    runs: tuple[TimedRun, ...],
    rest_days: tuple[date, ...],
    athlete: Athlete,
    *,
    races: tuple[Race, ...],
    first_day: date,
    last_day: date,
    easings: tuple[Easing, ...] = (),
) -> Placed:
    """Return the cheapest placement of a season, proven.

    Args:
        season: What each week asks for.
        runs: Runs with hours, also of some days before and after the season where known. Every entry but
            rest and strength counts as a run.
        rest_days: Days on which nothing is trained.
        athlete: The runner, with windows and places filled in.
        races: The races.
        first_day: First day that may hold a session.
        last_day: Last day that may hold a session.
        easings: Days on which less is asked.

    Raises:
        ValueError: A window or a travel names a place that the runner does not have.
    """
    instance = build_instance(
        season,
        runs,
        rest_days,
        athlete,
        races=races,
        first_day=first_day,
        last_day=last_day,
        easings=easings,
    )
    search = solve(instance)
    places = tuple(each.id for each in athlete.places)
    placement = Placement(
        sessions=_sessions(season, search, places), unmet=unmet_of(season, search), proof=_proof(search)
    )
    return Placed(placement=placement, season=season, places=places, search=search)


def _sessions(season: Season, search: Search, places: tuple[str, ...]) -> tuple[PlacedSession, ...]:
    placed = [
        _session(season, search, visit, demand, places)
        for week, visits in zip(season.weeks, search.solution.weeks, strict=True)
        for demand, visit in zip(week.sessions, visits, strict=True)
        if visit and demand.fixed is None
    ]
    return tuple(sorted(placed, key=lambda session: (session.date, session.start)))


def _session(
    season: Season, search: Search, visit: Visit, demand: SessionDemand, places: tuple[str, ...]
) -> PlacedSession:
    monday = season.weeks[0].monday
    starts_at = moment_of(monday, visit.start)
    return PlacedSession(
        demand=demand,
        date=starts_at.date(),
        start=starts_at.time(),
        place=places[visit.place],
        hours_after_run=hours_after_run(search.instance, visit),
        reasons=reasons_for(search, visit, monday),
    )


def _proof(search: Search) -> Proof:
    bill = bill_of(search.instance, search.solution.weeks)
    return Proof(
        status="optimal" if any(search.instance.weeks) else "empty",
        objective=search.solution.objective,
        bound=search.solution.bound,
        bill=tuple(
            Charge(rule=rule, evidence=evidence_of_rule(rule), cost=cost)
            for rule, cost in bill.items()
            if cost
        ),
    )
