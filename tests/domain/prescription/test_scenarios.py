"""Seasons of runners with little, odd or plenty of kit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from runlift.domain.athlete.place import Equipment, Place
from runlift.domain.athlete.profile import KnownSet, Lifting
from runlift.domain.exercise.exercise import Family
from runlift.domain.plan.session import LegStress, Phase, PrescribedExercise, Role
from runlift.domain.prescription.needs import CALF, CALF_BENT, LEG_SLOTS, is_loaded_lowering, slot_of
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.prescription.prescribe import Prescribed


def rules_of(prescribed: PrescribedExercise) -> set[str]:
    return {reason.rule for reason in prescribed.reasons}


def all_of(filled: Prescribed, wanted: Callable[[PrescribedExercise], bool]) -> list[PrescribedExercise]:
    return [one for session in filled.sessions for one in session.exercises if wanted(one)]


@pytest.fixture(scope="module")
def at_home_with_nothing(story: Callable[..., Any]) -> Prescribed:
    filled: Prescribed = story(weeks=24, lifting=Lifting.NONE).prescribed()
    return filled


@pytest.mark.parametrize("family", [Family.SQUAT, Family.HINGE, Family.LUNGE, Family.PUSH])
def test_with_nothing_at_home_each_pattern_gets_harder_over_24_weeks(
    at_home_with_nothing: Prescribed, exercises: Mapping[str, Exercise], family: Family
) -> None:
    levers = {"lever_volume", "lever_time", "lever_exercise_selection", "lever_intensity"}
    third = len(at_home_with_nothing.sessions) // 3
    for part in range(3):
        sessions = at_home_with_nothing.sessions[part * third : (part + 1) * third]
        done = [one for session in sessions for one in session.exercises]
        grown = [one for one in done if exercises[one.exercise].family is family and rules_of(one) & levers]
        assert grown, f"{family} stands still in part {part + 1}"
    first, last = (
        max(exercises[one.exercise].level for session in sessions for one in session.exercises)
        for sessions in (at_home_with_nothing.sessions[:2], at_home_with_nothing.sessions[-8:])
    )
    assert last > first


def test_with_nothing_at_home_repetitions_are_never_endless(at_home_with_nothing: Prescribed) -> None:
    for one in all_of(at_home_with_nothing, lambda one: one.role is not Role.WARM_UP):
        assert all((each.reps or 0) <= 15 for each in one.sets)
        assert all(each.load_kg is None for each in one.sets)


def test_eight_to_twelve_kilograms_is_stepped_with_clearly_fewer_reps(
    story: Callable[..., Any], kits: Mapping[str, Equipment]
) -> None:
    filled = story(weeks=16, equipment=kits["eight_and_twelve"]).prescribed()
    steps = all_of(filled, lambda one: "kit_step_over_cap" in rules_of(one))
    assert steps
    for one in steps:
        figures = next(reason for reason in one.reasons if reason.rule == "kit_step_over_cap").figures
        assert float(figures["to_reps"]) <= float(figures["from_reps"]) - 3
        assert float(figures["to_kg"]) > float(figures["from_kg"]) * 1.1


def test_the_experienced_in_a_gym_lift_bars_and_know_what_they_lifted(
    story: Callable[..., Any], kits: Mapping[str, Equipment]
) -> None:
    told = story(
        weeks=12,
        lifting=Lifting.EXPERIENCED,
        equipment=kits["gym"],
        athlete={"known_sets": (KnownSet(exercise="back_squat", load_kg=60.0, reps=6, rir=2.0),)},
    )
    squats = all_of(told.prescribed(), lambda one: one.exercise == "back_squat")
    assert squats
    assert not squats[0].new
    assert not squats[0].to_confirm
    first = [each for each in squats[0].sets if not each.warm_up]
    assert 45 <= (first[0].load_kg or 0) <= 66
    ramps = [each.load_kg for each in squats[0].sets if each.warm_up]
    assert ramps
    assert all(load is not None and load < (first[0].load_kg or 0) for load in ramps)
    assert all(each.implement is not None for each in squats[0].sets)
    loads = [
        max(each.load_kg or 0 for each in one.sets) for one in squats if "deload_lighter" not in rules_of(one)
    ]
    assert max(loads) > loads[0]


def test_one_to_five_rep_work_only_for_the_experienced_who_ask(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    def lowest(lifting: Lifting, *, asked: bool) -> int:
        told = story(
            weeks=9,
            lifting=lifting,
            equipment=kits["gym"],
            athlete={
                "low_rep_strength": asked,
                "known_sets": (KnownSet(exercise="back_squat", load_kg=80.0, reps=5, rir=2.0),),
            },
        )
        heavy = all_of(
            told.prescribed(), lambda one: one.role is Role.MAIN and not rules_of(one) & {"fast_light_power"}
        )
        return min(
            int((each.reps or 0) + (each.rir or 0))
            for one in heavy
            for each in one.sets
            if each.load_kg is not None and not each.warm_up and exercises[one.exercise].leg_load
        )

    assert lowest(Lifting.EXPERIENCED, asked=True) <= 7
    assert lowest(Lifting.EXPERIENCED, asked=False) >= 8
    assert lowest(Lifting.NOVICE, asked=True) >= 8


def test_kettlebells_alone_give_a_whole_session(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    filled = story(weeks=8, equipment=kits["kettlebell"]).prescribed()
    loaded = all_of(filled, lambda one: any(each.load_kg for each in one.sets))
    assert loaded
    assert {each.implement.kind for one in loaded for each in one.sets if each.implement} == {"kettlebell"}
    families = {exercises[one.exercise].family for one in all_of(filled, lambda _: True)}
    assert Family.KETTLEBELL in families


def test_a_hotel_with_nothing_needs_no_kit_and_home_goes_on_as_before(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    home, hotel = Place(id="home", equipment=kits["gym"]), Place(id="hotel", equipment=Equipment())
    told = story(weeks=8, athlete={"places": (home, hotel)}, travel_weeks=(5,))
    filled = told.prescribed()
    away = [session for session in filled.sessions if session.place == "hotel"]
    assert away
    for session in away:
        assert session.exercises
        assert all(exercises[one.exercise].can_be_done_with(frozenset()) for one in session.exercises)
    mains = [
        {one.exercise for one in session.exercises if one.role is Role.MAIN}
        for session in filled.sessions[-6:]
        if session.place == "home"
    ]
    assert all(mains)
    assert len(set().union(*mains)) <= len(LEG_SLOTS)


def test_disliked_families_and_exercises_are_left_out(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    filled = story(weeks=5, athlete={"dislikes": ("lunge", "core", "push_up")}).prescribed()
    for one in all_of(filled, lambda _: True):
        assert exercises[one.exercise].family not in {Family.LUNGE, Family.CORE}
        assert one.exercise != "push_up"


def test_liked_exercises_come_more_often(story: Callable[..., Any]) -> None:
    def times(likes: tuple[str, ...]) -> int:
        filled = story(weeks=6, athlete={"likes": likes}).prescribed()
        return len(all_of(filled, lambda one: one.exercise == "side_plank"))

    assert times(("side_plank",)) >= times(())
    assert times(("side_plank",)) > 0


def test_twenty_minutes_still_hold_a_leg_lift(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    for session in story(weeks=6, minutes=20).prescribed().sessions:
        assert session.minutes <= 20
        assert any(exercises[one.exercise].leg_load for one in session.exercises)


def test_descents_slow_the_lowering(story: Callable[..., Any]) -> None:
    filled = story(weeks=4, emphases=(Emphasis.ECCENTRIC_QUADRICEPS,)).prescribed()
    assert all_of(filled, lambda one: one.tempo == "3-0-1" and "eccentric_quadriceps" in rules_of(one))


def test_stairs_are_climbed_where_there_are_some(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    filled = story(weeks=6, equipment=kits["stairs"], emphases=(Emphasis.STAIRS,)).prescribed()
    climbs = all_of(filled, lambda one: "stairs_for_climbs" in rules_of(one))
    assert climbs
    assert {exercises[one.exercise].pattern for one in climbs} <= {"stairs", "step"}


def test_a_weight_too_heavy_to_begin_with_is_said_and_an_easier_form_chosen(
    story: Callable[..., Any],
) -> None:
    kit = Equipment(kettlebells_kg=((24.0, 1),))
    filled = story(weeks=4, equipment=kit, athlete={"body_mass_kg": 50.0}).prescribed()
    assert any(finding.code == "lightest_weight_too_heavy" for finding in filled.findings)
    assert not all_of(filled, lambda one: one.exercise == "goblet_squat")


def test_without_body_mass_the_lightest_is_taken_and_said(
    story: Callable[..., Any], kits: Mapping[str, Equipment]
) -> None:
    filled = story(weeks=6, equipment=kits["gym"], athlete={"body_mass_kg": None}).prescribed()
    assert [finding.code for finding in filled.findings].count("no_body_mass") == 1
    firsts = all_of(filled, lambda one: "lightest_without_body_mass" in rules_of(one))
    assert firsts
    assert all(one.to_confirm for one in firsts)


def test_nothing_familiar_before_a_race_leaves_the_session_out_and_says_so(story: Callable[..., Any]) -> None:
    from runlift.domain.athlete.profile import Race, RacePriority  # noqa: PLC0415 - only here

    told = story(weeks=1)
    race = Race(
        date=told.season().weeks[0].monday.replace(day=12), name="r", priority=RacePriority.A, distance_m=1
    )
    filled = replace(told, races=(race,)).prescribed()
    assert filled.sessions == ()
    assert any(finding.code == "session_left_out" for finding in filled.findings)


def test_a_place_not_told_is_taken_as_empty_and_said(story: Callable[..., Any]) -> None:
    filled = story(weeks=2, travel_weeks=(0, 1)).prescribed()
    assert any(finding.code == "unknown_place" for finding in filled.findings)
    assert all(session.exercises for session in filled.sessions)


@pytest.mark.parametrize("stress", [LegStress.NONE, LegStress.LIGHT, LegStress.MODERATE])
def test_leg_stress_kept(
    story: Callable[..., Any],
    exercises: Mapping[str, Exercise],
    kits: Mapping[str, Equipment],
    stress: LegStress,
) -> None:
    from runlift.domain.prescription.prescribe import prescribe  # noqa: PLC0415 - only here

    told = story(weeks=6, equipment=kits["gym"], lifting=Lifting.EXPERIENCED)
    placed = tuple(replace(one, demand=replace(one.demand, leg_stress=stress)) for one in told.placed())
    filled = prescribe(told.season(), placed, told.runner(), exercises, races=(), runs=told.runs())
    legs = all_of(filled, lambda one: exercises[one.exercise].leg_load and one.role is not Role.WARM_UP)
    assert bool(legs) == (stress is not LegStress.NONE)
    assert all(exercises[one.exercise].soreness < 3 for one in legs)
    if stress is LegStress.LIGHT:
        assert all(each.rir is None or each.rir >= 4 for one in legs for each in one.sets)


def test_main_lifts_have_two_sets_where_strength_is_built(
    story: Callable[..., Any], kits: Mapping[str, Equipment]
) -> None:
    told = story(weeks=12, equipment=kits["gym"])
    lighter = {week.monday for week in told.season().weeks if week.deload}
    for session in told.prescribed().sessions:
        monday = session.date - timedelta(days=session.date.weekday())
        mains = [one for one in session.exercises if one.role is Role.MAIN]
        assert len(mains) <= len(LEG_SLOTS)
        if monday not in lighter:
            assert all(len({each.side for each in one.sets}) * 2 <= len(one.sets) for one in mains)


@pytest.mark.parametrize("kit", ["nothing", "eight_and_twelve", "gym"])
def test_calves_are_trained_every_week_with_raises(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise], kit: str
) -> None:
    told = story(weeks=8, equipment=kits[kit])
    trained = {
        session.date - timedelta(days=session.date.weekday())
        for session in told.prescribed().sessions
        if any(slot_of(exercises[one.exercise]) in {CALF, CALF_BENT} for one in session.exercises)
    }
    assert trained == {week.monday for week in told.season().weeks}


def test_a_gym_pulls_by_rowing_and_arm_drills_begin_plainly(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    filled = story(weeks=4, equipment=kits["gym"]).prescribed()
    pulls = all_of(filled, lambda one: exercises[one.exercise].family is Family.PULL)
    assert pulls
    assert all("row" in one.exercise or "pull" in one.exercise for one in pulls)
    drills = all_of(filled, lambda one: exercises[one.exercise].family is Family.ARM_DRILL)
    assert exercises[drills[0].exercise].level == 1


def test_loads_visibly_rise_in_eight_weeks(story: Callable[..., Any], kits: Mapping[str, Equipment]) -> None:
    filled = story(weeks=8, equipment=kits["gym"]).prescribed()
    squats = all_of(filled, lambda one: one.exercise == "goblet_squat")
    loads = [each.load_kg or 0.0 for one in squats for each in one.sets if not each.warm_up]
    assert max(loads) >= 1.5 * loads[0]


def test_the_straight_and_the_bent_knee_take_turns(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    filled = story(weeks=12, equipment=kits["eight_and_twelve"]).prescribed()
    raises = all_of(filled, lambda one: slot_of(exercises[one.exercise]) in {CALF, CALF_BENT})
    kinds = [slot_of(exercises[one.exercise]) for one in raises]
    assert min(kinds.count(CALF), kinds.count(CALF_BENT)) >= len(kinds) // 3


def test_the_experienced_lift_bars_past_the_foundation(
    story: Callable[..., Any], kits: Mapping[str, Equipment]
) -> None:
    told = story(weeks=12, lifting=Lifting.EXPERIENCED, equipment=kits["gym"])
    filled = told.prescribed()
    later = [session for session in filled.sessions if session.phase is not Phase.FOUNDATION]
    lifts = [one.exercise for session in later for one in session.exercises if one.role is Role.MAIN]
    assert set(lifts) & {"deadlift", "rdl_bb", "trapbar_deadlift"}
    assert lifts.count("back_squat") + lifts.count("front_squat") > 3 * lifts.count("goblet_squat")


def test_descents_ask_every_leg_session_for_a_loaded_lowering(
    story: Callable[..., Any], kits: Mapping[str, Equipment], exercises: Mapping[str, Exercise]
) -> None:
    told = story(weeks=12, equipment=kits["gym"], emphases=(Emphasis.ECCENTRIC_QUADRICEPS,))
    for session in told.prescribed().sessions:
        if session.phase is not Phase.FOUNDATION and session.leg_stress > LegStress.LIGHT:
            lowering = [one for one in session.exercises if is_loaded_lowering(exercises[one.exercise])]
            assert lowering
            assert any(one.tempo for one in lowering)
