from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.assessment.asymmetry import asymmetry_of_sides, limb_symmetry_index
from runlift.domain.assessment.emphasis import weak_links_of, weak_sides_of
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.assessment.findings import Says, findings_of
from runlift.domain.assessment.threshold import NOT_TOLD, Runner
from runlift.domain.assessment.weak_side import shown_side
from runlift.domain.diary.entry import FieldTestDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side

FIRST = date(2027, 1, 4)
figures = st.floats(min_value=0, max_value=150)
one_sided = st.sampled_from([each for each in field_tests().values() if each.one_sided])


def told(left: float, right: float, day: int, test: str = "heel_raise", pain: int = 0) -> FieldTestDone:
    return FieldTestDone(date=FIRST + timedelta(days=day), test=test, left=left, right=right, pain=pain)


@given(left=figures, right=figures)
def test_formulas_are_bounded_and_signed_by_the_higher_side(left: float, right: float) -> None:
    percent = asymmetry_of_sides(left, right)
    assert -100 <= percent <= 100
    assert (percent > 0) == (right > left)
    assert asymmetry_of_sides(right, left) == -percent
    assert limb_symmetry_index(left, right) == pytest.approx(100 - abs(percent))


@given(test=one_sided, figure=figures, count=st.integers(1, 4))
def test_even_sides_show_nothing(test: object, figure: float, count: int) -> None:
    results = [told(figure, figure, 7 * at) for at in range(count)]
    assert shown_side(test, results) is None  # type: ignore[arg-type]


@given(test=one_sided, left=figures, right=figures)
def test_one_test_shows_nothing(test: object, left: float, right: float) -> None:
    assert shown_side(test, [told(left, right, 0)]) is None  # type: ignore[arg-type]


@given(left=st.integers(0, 40), lower=st.integers(0, 40), more=st.integers(0, 20))
def test_a_larger_difference_is_never_acted_on_less(left: int, lower: int, more: int) -> None:
    test, right = field_tests()["heel_raise"], max(0, left - lower)
    near = shown_side(test, [told(left, right, 0), told(left, right, 7)])
    far = shown_side(test, [told(left, max(0, right - more), 0), told(left, max(0, right - more), 7)])
    assert near is None or (far is not None and far.side is near.side)


def test_two_heel_raise_tests_make_the_right_side_weak() -> None:
    results = [told(22, 17, 0), told(23, 17, 7)]
    (weak,) = weak_sides_of(results, NOT_TOLD, catalogue(), today=FIRST + timedelta(days=7))
    assert weak.side is Side.RIGHT
    assert "sl_calf_raise_floor" in weak.exercises
    assert "seated_calf_raise" not in weak.exercises
    assert weak.until == FIRST + timedelta(days=7, weeks=8)


@pytest.mark.parametrize(
    ("results", "says"),
    [
        ([(22, 17, 0)], Says.REPEAT),
        ([(22, 17, 0), (17, 22, 7)], Says.REPEAT),
        ([(22, 19, 0), (22, 19, 7)], Says.WITHIN_ERROR),
        ([(22, 17, 0), (22, 21, 7)], Says.NOTHING),
        ([(22, 17, 0), (23, 17, 7), (22, 22, 14)], Says.WEAK),
        ([(22, 17, 0), (23, 17, 7), (22, 22, 14), (22, 21, 21)], Says.NOTHING),
        ([(22, 17, 0), (23, 17, 120)], Says.REPEAT),
    ],
)
def test_what_the_sides_say(results: list[tuple[float, float, int]], says: Says) -> None:
    done = [told(*each) for each in results]
    (found,) = findings_of(done, NOT_TOLD, today=done[-1].date)
    assert found.sides is says


def test_a_weak_side_counts_for_eight_weeks() -> None:
    done = [told(22, 17, 0), told(23, 17, 7)]
    late = FIRST + timedelta(days=7, weeks=8)
    assert weak_sides_of(done, NOT_TOLD, catalogue(), today=late) == ()
    (found,) = findings_of(done, NOT_TOLD, today=late)
    assert found.sides is Says.OVER


def test_fewer_points_are_better_in_the_step_down() -> None:
    done = [told(1, 4, 0, "step_down"), told(1, 4, 7, "step_down")]
    (weak,) = weak_sides_of(done, NOT_TOLD, catalogue(), today=done[-1].date)
    assert weak.side is Side.RIGHT


def test_results_with_pain_count_nowhere() -> None:
    done = [told(22, 17, 0, pain=3), told(23, 17, 7)]
    assert weak_sides_of(done, NOT_TOLD, catalogue(), today=done[-1].date) == ()


def test_below_80_percent_of_the_norm_twice_is_a_weak_link() -> None:
    young = Runner(age=25, sex="male")
    done = [told(29, 29, 0), told(29, 29, 7)]
    (link,) = weak_links_of(done, young, today=done[-1].date)
    assert link.threshold == pytest.approx(37 * 0.8)
    assert weak_links_of(done[:1], young, today=done[-1].date) == ()
    assert weak_links_of(done, NOT_TOLD, today=done[-1].date) == ()


def test_a_back_that_is_weak_against_the_side_plank_twice_is_a_weak_link() -> None:
    done = [
        told(90, 90, 0, "side_plank"),
        FieldTestDone(date=FIRST, test="back_hold", both=100),
        told(90, 90, 7, "side_plank"),
        FieldTestDone(date=FIRST + timedelta(days=7), test="back_hold", both=100),
    ]
    (link,) = weak_links_of(done, NOT_TOLD, today=done[-1].date)
    assert link.shown_by == "side_plank_to_back_hold"
    assert weak_links_of(done[:2], NOT_TOLD, today=done[-1].date) == ()


def test_every_exercise_of_a_test_is_in_the_catalogue() -> None:
    asked = {id_ for each in field_tests().values() for id_ in (*each.exercises, *each.beside)}
    assert asked <= set(catalogue())
