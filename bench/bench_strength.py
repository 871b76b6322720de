"""Estimated strength beside plain ways, on made-up lifters of every kind, and how long it takes.

Two questions: how far off is the next set (its load for its repetitions, its repetitions for its load), and,
since true strength is known of made-up people, how far off is the estimate itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from statistics import fmean, median
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from runlift.application.backtest import backtest
from runlift.application.synthetic_log.log import synthetic_logs
from runlift.application.synthetic_log.setting import SETTINGS
from runlift.domain.strength.baseline import Method, chart_maximum, last_epley
from runlift.domain.strength.estimate import estimate, trajectory
from runlift.domain.strength.from_diary import LiftSets, lifts_of
from runlift.domain.strength.lift import LiftClass, Measure
from runlift.domain.strength.sorting import best_of, sorted_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.application.synthetic_log.log import SyntheticLog
    from runlift.application.synthetic_log.setting import Setting

PEOPLE = 25
SEED = 20270101
SETTLED = 8  # sessions after which the estimate is compared with the truth
SETS_TIMED = 5000
LIFTS_TIMED = 30
END = date.max


def main() -> None:
    """Print the tables."""
    print(f"\nThe next set, foretold from the past ({PEOPLE} made-up people of each kind)")
    print(f"{'people':<16}{'sessions':>9}  {'load off, median %':^42}  {'reps off, mean':^34}  in 80 %")
    print(
        f"{'':<25}  {'ours':>6}{'alone':>7}{'last':>6}{'of 3':>6}{'chart':>6}{'ratio':>7}"
        f"  {'ours':>8}{'last':>6}{'of 3':>6}{'chart':>6}{'ratio':>7}"
    )
    logs = {each.name: _made(each) for each in SETTINGS}
    for name, made in logs.items():
        _print_foretold(name, made)
    print("\nThe estimate beside true strength (median error %, from the eighth session on)")
    print(f"{'':<16}{'all lifts':^21}{'':<26}{'bar, machine, row':^21}")
    print(
        f"{'people':<16}{'ours':>7}{'chart':>7}{'of 3':>7}{'within 80 %':>13}{'within 95 %':>13}"
        f"{'ours':>7}{'chart':>7}{'of 3':>7}"
    )
    for name, made in logs.items():
        _print_truth(name, made)
    _print_time(logs["usual"])


def _made(setting: Setting) -> tuple[SyntheticLog, ...]:
    return synthetic_logs(setting, PEOPLE, Random(f"{setting.name} {SEED}"))  # noqa: S311  made-up logs


def _lifts(log: SyntheticLog) -> tuple[LiftSets, ...]:
    return lifts_of(log.sets, log.runs, body_mass_kg=log.body_mass_kg, as_of=END)


def _print_foretold(name: str, logs: tuple[SyntheticLog, ...]) -> None:
    report = backtest([_lifts(log) for log in logs], as_of=END, rng=np.random.default_rng(SEED))
    group = report.groups[0]
    score = {each.method: each for each in group.scores}
    plain = (Method.LAST_EPLEY, Method.BEST_OF_THREE, Method.RPE_CHART)
    loads = "".join(f"{score[each].load.value:>6.2f}" for each in plain)
    reps = "".join(f"{score[each].reps.value:>6.2f}" for each in plain)
    print(
        f"{name:<16}{group.predictions:>9}  {score[Method.FILTER].load.value:>6.2f}"
        f"{score[Method.STRENGTH_ALONE].load.value:>7.2f}{loads}{group.load_ratio.value:>7.2f}"
        f"  {score[Method.FILTER].reps.value:>8.2f}{reps}{group.reps_ratio.value:>7.2f}  {group.covered:.0%}"
    )


def _print_truth(name: str, logs: tuple[SyntheticLog, ...]) -> None:
    rows = [each for log in logs for each in _beside_truth(log)]
    weights = [row for row in rows if not row.counts_body] or rows
    print(
        f"{name:<16}{_middles(rows)}{fmean(row.in_80 for row in rows):>13.0%}"
        f"{fmean(row.in_95 for row in rows):>13.0%}{_middles(weights)}"
    )


def _middles(rows: list[BesideTruth]) -> str:
    return "".join(f"{median(row.errors[place] for row in rows) * 100:>7.1f}" for place in range(3))


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideTruth:
    """Estimates of a day beside true strength.

    Attributes:
        errors: Relative errors of the estimate, the chart and the best of three.
        in_80: Whether the interval of 80 % holds the truth.
        in_95: Whether that of 95 % does.
        counts_body: Whether a part of the legs and trunk is counted with the weight.
    """

    errors: tuple[float, float, float]
    in_80: bool
    in_95: bool
    counts_body: bool


def _beside_truth(log: SyntheticLog) -> Iterator[BesideTruth]:
    truth = {(each.exercise, each.side, each.day): each.one_rm_kg for each in log.truth}
    for each in _lifts(log):
        if each.lift.measure is not Measure.ONE_RM:
            continue
        sessions, _ = sorted_out(each.sets, lift=each.lift, as_of=END)
        steps = trajectory(each.sets, lift=each.lift, as_of=END)
        for place in range(SETTLED, len(steps)):
            found = steps[place]
            true = truth[each.lift.exercise, each.lift.side, found.as_of]
            best = best_of(sessions[place].sets, each.lift)
            if best is not None:
                guesses = (found.median, chart_maximum(best), last_epley(sessions[place - 2 : place + 1]))
                yield BesideTruth(
                    errors=(
                        abs(guesses[0] / true - 1),
                        abs(guesses[1] / true - 1),
                        abs(guesses[2] / true - 1),
                    ),
                    in_80=found.low_80 <= true <= found.high_80,
                    in_95=found.low_95 <= true <= found.high_95,
                    counts_body=each.lift.kind is LiftClass.FREE_LEGS,
                )


def _print_time(logs: tuple[SyntheticLog, ...]) -> None:
    lifts = [each for log in logs for each in _lifts(log)][:LIFTS_TIMED]
    each_lift = SETS_TIMED // len(lifts)
    started = perf_counter()
    for each in lifts:
        estimate(each.sets[-each_lift:], lift=each.lift, as_of=date(2028, 1, 1))
    took = perf_counter() - started
    sets = sum(len(each.sets[-each_lift:]) for each in lifts)
    print(f"\n{sets} sets of {len(lifts)} lifts: {took:.3f} s, {took / sets * 1e6:.0f} ms per 1,000 sets")


if __name__ == "__main__":
    main()
