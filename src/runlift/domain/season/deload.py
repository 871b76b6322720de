"""Lighter weeks: with the running plan's own down weeks where it has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number
from runlift.domain.plan.session import Phase
from runlift.domain.quantity import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadingWeek:
    """What decides whether a week is a deload.

    Attributes:
        phase: Phase of the season.
        light: Whether its leg work is light anyway.
        down: Whether the running plan itself makes it a lighter week.
    """

    phase: Phase
    light: bool
    down: bool


def deloads(weeks: Sequence[LoadingWeek]) -> tuple[Reason | None, ...]:
    """Return, for each week, why it is a deload, or None.

    Source: D070, N023
    """
    found: list[Reason | None] = []
    loading = 0
    for index, week in enumerate(weeks):
        reason = None if week.light else _deload(weeks, index, loading)
        loading = 0 if week.light or reason else loading + 1
        found.append(reason)
    return tuple(found)


def deload_with_running(loading: int) -> Reason:
    """State that the running plan's own down week is used."""
    return Reason.of("deload_with_running", evidence_of("deload_every", "deload_sets"), weeks=loading)


def deload_every_fourth_week(loading: int) -> Reason:
    """State that enough loading weeks lie behind."""
    return Reason.of("deload_every_fourth_week", evidence_of("deload_every", "deload_sets"), weeks=loading)


def _deload(weeks: Sequence[LoadingWeek], index: int, loading: int) -> Reason | None:
    latest = int(number("deload_at_the_latest")) - 1
    if loading >= latest:
        return deload_with_running(loading) if weeks[index].down else deload_every_fourth_week(loading)
    if _taper_next(weeks, index):
        return None
    if _is_used(weeks, index, loading):
        return deload_with_running(loading)
    due = loading >= number("deload_every") - 1
    return deload_every_fourth_week(loading) if due and not _better_soon(weeks, index, loading) else None


def _is_used(weeks: Sequence[LoadingWeek], index: int, loading: int) -> bool:
    return weeks[index].down and loading >= number("deload_after_down_week_spacing")


def _taper_next(weeks: Sequence[LoadingWeek], index: int) -> bool:
    return index + 1 < len(weeks) and weeks[index + 1].phase in {Phase.TAPER, Phase.RECOVERY}


def _better_soon(weeks: Sequence[LoadingWeek], index: int, loading: int) -> bool:
    latest = int(number("deload_at_the_latest")) - 1
    for ahead in range(index + 1, min(len(weeks), index + 1 + latest - loading)):
        if weeks[ahead].light:
            return False
        if weeks[ahead].down and not _taper_next(weeks, ahead):
            return True
    return False
