from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.domain.safety.conftest import ATHLETE, KIT, MONDAY
from tests.domain.safety.test_complaints import complaint

from runlift.domain.athlete.place import HOME, Equipment, OpeningHours, Place
from runlift.domain.athlete.profile import FreeWindow, KnownSet, RacePriority, Travel
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.body import Body, Clearance, Go, Lock, Stage
from runlift.domain.plan.easing import Easing, Restriction
from runlift.domain.quantity import DateSpan, Reason, Weekday
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.rules import RULES

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.routine import PlacedRoutine

DAY = timedelta(days=1)
WHY = Reason.of("complaint_routine", ("CO01",), complaint="pfp", side="right", stage="sore")
OURS = {rule.id for rule in RULES if rule.check.__module__.endswith("safety.routines")}


def planned(make: Maker, *routines: PlacedRoutine, **changes: Any) -> Plan:  # noqa: ANN401
    return replace(make.plan(**changes), placed_routines=routines)


def held(make: Maker, *routines: PlacedRoutine, **changes: Any) -> set[str]:  # noqa: ANN401
    return set(make.held(planned(make, *routines, **changes)))


def away(make: Maker, day: int, start: str, exercise: str = "balance", **changes: Any) -> PlacedRoutine:  # noqa: ANN401
    usual: dict[str, Any] = {"moment": "away_from_run", "run": ""}
    return make.routine(day, start, make.item(exercise), **(usual | changes))


def test_routines_after_before_and_away_from_runs_are_let_through(make: Maker) -> None:
    before = make.routine(2, "05:50", moment="before_run", run="run 2 06:00")
    assert held(make, make.routine(0), before, away(make, 2, "18:00")) == set()


def test_a_day_on_which_nothing_must_be_trained_holds_no_routine(make: Maker) -> None:
    ill = Easing(first=MONDAY, until=MONDAY + DAY, reason=Reason.of("illness", ("D101",)), no_sessions=True)
    assert held(make, make.routine(0), easings=(ill,)) == {"no_routine_while_ill"}
    assert held(make, make.routine(1), easings=(ill,)) == set()
    assert held(make, make.routine(0), easings=(replace(ill, no_sessions=False),)) == set()


@pytest.mark.parametrize(
    "body",
    [
        Body(complaints=(complaint(stage=Stage.LOCKED, lock=Lock.RED_FLAG),)),
        Body(clearance=Clearance(outcome=Go.ASK)),
    ],
)
def test_nothing_is_done_before_somebody_has_looked(make: Maker, body: Body) -> None:
    assert "no_routine_before_somebody_looked" in held(make, make.routine(0), body=body)


def test_a_complaint_that_waits_for_answers_leaves_the_routines_of_another(make: Maker) -> None:
    body = Body(complaints=(complaint("mtss", Stage.LOCKED, Lock.UNANSWERED),))
    given = make.routine(0, reasons=(WHY,))
    assert held(make, given, body=body) == set()
    own = Reason.of("complaint_routine", ("CO06",), complaint="mtss", side="right", stage="sore")
    assert held(make, replace(given, reasons=(own,)), body=body) == {"no_routine_for_a_locked_complaint"}
    other_side = Reason.of("complaint_routine", ("CO06",), complaint="mtss", side="left", stage="sore")
    assert held(make, replace(given, reasons=(other_side,)), body=body) == set()


@pytest.mark.parametrize(
    "one", [complaint("bsi", Stage.LOCKED, Lock.BONE), complaint("lbp", severe=True)], ids=["bone", "severe"]
)
def test_a_complaint_that_has_to_rest_leaves_out_leg_work(make: Maker, one: Any) -> None:  # noqa: ANN401
    rule = "no_leg_routine_on_a_resting_complaint"
    legs = away(make, 0, "18:00", "squat")
    assert rule in held(make, legs, body=Body(complaints=(one,)))
    assert rule not in held(make, legs, body=Body(complaints=(replace(one, severe=False, stage=Stage.SORE),)))
    assert rule not in held(make, make.routine(0), body=Body(complaints=(one,)))


def test_an_exercise_that_is_left_out_stays_out_of_routines(make: Maker) -> None:
    out = Restriction(exercises=("stretch",), first=MONDAY, until=MONDAY + DAY, reason=WHY)
    assert held(make, make.routine(0), restrictions=(out,)) == {"no_restricted_exercise_in_a_routine"}
    assert held(make, make.routine(1), restrictions=(out,)) == set()


@pytest.mark.parametrize("exercise", ["back_squat", "pogo"])
def test_marks_and_jumps_speak_against_a_routine_as_against_a_session(make: Maker, exercise: str) -> None:
    routine = make.routine(0, "06:50", make.item(exercise, sets=2, low=5, high=5, unit="reps"))
    for stage, is_held in ((Stage.SORE, True), (Stage.BUILDING, False)):
        plan = planned(make, routine, body=Body(complaints=(complaint(stage=stage),)))
        told = {verdict.rule for verdict in make.check(plan, exercises=catalogue())}
        assert ("no_routine_against_a_complaint" in told) == is_held


def test_the_answers_before_training_hold_for_routines(make: Maker) -> None:
    limited = Clearance(outcome=Go.LIMITS, limits=("no_leg_load",))
    legs = away(make, 0, "18:00", "squat")
    assert "no_routine_against_a_limit" in held(make, legs, body=Body(clearance=limited))
    assert "no_routine_against_a_limit" not in held(make, make.routine(0), body=Body(clearance=limited))


def test_the_kit_where_it_is_done_allows_each_exercise(make: Maker) -> None:
    walk = make.routine(0, "06:50", make.item("band_walk"))
    bare = replace(ATHLETE, places=(Place(id=HOME, equipment=Equipment()),))
    rule = "routine_kit_at_place"
    assert rule not in held(make, walk)
    assert rule in held(make, walk, athlete=bare)
    assert rule in held(make, replace(walk, place="moon"))


def test_a_routine_is_done_where_the_runner_is(make: Maker) -> None:
    places = (Place(id=HOME, equipment=KIT), Place(id="hotel", equipment=KIT))
    gone = Travel(span=DateSpan(start=MONDAY, end=MONDAY + DAY), place="hotel")
    athlete = replace(ATHLETE, places=places, travel=(gone,))
    assert held(make, make.routine(0), athlete=athlete) == {"routine_kit_at_place"}
    assert held(make, make.routine(0, place="hotel"), athlete=athlete) == set()
    assert held(make, make.routine(1), athlete=athlete) == set()


@pytest.mark.parametrize(
    ("changes", "is_sane"),
    [
        ({}, True),
        ({"sets": 10, "low": 10, "high": 10}, True),
        ({"sets": 2, "low": 150, "high": 150}, True),
        ({"sets": 2, "low": 30, "high": 151}, False),
        ({"sets": 6, "low": 5, "high": 30, "unit": "reps"}, True),
        ({"sets": 7, "low": 5, "high": 30, "unit": "reps"}, False),
        ({"sets": 6, "low": 5, "high": 31, "unit": "reps"}, False),
        ({"sets": 0}, False),
        ({"low": 0}, False),
        ({"low": 46}, False),
        ({"per_week": 0}, False),
        ({"per_week": 7}, True),
        ({"per_week": 8}, False),
    ],
)
def test_a_dose_is_a_few_minutes_of_work(make: Maker, changes: dict[str, Any], is_sane: bool) -> None:  # noqa: FBT001
    routine = make.routine(0, "06:50", make.item(**changes))
    assert ("sane_routine" in held(make, routine)) != is_sane


def test_a_routine_is_short_and_never_empty(make: Maker) -> None:
    assert held(make, make.routine(0, minutes=15)) == set()
    assert held(make, make.routine(0, minutes=16)) == {"sane_routine"}
    assert held(make, replace(make.routine(0), items=())) == {"sane_routine"}


def test_the_sets_fit_into_the_minutes_on_each_side(make: Maker) -> None:
    for exercise, minutes, is_sane in (
        ("stretch", 1, True),
        ("one_leg", 1, False),
        ("one_leg", 2, True),
        ("unheard_of", 1, True),
    ):
        told = held(make, make.routine(0, "06:50", make.item(exercise), minutes=minutes))
        assert ("sane_routine" not in told) == is_sane
    squats = make.item("stretch", sets=2, low=20, high=21, unit="reps")
    assert "sane_routine" not in held(make, make.routine(0, "06:50", squats, minutes=1))
    assert "sane_routine" in held(make, make.routine(0, "06:50", replace(squats, low=21), minutes=1))


def test_a_day_of_rest_and_a_race_hold_none(make: Maker) -> None:
    rule = "routine_on_a_training_day"
    runs = (make.run(0, "06:00"), make.run(1, "06:00", kind=RunKind.RACE))
    assert rule not in held(make, make.routine(0), runs=runs)
    assert rule in held(make, make.routine(1), runs=runs)
    assert rule in held(make, away(make, 2, "18:00"), runs=runs)
    assert rule in held(make, make.routine(0), runs=runs, rest_days=(MONDAY,))
    raced = make.plan(runs=(make.run(0, "06:00"),))
    plan = replace(raced, placed_routines=(make.routine(0),))
    assert rule in make.held(plan, races=(make.race(0),))


def test_a_day_with_strength_of_any_kind_is_a_day_of_training(make: Maker) -> None:
    rule = "routine_on_a_training_day"
    kept = (make.run(0, "06:00"), make.run(1, "06:00", kind=RunKind.STRENGTH))
    assert rule not in held(make, away(make, 1, "18:00"), runs=kept)
    lifted = make.plan(make.session(1, "16:00"), runs=(make.run(0, "06:00"),))
    assert rule not in make.held(replace(lifted, placed_routines=(away(make, 1, "18:00"),)))


def test_a_day_holds_two_routines_at_most(make: Maker) -> None:
    two = (make.routine(0), away(make, 0, "18:00"))
    assert held(make, *two) == set()
    assert held(make, *two, away(make, 0, "19:00")) == {"routine_on_a_training_day"}


def test_a_routine_stands_beside_its_run(make: Maker) -> None:
    rule = "routine_in_free_time"
    before = make.routine(0, "05:50", moment="before_run")
    assert rule not in held(make, before)
    assert rule in held(make, replace(before, start=time(5, 49)))
    assert rule in held(make, make.routine(0, "06:51"))
    assert rule in held(make, make.routine(0, run="run 9"))
    assert rule in held(make, make.routine(0, "06:50", moment="before_run"))
    assert rule in held(make, replace(before, moment="after_run"))


def test_no_routine_stands_before_a_key_run(make: Maker) -> None:
    before = make.routine(0, "05:50", moment="before_run")
    key = (make.run(0, "06:00", kind=RunKind.TEMPO),)
    assert held(make, before, runs=key) == {"routine_in_free_time"}
    assert held(make, make.routine(0), runs=key) == set()


def test_a_routine_overlaps_nothing(make: Maker) -> None:
    rule = "routine_in_free_time"
    evening = away(make, 0, "18:00", "stretch")
    lifted = make.plan(make.session(0, "18:09"))
    assert rule in make.held(replace(lifted, placed_routines=(evening,)))
    touching = make.plan(make.session(0, "18:10"))
    assert rule not in make.held(replace(touching, placed_routines=(evening,)))
    ending = make.plan(make.session(0, "17:15"))
    assert rule not in make.held(replace(ending, placed_routines=(evening,)))
    assert rule in held(make, away(make, 0, "06:40", "stretch"))
    assert rule in held(make, evening, away(make, 0, "18:09", "stretch"))
    assert rule not in held(make, evening, away(make, 0, "18:10", "stretch"))


def test_a_routine_away_from_runs_is_in_a_free_hour_of_its_place(make: Maker) -> None:
    rule = "routine_in_free_time"
    window = FreeWindow(weekday=Weekday.MONDAY, start=time(18), end=time(18, 10))
    athlete = replace(ATHLETE, windows=(window,))
    evening = away(make, 0, "18:00", "stretch")
    assert rule not in held(make, evening, athlete=athlete)
    assert rule in held(make, replace(evening, minutes=11), athlete=athlete)
    assert rule in held(make, away(make, 1, "18:00", "stretch"), athlete=athlete)
    elsewhere = replace(athlete, windows=(replace(window, place="gym"),))
    assert rule in held(make, evening, athlete=elsewhere)
    assert rule not in held(make, make.routine(0), athlete=athlete)


def test_a_routine_is_done_while_its_place_is_open(make: Maker) -> None:
    rule = "routine_in_free_time"
    hours = OpeningHours(weekday=Weekday.MONDAY, start=time(6, 50), end=time(7))
    athlete = replace(ATHLETE, places=(Place(id=HOME, equipment=KIT, hours=(hours,)),))
    assert rule not in held(make, make.routine(0), athlete=athlete)
    assert rule in held(make, make.routine(0, minutes=11), athlete=athlete)
    assert rule in held(make, make.routine(1), athlete=athlete)


@pytest.mark.parametrize("exercise", ["balance", "squat"])
def test_foot_balance_and_leg_work_keeps_hours_from_runs(make: Maker, exercise: str) -> None:
    rule = "routine_away_from_runs"
    assert rule in held(make, away(make, 0, "09:49", exercise))
    assert rule not in held(make, away(make, 0, "09:50", exercise))
    assert rule not in held(make, away(make, 0, "21:50", exercise))
    assert rule in held(make, away(make, 0, "21:51", exercise))
    assert rule not in held(make, away(make, 0, "09:49", "stretch"))


def test_foot_work_of_the_catalogue_keeps_hours_from_runs(make: Maker) -> None:
    plan = planned(make, away(make, 0, "07:50", "short_foot"))
    assert "routine_away_from_runs" in {each.rule for each in make.check(plan, exercises=catalogue())}


@pytest.mark.parametrize(("exercise", "is_felt"), [("squat", True), ("band_walk", True), ("one_leg", False)])
def test_what_legs_may_feel_keeps_a_day_from_the_next_key_run(
    make: Maker,
    exercise: str,
    is_felt: bool,  # noqa: FBT001
) -> None:
    rule = "routine_leaves_legs_fresh"
    runs = (make.run(0, "06:00"), make.run(1, "18:10", kind=RunKind.TEMPO))
    assert rule not in held(make, away(make, 0, "18:00", exercise), runs=runs)
    assert (rule in held(make, away(make, 0, "18:01", exercise), runs=runs)) == is_felt
    assert rule not in held(make, away(make, 1, "19:10", exercise), runs=runs)
    touching = away(make, 1, "18:00", exercise)
    assert (rule in held(make, touching, runs=runs)) == is_felt


def test_arms_and_trunk_that_leave_soreness_are_not_felt_in_a_run(make: Maker) -> None:
    trunk = replace(catalogue()["side_plank"], primary_muscles=("obliques",))
    plan = planned(
        make, away(make, 0, "20:00", "trunk_work"), runs=(make.run(0), make.run(1, kind=RunKind.TEMPO))
    )
    told = make.check(plan, exercises={"trunk_work": trunk})
    assert "routine_leaves_legs_fresh" not in {each.rule for each in told}


@pytest.mark.parametrize(
    ("km", "priority", "day", "start", "is_near"),
    [
        (10.0, RacePriority.A, 7, "08:50", False),
        (10.0, RacePriority.A, 7, "08:51", True),
        (5.0, RacePriority.A, 8, "08:50", False),
        (5.0, RacePriority.A, 8, "08:51", True),
        (10.0, RacePriority.B, 8, "18:00", False),
        (10.0, RacePriority.A, 13, "08:59", True),
        (10.0, RacePriority.A, 12, "09:00", True),
        (10.0, RacePriority.A, 13, "09:00", False),
        (5.0, RacePriority.C, 11, "18:00", True),
    ],
)
def test_what_legs_may_feel_keeps_its_days_from_a_race(
    make: Maker,
    km: float,
    priority: RacePriority,
    day: int,
    start: str,
    is_near: bool,  # noqa: FBT001
) -> None:
    plan = planned(make, away(make, day, start, "squat"), runs=(make.run(0), make.run(20)))
    told = make.held(plan, races=(make.race(10, km=km, priority=priority),))
    assert ("routine_leaves_legs_fresh" in told) == is_near


def test_nothing_that_legs_may_feel_is_new_in_the_fortnight_before_a_race(make: Maker) -> None:
    rule = "no_new_routine_exercise_before_race"

    def told(*routines: PlacedRoutine, priority: RacePriority = RacePriority.B, **changes: Any) -> bool:  # noqa: ANN401
        plan = planned(make, *routines, runs=make.easy_runs(range(20)), **changes)
        return rule in make.held(plan, races=(make.race(20, priority=priority),))

    legs, day_before = away(make, 7, "18:00", "squat"), away(make, 6, "18:00", "squat")
    assert told(legs)
    assert not told(day_before)
    assert not told(legs, priority=RacePriority.C)
    assert not told(away(make, 7, "18:00", "balance"))
    assert not told(day_before, legs)
    assert not told(day_before, legs, first_day=make.day(7))
    assert not told(legs, first_day=make.day(8))
    known = KnownSet(exercise="squat", load_kg=0.0, reps=8, rir=4.0)
    assert not told(legs, athlete=replace(ATHLETE, known_sets=(known,)))
    assert told(away(make, 7, "18:00", "squat"), away(make, 21, "18:00", "squat"))
    lifted = make.plan(make.session(5, "10:00"), runs=make.easy_runs(range(20)))
    plan = replace(lifted, placed_routines=(legs,))
    assert rule not in make.held(plan, races=(make.race(20, priority=RacePriority.B),))
    later = make.plan(make.session(8, "10:00"), runs=make.easy_runs(range(20)))
    plan = replace(later, placed_routines=(legs,))
    assert rule in make.held(plan, races=(make.race(20, priority=RacePriority.B),))


def test_what_is_gone_by_is_not_held_against_the_plan(make: Maker) -> None:
    wrong = make.routine(0, "12:00", make.item("squat", sets=99), minutes=99, place="moon")
    assert held(make, wrong) & OURS
    assert not held(make, wrong, first_day=make.day(1)) & OURS


def test_routines_are_held_to_the_form_of_the_plan(make: Maker) -> None:
    assert "known_exercises" in held(make, make.routine(0, "06:50", make.item("unheard_of")))
    assert held(make, make.routine(1), make.routine(0)) == {"in_order"}
    assert held(make, make.routine(0), make.routine(1, uid="routine 0 06:50")) == {"unique_identifiers"}
    cited = Reason.of("complaint_routine", ("X999",))
    assert held(make, make.routine(0, reasons=(cited,))) == {"evidence_exists"}
