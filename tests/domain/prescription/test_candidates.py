from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from runlift.domain.athlete.profile import KnownSet, Lifting
from runlift.domain.exercise.exercise import Impact
from runlift.domain.plan.progress import Progress
from runlift.domain.prescription.candidates import (
    candidates,
    extensive_before_intensive,
    is_without_legs,
    level_is_offered,
    no_new_exercise_before_race,
    no_new_soreness_before_key_run,
    skilled_drill_comes_late,
)
from runlift.domain.prescription.ledger import Ledger, WeekTotal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.exercise.exercise import Exercise


def test_those_who_never_lifted_begin_with_the_easiest(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    situation = story(lifting=Lifting.NONE).situations()[0]
    offered = candidates(exercises, situation, Ledger())
    assert offered
    assert max(one.level for one in offered if one.regression is not None) <= 2
    assert all(one.can_be_done_with(frozenset()) for one in offered)


def test_a_harder_form_opens_once_the_easier_was_practised(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    situation = story(lifting=Lifting.NONE).situations()[2]
    harder = exercises["bw_squat_tempo"]
    done = Ledger(progress={"bw_squat": Progress(times=3)}, sessions=3)
    scarcely = Ledger(progress={"bw_squat": Progress(times=1)}, sessions=3)
    assert level_is_offered(harder, situation, done, exercises)
    assert not level_is_offered(harder, situation, scarcely, exercises)


def test_a_told_set_opens_its_exercise(story: Callable[..., Any], exercises: Mapping[str, Exercise]) -> None:
    told = (KnownSet(exercise="push_up_archer", load_kg=0.0, reps=5, rir=2.0),)
    situation = story(lifting=Lifting.NONE, athlete={"known_sets": told}).situations()[0]
    assert level_is_offered(exercises["push_up_archer"], situation, Ledger(), exercises)


def test_jumps_begin_with_easy_ones(story: Callable[..., Any], exercises: Mapping[str, Exercise]) -> None:
    jump = exercises["sl_pogo"]
    late = story(weeks=12).situations()[-4]
    assert jump.impact is Impact.INTENSIVE
    assert late.placed.demand.intensive_plyometrics

    def may_jump(*contacts: int) -> bool:
        first = late.week_number - len(contacts)
        weeks = {first + ahead: WeekTotal(contacts=each) for ahead, each in enumerate(contacts)}
        return extensive_before_intensive(jump, late, Ledger(weeks=weeks))

    assert may_jump(20, 24, 28, 32)
    assert may_jump(20, 24, 0, 28, 0, 32)
    assert not may_jump(24, 28, 32)
    assert not may_jump(20, 24, 28, 32, 0, 0, 0)  # after a gap they begin with easy ones again
    assert not may_jump(20, 24, 28, 32, 0, 0, 0, 24, 28, 32)
    other = replace(late, placed=replace(late.placed, demand=story(weeks=12).situations()[0].placed.demand))
    weeks = {number: WeekTotal(contacts=30) for number in range(late.week_number)}
    assert not extensive_before_intensive(jump, other, Ledger(weeks=weeks))


def test_nothing_new_close_to_a_race(story: Callable[..., Any], exercises: Mapping[str, Exercise]) -> None:
    situation = replace(story().situations()[0], may_meet_new=False)
    familiar = Ledger(progress={"plank": Progress(times=1)})
    assert no_new_exercise_before_race(exercises["plank"], situation, familiar)
    assert not no_new_exercise_before_race(exercises["side_plank"], situation, familiar)


def test_no_new_soreness_before_a_key_run(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    lunge, bridge = exercises["walking_lunge"], exercises["glute_bridge"]
    situation = replace(story(weeks=12).situations()[10], may_meet_sore=False)
    familiar = Ledger(progress={"walking_lunge": Progress(times=1)}, sessions=5)
    assert not no_new_soreness_before_key_run(lunge, situation, Ledger(sessions=5))
    assert no_new_soreness_before_key_run(lunge, situation, familiar)
    assert no_new_soreness_before_key_run(bridge, situation, Ledger(sessions=5))
    assert no_new_soreness_before_key_run(lunge, replace(situation, may_meet_sore=True), Ledger(sessions=5))


def test_a_session_without_leg_work_holds_no_bridge_stairs_or_jump(
    exercises: Mapping[str, Exercise],
) -> None:
    for id_ in ("glute_bridge_march", "stair_walk", "chair_squat", "a_march", "hip_snap_drill", "tib_raise"):
        assert not is_without_legs(exercises[id_])
    for id_ in ("push_up", "db_row", "side_plank", "farmers_carry", "arm_swing_standing", "bird_dog"):
        assert is_without_legs(exercises[id_])


def test_skilled_drill_comes_late(story: Callable[..., Any], exercises: Mapping[str, Exercise]) -> None:
    skip = exercises["b_skip"]
    for lifting, first in ((Lifting.NONE, None), (Lifting.NOVICE, 6), (Lifting.EXPERIENCED, 0)):
        for situation in story(lifting=lifting).situations():
            opened = first is not None and situation.week_number >= first
            assert skilled_drill_comes_late(skip, situation) is opened
