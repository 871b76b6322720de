from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.adjustment.pain import restrictions
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.diary.entry import BodyPart, ComplaintTold, FieldTestDone, Pain, SetDone
from runlift.domain.evidence import constant
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import Impact
from runlift.domain.exercise.vocabulary import COMPLAINTS
from runlift.domain.plan.session import Side
from runlift.wording.reason import reason_words

if TYPE_CHECKING:
    from datetime import date

    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.diary.entry import Entry
    from runlift.domain.plan.easing import Restriction

HOP = next(each.id for each in field_tests().values() if each.hops)


def left_out(make: Maker, *told: tuple[int, int], exercise: str = "") -> tuple[Restriction, ...]:
    pains = [
        Pain(date=make.day(day), at=BodyPart.KNEE, level=level, exercise=exercise) for day, level in told
    ]
    return restrictions(make.diary(*pains), catalogue(), began=make.day(-30))


def test_pain_up_to_three_leaves_nothing_out(make: Maker) -> None:
    assert left_out(make, (0, 3)) == ()


def test_pain_above_three_leaves_out_what_hurt_its_harder_forms_and_what_loads_the_place(make: Maker) -> None:
    (restriction,) = left_out(make, (0, 4), exercise="bw_squat")
    assert {"bw_squat", "goblet_squat"} <= set(restriction.exercises)
    knee = [one for one in catalogue().values() if any("pfp" in code for code in one.unsuitable_for)]
    marked = {one.id for one in knee}
    assert marked <= set(restriction.exercises)
    assert restriction.reason.rule == "pain_leaves_out"
    assert "plank" not in restriction.exercises
    assert {"pogo", "a_march"} <= set(restriction.exercises)  # no jumps on a knee that hurts
    assert "box_squat_bw" not in restriction.exercises


def test_severe_pain_of_a_leg_stops_all_leg_work_until_told(make: Maker) -> None:
    (restriction,) = left_out(make, (0, 6))
    legs = {one.id for one in catalogue().values() if one.leg_load}
    assert legs <= set(restriction.exercises)
    assert {"box_squat_bw", "glute_bridge_march", "a_march"} <= set(restriction.exercises)  # easy ones too
    assert {"farmers_carry", "march_carry"} <= set(restriction.exercises)
    assert restriction.until is None


def test_two_quiet_reports_a_week_later_end_it(make: Maker) -> None:
    (still,) = left_out(make, (0, 4), (7, 2))
    assert still.until is None  # one quiet report, and then nothing: silence ends nothing
    (over,) = left_out(make, (0, 4), (5, 1), (8, 2))
    assert over.until == make.day(9)
    (early,) = left_out(make, (0, 6), (2, 0), (3, 0))
    assert early.until is None


def test_quiet_words_of_one_side_end_nothing_of_the_other(make: Maker) -> None:
    def until(hurt: Side, quiet: Side) -> date | None:
        told = [(0, 6, hurt), (5, 0, quiet), (8, 0, quiet)]
        pains = [
            Pain(date=make.day(day), at=BodyPart.KNEE, level=level, side=side) for day, level, side in told
        ]
        (found,) = restrictions(make.diary(*pains), catalogue(), began=make.day(-30))
        return found.until

    assert until(Side.LEFT, Side.RIGHT) is None
    for hurt, quiet in ((Side.LEFT, Side.LEFT), (Side.LEFT, Side.BOTH), (Side.BOTH, Side.RIGHT)):
        assert until(hurt, quiet) == make.day(9)


def test_the_same_pain_of_two_sides_is_told_once(make: Maker) -> None:
    pains = [Pain(date=make.day(0), at=BodyPart.KNEE, level=6, side=side) for side in Side]
    assert len(restrictions(make.diary(*pains), catalogue(), began=make.day(-30))) == 1


def test_pain_that_comes_back_leaves_out_again(make: Maker) -> None:
    first, second = left_out(make, (0, 4), (8, 0), (9, 0), (12, 5))
    assert first.until == make.day(10)
    assert second.first == make.day(12)


def test_pain_of_shoulder_or_wrist_leaves_out_what_the_arms_lift(make: Maker) -> None:
    pains = [Pain(date=make.day(0), at=at, level=4) for at in (BodyPart.SHOULDER, BodyPart.WRIST)]
    for pain in pains:
        (found,) = restrictions(make.diary(pain), catalogue(), began=make.day(-30))
        assert {"push_up", "db_row"} <= set(found.exercises)
        assert "bw_squat" not in found.exercises


def test_every_place_that_hurts_leaves_something_out(make: Maker) -> None:
    for at in BodyPart:
        (found,) = restrictions(
            make.diary(Pain(date=make.day(0), at=at, level=4)), catalogue(), began=make.day(-30)
        )
        assert found.exercises, at


def set_done(make: Maker, day: int, exercise: str, pain: int, *, name: str = "") -> SetDone:
    done_at = datetime.combine(make.day(day), time(18))
    return SetDone(session=f"s{day}", position=1, exercise=exercise, name=name, done_at=done_at, pain=pain)


def test_severe_pain_of_an_unknown_place_leaves_out_leg_work_and_jumps(make: Maker) -> None:
    pain = Pain(date=make.day(0), at=BodyPart.OTHER, level=6)
    (found,) = restrictions(make.diary(pain), catalogue(), began=make.day(-30))
    careful = {one.id for one in catalogue().values() if one.leg_load or one.impact is not Impact.NONE}
    assert careful <= set(found.exercises)
    assert "plank" not in found.exercises
    assert "leg work and jumps stop" in reason_words(found.reason)


@pytest.mark.parametrize("at", [BodyPart.NECK, BodyPart.SHOULDER, BodyPart.ARM, BodyPart.WRIST])
def test_severe_pain_above_the_legs_does_not_claim_that_leg_work_stops(make: Maker, at: BodyPart) -> None:
    pain = Pain(date=make.day(0), at=at, level=9)
    (found,) = restrictions(make.diary(pain), catalogue(), began=make.day(-30))
    assert "bw_squat" not in found.exercises
    assert "leg work" not in reason_words(found.reason)
    assert f"at the {at.value}" in reason_words(found.reason)


def test_pain_of_an_unnamed_place_leaves_out_jumps_and_heavy_leg_work_and_asks_which(make: Maker) -> None:
    for level in (4, 5):
        pain = Pain(date=make.day(0), at=BodyPart.OTHER, level=level)
        (found,) = restrictions(make.diary(pain), catalogue(), began=make.day(-30))
        assert {"pogo", "back_squat", "nordic"} <= set(found.exercises)
        assert not {"bw_squat", "goblet_squat", "plank", "db_row"} & set(found.exercises)
        assert "say where it hurts" in reason_words(found.reason)


def test_pain_of_an_unnamed_place_in_an_arm_exercise_says_nothing_of_the_legs(make: Maker) -> None:
    for hurt, jumps in (("db_row", False), ("goblet_squat", True)):
        (found,) = restrictions(make.diary(set_done(make, 0, hurt, 4)), catalogue(), began=make.day(-30))
        assert ("pogo" in found.exercises) is jumps
        assert hurt in found.exercises
        assert ("jumps" in reason_words(found.reason)) is jumps


def test_severe_pain_of_the_legs_says_that_leg_work_stops(make: Maker) -> None:
    (found,) = left_out(make, (0, 9))
    assert "leg work stops" in reason_words(found.reason)


def test_a_quiet_row_does_not_end_what_a_squat_hurt_at_an_unknown_place(make: Maker) -> None:
    hurt = set_done(make, 0, "goblet_squat", 9)
    quiet = [set_done(make, 3, "db_row", 0), set_done(make, 8, "plank", 0)]
    quiet += [set_done(make, 9, "", 0, name="Leg press"), set_done(make, 10, "", 0, name="Leg press")]
    (found,) = restrictions(make.diary(hurt, *quiet), catalogue(), began=make.day(-30))
    assert found.until is None


def test_pain_in_a_field_test_counts_as_of_an_unnamed_place_until_its_place_is_told(make: Maker) -> None:
    hurt = FieldTestDone(date=make.day(0), test="heel_raise", left=9, right=9, pain=6)
    (found,) = restrictions(make.diary(hurt), catalogue(), began=make.day(-30))
    assert {"goblet_squat", "pogo"} <= set(found.exercises)
    knee = Pain(date=make.day(0), at=BodyPart.KNEE, level=6)
    (named,) = restrictions(make.diary(hurt, knee), catalogue(), began=make.day(-30))
    assert "knee" in reason_words(named.reason)
    complaint = ComplaintTold(complaint="pfp", first=make.day(1), answered=True)
    after = restrictions(make.diary(hurt, complaint), catalogue(), began=make.day(-30))
    assert not any(each.forbids("back_squat", make.day(1)) for each in after)


def test_a_hop_that_hurt_leaves_out_jumps_until_it_does_not_or_a_complaint_takes_over(make: Maker) -> None:
    def until(*more: Entry) -> date | None:
        hurt = FieldTestDone(date=make.day(0), test=HOP, left=10, right=10, pain=1)
        (found,) = restrictions(make.diary(hurt, *more), catalogue(), began=make.day(-30))
        assert "pogo" in found.exercises
        assert "back_squat" not in found.exercises
        assert "jumps are left out" in reason_words(found.reason)
        return found.until

    again = FieldTestDone(date=make.day(9), test=HOP, left=10, right=10, pain=0)
    assert until() is None
    assert until(replace(again, pain=None)) is None
    assert until(again) == make.day(10)
    assert until(ComplaintTold(complaint="mtss", first=make.day(2))) == make.day(2)


def test_quiet_sets_of_it_or_quiet_days_end_what_an_exercise_hurt_at_an_unknown_place(make: Maker) -> None:
    hurt = set_done(make, 0, "goblet_squat", 4)
    same = [set_done(make, 7, "goblet_squat", 0), set_done(make, 8, "goblet_squat", 1)]
    days = [Pain(date=make.day(day), at=BodyPart.OTHER, level=0) for day in (7, 8)]
    for quiet in (same, days):
        (found,) = restrictions(make.diary(hurt, *quiet), catalogue(), began=make.day(-30))
        assert "goblet_squat" in found.exercises
        assert found.until == make.day(9)


def test_two_exercises_that_hurt_at_an_unknown_place_end_each_on_its_own(make: Maker) -> None:
    told = [set_done(make, 0, "goblet_squat", 4), set_done(make, 0, "db_row", 4)]
    told += [set_done(make, 7, "db_row", 0), set_done(make, 8, "db_row", 0)]
    found = restrictions(make.diary(*told), catalogue(), began=make.day(-30))
    assert not any(one.forbids("db_row", make.day(9)) for one in found)
    assert any(one.forbids("goblet_squat", make.day(9)) for one in found)


@given(levels=st.lists(st.integers(0, 10), min_size=1, max_size=8))
def test_a_day_of_pain_above_the_limit_is_never_open_to_what_hurt(make: Maker, levels: list[int]) -> None:
    told = list(enumerate(levels))
    found = left_out(make, *told, exercise="goblet_squat")
    for day, level in told:
        forbidden = any(each.forbids("goblet_squat", make.day(day)) for each in found)
        assert forbidden or level <= 3


def test_every_place_that_hurts_names_known_complaints() -> None:
    table = constant("complaints_of_body_part").value
    assert isinstance(table, dict)
    assert {complaint for each in table.values() for complaint in each} <= COMPLAINTS
    assert set(table) <= set(BodyPart)
