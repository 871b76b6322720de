from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.application.groundwork import lay_groundwork
from runlift.application.settle_season import settle_season
from runlift.domain.athlete.place import HOME, Equipment, OpeningHours, Place
from runlift.domain.athlete.profile import Athlete, FreeWindow, Lifting, Travel
from runlift.domain.quantity import DateSpan, Weekday
from runlift.domain.running.plan import RunningDay, RunningPlan
from runlift.domain.season.accustomed import unaccustomed_as_done

if TYPE_CHECKING:
    from runlift.application.groundwork import Groundwork
    from runlift.application.settle_season import Settled
    from runlift.domain.season.demand import Season

HOTEL = Place(
    id="hotel",
    equipment=Equipment(),
    hours=tuple(OpeningHours(weekday=day, start=time(3), end=time(3, 10)) for day in Weekday),
)
EVENINGS = tuple(FreeWindow(weekday=day, start=time(17), end=time(21), place=HOME) for day in Weekday)


def longer(plan: RunningPlan, times: int) -> RunningPlan:
    """Repeat a plan of whole weeks."""
    by = [timedelta(days=len(plan.days) * turn) for turn in range(times)]
    return RunningPlan(
        days=tuple(
            RunningDay(
                date=day.date + shift,
                runs=tuple(
                    replace(run, date=run.date + shift, id=f"{run.date + shift}/1") for run in day.runs
                ),
            )
            for shift in by
            for day in plan.days
        )
    )


@pytest.fixture(scope="module")
def away_at_first(running_plan: RunningPlan) -> Groundwork:
    """A beginner who has nowhere to train for the first three of nine weeks."""
    plan = longer(running_plan, 3)
    first_day = plan.days[0].date
    away = Travel(span=DateSpan(start=first_day, end=first_day + timedelta(days=21)), place=HOTEL.id)
    athlete = Athlete(
        lifting=Lifting.NONE,
        body_mass_kg=62,
        weekly_km=40,
        longest_run_km=14,
        places=(Place(id=HOME, equipment=Equipment()), HOTEL),
        windows=EVENINGS,
        travel=(away,),
    )
    return lay_groundwork(athlete, plan, first_day=first_day)


@pytest.fixture(scope="module")
def settled(away_at_first: Groundwork) -> Settled:
    return settle_season(away_at_first)


def marked(season: Season) -> set[str]:
    return {demand.id for week in season.weeks for demand in week.sessions if demand.unaccustomed}


def test_sessions_that_found_no_place_leave_later_ones_unaccustomed(
    away_at_first: Groundwork, settled: Settled
) -> None:
    assert marked(away_at_first.season) < marked(settled.ground.season)


def test_a_settled_season_counts_on_nothing_that_is_not_done(settled: Settled) -> None:
    demands = {demand.id: demand for week in settled.ground.season.weeks for demand in week.sessions}
    placed = settled.placed.placement.sessions
    done = [(each.date, demands[each.demand.id]) for each in placed]
    assert unaccustomed_as_done(done, settled.ground.athlete) <= marked(settled.ground.season)


def test_only_marks_are_added(away_at_first: Groundwork, settled: Settled) -> None:
    weeks = [
        replace(week, sessions=tuple(replace(each, unaccustomed=False) for each in week.sessions))
        for season in (away_at_first.season, settled.ground.season)
        for week in season.weeks
    ]
    half = len(weeks) // 2
    assert weeks[:half] == weeks[half:]


def test_every_round_of_placing_is_timed(away_at_first: Groundwork, settled: Settled) -> None:
    ticks = iter(range(100))
    timed = settle_season(away_at_first, clock=lambda: float(next(ticks)))
    rounds = next(ticks) / 2
    assert rounds >= 2
    assert timed.seconds == rounds
    assert settled.seconds is None
