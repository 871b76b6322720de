from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.session import LegStress
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.case import case_of

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import Plan, TimedRun


def _long(make: Maker, *runs: TimedRun) -> list[bool]:
    return [outing.long for outing in case_of(make.plan(runs=runs), make.catalogue, None).outings]


def test_a_run_is_long_from_ninety_minutes(make: Maker) -> None:
    others = make.easy_runs(range(1, 6), km=30)
    assert _long(make, make.run(0, minutes=90, km=10), *others)[0]
    assert not _long(make, make.run(0, minutes=89, km=10), *others)[0]


def test_the_longest_run_is_long_from_three_tenths_of_the_distance_of_its_week(make: Maker) -> None:
    others = (make.run(1, km=5.9), make.run(2, km=5.9), make.run(3, km=2.2))
    assert _long(make, make.run(0, km=6), *others) == [True, False, False, False]
    assert not any(_long(make, make.run(0, km=6), *others, make.run(4, km=0.1)))


def test_of_runs_equally_long_none_is_the_long_one(make: Maker) -> None:
    assert not any(_long(make, *(make.run(day, km=10, minutes=60) for day in (0, 2, 4))))


def test_a_share_is_of_time_where_a_distance_is_untold(make: Maker) -> None:
    others = (make.run(1, minutes=40, km=99), make.run(2, minutes=30, km=None))
    assert _long(make, make.run(0, minutes=41, km=1), *others) == [True, False, False]
    assert _long(make, make.run(0, minutes=39, km=1), *others) == [False, True, False]


def test_a_run_of_no_length_is_not_long(make: Maker) -> None:
    assert _long(make, make.run(0, minutes=0, km=None)) == [False]


def test_the_week_ends_on_sunday(make: Maker) -> None:
    others = tuple(make.run(day, km=7) for day in (7, 8, 9))
    assert _long(make, make.run(6, km=2), *others)[0]


def test_what_the_plan_calls_long_is_long(make: Maker) -> None:
    flagged = replace(make.run(0, km=1, minutes=5), buffered_long_run=True)
    assert _long(make, flagged, *make.easy_runs(range(1, 6)))[0]


def test_a_ride_is_not_a_long_run(make: Maker) -> None:
    assert _long(make, make.run(0, kind=RunKind.CROSS_TRAINING, minutes=200)) == [False]


def test_a_race_is_a_key_run_whatever_the_plan_says(make: Maker) -> None:
    plan = make.plan(runs=(make.run(0, kind=RunKind.RACE, key=False), make.run(1, key=True), make.run(2)))
    assert [outing.key for outing in case_of(plan, make.catalogue, None).outings] == [True, True, False]


def _unaccustomed(make: Maker, plan: Plan) -> list[bool]:
    return [lift.must_be_unaccustomed for lift in case_of(plan, make.catalogue, None).lifts]


@pytest.mark.parametrize(
    ("lifting", "weeks_off", "unaccustomed"),
    [
        (Lifting.NONE, None, True),
        (Lifting.NONE, 0, True),
        (Lifting.NOVICE, None, True),
        (Lifting.NOVICE, 3, True),
        (Lifting.NOVICE, 2, False),
        (Lifting.EXPERIENCED, None, False),
        (Lifting.EXPERIENCED, 2, False),
        (Lifting.EXPERIENCED, 3, True),
    ],
)
def test_legs_are_unaccustomed_for_four_sessions_after_three_weeks_off(
    make: Maker, lifting: Lifting, weeks_off: int | None, *, unaccustomed: bool
) -> None:
    athlete = replace(make.athlete, lifting=lifting, weeks_off_lifting=weeks_off)
    sessions = [make.session(3 * number) for number in range(6)]
    found = _unaccustomed(make, make.plan(*sessions, athlete=athlete))
    assert found == [unaccustomed] * 4 + [False] * 2


def test_sessions_without_leg_work_do_not_accustom_legs(make: Maker) -> None:
    athlete = replace(make.athlete, lifting=Lifting.NONE)
    upper = [make.session(day, "18:00", make.exercise("row"), stress=LegStress.NONE) for day in range(6)]
    assert all(_unaccustomed(make, make.plan(*upper, make.session(8), athlete=athlete)))


@pytest.mark.parametrize(("day", "again"), [(20, False), (21, True)])
def test_three_weeks_without_leg_work_make_legs_unaccustomed_again(
    make: Maker, day: int, *, again: bool
) -> None:
    sessions = [make.session(0), make.session(day), make.session(day + 3)]
    assert _unaccustomed(make, make.plan(*sessions)) == [False, again, again]


def test_facts_come_in_the_order_of_time(make: Maker) -> None:
    plan = make.plan(make.session(4), make.session(1), runs=(make.run(3), make.run(2)))
    case = case_of(plan, make.catalogue, None)
    assert [lift.date for lift in case.lifts] == [make.day(1), make.day(4)]
    assert [outing.date for outing in case.outings] == [make.day(2), make.day(3)]


def test_an_exercise_is_new_until_it_was_done_in_an_earlier_session(make: Maker) -> None:
    plan = make.plan(make.session(1, "18:00", make.exercise(), make.exercise()), make.session(4))
    first, second = case_of(plan, make.catalogue, None).lifts
    assert [work.new for work in first.works] == [True, True]
    assert [work.new for work in second.works] == [False]


def test_an_exercise_that_the_catalogue_does_not_know_is_left_out(make: Maker) -> None:
    plan = make.plan(make.session(1, "18:00", make.exercise("unheard_of")))
    assert case_of(plan, make.catalogue, None).lifts[0].works == ()


def test_a_plan_that_speaks_of_no_day_begins_with_the_first_that_may_change(make: Maker) -> None:
    plan = make.plan(runs=(), first_day=make.day(3))
    assert case_of(plan, make.catalogue, None).first_day == make.day(3)
    resting = make.plan(runs=(), first_day=make.day(3), rest_days=(make.day(1),))
    assert case_of(resting, make.catalogue, None).first_day == make.day(1)


def test_a_race_is_told_from_a_run(make: Maker) -> None:
    plan = make.plan(runs=(make.run(0, kind=RunKind.RACE), make.run(1)))
    assert [outing.is_race for outing in case_of(plan, make.catalogue, None).outings] == [True, False]


def test_light_leg_work_accustoms_legs_too(make: Maker) -> None:
    athlete = replace(make.athlete, lifting=Lifting.NONE)
    light = [make.session(2 * number, stress=LegStress.LIGHT) for number in range(4)]
    assert _unaccustomed(make, make.plan(*light, make.session(9), athlete=athlete)) == [True] * 4 + [False]


@pytest.mark.parametrize(("mass", "stress"), [(62.0, LegStress.LIGHT), (None, LegStress.HEAVY)])
def test_a_long_circuit_is_judged_by_the_runner_s_own_mass(
    make: Maker, mass: float | None, stress: LegStress
) -> None:
    """Ninety repetitions with 50 kg: as much as a hundred with 80 % of 56 kg."""
    athlete = replace(make.athlete, body_mass_kg=mass)
    circuit = make.exercise("squat", *[make.one(30, 50.0, rir=5.0)] * 3)
    planks = make.exercise("plank", make.one(None, seconds=30))
    for whole, short in ((circuit, planks), (planks, circuit)):
        session = replace(make.session(0, "18:00", whole), ten_minutes=(short,))
        (lift,) = case_of(make.plan(session, athlete=athlete), make.catalogue, None).lifts
        assert lift.counted_stress is stress
