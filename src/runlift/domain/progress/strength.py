"""Estimated strength of each lift: now, week by week, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import hypot
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
        low_80: Lower end of the interval that holds the change in 80 of 100 cases, in the same unit.
        high_80: Upper end of that interval.
    """

    weeks: int
    before: StrengthEstimate
    amount: float
    percent: float | None
    low_80: float
    high_80: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves no doubt about the direction."""
        return self.low_80 > 0 or self.high_80 < 0


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


def strength_progress(lifts: Iterable[LiftSets], *, since: date, today: date) -> tuple[LiftProgress, ...]:
    """Return the strength of every lift trained in the last weeks, the most trained first.

    Args:
        lifts: Lifts with their sets.
        since: First day to tell of.
        today: The day it is.

    Source: PG01, PG11.
    """
    found = (_progress(each, today, since) for each in lifts)
    kept = [each for each in found if each is not None and each.now.last_done >= since]
    return tuple(
        sorted(kept, key=lambda each: (-each.now.sessions, each.now.lift.exercise, each.now.lift.side))
    )


def _progress(each: LiftSets, today: date, since: date) -> LiftProgress | None:
    now = estimate(each.sets, lift=each.lift, as_of=today)
    if now is None:
        return None
    path = [one for one in trajectory(each.sets, lift=each.lift, as_of=today) if one.as_of >= since]
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
        low_80=amount - hypot(now.median - now.low_80, before.high_80 - before.median),
        high_80=amount + hypot(now.high_80 - now.median, before.median - before.low_80),
    )
