"""Measure how well the next set is foretold: the filter beside the plain ways, with bootstrap intervals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from runlift.domain.strength.backtest import Prediction, predictions
from runlift.domain.strength.baseline import BASELINES, Method

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.strength.from_diary import LiftSets
    from runlift.domain.strength.lift import LiftClass

Errors: TypeAlias = NDArray[np.float64]

_DRAWS = 500
_ENDS = (2.5, 97.5)
_FEWEST_LIFTS = 5  # with fewer, sessions are drawn instead of lifts
_MOST_REPS_OFF = 20.0  # so that a slip of the pen does not rule a mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with its bootstrap interval of 95 %."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How far a way of foretelling was off.

    Attributes:
        method: The way.
        load: Median error of the load [%].
        reps: Mean error of the repetitions.
    """

    method: Method
    load: Figure
    reps: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScores:
    """The scores of a group of lifts.

    Attributes:
        name: `all`, or the kind of lift.
        lifts: Lifts with a prediction.
        predictions: Sessions foretold.
        scores: Every way's score.
        best_load: The plain way with the smallest error of the load.
        load_ratio: The filter's error of the load beside that way's.
        best_reps: The plain way with the smallest error of the repetitions.
        reps_ratio: The filter's error of the repetitions beside that way's.
        covered: Share of loads within the filter's interval of 80 %.
    """

    name: str
    lifts: int
    predictions: int
    scores: tuple[Score, ...]
    best_load: Method
    load_ratio: Figure
    best_reps: Method
    reps_ratio: Figure
    covered: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestReport:
    """What a backtest found.

    Attributes:
        groups: All lifts first, then each kind of lift; none where nothing could be foretold.
        left_out: Lifts without a single prediction: other terms than a maximum, or too few sessions.
    """

    groups: tuple[GroupScores, ...]
    left_out: int


def backtest(logs: Iterable[Sequence[LiftSets]], *, as_of: date, rng: np.random.Generator) -> BacktestReport:
    """Foretell each session's best set from the past only and score all ways.

    Args:
        logs: The lifts of each person's log.
        as_of: Last day that counts.
        rng: Randomness of the bootstrap.
    """
    foretold = [predictions(each.sets, lift=each.lift, as_of=as_of) for log in logs for each in log]
    by_lift = [each for each in foretold if each]
    kinds: dict[LiftClass, list[tuple[Prediction, ...]]] = defaultdict(list)
    for each in by_lift:
        kinds[each[0].kind].append(each)
    groups = [("all", by_lift), *((kind.value, kinds[kind]) for kind in sorted(kinds))]
    return BacktestReport(
        groups=tuple(_group(name, lifts, rng) for name, lifts in groups if lifts),
        left_out=len(foretold) - len(by_lift),
    )


def _group(name: str, lifts: Sequence[tuple[Prediction, ...]], rng: np.random.Generator) -> GroupScores:
    told = [each for lift in lifts for each in lift]
    loads = {method: np.array([each.load_error(method) for each in told]) for method in Method}
    reps = {
        method: np.minimum([each.reps_error(method) for each in told], _MOST_REPS_OFF) for method in Method
    }
    draws = _draws(lifts, rng)
    best_load = min(BASELINES, key=lambda method: float(np.median(loads[method])))
    best_reps = min(BASELINES, key=lambda method: float(reps[method].mean()))
    return GroupScores(
        name=name,
        lifts=len(lifts),
        predictions=len(told),
        scores=_scores(loads, reps, draws),
        best_load=best_load,
        load_ratio=_ratio(loads[Method.FILTER], loads[best_load], draws, _median),
        best_reps=best_reps,
        reps_ratio=_ratio(reps[Method.FILTER], reps[best_reps], draws, _mean),
        covered=float(np.mean([each.is_covered for each in told])),
    )


def _scores(
    loads: Mapping[Method, Errors], reps: Mapping[Method, Errors], draws: Sequence[NDArray[np.intp]]
) -> tuple[Score, ...]:
    return tuple(
        Score(
            method=method,
            load=_figure(_median(loads[method]), [_median(loads[method][draw]) for draw in draws]),
            reps=_figure(_mean(reps[method]), [_mean(reps[method][draw]) for draw in draws]),
        )
        for method in Method
    )


def _draws(lifts: Sequence[tuple[Prediction, ...]], rng: np.random.Generator) -> list[NDArray[np.intp]]:
    """Draw predictions again and again, whole lifts at once, since the errors of a lift go together."""
    ends = np.cumsum([len(lift) for lift in lifts])
    if len(lifts) < _FEWEST_LIFTS:
        return [rng.integers(0, ends[-1], ends[-1]) for _ in range(_DRAWS)]
    places = [np.arange(end - len(lift), end) for lift, end in zip(lifts, ends, strict=True)]
    return [
        np.concatenate([places[each] for each in rng.integers(0, len(lifts), len(lifts))])
        for _ in range(_DRAWS)
    ]


def _ratio(
    ours: Errors, theirs: Errors, draws: Sequence[NDArray[np.intp]], middle: Callable[[Errors], float]
) -> Figure:
    """Return our error beside theirs on the same sessions."""
    again = [_divided(middle(ours[draw]), middle(theirs[draw])) for draw in draws]
    return _figure(_divided(middle(ours), middle(theirs)), again)


def _divided(ours: float, theirs: float) -> float:
    return ours / theirs if theirs > 0 else float(ours > 0) + 1.0


def _figure(value: float, again: Sequence[float]) -> Figure:
    low, high = np.percentile(again, _ENDS)
    return Figure(value=value, low=float(low), high=float(high))


def _median(errors: Errors) -> float:
    return float(np.median(errors))


def _mean(errors: Errors) -> float:
    return float(errors.mean())
