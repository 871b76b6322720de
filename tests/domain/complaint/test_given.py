from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.complaint.test_rules import in_stage

from runlift.domain.complaint.complaint import complaints
from runlift.domain.complaint.given import focuses_for, routines_for
from runlift.domain.complaint.rules import restrictions_for
from runlift.domain.exercise.catalogue import available, catalogue
from runlift.domain.plan.body import Lock, OpenComplaint, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.domain.exercise.exercise import Exercise

NOTHING = {each.id: each for each in available(frozenset())}
BAND = {each.id: each for each in available(frozenset({"band"}))}
stages = st.sampled_from([Stage.SORE, Stage.SETTLING, Stage.BUILDING])
several = st.lists(st.builds(in_stage, st.sampled_from(sorted(complaints())), stages), min_size=1, max_size=3)


def items(found: list[OpenComplaint], at_hand: Mapping[str, Exercise] = BAND) -> list[str]:
    left_out = {id_ for each in restrictions_for(found, catalogue()) for id_ in each.exercises}
    routines = routines_for(found, left_out, at_hand)
    return [item.exercise for each in routines for item in each.items]


@given(several)
def test_routines_hold_each_exercise_once_and_none_that_is_left_out(found: list[OpenComplaint]) -> None:
    left_out = {id_ for each in restrictions_for(found, catalogue()) for id_ in each.exercises}
    told = items(found)
    assert len(told) == len(set(told))
    assert not set(told) & left_out
    assert not {id_ for each in focuses_for(found, left_out) for id_ in each.exercises} & left_out


@given(several)
def test_routines_ask_only_for_the_kit_at_home(found: list[OpenComplaint]) -> None:
    assert all(each in NOTHING for each in items(found, NOTHING))


def test_of_two_forms_the_harder_one_is_given_where_the_kit_allows_it() -> None:
    knee = [in_stage("pfp", Stage.SORE)]
    assert "clamshell" in items(knee)
    assert "clamshell_bw" not in items(knee)
    assert "clamshell_bw" in items(knee, NOTHING)


def test_foot_and_balance_work_is_kept_away_from_runs() -> None:
    for name in ("ankle", "ankle_instability", "plantar", "mtss"):
        for routine in routines_for([in_stage(name, Stage.SETTLING)], (), catalogue()):
            if routine.moment == "before_run":
                families = {catalogue()[item.exercise].family.value for item in routine.items}
                assert not families & {"balance", "calf_foot"}


def test_a_locked_bone_gets_only_what_spares_the_legs() -> None:
    (focus,) = focuses_for([in_stage("bsi", Stage.LOCKED, Lock.BONE)], ())
    assert set(focus.exercises) == {"push_up", "db_row", "dead_bug", "side_plank_knees"}
