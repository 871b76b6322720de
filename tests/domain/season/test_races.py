from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Athlete, Lifting, RacePriority
from runlift.domain.running.plan import RunKind
from runlift.domain.season.races import days_without_legs_after, is_marathon, races_of

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

NOBODY = Athlete(lifting=Lifting.NOVICE)


def test_the_last_race_of_the_plan_is_the_a_race_when_none_is_told(make: Maker) -> None:
    days = [make.monday + timedelta(days=days) for days in (5, 12, 19)]
    titles = ("10 km", "Half marathon", "parkrun")
    runs = tuple(make.run(day, RunKind.RACE, 10, title) for day, title in zip(days, titles, strict=True))
    known = races_of(NOBODY, runs)
    assert [race.priority for race in known.races] == [RacePriority.C, RacePriority.A, RacePriority.C]
    assert [finding.code for finding in known.findings] == ["race_found_in_plan"] * 3


def test_races_of_the_plan_are_trained_through_when_an_a_race_is_told(make: Maker) -> None:
    athlete = Athlete(lifting=Lifting.NOVICE, races=(make.race(4, 42.195),))
    known = races_of(athlete, (make.run(make.monday, RunKind.RACE, 5),))
    assert [race.priority for race in known.races] == [RacePriority.C, RacePriority.A]


def test_a_told_race_replaces_that_of_the_plan_on_its_day(make: Maker) -> None:
    told = make.race(1, 10)
    known = races_of(
        Athlete(lifting=Lifting.NOVICE, races=(told,)), (make.run(told.date, RunKind.RACE, 9.7),)
    )
    assert known.races == (told,)
    assert known.findings == ()


def test_a_told_race_that_the_plan_lacks_is_warned_of(make: Maker) -> None:
    athlete = Athlete(lifting=Lifting.NOVICE, races=(make.race(1, 10),))
    runs = tuple(make.run(make.monday + timedelta(days=day), RunKind.EASY, 5) for day in (0, 13))
    assert [finding.code for finding in races_of(athlete, runs).findings] == ["race_not_in_running_plan"]


def test_longer_races_leave_the_legs_alone_for_longer(make: Maker) -> None:
    assert [days_without_legs_after(make.race(1, km)) for km in (5, 10, 21.1, 42.195)] == [3, 3, 5, 14]
    assert is_marathon(make.race(1, 30))
    assert not is_marathon(make.race(1, 29.9))
