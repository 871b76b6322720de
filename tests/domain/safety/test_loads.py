from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import KnownSet, Lifting
from runlift.domain.plan.session import Role, Side

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.session import PrescribedSet


def _then(make: Maker, first: PrescribedSet, *later: PrescribedSet, exercise: str = "row") -> list[str]:
    sessions = [
        make.session(4 * number, "18:00", make.exercise(exercise, one, to_confirm=number == 0))
        for number, one in enumerate((first, *later))
    ]
    return make.held(make.plan(*sessions))


@given(step=st.floats(min_value=0.5, max_value=1.6))
def test_load_step_allows_exactly_a_tenth(make: Maker, step: float) -> None:
    held = _then(make, make.one(8, 20.0), make.one(8, 20.0 * step))
    assert ("load_step" in held) == (20.0 * step > 22.01)


def test_load_step_allows_the_next_real_weight_with_fewer_repetitions(make: Maker) -> None:
    assert "load_step" not in _then(make, make.one(12, 8), make.one(11, 12))
    assert "load_step" in _then(make, make.one(12, 8), make.one(12, 12))
    assert "load_step" in _then(make, make.one(12, 8), make.one(5, 20))


def test_load_step_asks_for_small_plates_where_there_are_some(make: Maker) -> None:
    start = make.bar(8, 20)
    assert "load_step" not in _then(make, start, make.bar(7, 22.5, 1.25), exercise="barbell_squat")
    assert "load_step" in _then(make, start, make.bar(7, 25, 2.5), exercise="barbell_squat")


def test_load_step_compares_with_the_highest_of_all_before(make: Maker) -> None:
    assert "load_step" not in _then(make, make.one(8, 12), make.one(12, 4), make.one(8, 12))


def test_load_step_of_timed_sets_asks_for_fewer_seconds(make: Maker) -> None:
    first = make.one(None, 8, seconds=40)
    shorter, same = make.one(None, 12, seconds=30), make.one(None, 12, seconds=40)
    assert "load_step" not in _then(make, first, shorter, exercise="carry")
    assert "load_step" in _then(make, first, same, exercise="carry")


def test_load_step_is_of_one_side_and_one_exercise(make: Maker) -> None:
    left, right = make.one(8, 4, side=Side.LEFT), make.one(8, 12, side=Side.RIGHT)
    assert "load_step" not in _then(make, left, right)


def test_load_step_leaves_warm_up_sets_out(make: Maker) -> None:
    heavy_ramp = make.one(2, 20, warm_up=True)
    first = make.session(0, "18:00", make.exercise("row", heavy_ramp, make.one(8, 8), to_confirm=True))
    second = make.session(4, "18:00", make.exercise("row", make.one(8, 12)))
    assert "load_step" in make.held(make.plan(first, second))


def test_load_step_refuses_a_step_without_an_implement(make: Maker) -> None:
    assert "load_step" in _then(make, make.one(12, 8), make.one(8, 12, implement=None))


def test_load_step_compares_short_versions_but_learns_nothing_from_them(make: Maker) -> None:
    first = make.session(0, "18:00", make.exercise("row", make.one(12, 8), to_confirm=True))
    short = make.session(4, ten_minutes=(make.exercise("row", make.one(12, 12)),))
    last = make.session(8, "18:00", make.exercise("row", make.one(12, 12)))
    assert make.held(make.plan(first, short)).count("load_step") == 1
    assert make.held(make.plan(first, short, last)).count("load_step") == 2


def _knowing(make: Maker, load: float, reps: int = 8) -> Athlete:
    known = KnownSet(exercise="row", load_kg=load, reps=reps, rir=2)
    lighter = replace(known, load_kg=1)
    return replace(make.athlete, known_sets=(known, lighter))


def test_load_step_starts_from_what_the_runner_has_done(make: Maker) -> None:
    session = make.session(0, "18:00", make.exercise("row", make.one(8, 20)))
    assert "load_step" not in make.held(make.plan(session, athlete=_knowing(make, 19)))
    assert "load_step" in make.held(make.plan(session, athlete=_knowing(make, 12, reps=8)))


def test_load_step_is_not_bound_by_a_known_set_far_from_effort(make: Maker) -> None:
    session = make.session(0, "18:00", make.exercise("row", make.one(8, 12), to_confirm=True))
    for rir, refused in ((4.0, True), (5.0, False)):
        known = KnownSet(exercise="row", load_kg=4, reps=14, rir=rir)
        held = make.held(make.plan(session, athlete=replace(make.athlete, known_sets=(known,))))
        assert ("load_step" in held) == refused


def test_far_load_step_is_told(make: Maker) -> None:
    assert "far_load_step" in _then(make, make.one(12, 12), make.one(8, 20))
    assert "far_load_step" not in _then(make, make.one(12, 8), make.one(8, 12))


def _first(make: Maker, load: float, athlete: Athlete, exercise: str = "row") -> list[str]:
    session = make.session(0, "18:00", make.exercise(exercise, make.one(8, load), to_confirm=True))
    return make.held(make.plan(session, athlete=athlete))


@pytest.mark.parametrize(
    ("lifting", "mass", "load", "careful"),
    [
        (Lifting.NOVICE, 60.0, 12, True),
        (Lifting.NOVICE, 59.0, 12, False),
        (Lifting.EXPERIENCED, 50.0, 20, True),
        (Lifting.EXPERIENCED, 49.0, 20, False),
        (Lifting.NOVICE, None, 8, True),
        (Lifting.NOVICE, None, 12, False),
        (Lifting.NOVICE, 5.0, 4, True),
    ],
)
def test_careful_first_load_is_a_share_of_body_mass_or_the_lightest(
    make: Maker, lifting: Lifting, mass: float | None, load: float, *, careful: bool
) -> None:
    athlete = replace(make.athlete, lifting=lifting, body_mass_kg=mass)
    assert ("careful_first_load" not in _first(make, load, athlete)) == careful


def test_careful_first_load_takes_the_start_of_the_exercise(make: Maker) -> None:
    novice = replace(make.athlete, lifting=Lifting.NOVICE, body_mass_kg=80.0)
    assert "careful_first_load" not in _first(make, 12, novice, "swing")
    assert "careful_first_load" in _first(make, 20, novice, "swing")


def test_careful_first_load_must_ask_to_be_confirmed(make: Maker) -> None:
    session = make.session(0, "18:00", make.exercise("row", make.one(8, 4)))
    assert "careful_first_load" in make.held(make.plan(session))
    assert "careful_first_load" not in make.held(make.plan(session, athlete=_knowing(make, 4)))


def test_warm_up_lighter_than_work_refuses_work_hidden_as_warm_up(make: Maker) -> None:
    fine = make.exercise("row", make.one(5, 8, warm_up=True), make.one(8, 8), to_confirm=True)
    hidden = make.exercise("row", make.one(5, 12, warm_up=True), make.one(8, 8), to_confirm=True)
    assert "warm_up_lighter_than_work" not in make.held(make.plan(make.session(0, "18:00", fine)))
    assert "warm_up_lighter_than_work" in make.held(make.plan(make.session(0, "18:00", hidden)))


def test_load_step_holds_from_no_load_at_all(make: Maker) -> None:
    assert "load_step" not in _then(make, make.one(8, 0.0), make.one(8, 0.0))
    assert "load_step" not in _then(make, make.one(8, 0.0), make.one(8, 0.01))
    assert "load_step" in _then(make, make.one(8, 0.0), make.one(8, 1.05))


def test_load_step_holds_seconds_against_seconds(make: Maker) -> None:
    for seconds, refused in ((20, False), (30, True)):
        sets = make.one(None, 8.0, seconds=30), make.one(None, 12.0, seconds=seconds)
        assert ("load_step" in _then(make, *sets, exercise="carry")) == refused


def test_careful_first_load_is_asked_of_every_exercise_of_a_session(make: Maker) -> None:
    athlete = replace(make.athlete, known_sets=(KnownSet(exercise="row", load_kg=20.0, reps=8, rir=2.0),))
    row, squat = (make.exercise(each, make.one(8, 20.0)) for each in ("row", "squat"))
    session = make.session(0, "18:00", row, squat)
    found = make.check(make.plan(session, athlete=athlete))
    assert [each.exercise for each in found if each.rule == "careful_first_load"] == ["squat"]


def test_careful_first_load_allows_exactly_what_is_careful(make: Maker) -> None:
    athlete = replace(make.athlete, body_mass_kg=0.0)
    for load, refused in ((0.01, False), (0.02, True)):
        one = make.one(10, load, implement=None)
        session = make.session(0, "18:00", make.exercise("row", one, to_confirm=True))
        assert ("careful_first_load" in make.held(make.plan(session, athlete=athlete))) == refused


@pytest.mark.parametrize(
    ("ramp", "working", "refused"),
    [(0.5, None, True), (0.02, None, True), (0.01, None, False), (None, 0.5, False), (12.0, 12.0, False)],
)
def test_warm_up_without_a_load_weighs_nothing(
    make: Maker, ramp: float | None, working: float | None, *, refused: bool
) -> None:
    sets = make.one(5, ramp, warm_up=True), make.one(8, working)
    session = make.session(0, "18:00", make.exercise("row", *sets, to_confirm=True))
    assert ("warm_up_lighter_than_work" in make.held(make.plan(session))) == refused


def test_a_warm_up_that_leads_up_to_nothing_has_no_load(make: Maker) -> None:
    drill = make.exercise("row", make.one(5, 0.5), role=Role.WARM_UP)
    held = make.held(make.plan(make.session(0, "18:00", drill, make.exercise())))
    assert "warm_up_lighter_than_work" in held


@pytest.mark.parametrize(
    ("start", "share"), [("start_load_squat", 35), ("start_load_rdl", 40), ("unheard_of", 20)]
)
def test_careful_first_load_is_the_upper_end_of_what_the_evidence_starts_with(
    make: Maker, start: str, share: int
) -> None:
    exercises = {**make.catalogue, "lift": replace(make.catalogue["row"], id="lift", start_load=start)}
    novice = replace(make.athlete, lifting=Lifting.NOVICE, body_mass_kg=100.0)
    for load, refused in ((float(share), False), (share + 1.0, True)):
        one = make.one(10, load, implement=None)
        session = make.session(0, "18:00", make.exercise("lift", one, to_confirm=True))
        held = make.check(make.plan(session, athlete=novice), exercises=exercises)
        assert ("careful_first_load" in [each.rule for each in held]) == refused
