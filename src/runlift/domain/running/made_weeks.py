"""The weeks of a made running plan: phase, volume and long run, before any run has a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of, number
from runlift.domain.quantity import Reason
from runlift.domain.running.load import monday_of
from runlift.domain.running.made_rules import (
    DAYS_OF_WEEK,
    PERCENT,
    figure_of,
    is_made_down_week,
    long_run_share,
    phase_of,
    taper_share,
    taper_weeks,
    weekly_growth,
)
from runlift.domain.running.runs_wanted import TrainingPhase

if TYPE_CHECKING:
    from runlift.domain.running.runs_wanted import RunsWanted

_MIDDLE_OF_WEEK = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShape:
    """What a week shall hold.

    Attributes:
        monday: First day.
        phase: Phase of training.
        down: Whether it is a lighter week.
        weekly_km: Distance of the week, the race left out [km].
        long_km: Long run wanted, before the limit on single runs [km]; 0 for none.
        reasons: Why.
    """

    monday: date
    phase: TrainingPhase
    down: bool
    weekly_km: float
    long_km: float
    reasons: tuple[Reason, ...]


def week_shapes(request: RunsWanted) -> tuple[WeekShape, ...]:
    """Return the weeks from the first day to the race."""
    mondays = _mondays(request)
    tapering = taper_weeks(request.distance)
    loading = [monday for monday in mondays if weeks_to_race(monday, request.race_date) >= tapering]
    shapes = _loading_weeks(request, loading)
    heaviest = max((shape.weekly_km for shape in shapes), default=request.weekly_km)
    return (*shapes, *(_taper_week(request, monday, heaviest) for monday in mondays[len(loading) :]))


def weeks_to_race(monday: date, race_date: date) -> int:
    """Return the weeks from a week's middle to the race; 0 is the week that leads into it."""
    return max(0, (race_date - monday - _MIDDLE_OF_WEEK).days // DAYS_OF_WEEK)


def _mondays(request: RunsWanted) -> list[date]:
    first, last = monday_of(request.start), monday_of(request.race_date)
    return [first + timedelta(weeks=week) for week in range((last - first).days // DAYS_OF_WEEK + 1)]


def _loading_weeks(request: RunsWanted, mondays: list[date]) -> list[WeekShape]:
    """Return the weeks before the taper: growing by the cap, every fourth lighter."""
    wanted = max(request.weekly_km, figure_of("peak_week_wanted", request.distance.rank))
    heaviest = request.weekly_km
    shapes: list[WeekShape] = []
    for week, monday in enumerate(mondays):
        down = is_made_down_week(week, len(mondays))
        if week > 0 and not down:
            heaviest = weekly_growth(heaviest, wanted)
        weekly = heaviest * number("down_week_volume") / PERCENT if down else heaviest
        shape = _loading_week(request, monday, phase_of(week, len(mondays)), weekly, down=down)
        shapes.append(long_run_alternates(shape, len(mondays) - 1 - week))
    return shapes


def long_run_alternates(shape: WeekShape, weeks_before_last: int) -> WeekShape:
    """Shorten every second very long run of build and peak, counted back from the last, which is full."""
    very_long = shape.long_km >= number("very_long_run")
    if shape.phase is TrainingPhase.BASE or shape.down or not very_long or weeks_before_last % 2 == 0:
        return shape
    share = number("long_run_alternate_share")
    reason = Reason.of("long_run_alternates", evidence_of("long_run_alternate_share"), percent=share)
    return replace(shape, long_km=shape.long_km * share / PERCENT, reasons=(*shape.reasons, reason))


def _loading_week(
    request: RunsWanted, monday: date, phase: TrainingPhase, weekly_km: float, *, down: bool
) -> WeekShape:
    wanted = max(figure_of("long_run_wanted", request.distance.rank), request.longest_run_km)
    share = number("down_week_volume") / PERCENT if down else 1.0
    rule = "is_made_down_week" if down else "weekly_growth"
    cited = evidence_of("down_week_every", "down_week_volume") if down else evidence_of("weekly_growth_cap")
    return WeekShape(
        monday=monday,
        phase=phase,
        down=down,
        weekly_km=weekly_km,
        long_km=min(wanted * share, weekly_km * long_run_share(request.runs_per_week)),
        reasons=(Reason.of(rule, cited, km=round(weekly_km, 1)),),
    )


def _taper_week(request: RunsWanted, monday: date, heaviest_km: float) -> WeekShape:
    to_race = weeks_to_race(monday, request.race_date)
    weekly = heaviest_km * taper_share(to_race)
    wanted = figure_of("long_run_wanted", request.distance.rank) * taper_share(to_race)
    return WeekShape(
        monday=monday,
        phase=TrainingPhase.TAPER,
        down=True,
        weekly_km=weekly,
        long_km=min(wanted, weekly * long_run_share(request.runs_per_week)),
        reasons=(
            Reason.of(
                "taper_share", evidence_of("taper_volume"), percent=round(taper_share(to_race) * PERCENT)
            ),
        ),
    )
