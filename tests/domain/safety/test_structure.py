from __future__ import annotations

from dataclasses import replace
from math import inf, nan
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.profile import KnownSet

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.session import PrescribedSet


@pytest.mark.parametrize("figure", [nan, inf, -1.0])
def test_finite_numbers_refuse_masses_and_distances_that_make_no_sense(make: Maker, figure: float) -> None:
    known = KnownSet(exercise="row", load_kg=figure, reps=8, rir=2)
    for plan in (
        make.plan(make.session(0, "18:00", make.exercise("row", make.one(8, figure)))),
        make.plan(runs=(make.run(0, km=figure),)),
        make.plan(athlete=replace(make.athlete, body_mass_kg=figure)),
        make.plan(athlete=replace(make.athlete, longest_run_km=figure)),
        make.plan(athlete=replace(make.athlete, known_sets=(known,))),
    ):
        assert make.held(plan) == ["finite_numbers"]


def test_finite_numbers_refuse_sets_that_make_no_sense(make: Maker) -> None:
    odd: tuple[PrescribedSet, ...] = (
        make.one(0),
        make.one(-3),
        make.one(None, seconds=0),
        make.one(None, contacts=-1),
        make.one(rir=nan),
        make.one(rir=-1.0),
        make.one(rest_s=-1),
    )
    for one in odd:
        plan = make.plan(make.session(0, "18:00", make.exercise("squat", one)))
        assert make.held(plan) == ["finite_numbers"]


def test_finite_numbers_refuse_minutes_beyond_a_day_or_a_week(make: Maker) -> None:
    assert make.held(make.plan(make.session(0, minutes=24 * 60 + 1))) == ["finite_numbers"]
    assert make.held(make.plan(runs=(make.run(0, minutes=7 * 24 * 60 + 1),))) == ["finite_numbers"]
    assert make.held(make.plan(runs=(make.run(0, minutes=-1),))) == ["finite_numbers"]


def test_finite_numbers_leave_the_untold_untold(make: Maker) -> None:
    athlete = replace(make.athlete, body_mass_kg=None)
    plan = make.plan(make.session(0), runs=(make.run(0, km=None),), athlete=athlete)
    assert "finite_numbers" not in make.held(plan)


def test_known_exercises_refuse_one_the_catalogue_does_not_hold(make: Maker) -> None:
    unknown = make.exercise("unheard_of")
    assert "known_exercises" in make.held(make.plan(make.session(0, "18:00", unknown)))
    assert "known_exercises" in make.held(make.plan(make.session(0, ten_minutes=(unknown,))))
    assert "known_exercises" not in make.held(make.plan(make.session(0)))


def test_has_exercises_refuses_an_empty_session(make: Maker) -> None:
    assert "has_exercises" in make.held(make.plan(make.session(0, exercises=())))
    hollow = replace(make.exercise(), sets=())
    assert "has_exercises" in make.held(make.plan(make.session(0, exercises=(hollow,))))
    assert "has_exercises" not in make.held(make.plan(make.session(0)))


def test_unique_identifiers_refuse_two_under_one_name(make: Maker) -> None:
    twice = make.plan(make.session(0, uid="same"), make.session(4, uid="same"))
    runs = make.plan(runs=(make.run(0), make.run(0)))
    assert "unique_identifiers" in make.held(twice)
    assert "unique_identifiers" in make.held(runs)
    assert "unique_identifiers" in make.held(make.plan(make.session(0, uid="")))
    assert "unique_identifiers" not in make.held(make.plan(make.session(0), make.session(4)))


def test_in_order_refuses_what_is_not_in_the_order_of_time(make: Maker) -> None:
    weeks = make.plan().weeks
    assert "in_order" in make.held(make.plan(make.session(4), make.session(0)))
    assert "in_order" in make.held(make.plan(runs=(make.run(1), make.run(0))))
    assert "in_order" in make.held(make.plan(weeks=(weeks[0], weeks[2])))
    assert "in_order" not in make.held(make.plan(make.session(0), make.session(4)))


def test_one_measure_a_set_refuses_none_and_two(make: Maker) -> None:
    for one, refused in (
        (make.one(None), True),
        (make.one(10, seconds=30), True),
        (make.one(None, seconds=30, contacts=10), True),
        (make.one(10), False),
    ):
        plan = make.plan(make.session(0, "18:00", make.exercise("squat", one)))
        assert ("one_measure_a_set" in make.held(plan)) == refused
