"""Estimated strength of each lift: now, week by week, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.strength.estimate import estimate, trajectory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runlift.domain.strength.estimate import StrengthEstimate
    from runlift.domain.strength.from_diary import LiftSets

PERCENT = 100
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthChange:
    """How an estimate changed over some weeks.

    Attributes:
        weeks: How many [weeks].
        before: The estimate of then.
        amount: Change of the middle, in the unit of the measure.
        percent: The same, of the middle of then [%]; None where that was nothing.
        is_clear: Whether the 80 % intervals of then and now do not even touch.
    """

    weeks: int
    before: StrengthEstimate
    amount: float
    percent: float | None
    is_clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftProgress:
    """How strong the runner is in one lift.

    Attributes:
        now: The estimate of today.
        path: The estimates after each session of the weeks shown, then that of today.
        short: Change over 4 weeks; None where nothing was lifted so long ago.
        long: Change over 12 weeks.
    """

    now: StrengthEstimate
    path: tuple[StrengthEstimate, ...]
    short: StrengthChange | None
    long: StrengthChange | None


def strength_progress(lifts: Iterable[LiftSets], *, today: date, weeks: int) -> tuple[LiftProgress, ...]:
    """Return the strength of every lift trained in the last weeks, the most trained first.

    Args:
        lifts: Lifts with their sets.
        today: The day it is.
        weeks: How many weeks back to tell of [weeks].

    Source: PG01.
    """
    since = today - weeks * WEEK
    found = (_progress(each, today, since) for each in lifts)
    kept = [each for each in found if each is not None and each.now.last_done > since]
    return tuple(
        sorted(kept, key=lambda each: (-each.now.sessions, each.now.lift.exercise, each.now.lift.side))
    )


def _progress(each: LiftSets, today: date, since: date) -> LiftProgress | None:
    now = estimate(each.sets, lift=each.lift, as_of=today)
    if now is None:
        return None
    path = [one for one in trajectory(each.sets, lift=each.lift, as_of=today) if one.as_of > since]
    return LiftProgress(
        now=now,
        path=(*(one for one in path if one.as_of < today), now),
        short=_change(each, now, int(number("adherence_weeks_short"))),
        long=_change(each, now, int(number("adherence_weeks_long"))),
    )


def _change(each: LiftSets, now: StrengthEstimate, weeks: int) -> StrengthChange | None:
    before = estimate(each.sets, lift=each.lift, as_of=now.as_of - weeks * WEEK)
    if before is None:
        return None
    amount = now.median - before.median
    return StrengthChange(
        weeks=weeks,
        before=before,
        amount=amount,
        percent=PERCENT * amount / before.median if before.median else None,
        is_clear=now.low_80 > before.high_80 or now.high_80 < before.low_80,
    )
