from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.place import HOME, OpeningHours, Place
from runlift.domain.athlete.profile import FreeWindow, Travel
from runlift.domain.quantity import DateSpan, Weekday

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.athlete.profile import Athlete


def _free(start: str, end: str, place: str = HOME, weekday: Weekday = Weekday.TUESDAY) -> FreeWindow:
    return FreeWindow(
        weekday=weekday, start=time.fromisoformat(start), end=time.fromisoformat(end), place=place
    )


def _with(make: Maker, *windows: FreeWindow) -> Athlete:
    gym = Place(id="gym", equipment=make.kit)
    return replace(make.athlete, windows=windows, places=(*make.athlete.places, gym))


@pytest.mark.parametrize(
    ("start", "free"), [("17:29", False), ("17:30", True), ("18:15", True), ("18:16", False)]
)
def test_free_window_holds_the_whole_session(make: Maker, start: str, *, free: bool) -> None:
    plan = make.plan(make.session(1, start), athlete=_with(make, _free("17:30", "19:00")))
    assert ("free_window" not in make.held(plan)) == free


def test_free_window_is_of_its_weekday_and_place(make: Maker) -> None:
    athlete = _with(make, _free("17:00", "20:00"))
    assert "free_window" in make.held(make.plan(make.session(2), athlete=athlete))
    assert "free_window" in make.held(make.plan(make.session(1, place="gym"), athlete=athlete))


def test_free_windows_that_touch_are_one(make: Maker) -> None:
    touching = _with(make, _free("18:20", "19:00"), _free("17:00", "18:20"))
    apart = _with(make, _free("18:21", "19:00"), _free("17:00", "18:20"))
    assert "free_window" not in make.held(make.plan(make.session(1), athlete=touching))
    assert "free_window" in make.held(make.plan(make.session(1), athlete=apart))


def test_free_window_untold_leaves_every_hour(make: Maker) -> None:
    assert "free_window" not in make.held(make.plan(make.session(1, "23:00", minutes=30)))


def test_free_hours_hold_at_the_place_of_travel(make: Maker) -> None:
    span = DateSpan(start=make.day(1), end=make.day(2))
    athlete = replace(_with(make, _free("17:00", "20:00")), travel=(Travel(span=span, place="gym"),))
    held = make.held(make.plan(make.session(1, place="gym"), athlete=athlete))
    assert not {"free_window", "travel_place_kept"} & set(held)
    at_home = make.held(make.plan(make.session(1), athlete=athlete))
    assert "travel_place_kept" in at_home
    back = make.held(make.plan(make.session(2), athlete=athlete))
    assert "travel_place_kept" not in back


def test_place_hours_hold_the_whole_session(make: Maker) -> None:
    hours = (OpeningHours(weekday=Weekday.TUESDAY, start=time(18), end=time(19)),)
    athlete = replace(make.athlete, places=(Place(id=HOME, equipment=make.kit, hours=hours),))
    assert "place_hours" not in make.held(make.plan(make.session(1, "18:15"), athlete=athlete))
    assert "place_hours" in make.held(make.plan(make.session(1, "18:16"), athlete=athlete))
    assert "place_hours" in make.held(make.plan(make.session(2, "18:15"), athlete=athlete))


def test_known_place_refuses_a_place_never_told(make: Maker) -> None:
    assert "known_place" in make.held(make.plan(make.session(1, place="moon")))
    nowhere = replace(make.athlete, places=())
    assert "known_place" not in make.held(make.plan(make.session(1), athlete=nowhere))


def test_kit_at_place_refuses_what_is_not_there(make: Maker) -> None:
    bare = replace(make.athlete, places=())
    barbell = make.session(1, "18:00", make.exercise("barbell_squat", make.one()))
    short = make.session(1, ten_minutes=(make.exercise("barbell_squat", make.one()),))
    assert "kit_at_place" not in make.held(make.plan(barbell))
    assert "kit_at_place" in make.held(make.plan(barbell, athlete=bare))
    assert "kit_at_place" in make.held(make.plan(short, athlete=bare))
    assert "kit_at_place" in make.held(make.plan(replace(barbell, place="moon")))


def test_load_can_be_made_refuses_a_weight_that_nobody_owns(make: Maker) -> None:
    for load, made in ((8.0, True), (9.0, False)):
        session = make.session(1, "18:00", make.exercise("row", make.one(8, load)))
        assert ("load_can_be_made" not in make.held(make.plan(session))) == made


def test_load_can_be_made_looks_at_warm_up_sets_and_short_versions(make: Maker) -> None:
    ramp = make.exercise("row", make.one(8, 9, warm_up=True), make.one(8, 12))
    assert "load_can_be_made" in make.held(make.plan(make.session(1, "18:00", ramp)))
    assert "load_can_be_made" in make.held(make.plan(make.session(1, ten_minutes=(ramp,))))
