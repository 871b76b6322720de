"""Running efficiency: how far a heartbeat above rest carries in the steady part of easy runs.

It shows a change of one runner's speed at about the same heart rate. It shows no cause of that change, and it
is not running economy, which is oxygen.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from math import exp, log
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.activity.habits import heart_range
from runlift.domain.activity.steady import Lack
from runlift.domain.evidence import number
from runlift.domain.progress.trend import DAYS_PER_WEEK, PERCENT, Trend, by_day, trend
from runlift.domain.running.load import SECONDS_PER_MINUTE
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from runlift.domain.activity.habits import HeartRange
    from runlift.domain.activity.steady import SteadyPart
    from runlift.domain.diary.entry import RunDone

Judged: TypeAlias = "tuple[RunDone, LeftOut | Lack | None]"
EASY = frozenset({RunKind.EASY, RunKind.LONG, RunKind.RECOVERY})


class LeftOut(StrEnum):
    """Why a run is not compared, beside what its record lacks."""

    NOT_EASY = "not_easy"
    INDOOR = "indoor"
    ILL = "ill"
    NOT_LOOKED_AT = "not_looked_at"  # imported before steady parts were looked for
    HEART_RATE_HIGH = "heart_rate_high"
    HEART_RATE_LOW = "heart_rate_low"
    HEART_RATE_AWAY = "heart_rate_away"  # from that of the other runs


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEfficiency:
    """A run that is compared.

    Attributes:
        date: Its day.
        efficiency: Grade-adjusted distance of a heartbeat above rest [m].
        steady: Its steady part.
        is_warm: Whether it was too warm to count in the trend.
    """

    date: date
    efficiency: float
    steady: SteadyPart
    is_warm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EfficiencyTrend:
    """How efficiency changes.

    Attributes:
        percent: Change in the weeks that are told of [%].
        low: Lower end of its interval [%].
        high: Upper end of it [%].
        weeks: How many weeks that is [weeks].
        path: Its logarithm, day by day.
    """

    percent: float
    low: float
    high: float
    weeks: int
    path: Trend

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves no doubt about the direction."""
        return self.path.is_clear

    def at(self, day: date) -> float:
        """Return the efficiency of the trend on a day [m/beat]."""
        return exp(self.path.level - self.path.weekly * (self.path.last - day).days / DAYS_PER_WEEK)


class Beside(StrEnum):
    """What may change beside efficiency and make it seem to change."""

    HEART_RATE = "heart_rate"
    TEMPERATURE = "temperature_c"


@dataclass(frozen=True, slots=True, kw_only=True)
class EfficiencyProgress:
    """What the easy runs of some weeks show.

    Attributes:
        runs: Runs that are compared, in order.
        left_out: How many others were recorded, by why they are not compared, the most first.
        trend: How efficiency changes; None while too few runs can be compared.
        runs_missing: Days with such a run still to come before a trend can be told.
        beside: What else changed clearly over these runs: the change in a week.
        rest: Heart rate at rest [beats/min].
        rest_is_assumed: Whether nobody told it.
    """

    runs: tuple[RunEfficiency, ...]
    left_out: Mapping[LeftOut | Lack, int]
    trend: EfficiencyTrend | None
    runs_missing: int
    beside: Mapping[Beside, Trend]
    rest: float
    rest_is_assumed: bool

    @property
    def counted(self) -> tuple[RunEfficiency, ...]:
        """The runs that count in the trend."""
        return tuple(run for run in self.runs if not run.is_warm)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heart:
    """The heart at rest [beats/min], and its range where that is known."""

    rest: float
    range: HeartRange | None


def efficiency_progress(
    runs: Iterable[RunDone],
    *,
    since: date,
    today: date,
    rest: float | None = None,
    age: int | None = None,
    ill: Collection[date] = (),
) -> EfficiencyProgress:
    """Return what the easy runs from a day until today show.

    Args:
        runs: Runs of the diary, in any order.
        since: First day.
        today: Last day.
        rest: Heart rate at rest [beats/min]; None when not told.
        age: Age [years]; None when not told.
        ill: Days of illness.

    References:
        Vesterinen V et al. (2014). Heart rate-running speed index may be an efficient method of monitoring
        endurance training adaptation. J Strength Cond Res 28:902-908.

    Source: W04, PG12, PG13, PG14, PG15, PG16.
    """
    known = sorted((run for run in runs if run.starts_at.date() <= today), key=lambda run: run.starts_at)
    heart = _heart(known, rest, age)
    shown = [run for run in known if run.starts_at.date() >= since]
    why = _away([(run, _left_out(run, heart, ill)) for run in shown])
    compared = tuple(_efficiency(run, heart.rest) for run, reason in why if reason is None)
    days = _by_day(compared, lambda run: log(run.efficiency))
    return EfficiencyProgress(
        runs=compared,
        left_out=dict(Counter(reason for _, reason in why if reason is not None).most_common()),
        trend=_trend(days),
        runs_missing=max(0, int(number("efficiency_least_runs")) - len(days)),
        beside=_beside(compared),
        rest=heart.rest,
        rest_is_assumed=rest is None,
    )


def _heart(runs: Iterable[RunDone], rest: float | None, age: int | None) -> _Heart:
    """Return what is known of the heart.

    Without the age its highest rate is not known: that of easy runs is no guide to it.
    """
    seen = (run.record.heart_rate_max for run in runs)
    return _Heart(
        rest=number("heart_rate_at_rest_assumed") if rest is None else rest,
        range=None if age is None else heart_range(age=age, seen=filter(None, seen), rest=rest),
    )


def _left_out(run: RunDone, at: _Heart, ill: Collection[date]) -> LeftOut | Lack | None:
    """Return why a run is not compared; None where it is."""
    return _is_another_kind(run, ill) or _is_not_believed(run.record.steady, at)


def _is_another_kind(run: RunDone, ill: Collection[date]) -> LeftOut | Lack | None:
    """Return why a run cannot be compared whatever was measured.

    Source: PG12.
    """
    if not run.record.sources:
        return Lack.NO_RECORD
    if run.kind not in EASY and not _may_be_easy(run):
        return LeftOut.NOT_EASY
    if run.record.indoor:
        return LeftOut.INDOOR
    return LeftOut.ILL if run.starts_at.date() in ill else None


def _may_be_easy(run: RunDone) -> bool:
    """Tell whether a run is not easy only by a guess from its speed: its heart rate decides.

    To leave out the fast ones of the runs at one heart rate would hide the very change that is looked for.
    """
    return run.kind is None or (run.kind is RunKind.STEADY and run.record.kind_sure is not None)


def _is_not_believed(steady: SteadyPart | None, at: _Heart) -> LeftOut | Lack | None:
    """Return what speaks against the steady part of an easy run.

    Source: AC11, PG15.
    """
    if steady is None:
        return LeftOut.NOT_LOOKED_AT
    if steady.lack is not None or not steady.heart_rate or not steady.speed:
        return steady.lack or Lack.NO_RECORD
    if steady.heart_rate < at.rest + number("efficiency_least_above_rest"):
        return LeftOut.HEART_RATE_LOW
    share = 0.0 if at.range is None else at.range.reserve_share(steady.heart_rate)
    return LeftOut.HEART_RATE_HIGH if share >= number("tempo_from_reserve_share") else None


def _away(judged: Sequence[Judged]) -> list[Judged]:
    """Leave out the runs whose heart rate lies away from the middle one of the easy runs.

    Source: PG12.
    """
    rates = [(run.kind in EASY, _heart_rate(run)) for run, reason in judged if reason is None]
    easy = [rate for is_easy, rate in rates if is_easy] or [rate for _, rate in rates]
    usual, within = median(easy or [0.0]), number("efficiency_heart_rate_within")

    def reason_of(run: RunDone) -> LeftOut | None:
        return LeftOut.HEART_RATE_AWAY if abs(_heart_rate(run) - usual) > within else None

    return [(run, reason or reason_of(run)) for run, reason in judged]


def _heart_rate(run: RunDone) -> float:
    """Return the heart rate of the steady part of a run that has one [beats/min]."""
    return (run.record.steady and run.record.steady.heart_rate) or 0.0


def _efficiency(run: RunDone, rest: float) -> RunEfficiency:
    """Return a run that can be compared.

    Source: PG12, PG14.
    """
    steady = run.record.steady
    if steady is None or steady.speed is None or steady.heart_rate is None:
        raise ValueError(run.starts_at)
    warmth = steady.temperature_c
    return RunEfficiency(
        date=run.starts_at.date(),
        efficiency=steady.speed * SECONDS_PER_MINUTE / (steady.heart_rate - rest),
        steady=steady,
        is_warm=warmth is not None and warmth > number("efficiency_warm_from"),
    )


def _trend(days: Sequence[tuple[date, float]]) -> EfficiencyTrend | None:
    """Return the trend of the logarithm of efficiency; None for too few days, or too short a time.

    Source: PG07, PG13.
    """
    if len(days) < number("efficiency_least_runs"):
        return None
    if (days[-1][0] - days[0][0]).days < number("efficiency_least_days"):
        return None
    path = trend(days)
    if path is None:
        return None
    weeks = int(number("efficiency_told_weeks"))
    percent, low, high = (PERCENT * (exp(each * weeks) - 1) for each in (path.weekly, path.low, path.high))
    return EfficiencyTrend(percent=percent, low=low, high=high, weeks=weeks, path=path)


def _beside(runs: Sequence[RunEfficiency]) -> dict[Beside, Trend]:
    """Return what else changed clearly over the runs of the trend.

    Source: PG16.
    """
    found: dict[Beside, Trend] = {}
    for each in Beside:
        days = _by_day(runs, partial(_measured, each))
        path = trend(days) if len(days) >= number("efficiency_least_runs") else None
        if path is not None and path.is_clear:
            found[each] = path
    return found


def _measured(beside: Beside, run: RunEfficiency) -> float | None:
    value: float | None = getattr(run.steady, beside.value)
    return value


def _by_day(
    runs: Iterable[RunEfficiency], value: Callable[[RunEfficiency], float | None]
) -> tuple[tuple[date, float], ...]:
    """Return a value for each day, of the runs that count in the trend and tell it."""
    told = ((run.date, value(run)) for run in runs if not run.is_warm)
    return by_day((day, each) for day, each in told if each is not None)
