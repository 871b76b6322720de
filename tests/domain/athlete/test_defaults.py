"""What is not told is assumed on the careful side, and said."""

from __future__ import annotations

from datetime import date, time

import pytest

from runlift.domain.athlete.defaults import with_defaults
from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import Athlete, FreeWindow, Lifting, Race, RacePriority
from runlift.domain.quantity import Severity, Weekday

SILENT = Athlete(lifting=Lifting.NOVICE)
TOLD = Athlete(
    lifting=Lifting.NOVICE,
    birth_year=1984,
    body_mass_kg=62,
    weeks_off_lifting=0,
    weekly_km=45,
    longest_run_km=18,
    usual_run_start=tuple((day, time(12)) for day in Weekday),
    windows=(FreeWindow(weekday=Weekday.MONDAY, start=time(17), end=time(18), place="gym"),),
    places=(Place(id="gym", equipment=Equipment()),),
)


def test_a_runner_who_told_everything_is_left_alone() -> None:
    assert with_defaults(TOLD) == (TOLD, ())


def test_every_assumption_is_a_note_with_a_remedy() -> None:
    athlete, findings = with_defaults(SILENT)
    assert athlete != SILENT
    assert {finding.code for finding in findings} == {
        "assumed_place",
        "assumed_windows",
        "assumed_run_start",
        "assumed_weeks_off",
        "unknown_birth_year",
        "unknown_body_mass_kg",
        "unknown_weekly_km",
        "unknown_longest_run_km",
    }
    assert all(finding.severity is Severity.NOTE and finding.remedy for finding in findings)


def test_assuming_twice_changes_nothing_more() -> None:
    once, _ = with_defaults(SILENT)
    assert with_defaults(once)[0] == once


def test_no_kit_is_ever_assumed() -> None:
    athlete, _ = with_defaults(SILENT)
    assert [place.equipment for place in athlete.places] == [Equipment()]


def test_assumed_windows_are_at_the_usual_place_on_every_day() -> None:
    places = (Place(id="gym", equipment=Equipment()), Place(id="home", equipment=Equipment()))
    athlete, _ = with_defaults(Athlete(lifting=Lifting.NOVICE, places=places))
    assert {window.place for window in athlete.windows} == {"gym"}
    assert {window.weekday for window in athlete.windows} == set(Weekday)
    assert all(window.start < window.end for window in athlete.windows)


def test_only_the_days_not_told_get_an_assumed_run_start() -> None:
    athlete, _ = with_defaults(Athlete(lifting=Lifting.NONE, usual_run_start=((Weekday.FRIDAY, time(19)),)))
    starts = dict(athlete.usual_run_start)
    assert list(starts) == sorted(Weekday)
    assert starts[Weekday.FRIDAY] == time(19)
    assert starts[Weekday.MONDAY] == time(7)
    assert starts[Weekday.SUNDAY] == time(8, 30)


@pytest.mark.parametrize(
    ("lifting", "weeks"), [(Lifting.NONE, 52), (Lifting.NOVICE, 3), (Lifting.EXPERIENCED, 0)]
)
def test_weeks_off_lifting_are_read_carefully_by_experience(lifting: Lifting, weeks: int) -> None:
    assert with_defaults(Athlete(lifting=lifting))[0].weeks_off_lifting == weeks


def test_what_cannot_be_assumed_stays_unknown() -> None:
    athlete, _ = with_defaults(SILENT)
    assert athlete.longest_run_km is athlete.weekly_km is athlete.body_mass_kg is athlete.birth_year is None


def test_a_race_without_a_name_is_called_by_its_distance() -> None:
    race = Race(date=date(2027, 4, 11), name="", priority=RacePriority.A, distance_m=10_000)
    athlete, _ = with_defaults(Athlete(lifting=Lifting.NOVICE, races=(race,)))
    assert [race.name for race in athlete.races] == ["10 km race"]
