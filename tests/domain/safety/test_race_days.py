from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.race_days import race_days

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker


def test_told_no_race_the_last_of_the_plan_is_the_goal(make: Maker) -> None:
    runs = (make.run(3, kind=RunKind.RACE), make.run(5), make.run(13, kind=RunKind.RACE))
    found = race_days(make.plan(runs=runs), None)
    assert [race.priority for race in found] == [RacePriority.C, RacePriority.A]


def test_a_race_run_that_the_runner_does_not_tell_of_is_trained_through(make: Maker) -> None:
    athlete = replace(make.athlete, races=(make.race(13, priority=RacePriority.B),))
    runs = (make.run(3, kind=RunKind.RACE), make.run(13, kind=RunKind.RACE))
    found = race_days(make.plan(runs=runs, athlete=athlete), None)
    assert [race.priority for race in found] == [RacePriority.C, RacePriority.B]


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


def test_an_untold_distance_is_the_longest_its_minutes_allow(make: Maker) -> None:
    run = make.run(3, kind=RunKind.RACE, km=None, minutes=30)
    (found,) = race_days(make.plan(runs=(run,)), None)
    assert found.distance_m == 10_000
