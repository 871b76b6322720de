from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.plan.session import Side

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

counts = st.integers(min_value=0, max_value=4)


@given(left=counts, right=counts)
def test_sides_differ_by_the_one_set_of_a_weak_side_at_most(make: Maker, left: int, right: int) -> None:
    sides = [Side.LEFT] * left + [Side.RIGHT] * right + [Side.BOTH]
    row = make.exercise("row", *(make.one(side=side) for side in sides))
    held = make.held(make.plan(make.session(0, "18:00", row)))
    assert ("sides_trained_alike" in held) == (abs(left - right) > 1)


def test_sides_of_the_ten_minute_version_are_trained_alike_too(make: Maker) -> None:
    lone = make.exercise("row", *[make.one(side=Side.RIGHT)] * 2)
    assert "sides_trained_alike" in make.held(make.plan(make.session(0, "18:00", ten_minutes=(lone,))))


def test_lead_up_sets_of_one_side_do_not_count(make: Maker) -> None:
    lead_up = [make.one(side=Side.LEFT, warm_up=True)] * 2
    both = [make.one(side=Side.LEFT), make.one(side=Side.RIGHT)]
    row = make.exercise("row", *lead_up, *both)
    assert "sides_trained_alike" not in make.held(make.plan(make.session(0, "18:00", row)))
