"""Estimated strength of a lift: the middle of what is believed, its intervals, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.strength.follow import followed
from runlift.domain.strength.lift import Lift, Measure
from runlift.domain.strength.one_rm import load_for
from runlift.domain.strength.sorting import sorted_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from runlift.domain.strength.observation import KeptOut, Observation
    from runlift.domain.strength.track import Track

_TO_80 = NormalDist().inv_cdf(0.9)  # standard deviations to the ends of the interval that holds 80 %
_TO_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthEstimate:
    """What a runner can do in one lift on one day, as far as the sets done tell.

    All amounts are in the unit of the measure: external load [kg], repetitions or seconds [s].

    Attributes:
        lift: The lift: exercise, side, what it is followed by, part of the body counted.
        median: As likely too high as too low.
        low_80: Lower end of the interval that holds it in 80 of 100 cases.
        high_80: Upper end of that interval.
        low_95: Lower end of the interval that holds it in 95 of 100 cases.
        high_95: Upper end of that interval.
        as_of: The day.
        last_done: Day of the last session.
        since: Day of the first session that the level rests on: of the lift, or of a new level.
        sessions: Sessions that the level rests on.
        sets_used: Sets that were looked at and believed.
        kept_out: Sets that were kept out, and why.
    """

    lift: Lift
    median: float
    low_80: float
    high_80: float
    low_95: float
    high_95: float
    as_of: date
    last_done: date
    since: date
    sessions: int
    sets_used: int
    kept_out: tuple[KeptOut, ...] = ()

    def load_for(self, reps: int, rir: float) -> float | None:
        """Return the load [kg] that leaves this reserve after these repetitions; None without a maximum.

        Source: D036.
        """
        if self.lift.measure is not Measure.ONE_RM:
            return None
        return max(0.0, load_for(self.median + self.lift.body_kg, reps + rir) - self.lift.body_kg)


def estimate(sets: Iterable[Observation], *, lift: Lift, as_of: date) -> StrengthEstimate | None:
    """Estimate the strength of one lift on a day from the sets done until then; None where none tells any.

    Source: Q010-Q026.
    """
    sessions, kept_out = sorted_out(sets, lift=lift, as_of=as_of)
    track: Track | None = None
    for session in sessions:
        track = followed(track, session, lift)
    if track is None:
        return None
    return _estimate_of(track, as_of, sum(len(each.sets) for each in sessions), kept_out)


def trajectory(sets: Iterable[Observation], *, lift: Lift, as_of: date) -> tuple[StrengthEstimate, ...]:
    """Estimate the strength after each session until a day, each from what was known then."""
    return tuple(_steps(sets, lift, as_of))


def _steps(sets: Iterable[Observation], lift: Lift, as_of: date) -> Iterator[StrengthEstimate]:
    sessions, kept_out = sorted_out(sets, lift=lift, as_of=as_of)
    track: Track | None = None
    seen = 0
    for session in sessions:
        track = followed(track, session, lift)
        seen += len(session.sets)
        until_then = tuple(each for each in kept_out if each.set.done_at.date() <= session.day)
        yield _estimate_of(track, session.day, seen, until_then)


def _estimate_of(track: Track, as_of: date, seen: int, kept_out: tuple[KeptOut, ...]) -> StrengthEstimate:
    belief = track.on(as_of)
    sd = sqrt((belief.level_sd * max(1.0, track.widening)) ** 2 + _body_variance(track, exp(belief.level)))
    body = track.lift.body_kg

    def at(distance: float) -> float:
        return max(0.0, exp(belief.level + distance * sd) - body)

    doubtful = (*track.kept_out, *track.waiting)
    return StrengthEstimate(
        lift=track.lift,
        median=at(0),
        low_80=at(-_TO_80),
        high_80=at(_TO_80),
        low_95=at(-_TO_95),
        high_95=at(_TO_95),
        as_of=as_of,
        last_done=track.last,
        since=track.first,
        sessions=track.sessions,
        sets_used=seen - len(doubtful),
        kept_out=(*kept_out, *doubtful),
    )


def _body_variance(track: Track, most: float) -> float:
    """Return the variance (log) that comes from not knowing how much of the body moves.

    Source: P017, Q028.
    """
    if track.lift.measure is not Measure.ONE_RM:
        return 0.0
    body = track.lift.body_kg
    times = most / (track.best.load_kg + body)
    return ((times - 1) * number("strength_body_spread") * body / most) ** 2
