"""Plain ways to foretell the next set, against which the filter is measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.strength.one_rm import effective_reps, load_for, one_rm_of
from runlift.domain.strength.sorting import best_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runlift.domain.strength.lift import Lift
    from runlift.domain.strength.observation import Observation, Session

_SESSIONS_OF_BEST = 3


class Method(StrEnum):
    """Ways to foretell a session's best set from the sessions before."""

    FILTER = "filter"
    STRENGTH_ALONE = "strength_alone"  # the filter without what was lifted last
    LAST_EPLEY = "last_epley"
    BEST_OF_THREE = "best_of_three"
    RPE_CHART = "rpe_chart"
    SAME_AGAIN = "same_again"  # the last load and repetitions, whatever strength is


BASELINES = (Method.LAST_EPLEY, Method.BEST_OF_THREE, Method.RPE_CHART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """A set foretold two ways round.

    Attributes:
        load_kg: Load for the repetitions and the reserve of the set [kg].
        reps: Repetitions for its load and reserve.
    """

    load_kg: float
    reps: float


def plain_ways(past: Sequence[Session], target: Observation, lift: Lift) -> Mapping[Method, Foretold] | None:
    """Foretell a set by each plain way; None while the past holds no set near failure.

    Each way turns its maximum back as it made it: those that do not know the reserve leave it out both times,
    which serves them better than counting it once.

    Source: D023, D036, D038.
    """
    last = next((best for each in reversed(past) if (best := best_of(each.sets, lift)) is not None), None)
    if last is None:
        return None
    return {
        Method.LAST_EPLEY: _by_epley(past[-1:], target),
        Method.BEST_OF_THREE: _by_epley(past[-_SESSIONS_OF_BEST:], target),
        Method.RPE_CHART: _by_chart(last, target),
        Method.SAME_AGAIN: Foretold(load_kg=last.load_kg, reps=last.reps),
    }


def last_epley(past: Sequence[Session]) -> float:
    """Return the best Epley estimate of some sessions, from load and repetitions alone [kg]."""
    return max(one_rm_of(each.load_kg, each.reps) for session in past for each in session.sets)


def chart_maximum(best: Observation) -> float:
    """Return the maximum that the chart gives for a set [kg], with the usual reserve where none is told."""
    return best.load_kg / load_for(1.0, best.reps + _reserve(best))


def _by_epley(sessions: Sequence[Session], target: Observation) -> Foretold:
    most = last_epley(sessions)
    return Foretold(
        load_kg=most / one_rm_of(1.0, target.reps), reps=max(0.0, effective_reps(most, target.load_kg))
    )


def _by_chart(last: Observation, target: Observation) -> Foretold:
    most, reserve = chart_maximum(last), _reserve(target)
    return Foretold(
        load_kg=load_for(most, target.reps + reserve),
        reps=max(0.0, effective_reps(most, target.load_kg) - reserve),
    )


def _reserve(each: Observation) -> float:
    return number("strength_untold_rir") if each.reserve is None else each.reserve
