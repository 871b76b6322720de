from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.season.volume import weekly_hard_sets_grow_slowly

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker


def test_weekly_hard_sets_grow_by_two_or_a_fifth() -> None:
    assert weekly_hard_sets_grow_slowly(5) == 7
    assert weekly_hard_sets_grow_slowly(20) == 24


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_leg_sets_stay_within_the_budget_and_grow_slowly(make: Maker, data: st.DataObject) -> None:
    weeks = data.draw(make.random_cases).season().weeks
    assert all(0 <= week.leg_hard_sets[0] <= week.leg_hard_sets[1] <= 16 for week in weeks)
    most = 10.0
    for week in weeks:
        assert week.leg_hard_sets[1] <= weekly_hard_sets_grow_slowly(most)
        most = max(most, week.leg_hard_sets[1])


def test_a_deload_halves_the_sets(make: Maker) -> None:
    season = make.case().season()
    deload = next(week for week in season.weeks if week.deload)
    assert (deload.sets_factor, deload.load_factor, deload.rir_plus) == (0.5, 0.9, 2)
    assert deload.leg_hard_sets[1] <= 8
