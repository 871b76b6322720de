from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.response.pooling import Seen, pooled

GROUPS = st.lists(
    st.builds(
        Seen,
        change=st.floats(-10, 10),
        scale=st.floats(0.2, 1),
        standard_error=st.floats(0.5, 3),
    ),
    min_size=2,
    max_size=12,
)


def test_groups_that_agree_leave_no_spread() -> None:
    found = pooled([Seen(change=-3, scale=1, standard_error=1)] * 4)
    assert (found.mean, found.standard_error, found.sd_between) == (-3, 0.5, 0)


def test_spread_beyond_chance_is_found_by_moments() -> None:
    found = pooled([Seen(change=change, scale=1, standard_error=1) for change in (-6, 0)])
    assert found.mean == -3
    assert found.sd_between == pytest.approx((18 - 1) ** 0.5)


def test_a_group_that_shows_half_the_effect_counts_as_half() -> None:
    groups = [Seen(change=-3, scale=1, standard_error=1), Seen(change=-1.5, scale=0.5, standard_error=1)]
    assert pooled(groups).mean == pytest.approx(-3)


def test_groups_without_any_share_tell_nothing() -> None:
    with pytest.raises(ValueError, match="no group"):
        pooled([Seen(change=-3, scale=0, standard_error=1)])


@given(groups=GROUPS)
def test_the_mean_lies_among_what_the_groups_say_of_the_full_effect(groups: list[Seen]) -> None:
    full = [each.change / each.scale for each in groups]
    assert min(full) - 1e-6 <= pooled(groups).mean <= max(full) + 1e-6


@given(groups=GROUPS, factor=st.floats(0.1, 10))
def test_another_unit_changes_nothing_but_the_unit(groups: list[Seen], factor: float) -> None:
    other = [
        Seen(change=each.change * factor, scale=each.scale, standard_error=each.standard_error * factor)
        for each in groups
    ]
    assert pooled(other).mean == pytest.approx(pooled(groups).mean * factor, abs=1e-6)
    assert pooled(other).sd_between == pytest.approx(pooled(groups).sd_between * factor, abs=1e-3)
