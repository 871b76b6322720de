from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from runlift.domain.adjustment.changes import NOWHERE, changed_athlete, changed_runs
from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import Athlete, Lifting, Race, RacePriority, Travel
from runlift.domain.diary.entry import (
    Away,
    BodyMass,
    RaceAdded,
    RaceCancelled,
    RunAdded,
    RunCancelled,
    RunMoved,
)
from runlift.domain.quantity import DateSpan
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker


@pytest.fixture(scope="session")
def running_plan(make: Maker) -> RunningPlan:
    kinds = (RunKind.EASY, RunKind.TEMPO, RunKind.REST, RunKind.LONG, RunKind.RACE)
    runs = [
        Run(id=f"run-{day}", date=make.day(day), kind=kind, key=kind.is_key, title=kind.value)
        for day, kind in enumerate(kinds)
    ]
    return RunningPlan(days=tuple(RunningDay(date=run.date, runs=(run,)) for run in runs))


def kinds(plan: RunningPlan) -> list[list[str]]:
    return [[run.kind.value for run in day.runs] for day in plan.days]


def test_a_run_moves_and_leaves_a_rest_day(make: Maker, running_plan: RunningPlan) -> None:
    moved = RunMoved(run="run-1", date=make.day(2), start=time(18))
    plan, findings = changed_runs(running_plan, make.diary(moved))
    assert findings == ()
    assert kinds(plan) == [["easy"], ["rest"], ["tempo"], ["long"], ["race"]]
    assert plan.days[2].runs[0].start == time(18)


def test_runs_are_added_and_left_out(make: Maker, running_plan: RunningPlan) -> None:
    added = RunAdded(date=make.day(0), kind=RunKind.INTERVALS, distance_m=8000.0)
    plan, findings = changed_runs(running_plan, make.diary(added, RunCancelled(run="run-3")))
    assert findings == ()
    assert kinds(plan) == [["easy", "intervals"], ["tempo"], ["rest"], ["rest"], ["race"]]
    assert plan.days[0].runs[1].key


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (RunCancelled(run="no-such-run"), "unknown_run"),
        (RunCancelled(run="run-4"), "race_stays"),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(
    make: Maker, running_plan: RunningPlan, entry: RunCancelled, code: str
) -> None:
    plan, findings = changed_runs(running_plan, make.diary(entry))
    assert [each.code for each in findings] == [code]
    assert kinds(plan) == kinds(running_plan)


def test_a_run_outside_the_plan_is_told(make: Maker, running_plan: RunningPlan) -> None:
    entry = RunAdded(date=make.day(30), kind=RunKind.EASY)
    assert [each.code for each in changed_runs(running_plan, make.diary(entry))[1]] == ["run_outside_plan"]


def test_a_cancelled_race_is_run_no_more(make: Maker, running_plan: RunningPlan) -> None:
    plan, _ = changed_runs(running_plan, make.diary(RaceCancelled(date=make.day(4))))
    assert kinds(plan)[4] == ["rest"]


ATHLETE = Athlete(
    lifting=Lifting.NOVICE,
    body_mass_kg=60.0,
    places=(Place(id="home", equipment=Equipment()), Place(id="gym", equipment=Equipment())),
)


def test_the_latest_body_mass_and_races_hold(make: Maker) -> None:
    race = Race(date=make.day(9), name="a", priority=RacePriority.A, distance_m=10_000.0)
    other = Race(date=make.day(9), name="b", priority=RacePriority.B, distance_m=5_000.0)
    diary = make.diary(
        BodyMass(date=make.day(2), mass_kg=61.0),
        BodyMass(date=make.day(1), mass_kg=59.0),
        RaceAdded(race=race),
        RaceAdded(race=other),
    )
    athlete, findings = changed_athlete(ATHLETE, diary)
    assert findings == ()
    assert athlete.body_mass_kg == 61.0
    assert athlete.races == (other,)
    cancelled, _ = changed_athlete(athlete, make.diary(RaceCancelled(date=make.day(9))))
    assert cancelled.races == ()


def test_days_away_told_later_take_the_place_of_earlier_ones(make: Maker) -> None:
    long = Away(span=DateSpan(start=make.day(0), end=make.day(10)), place="home")
    short = Away(span=DateSpan(start=make.day(3), end=make.day(5)), closed="gym", place="home")
    athlete, findings = changed_athlete(ATHLETE, make.diary(long, short))
    assert findings == ()
    assert athlete.travel == (
        Travel(span=DateSpan(start=make.day(0), end=make.day(3)), place="home"),
        Travel(span=DateSpan(start=make.day(3), end=make.day(5)), place="home", closed="gym"),
        Travel(span=DateSpan(start=make.day(5), end=make.day(10)), place="home"),
    )


def test_away_without_a_place_has_no_kit_at_all(make: Maker) -> None:
    away = Away(span=DateSpan(start=make.day(0), end=make.day(2)))
    athlete, _ = changed_athlete(ATHLETE, make.diary(away))
    assert athlete.place(NOWHERE).equipment == Equipment()


def test_an_unknown_place_is_told(make: Maker) -> None:
    away = Away(span=DateSpan(start=make.day(0), end=make.day(2)), place="hotel")
    athlete, findings = changed_athlete(ATHLETE, make.diary(away))
    assert [each.code for each in findings] == ["unknown_place"]
    assert athlete.travel[0].place == NOWHERE


def test_when_a_place_is_closed_the_others_are_still_there(make: Maker) -> None:
    closed = Away(span=DateSpan(start=make.day(0), end=make.day(2)), closed="gym")
    athlete, _ = changed_athlete(ATHLETE, make.diary(closed))
    assert athlete.travel[0].place == "home"
    only = replace(ATHLETE, places=tuple(place for place in ATHLETE.places if place.id == "gym"))
    athlete, _ = changed_athlete(only, make.diary(closed))
    assert athlete.travel[0].place == NOWHERE
