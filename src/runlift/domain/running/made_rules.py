"""The rules of a made running plan: growth, down weeks, taper, long run, order of days."""

from __future__ import annotations

import math
from itertools import takewhile
from typing import TYPE_CHECKING

from runlift.domain.evidence import constant, evidence_of, number, pair
from runlift.domain.quantity import Reason
from runlift.domain.running.runs_wanted import RaceDistance, TrainingPhase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

PERCENT = 100
DAYS_OF_WEEK = 7
_FEWEST_RUNS = 3
_FINE_STEP_KM = 0.1
_COARSE_STEP_KM = 0.5
_COARSE_FROM_KM = 10.0
_ROUNDING = 1e-9


def figure_of(key: str, place: int) -> float:
    """Return one figure of a constant that is a list.

    Raises:
        TypeError: The constant is no list of numbers.
    """
    value = constant(key).value
    if not isinstance(value, list):
        raise TypeError(f"constant {key} is no list: {value!r}")
    return float(value[place])


def single_run_growth(day: date, done: Sequence[tuple[date, float]]) -> float:
    """Return the farthest that a run may go [km]: 10 % beyond the longest of the 30 days before it.

    `done` is in the order of its dates, all before the day.

    Source: X16.
    """
    window = number("longest_run_window")
    recent = takewhile(lambda run: (day - run[0]).days <= window, reversed(done))
    longest = max((km for _, km in recent), default=0.0)
    return longest * number("longest_run_ratio_warn")


def weekly_growth(most_so_far_km: float, wanted_km: float) -> float:
    """Return the next loading week [km]: at most the cap beyond the heaviest week so far.

    The cap is practice; X19 found no fewer complaints from it.
    """
    return min(wanted_km, most_so_far_km * (1 + number("weekly_growth_cap") / PERCENT))


def is_made_down_week(week: int, loading_weeks: int) -> bool:
    """Tell whether a week before the taper is a lighter one; never the last, which the taper follows."""
    return (week + 1) % int(number("down_week_every")) == 0 and week + 1 < loading_weeks


def taper_share(weeks_to_race: int) -> float:
    """Return the share of the heaviest week that a taper week holds, counted back from race week as 0."""
    return figure_of("taper_volume", -1 - weeks_to_race) / PERCENT


def taper_weeks(distance: RaceDistance) -> int:
    """Return how many weeks the taper lasts, race week included."""
    return int(figure_of("taper_weeks", distance.rank))


def long_run_share(runs_per_week: int) -> float:
    """Return the share of the week that the long run may be."""
    return figure_of("long_run_share", runs_per_week - _FEWEST_RUNS) / PERCENT


def phase_of(week: int, loading_weeks: int) -> TrainingPhase:
    """Return the phase of a week before the taper."""
    base, build = pair("phase_shares")
    at = (week + 1) / loading_weeks * PERCENT
    if at <= base:
        return TrainingPhase.BASE
    return TrainingPhase.BUILD if at <= base + build else TrainingPhase.PEAK


def quality_sessions(runs_per_week: int, phase: TrainingPhase, *, down: bool) -> int:
    """Return how many hard runs a week holds besides the long run."""
    few, many = pair("quality_sessions")
    usual = many if runs_per_week > _FEWEST_RUNS + 1 else few
    return int(few if down or phase in {TrainingPhase.BASE, TrainingPhase.TAPER} else usual)


def hard_days_apart(runs_per_week: int) -> tuple[int, ...]:
    """Return the days of the runs from the long run on; hard ones go on 0, 2 and 4, never side by side."""
    return {3: (0, 2, 4), 4: (0, 2, 4, 6), 5: (0, 2, 3, 4, 6), 6: (0, 2, 3, 4, 5, 6)}[runs_per_week]


def rounded_down(km: float) -> float:
    """Return a distance in steps a runner can follow [km], never above what was allowed."""
    step = _COARSE_STEP_KM if km >= _COARSE_FROM_KM else _FINE_STEP_KM
    return round(math.floor(km / step + _ROUNDING) * step, 1)


def plan_reasons(distance: RaceDistance) -> tuple[Reason, ...]:
    """Return the rules that the whole plan keeps."""
    return (
        Reason.of(
            "single_run_growth",
            evidence_of("longest_run_ratio_warn", "longest_run_window"),
            percent=round((number("longest_run_ratio_warn") - 1) * PERCENT),
            days=number("longest_run_window"),
        ),
        Reason.of("weekly_growth", evidence_of("weekly_growth_cap"), percent=number("weekly_growth_cap")),
        Reason.of("hard_days_apart", evidence_of("hard_days_apart"), days=number("hard_days_apart")),
        Reason.of("taper_weeks", evidence_of("taper_weeks", "taper_volume"), weeks=taper_weeks(distance)),
        Reason.of(
            "is_made_down_week",
            evidence_of("down_week_every", "down_week_volume"),
            every=number("down_week_every"),
        ),
    )
