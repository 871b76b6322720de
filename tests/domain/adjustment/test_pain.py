from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.adjustment.pain import restrictions
from runlift.domain.diary.entry import BodyPart, Pain
from runlift.domain.evidence import constant
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.vocabulary import COMPLAINTS

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.plan.easing import Restriction


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
    assert restriction.until is None


def test_two_quiet_reports_a_week_later_end_it(make: Maker) -> None:
    (still,) = left_out(make, (0, 4), (7, 2))
    assert still.until is None  # one quiet report, and then nothing: silence ends nothing
    (over,) = left_out(make, (0, 4), (5, 1), (8, 2))
    assert over.until == make.day(9)
    (early,) = left_out(make, (0, 6), (2, 0), (3, 0))
    assert early.until is None


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
    for at in set(BodyPart) - {BodyPart.OTHER}:
        (found,) = restrictions(
            make.diary(Pain(date=make.day(0), at=at, level=4)), catalogue(), began=make.day(-30)
        )
        assert found.exercises, at


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
