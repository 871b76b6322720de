"""Foretell each session's best set from the past only, by the filter and by plain ways."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

from runlift.domain.strength.baseline import Foretold, Method, plain_ways
from runlift.domain.strength.follow import followed
from runlift.domain.strength.forecast import Forecast, Habit, foretold
from runlift.domain.strength.lift import Lift, LiftClass, Measure
from runlift.domain.strength.sorting import best_of, sorted_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from runlift.domain.strength.observation import Observation, Session
    from runlift.domain.strength.track import Track

_TO_80 = NormalDist().inv_cdf(0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """One session's best set, as foretold and as done.

    Attributes:
        lift: The lift.
        day: Day of the session.
        load_kg: Load used [kg].
        reps: Repetitions done.
        foretold: The set as each way foretold it.
        low_80: Lower end of the filter's interval for the load that holds 80 of 100 [kg].
        high_80: Upper end of that interval [kg].
    """

    lift: Lift
    day: date
    load_kg: float
    reps: int
    foretold: Mapping[Method, Foretold]
    low_80: float
    high_80: float

    @property
    def kind(self) -> LiftClass:
        """What kind of lift it is."""
        return self.lift.kind

    @property
    def is_covered(self) -> bool:
        """Whether the load used lies within the interval of 80 %."""
        return self.low_80 <= self.load_kg <= self.high_80

    def load_error(self, method: Method) -> float:
        """Return how far the load of a way was off [% of the load used]."""
        return abs(self.foretold[method].load_kg / self.load_kg - 1) * 100

    def reps_error(self, method: Method) -> float:
        """Return how far the repetitions of a way were off [reps]."""
        return abs(self.foretold[method].reps - self.reps)


def predictions(sets: Iterable[Observation], *, lift: Lift, as_of: date) -> tuple[Prediction, ...]:
    """Foretell each session's best set from those before; () for a lift without a maximum."""
    if lift.measure is not Measure.ONE_RM:
        return ()
    sessions, _ = sorted_out(sets, lift=lift, as_of=as_of)
    return tuple(_one_by_one(sessions, lift))


def _one_by_one(sessions: tuple[Session, ...], lift: Lift) -> Iterator[Prediction]:
    track: Track | None = None
    habit: Habit | None = None
    for position, session in enumerate(sessions):
        best = best_of(session.sets, lift)
        if best is not None and best.load_kg > 0:
            plain = plain_ways(sessions[:position], best, lift)
            ahead: Forecast | None = None
            if track is not None and habit is not None and plain is not None:
                ahead = foretold(track, habit, best, day=session.day, after_run=session.after_run)
                yield _prediction(lift, session.day, best, ahead, plain)
            habit = Habit.begun(best.load_kg) if habit is None else habit.then(best.load_kg, ahead)
        track = followed(track, session, lift)


def _prediction(
    lift: Lift, day: date, best: Observation, ahead: Forecast, plain: Mapping[Method, Foretold]
) -> Prediction:
    own = {
        Method.FILTER: Foretold(load_kg=ahead.load_kg, reps=ahead.reps),
        Method.STRENGTH_ALONE: Foretold(load_kg=ahead.strength_kg, reps=ahead.reps),
    }
    return Prediction(
        lift=lift,
        day=day,
        load_kg=best.load_kg,
        reps=best.reps,
        foretold={**own, **plain},
        low_80=ahead.end(-_TO_80),
        high_80=ahead.end(_TO_80),
    )
