from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.plan.session import Phase
from runlift.domain.season.deload import LoadingWeek, deloads

weeks = st.lists(
    st.builds(
        LoadingWeek,
        phase=st.sampled_from([Phase.STRENGTH, Phase.STRENGTH, Phase.TAPER]),
        light=st.booleans(),
        down=st.booleans(),
    ).map(lambda week: week if week.phase is Phase.STRENGTH else _week(Phase.TAPER)),
    max_size=40,
)


@given(weeks=weeks)
def test_no_more_than_five_loading_weeks_follow_each_other(weeks: list[LoadingWeek]) -> None:
    loading = 0
    for week, reason in zip(weeks, deloads(weeks), strict=True):
        loading = 0 if week.light or reason else loading + 1
        assert loading <= 5


@given(weeks=weeks)
def test_light_weeks_are_never_deloads_and_two_deloads_never_touch(weeks: list[LoadingWeek]) -> None:
    found = deloads(weeks)
    assert not any(week.light and reason for week, reason in zip(weeks, found, strict=True))
    assert not any(a and b for a, b in itertools.pairwise(found))


def test_every_fourth_week_is_lighter_without_down_weeks() -> None:
    found = deloads([_week(Phase.STRENGTH)] * 9)
    assert [index for index, reason in enumerate(found) if reason] == [3, 7]
    assert {reason.rule for reason in found if reason} == {"deload_every_fourth_week"}


def test_the_running_plans_own_down_weeks_are_used() -> None:
    found = deloads([_week(Phase.STRENGTH, down=index in {2, 7}) for index in range(9)])
    assert [index for index, reason in enumerate(found) if reason] == [2, 7]
    assert {reason.rule for reason in found if reason} == {"deload_with_running"}


def test_a_down_week_after_one_loading_week_is_left_alone() -> None:
    assert not any(deloads([_week(Phase.STRENGTH, down=index == 1) for index in range(3)]))


def test_the_week_before_a_taper_is_no_deload() -> None:
    before_taper = [_week(Phase.STRENGTH)] * 4 + [_week(Phase.TAPER)]
    assert not any(deloads(before_taper))


def _week(phase: Phase, *, down: bool = False) -> LoadingWeek:
    return LoadingWeek(phase=phase, light=phase is Phase.TAPER, down=down)
