from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.domain.safety.conftest import MONDAY

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.body import Body, Clearance, Go
from runlift.domain.plan.session import Role, Side
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from datetime import date

    from tests.domain.safety.conftest import Maker

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PrescribedSet


def _one(make: Maker, one: PrescribedSet, athlete: Athlete, exercise: str = "row") -> list[str]:
    session = make.session(0, "18:00", make.exercise(exercise, one, to_confirm=True))
    return make.held(make.plan(session, athlete=athlete, runs=(make.run(0),)))


@pytest.mark.parametrize(
    ("lifting", "birth_year", "least"),
    [
        (Lifting.EXPERIENCED, 1984, 1.0),
        (Lifting.EXPERIENCED, None, 1.0),
        (Lifting.NOVICE, 1984, 3.0),
        (Lifting.NONE, 1984, 3.0),
        (Lifting.EXPERIENCED, 2009, 3.0),
    ],
)
def test_rir_floor_rises_with_little_experience_and_few_years(
    make: Maker, lifting: Lifting, birth_year: int | None, least: float
) -> None:
    athlete = replace(make.athlete, lifting=lifting, birth_year=birth_year)
    assert "rir_floor" not in _one(make, make.one(rir=least), athlete)
    assert "rir_floor" in _one(make, make.one(rir=least - 0.5), athlete)


@pytest.mark.parametrize(("hours", "near"), [(47, True), (48, False)])
def test_rir_floor_keeps_two_for_the_legs_before_a_key_run(make: Maker, hours: int, *, near: bool) -> None:
    key = make.run(hours // 24, f"{18 + hours % 24 - 24 * (hours == 47):02}:45", kind=RunKind.TEMPO)
    if hours == 47:
        key = make.run(2, "17:45", kind=RunKind.TEMPO)
    for exercise, refused in (("squat", near), ("row", False)):
        session = make.session(0, "18:00", make.exercise(exercise, make.one(rir=1.0)))
        assert ("rir_floor" in make.held(make.plan(session, runs=(make.run(0), key)))) == refused


def test_rir_floor_looks_at_the_ten_minute_version(make: Maker) -> None:
    session = make.session(0, ten_minutes=(make.exercise("squat", make.one(rir=0.0)),))
    assert "rir_floor" in make.held(make.plan(session))


def test_effort_told_is_asked_of_loaded_main_and_accessory_work(make: Maker) -> None:
    untold = make.one(8, 4, rir=None)
    for role, refused in ((Role.MAIN, True), (Role.ACCESSORY, True), (Role.POWER, False)):
        session = make.session(0, "18:00", make.exercise("row", untold, role=role, to_confirm=True))
        assert ("effort_told" in make.held(make.plan(session))) == refused
    assert "effort_told" not in _one(make, make.one(8, rir=None), make.athlete)
    assert "effort_told" not in _one(make, make.one(None, 4, seconds=30), make.athlete, "carry")


@pytest.mark.parametrize(
    ("reps", "rir", "few"), [(5, 2.0, True), (5, 3.0, False), (6, 1.0, False), (1, 2.0, True)]
)
def test_low_reps_only_for_experienced_who_ask(make: Maker, reps: int, rir: float, *, few: bool) -> None:
    one = make.one(reps, 4, rir=rir)
    asks = replace(make.athlete, low_rep_strength=True)
    assert ("low_reps_only_for_experienced" in _one(make, one, make.athlete)) == few
    assert "low_reps_only_for_experienced" not in _one(make, one, asks)
    novice = replace(asks, lifting=Lifting.NOVICE)
    assert ("low_reps_only_for_experienced" in _one(make, one, novice)) == few


@pytest.mark.parametrize(("birth_year", "refused"), [(2011, True), (2010, False), (None, False)])
def test_old_enough_means_sixteen(make: Maker, birth_year: int | None, *, refused: bool) -> None:
    athlete = replace(make.athlete, birth_year=birth_year)
    assert ("old_enough" in _one(make, make.one(), athlete)) == refused


@pytest.mark.parametrize(("birth_year", "minor"), [(2009, True), (2008, False), (None, False)])
def test_youth_limits_ask_for_six_repetitions_and_three_sets(
    make: Maker, birth_year: int | None, *, minor: bool
) -> None:
    athlete = replace(make.athlete, birth_year=birth_year)
    assert ("youth_limits" in _one(make, make.one(5, 4, rir=4.0), athlete)) == minor
    assert "youth_limits" not in _one(make, make.one(6, 4), athlete)
    for sets, refused in ((3, False), (4, minor)):
        sides = [make.one(side=Side.LEFT), make.one(side=Side.RIGHT)] * sets
        session = make.session(0, "18:00", make.exercise("row", *sides))
        assert ("youth_limits" in make.held(make.plan(session, athlete=athlete))) == refused
    skips = make.exercise("skip", *[make.one(None, contacts=5)] * 4)
    drill = make.session(0, "18:00", skips)
    assert "youth_limits" not in make.held(make.plan(drill, athlete=athlete))


@pytest.mark.parametrize(
    ("birth_year", "told", "minor"),
    [
        (None, MONDAY, True),
        (1990, MONDAY, True),  # one of the two is wrong
        (1990, MONDAY.replace(year=MONDAY.year - 1), False),
        (None, MONDAY.replace(year=MONDAY.year - 1), True),
        (None, MONDAY.replace(year=MONDAY.year - 2), False),
    ],
)
def test_an_answer_of_16_or_17_holds_like_a_year_of_birth(
    make: Maker, birth_year: int | None, told: date, *, minor: bool
) -> None:
    athlete = replace(make.athlete, birth_year=birth_year)
    body = Body(clearance=Clearance(outcome=Go.YES, told=told, told_under_18=told))
    for one, rule in ((make.one(5, 4, rir=4.0), "youth_limits"), (make.one(8, 4, rir=2.0), "rir_floor")):
        session = make.session(0, "18:00", make.exercise("row", one))
        assert (rule in make.held(make.plan(session, athlete=athlete, body=body))) == minor


@pytest.mark.parametrize(
    ("measure", "most"), [("reps", 30), ("seconds", 300), ("contacts", 120), ("rest_s", 600)]
)
def test_sane_dose_has_an_end(make: Maker, measure: str, most: int) -> None:
    reps = 10 if measure == "rest_s" else None
    for amount, refused in ((most, False), (most + 1, True)):
        changes = {measure: amount} if measure != "reps" else {}
        one = make.one(amount if measure == "reps" else reps, **changes)
        assert ("sane_dose" in _one(make, one, make.athlete)) == refused


def test_sane_dose_is_six_sets_at_most(make: Maker) -> None:
    for sets, refused in ((6, False), (7, True)):
        session = make.session(0, "18:00", make.exercise("row", *[make.one()] * sets))
        assert ("sane_dose" in make.held(make.plan(session))) == refused


@pytest.mark.parametrize(
    ("lifting", "reps", "rir", "refused"),
    [
        (Lifting.NOVICE, 8, 3.0, False),
        (Lifting.NOVICE, 7, 4.0, False),
        (Lifting.NOVICE, 7, 3.0, True),
        (Lifting.NOVICE, 8, 2.5, True),
        (Lifting.NOVICE, 11, None, False),
        (Lifting.NOVICE, 10, None, True),
        (Lifting.NONE, 7, 3.0, True),
        (Lifting.EXPERIENCED, 7, 3.0, False),
    ],
)
def test_beginners_lift_light_allows_eight_repetitions_with_three_in_reserve(
    make: Maker, lifting: Lifting, reps: int, rir: float | None, *, refused: bool
) -> None:
    athlete = replace(make.athlete, lifting=lifting)
    verdicts = make.check(_lifted(make, make.one(reps, 8.0, rir=rir), athlete))
    told = [dict(each.reason.numbers) for each in verdicts if each.rule == "beginners_lift_light"]
    assert told == ([{"reps_and_rir": reps + (rir or 0.0), "least": 11}] if refused else [])


def _lifted(
    make: Maker, one: PrescribedSet, athlete: Athlete, day: int = 0, role: Role = Role.MAIN, began: int = 0
) -> Plan:
    session = make.session(day, "18:00", make.exercise("row", one, role=role, to_confirm=True))
    return make.plan(session, athlete=athlete, began=make.day(began))


@pytest.mark.parametrize(
    ("began", "day", "refused"), [(0, 27, True), (0, 28, False), (3, 27, True), (3, 28, False), (7, 28, True)]
)
def test_beginners_lift_light_for_the_first_four_weeks(
    make: Maker, began: int, day: int, *, refused: bool
) -> None:
    athlete = replace(make.athlete, lifting=Lifting.NOVICE)
    plan = _lifted(make, make.one(6, 8.0), athlete, day=day, began=began)
    assert ("beginners_lift_light" in make.held(plan)) == refused


def test_beginners_lift_light_speaks_of_loaded_main_lifts(make: Maker) -> None:
    athlete = replace(make.athlete, lifting=Lifting.NOVICE)
    assert "beginners_lift_light" in make.held(_lifted(make, make.one(6, 8.0), athlete))
    assert "beginners_lift_light" not in make.held(_lifted(make, make.one(6), athlete))
    assert "beginners_lift_light" not in make.held(_lifted(make, make.one(6, 0.0), athlete))
    timed = make.one(None, 8.0, seconds=5)
    assert "beginners_lift_light" not in make.held(_lifted(make, timed, athlete))
    accessory = _lifted(make, make.one(6, 8.0), athlete, role=Role.ACCESSORY)
    assert "beginners_lift_light" not in make.held(accessory)


def test_a_fast_lift_without_a_reserve_is_not_near_the_most(make: Maker) -> None:
    athlete = replace(make.athlete, lifting=Lifting.NOVICE)
    for role, refused in ((Role.POWER, False), (Role.MAIN, True)):
        held = make.held(_lifted(make, make.one(3, 8.0, rir=None), athlete, role=role))
        assert ("low_reps_only_for_experienced" in held) == refused


def test_legs_that_begin_with_a_key_run_keep_more_in_reserve(make: Maker) -> None:
    session = make.session(1, "18:00", make.exercise("squat", make.one(rir=1.0)))
    for start, refused in (("18:00", True), ("17:59", False)):
        runs = (make.run(1, start, kind=RunKind.INTERVALS),)
        assert ("rir_floor" in make.held(make.plan(session, runs=runs))) == refused
