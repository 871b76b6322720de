from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.session import PlannedSession


def _weeks(make: Maker, *sets: int) -> list[PlannedSession]:
    """Make one session a week with so many hard leg sets; none for a week of no sets."""
    return [
        make.session(7 * week, "18:00", *[make.exercise("squat", make.one())] * count)
        for week, count in enumerate(sets)
        if count
    ]


@given(before=st.integers(min_value=1, max_value=16), after=st.integers(min_value=1, max_value=18))
def test_weekly_set_increase_allows_a_fifth_or_two_sets(make: Maker, before: int, after: int) -> None:
    held = make.held(make.plan(*_weeks(make, before, after)))
    assert ("weekly_set_increase" in held) == (after > max(before * 1.2, before + 2))


@pytest.mark.parametrize(
    ("sets", "refused"),
    [
        ((15, 18), False),
        ((15, 19), True),
        ((10, 1, 1, 12), False),
        ((10, 1, 1, 1, 12), True),
        ((10, 0, 0, 0, 12), False),
        ((12,), False),
    ],
)
def test_weekly_set_increase_looks_back_three_weeks(
    make: Maker, sets: tuple[int, ...], *, refused: bool
) -> None:
    assert ("weekly_set_increase" in make.held(make.plan(*_weeks(make, *sets)))) == refused


def test_weekly_set_increase_passes_lighter_weeks_over(make: Maker) -> None:
    sessions = _weeks(make, 10, 2, 2, 2, 12)
    assert "weekly_set_increase" in make.held(make.plan(*sessions))
    assert "weekly_set_increase" not in make.held(make.plan(*sessions, deload=(3,)))


def test_weekly_set_increase_adds_up_the_sessions_of_a_week(make: Maker) -> None:
    one, *rest = _weeks(make, 4, 4)
    again = make.session(10, "18:00", *[make.exercise("squat", make.one())] * 4)
    assert "weekly_set_increase" in make.held(make.plan(one, *rest, again))


def test_leg_hard_sets_a_week_are_sixteen_at_most(make: Maker) -> None:
    assert "leg_hard_sets_a_week" not in make.held(make.plan(*_weeks(make, 16)))
    assert "leg_hard_sets_a_week" in make.held(make.plan(*_weeks(make, 17)))


def test_hard_sets_per_session_are_eighteen_at_most(make: Maker) -> None:
    for count, refused in ((18, False), (19, True)):
        rows = make.session(0, "18:00", *[make.exercise("row", make.one())] * count)
        assert ("hard_sets_per_session" in make.held(make.plan(rows))) == refused
