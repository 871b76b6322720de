from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.progress.diaries import TODAY

from runlift.domain.diary.entry import BodyMass
from runlift.domain.progress.body_mass import body_mass_progress, may_see_body_mass

DAY = timedelta(days=1)


def weighed(*backs: int, mass_kg: float = 62.0) -> list[BodyMass]:
    return [BodyMass(date=TODAY - back * DAY, mass_kg=mass_kg) for back in backs]


def test_six_days_over_two_weeks_give_a_trend() -> None:
    found = body_mass_progress(weighed(0, 3, 6, 9, 12, 14), today=TODAY)
    assert found is not None
    assert found.trend is not None
    assert found.days_missing == 0


@pytest.mark.parametrize(("backs", "missing"), [((0, 5, 10, 14, 20), 1), ((0, 1, 2, 3, 4, 13), 0), ((9,), 5)])
def test_less_gives_none_and_tells_what_is_missing(backs: tuple[int, ...], missing: int) -> None:
    found = body_mass_progress(weighed(*backs), today=TODAY)
    assert found is not None
    assert (found.trend, found.days_missing) == (None, missing)


def test_the_mass_of_now_is_the_middle_of_the_last_week() -> None:
    told = [
        *weighed(0, mass_kg=62),
        *weighed(2, mass_kg=63),
        *weighed(6, mass_kg=70),
        *weighed(7, mass_kg=90),
    ]
    found = body_mass_progress(told, today=TODAY)
    assert found is not None
    assert found.now_kg == 63


def test_a_slip_beside_a_single_weighing_of_the_week_does_not_decide() -> None:
    told = [*weighed(20, 4), *weighed(0, mass_kg=57.8)]
    found = body_mass_progress(told, today=TODAY)
    assert found is not None
    assert found.now_kg == 62


@given(st.lists(st.integers(0, 40), min_size=3, max_size=12, unique=True), st.floats(30, 150))
def test_one_odd_day_among_three_or_more_never_moves_the_mass_of_now(backs: list[int], odd: float) -> None:
    told = [*weighed(*backs[1:]), *weighed(backs[0], mass_kg=odd)]
    found = body_mass_progress(told, today=TODAY)
    assert found is not None
    assert found.now_kg == 62


def test_what_is_told_long_ago_or_ahead_does_not_count() -> None:
    assert body_mass_progress(weighed(56, -1), today=TODAY) is None


def test_what_is_expected_is_told_with_its_evidence() -> None:
    found = body_mass_progress(weighed(0), today=TODAY)
    assert found is not None
    assert (found.mass_expected, found.lean_expected) == ((-1, 1), (0, 3))
    assert "B15" in found.evidence


@pytest.mark.parametrize(("age", "shown"), [(None, True), (19, True), (18, False), (15, False), (60, True)])
def test_nobody_who_may_be_under_18_sees_body_mass(age: int | None, shown: bool) -> None:  # noqa: FBT001
    assert may_see_body_mass(age) is shown
