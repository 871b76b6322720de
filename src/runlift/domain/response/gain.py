"""How far strength work has come in its effect on economy: growth with sessions, keeping and fading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import exp
from typing import TYPE_CHECKING

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runlift.domain.response.method import Method

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """A session as a step of the effect.

    Attributes:
        day: Day of the session.
        method: What it is.
        share: 1 when done, 0 when missed, the share expected to be done when it lies ahead.
    """

    day: date
    method: Method
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """How far the effect has come.

    Attributes:
        level: Share of the full effect, 0 to 1, as it was on `kept_on`.
        kept_on: Last day with a session that keeps this level; None before the first.
    """

    level: float = 0.0
    kept_on: date | None = None

    def on(self, day: date) -> float:
        """Return the share of the full effect on a day: kept for some weeks, then fading.

        Source: RM10, RM11.
        """
        if self.kept_on is None:
            return 0.0
        idle = max((day - self.kept_on) / _WEEK - number("economy_kept_weeks"), 0.0)
        return self.level * exp(-idle / number("economy_fading_weeks"))

    def after(self, dose: Dose) -> Gain:
        """Return how far it has come after a session; one below the level reached neither adds nor keeps."""
        level = self.on(dose.day)
        missing = dose.method.factor - level
        if missing < 0 or dose.share <= 0 or dose.method.factor == 0:
            return self
        return Gain(level=level + missing * share_after(dose.share), kept_on=dose.day)


def share_after(sessions: float) -> float:
    """Return the share of the full effect that so many sessions bring.

    Source: RM04.
    """
    return 1 - exp(-sessions / number("economy_sessions_scale"))


def gain_of(doses: Iterable[Dose], *, before: date) -> Gain:
    """Return how far the sessions before a day have brought the effect."""
    gain = Gain()
    for dose in sorted(doses, key=lambda each: each.day):
        if dose.day < before:
            gain = gain.after(dose)
    return gain
