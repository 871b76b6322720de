"""What the next set will be, foretold from strength and from what was lifted last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.strength.one_rm import effective_reps
from runlift.domain.strength.reading import believed_reserve
from runlift.domain.strength.track import expected

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.strength.observation import Observation
    from runlift.domain.strength.track import Track

_LEAST_KG = 0.1  # of a load, so that its logarithm exists


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A set foretold.

    Attributes:
        load_kg: Load for its repetitions and reserve, from strength and habit [kg].
        strength_kg: The same from strength alone [kg].
        reps: Repetitions for its load and reserve, from strength.
        sd: Standard deviation of the log of the load.
    """

    load_kg: float
    strength_kg: float
    reps: float
    sd: float

    def end(self, distance: float) -> float:
        """Return the load [kg] at a distance from the middle, in standard deviations."""
        return self.load_kg * exp(distance * self.sd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a runner's loads of one lift follow each other, and what has foretold them best.

    Attributes:
        last_kg: Load of the last best set [kg].
        by_last: Sum of squared errors of taking the last load again (log), older ones less.
        by_strength: The same of what strength allows.
        by_both: The same of the two together.
        forecasts: Their count, older ones less.
    """

    last_kg: float
    by_last: float
    by_strength: float
    by_both: float
    forecasts: float

    @classmethod
    def begun(cls, load_kg: float) -> Habit:
        """Return the habit after the first load.

        Source: Q029.
        """
        prior = number("load_kept_prior")
        alike = prior * number("load_kept_spread") ** 2
        return cls(last_kg=load_kg, by_last=alike, by_strength=alike, by_both=alike, forecasts=prior)

    def middle(self, strength_kg: float) -> float:
        """Return the load [kg] between the last and what strength allows, nearer to the better guide.

        Source: Q029.
        """
        share = self.by_strength / (self.by_strength + self.by_last)
        return exp(share * log(self.last_kg) + (1 - share) * log(strength_kg))

    def then(self, load_kg: float, ahead: Forecast | None) -> Habit:
        """Return the habit after a further load, and what was foretold of it."""
        if ahead is None:
            return replace(self, last_kg=load_kg)
        kept = number("load_kept_memory")
        return Habit(
            last_kg=load_kg,
            by_last=self.by_last * kept + _squared(load_kg, self.last_kg),
            by_strength=self.by_strength * kept + _squared(load_kg, ahead.strength_kg),
            by_both=self.by_both * kept + _squared(load_kg, ahead.load_kg),
            forecasts=self.forecasts * kept + 1,
        )


def foretold(track: Track, habit: Habit, each: Observation, *, day: date, after_run: bool) -> Forecast:
    """Foretell a set of a day: its load from its repetitions and reserve, its repetitions from its load.

    Source: Q027, Q029.
    """
    belief = track.on(day)
    seen = expected(track.lift, belief, each, after_run=after_run)
    body = track.lift.body_kg
    strength = max(_LEAST_KG, (each.load_kg + body) * exp(-seen.surprise) - body)
    possible = effective_reps(exp(belief.now), each.load_kg + body)
    return Forecast(
        load_kg=habit.middle(strength),
        strength_kg=strength,
        reps=max(0.0, possible - believed_reserve(each.reserve, belief)),
        sd=sqrt(habit.by_both / habit.forecasts),
    )


def _squared(load_kg: float, foretold_kg: float) -> float:
    """Return the squared error of a load (log), limited so that a slip of the pen does not rule for long."""
    return min(abs(log(load_kg / foretold_kg)), number("load_kept_most")) ** 2
