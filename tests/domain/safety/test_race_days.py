from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.race_days import race_days

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker


def test_told_no_race_the_last_of_the_plan_is_the_goal(make: Maker) -> None:
    runs = (make.run(3, kind=RunKind.RACE), make.run(5), make.run(13, kind=RunKind.RACE))
    found = race_days(make.plan(runs=runs), None)
    assert [race.priority for race in found] == [RacePriority.C, RacePriority.A]


@pytest.mark.parametrize(
    ("told", "found"), [(RacePriority.A, RacePriority.C), (RacePriority.B, RacePriority.A)]
)
def test_the_last_race_of_the_plan_is_the_goal_unless_another_is_told(
    make: Maker, told: RacePriority, found: RacePriority
) -> None:
    athlete = replace(make.athlete, races=(make.race(13, priority=told),))
    runs = (make.run(3, kind=RunKind.RACE), make.run(13, kind=RunKind.RACE))
    races = race_days(make.plan(runs=runs, athlete=athlete), None)
    assert [race.priority for race in races] == [found, told]


def test_races_given_are_the_only_ones(make: Maker) -> None:
    runs = (make.run(3, kind=RunKind.RACE),)
    found = race_days(make.plan(runs=runs), (make.race(9),))
    assert [race.date for race in found] == [make.day(9)]


def test_an_untold_hour_is_that_of_the_race_then_of_any_run_then_midnight(make: Maker) -> None:
    race = make.race(3, start=None)
    raced = make.plan(runs=(make.run(3, "06:00"), make.run(3, "10:00", kind=RunKind.RACE, minutes=40)))
    ran = make.plan(runs=(make.run(3, "06:00"), make.run(3, "18:00")))
    (first,), (second,), (third,) = (race_days(plan, (race,)) for plan in (raced, ran, make.plan(runs=())))
    assert (first.starts, first.ends) == (make.moment(3, "10:00"), make.moment(3, "10:40"))
    assert second.starts == make.moment(3, "06:00")
    assert third.starts == make.moment(3, "00:00")


def test_an_untold_distance_is_estimated_from_the_minutes(make: Maker) -> None:
    pace = number("easy_pace_assumed") * number("pace_share_race")
    run = make.run(3, kind=RunKind.RACE, km=None, minutes=50)
    (found,) = race_days(make.plan(runs=(run,)), None)
    assert found.distance_m == pytest.approx(3000 / pace * 1000)
    (stated,) = race_days(make.plan(runs=(make.run(3, kind=RunKind.RACE, km=5),)), None)
    assert stated.distance_m == 5000


def test_a_parkrun_is_trained_through(make: Maker) -> None:
    runs = (make.run(3, kind=RunKind.RACE), make.run(13, kind=RunKind.RACE, title="Parkrun!"))
    found = race_days(make.plan(runs=runs), None)
    assert [race.priority for race in found] == [RacePriority.A, RacePriority.C]
