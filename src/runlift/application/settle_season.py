"""Settle the season: place and prescribe until no session counts on legs that are not yet used to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.placement.place import place
from runlift.domain.prescription.prescribe import prescribe
from runlift.domain.season.accustomed import unaccustomed_as_done, with_unaccustomed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from runlift.application.groundwork import Groundwork
    from runlift.domain.placement.place import Placed
    from runlift.domain.prescription.prescribe import Prescribed
    from runlift.domain.season.demand import Season, SessionDemand


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A season whose sessions have their places and their work.

    Attributes:
        ground: What it was made from, with the season's final demand.
        placed: Where every session went, with what answers "why not?".
        prescribed: What is done in each session.
        seconds: How long placing took, proof included, or None when it was not timed [s].
    """

    ground: Groundwork
    placed: Placed
    prescribed: Prescribed
    seconds: float | None


def settle_season(ground: Groundwork, *, clock: Callable[[], float] | None = None) -> Settled:
    """Place and prescribe the season.

    The season counts on every session it asks for. One that finds no place, or no exercise, accustoms
    nobody, so later ones may come too soon for the legs: those are marked unaccustomed and the season is
    placed again. Marks are only ever added, so this ends.

    Args:
        ground: What the season is made from.
        clock: Counts seconds; given only when placing is to be timed.
    """
    seconds = 0.0
    while True:
        started = clock() if clock else 0.0
        placed = place_sessions(ground)
        seconds += clock() - started if clock else 0.0
        prescribed = _prescribe(ground, placed)
        done = _done(ground.season, placed, prescribed)
        season = with_unaccustomed(ground.season, unaccustomed_as_done(done, ground.counted))
        if season == ground.season:
            return Settled(
                ground=ground, placed=placed, prescribed=prescribed, seconds=seconds if clock else None
            )
        ground = replace(ground, season=season)


def place_sessions(ground: Groundwork) -> Placed:
    """Return the cheapest placement of the season's demand."""
    return place(
        ground.season,
        ground.runs,
        ground.rest_days,
        ground.athlete,
        races=ground.races,
        first_day=ground.first_day,
        last_day=ground.last_day,
        easings=ground.past.easings if ground.past else (),
    )


def _done(season: Season, placed: Placed, prescribed: Prescribed) -> list[tuple[date, SessionDemand]]:
    """Return what was done, and what will be, with its day, in order."""
    past = [
        (demand.fixed.starts_at.date(), demand)
        for week in season.weeks
        for demand in week.sessions
        if demand.fixed and demand.fixed.done
    ]
    demands = {(each.date, each.start): each.demand for each in placed.placement.sessions}
    ahead = [(session.date, demands[session.date, session.start]) for session in prescribed.sessions]
    return sorted(past, key=lambda done: done[0]) + ahead


def _prescribe(ground: Groundwork, placed: Placed) -> Prescribed:
    return prescribe(
        ground.season,
        placed.placement.sessions,
        ground.counted,
        catalogue(),
        races=ground.races,
        runs=ground.runs,
        past=ground.past,
    )
