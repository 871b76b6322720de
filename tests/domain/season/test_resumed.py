"""A season taken up again on the way: weeks hold what was done in them, and ask for what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.easing import Easing
from runlift.domain.plan.identity import uid_of
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult, SessionOutcome, SessionResult
from runlift.domain.plan.past import Past
from runlift.domain.plan.session import LegStress, PlannedSession
from runlift.domain.quantity import Reason
from runlift.domain.season.season import plan_season

if TYPE_CHECKING:
    from tests.domain.season.conftest import Case, Maker

    from runlift.domain.season.demand import Season, SessionDemand

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def session(case: Case, demand: SessionDemand, day: date, result: SessionResult | None) -> PlannedSession:
    starts = datetime.combine(day, time(18))
    outcome = None
    if result is not None:
        moment = starts if result.is_trained else None
        outcome = SessionOutcome(
            result=result, starts_at=moment, ends_at=moment and moment + timedelta(hours=1)
        )
    return PlannedSession(
        uid=uid_of(case.athlete, demand.id),
        date=day,
        start=time(18),
        minutes=demand.minutes,
        kind=demand.kind,
        phase=demand.phase,
        place="home",
        leg_stress=demand.leg_stress,
        outcome=outcome,
    )


def gone(case: Case, season: Season, weeks: int, *results: SessionResult) -> list[PlannedSession]:
    """The sessions of the first weeks, Tuesday and Thursday, with these results by turns."""
    demands = [
        (week.monday + (1 + 2 * number) * DAY, demand)
        for week in season.weeks[:weeks]
        for number, demand in enumerate(week.sessions)
    ]
    return [
        session(case, demand, day, results[number % len(results)])
        for number, (day, demand) in enumerate(demands)
    ]


def resumed(case: Case, past: list[PlannedSession], first_day: date, **more: object) -> Season:
    made = Past(began=case.first_day, sessions=tuple(past), starts={}, standing={})
    return plan_season(
        case.athlete,
        case.runs,
        first_day=first_day,
        last_day=case.last_day,
        rest_days=case.rest_days,
        past=replace(made, **more),  # type: ignore[arg-type]
    )


@pytest.fixture
def case(make: Maker) -> Case:
    return make.case(Lifting.EXPERIENCED, weeks_off_lifting=0)


def test_what_was_done_as_asked_leaves_the_weeks_ahead_as_they_were(case: Case) -> None:
    season = case.season()
    past = gone(case, season, 3, SessionResult.DONE)
    again = resumed(case, past, case.first_day + 3 * WEEK)
    assert again.weeks[3:] == season.weeks[3:]
    assert [each.phase for each in again.weeks] == [each.phase for each in season.weeks]
    assert all(demand.fixed for week in again.weeks[:3] for demand in week.sessions)


def test_the_week_under_way_asks_only_for_what_is_left(case: Case) -> None:
    season = case.season()
    first, *rest = gone(case, season, 1, SessionResult.DONE)
    again = resumed(case, [first], case.first_day + 2 * DAY)
    asked = [demand for demand in again.weeks[0].sessions if demand.fixed is None]
    assert [demand.id for demand in asked] == [demand.id for demand in season.weeks[0].sessions[1:]]
    assert len(asked) == len(rest)


def test_a_missed_session_is_asked_for_again_in_its_week_and_never_twice(case: Case) -> None:
    season = case.season()
    (first, *_) = gone(case, season, 1, SessionResult.MISSED)
    starts = {first.uid: first.starts_at}
    again = resumed(case, [first], case.first_day + 2 * DAY, starts=starts)
    asked = [demand for demand in again.weeks[0].sessions if demand.fixed is None]
    assert [demand.made_up for demand in asked] == [True] + [False] * (len(asked) - 1)
    assert len(asked) == len(season.weeks[0].sessions)
    over = resumed(case, gone(case, season, 1, SessionResult.MISSED), case.first_day + WEEK)
    assert len(over.weeks[1].sessions) <= len(season.weeks[1].sessions)


@pytest.mark.parametrize(("held", "fewer"), [(0, 0), (2, 0), (3, 1), (9, 1)])
def test_what_was_done_beside_the_plan_counts_for_the_least_of_its_week_that_it_resembles(
    case: Case, held: int, fewer: int
) -> None:
    season = case.season()
    asked = season.weeks[0].sessions
    planned = {uid_of(case.athlete, each.id): frozenset("abcdef") for each in asked}
    beside = session(case, asked[0], case.first_day + DAY, SessionResult.UNPLANNED)
    done = tuple(
        ExerciseOutcome(exercise=f"{number}", result=ExerciseResult.UNPLANNED) for number in range(held)
    )
    assert beside.outcome is not None
    beside = replace(beside, uid="gym/1", outcome=replace(beside.outcome, exercises=done))
    again = resumed(case, [beside], case.first_day + 2 * DAY, exercises=planned)
    left = [each.id for each in again.weeks[0].sessions if each.fixed is None]
    assert left == [each.id for each in asked[: len(asked) - fewer]]


def test_fewer_sessions_when_missed_lasts_four_weeks_and_never_asks_for_none(case: Case) -> None:
    season = case.season()
    past = gone(case, season, 4, SessionResult.MISSED, SessionResult.MISSED, SessionResult.DONE)
    again = resumed(case, past, case.first_day + 4 * WEEK)
    told = [{reason.rule for reason in week.reasons} for week in again.weeks]
    assert not any("fewer_sessions_when_missed" in each for each in told[8:])
    for number in range(4, 8):
        before, after = len(season.weeks[number].sessions), len(again.weeks[number].sessions)
        assert after == max(1, before - 1)
    assert any("fewer_sessions_when_missed" in each for each in told[4:8])


def test_half_of_the_sessions_done_is_enough(case: Case) -> None:
    past = gone(case, case.season(), 4, SessionResult.MISSED, SessionResult.DONE)
    again = resumed(case, past, case.first_day + 4 * WEEK)
    assert not any(
        reason.rule == "fewer_sessions_when_missed" for week in again.weeks for reason in week.reasons
    )


@pytest.mark.parametrize("limit", [LegStress.LIGHT, LegStress.MODERATE, LegStress.NONE])
def test_a_day_that_allows_less_lightens_its_session_and_one_that_allows_nothing_sends_it_away(
    case: Case, limit: LegStress
) -> None:
    season = plan_season(
        case.athlete, case.runs, first_day=case.first_day, last_day=case.last_day, rest_days=case.rest_days
    )
    monday, demand = season.weeks[2].monday, season.weeks[2].sessions[0]
    uid, was = uid_of(case.athlete, demand.id), datetime.combine(monday + DAY, time(18))
    easing = Easing(
        first=was.date(),
        until=was.date() + DAY,
        leg_stress_most=limit,
        no_sessions=limit is LegStress.NONE,
        reason=Reason.of("sore_legs", ("D094",)),
    )
    for easings, stress in (((), demand.leg_stress), ((easing,), limit or demand.leg_stress)):
        past = gone(case, season, 2, SessionResult.DONE)
        again = resumed(case, past, monday, starts={uid: was}, easings=easings)
        (asked,) = [one for one in again.weeks[2].sessions if one.id == demand.id]
        assert asked.leg_stress is min(stress, demand.leg_stress)
