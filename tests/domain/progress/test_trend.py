from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.progress.trend import by_day, trend

START = date(2027, 1, 4)


def points(values: list[float]) -> list[tuple[date, float]]:
    return [(START + timedelta(days=3 * number), value) for number, value in enumerate(values)]


def test_a_straight_line_is_found() -> None:
    found = trend(points([60 + 0.3 * number for number in range(8)]))
    assert found is not None
    assert found.weekly == pytest.approx(0.7)
    assert found.low == pytest.approx(0.7)
    assert found.level == pytest.approx(62.1)
    assert found.is_clear


def test_one_odd_day_does_not_move_it() -> None:
    values = [60 + 0.3 * number for number in range(10)]
    values[4] = 95.0
    found = trend(points(values))
    assert found is not None
    assert found.weekly == pytest.approx(0.7, abs=0.05)


def test_several_values_of_a_day_count_as_their_middle() -> None:
    assert by_day([(START, 60.0), (START, 80.0), (START, 61.0)]) == ((START, 61.0),)


def test_a_single_day_has_no_trend() -> None:
    assert trend(points([60.0])) is None


def test_the_interval_holds_a_steady_state_about_as_often_as_it_says() -> None:
    chance = Random(3)  # noqa: S311 - the same masses in every run
    runs = [trend(points([60 + chance.gauss(0, 0.5) for _ in range(12)])) for _ in range(300)]
    held = sum(1 for each in runs if each is not None and not each.is_clear)
    assert 0.91 <= held / len(runs) <= 0.99


masses = st.lists(st.floats(45, 110), min_size=2, max_size=12)


@given(masses)
def test_the_trend_lies_within_its_interval(values: list[float]) -> None:
    found = trend(points(values))
    assert found is not None
    assert found.low <= found.weekly <= found.high


@given(masses)
def test_told_backwards_the_trend_is_turned(values: list[float]) -> None:
    there, back = trend(points(values)), trend(points(values[::-1]))
    assert there is not None
    assert back is not None
    assert back.weekly == pytest.approx(-there.weekly, abs=1e-9)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=1e-9)
