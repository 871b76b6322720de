"""A lift as far as it was followed."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.evidence import number
from runlift.domain.strength.belief import Belief, Part
from runlift.domain.strength.observation import KeptOut, Observation, Session, WhyKeptOut
from runlift.domain.strength.reading import Reading, reading_of
from runlift.domain.strength.time_passed import after_days

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runlift.domain.strength.lift import Lift

_UNKNOWN = 1.0  # variance of the level before the first set: so wide that the set decides


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """A lift as far as it was followed.

    Attributes:
        lift: The lift.
        belief: What is believed after the last session.
        first: Day of the first session.
        last: Day of the last session.
        best: Best set of the last session that had one near failure, else the highest set.
        sessions: Sessions that the level rests on.
        surprises: Sum of squared surprises, in variances of the forecasts, older ones less.
        forecasts: Their count, older ones less.
        doubted: Sessions in a row that contradict the level and wait to be confirmed.
        kept_out: Sets kept out so far as doubtful, besides those that wait.
    """

    lift: Lift
    belief: Belief
    first: date
    last: date
    best: Observation
    sessions: int = 1
    surprises: float = 0.0
    forecasts: float = 0.0
    doubted: tuple[Session, ...] = ()
    kept_out: tuple[KeptOut, ...] = ()

    @property
    def widening(self) -> float:
        """How many times wider than first thought forecasts of this lift have to be.

        Source: Q024.
        """
        return sqrt(self.surprises / self.forecasts)

    @property
    def waiting(self) -> tuple[KeptOut, ...]:
        """The sets that wait to be confirmed."""
        return doubtful(each for session in self.doubted for each in session.sets)

    def on(self, day: date) -> Belief:
        """Return what is believed on a day, without a further session."""
        return after_days(
            self.belief,
            (day - self.last).days,
            known_for=(self.last - self.first).days,
            scale=self.lift.scale,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Expectation:
    """A set beside what was expected of it.

    Attributes:
        reading: What it shows.
        surprise: How far that lies above the expected.
        noise: Variance of a session's best set around what is believed.
        variance: Variance of the surprise.
    """

    reading: Reading
    surprise: float
    noise: float
    variance: float


def expected(
    lift: Lift, belief: Belief, each: Observation, *, after_run: bool, at_least: bool = False
) -> Expectation:
    """Compare a set with what is believed; with `at_least` only what it shows at the least.

    Source: S03, Q010, Q021.
    """
    reading = reading_of(lift, each, belief, at_least=at_least)
    tired = lift.legs and after_run
    day = number("strength_day_form") ** 2 + (number("strength_after_run") ** 2 if tired else 0.0)
    noise = reading.noise + day * lift.scale**2
    return Expectation(
        reading=reading,
        surprise=reading.shown - belief.now,
        noise=noise,
        variance=belief.variance_along(reading.slope) + noise,
    )


def unknown(lift: Lift) -> Belief:
    """Return what is believed of a lift before its first set."""
    mean = np.zeros(len(Part))
    mean[Part.GROWTH] = number("strength_growth_at_first") * lift.scale
    mean[Part.RESERVE] = number("strength_untold_rir")
    spread = np.zeros((len(Part), len(Part)))
    spread[Part.LEVEL, Part.LEVEL] = _UNKNOWN * lift.scale**2
    spread[Part.GROWTH, Part.GROWTH] = (number("strength_growth_spread") * lift.scale) ** 2
    spread[Part.FORM, Part.FORM] = (number("strength_form_spread") * lift.scale) ** 2
    spread[Part.ENDURANCE, Part.ENDURANCE] = number("strength_endurance_spread") ** 2
    spread[Part.RESERVE, Part.RESERVE] = number("strength_untold_rir_spread") ** 2
    return Belief(mean=mean, spread=spread)


def doubtful(sets: Iterable[Observation]) -> tuple[KeptOut, ...]:
    """Return sets as kept out because they are doubtful."""
    return tuple(KeptOut(set=each, why=WhyKeptOut.DOUBTFUL) for each in sets)
