"""Sessions of a block that belong together: the same main lifts are kept at the same place."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.placement.placement import PlacedSession
    from runlift.domain.season.demand import Season, WeekDemand

Block = tuple[int, str]


def week_of(season: Season, placed: PlacedSession) -> tuple[int, WeekDemand]:
    """Return the number and the demand of the week that holds a session.

    Raises:
        ValueError: The session lies outside the season.
    """
    for position, week in enumerate(season.weeks):
        if week.monday <= placed.date < week.monday + timedelta(days=7):
            return position, week
    raise ValueError(f"session {placed.demand.id} on {placed.date} lies outside the season")


def by_block(
    season: Season, sessions: tuple[PlacedSession, ...]
) -> Mapping[Block, tuple[PlacedSession, ...]]:
    """Group sessions by block and place, in time order."""
    groups: dict[Block, list[PlacedSession]] = {}
    for placed in sorted(sessions, key=lambda one: (one.date, one.start)):
        _, week = week_of(season, placed)
        groups.setdefault((week.block, placed.place), []).append(placed)
    return {block: tuple(group) for block, group in groups.items()}
