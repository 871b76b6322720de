from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.session import Phase
from runlift.domain.season.phases import ORDER, foundation_weeks, is_newcomer, is_returning, share_weeks

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

LENGTHS = st.integers(0, 60)


def test_foundation_weeks_fall_with_experience_and_grow_with_time_away() -> None:
    assert foundation_weeks(Athlete(lifting=Lifting.NONE)) == 4
    assert foundation_weeks(Athlete(lifting=Lifting.NOVICE)) == 3
    experienced = [
        foundation_weeks(Athlete(lifting=Lifting.EXPERIENCED, weeks_off_lifting=weeks))
        for weeks in (None, 0, 1, 4, 5, 8, 9)
    ]
    assert experienced == [2, 1, 2, 2, 3, 3, 4]
    assert foundation_weeks(Athlete(lifting=Lifting.NOVICE, weeks_off_lifting=20)) == 4


def test_who_is_new_and_who_returns() -> None:
    assert is_newcomer(Athlete(lifting=Lifting.NOVICE, weeks_off_lifting=0))
    assert is_newcomer(Athlete(lifting=Lifting.EXPERIENCED, weeks_off_lifting=9))
    assert not is_newcomer(Athlete(lifting=Lifting.EXPERIENCED, weeks_off_lifting=3))
    assert is_returning(Athlete(lifting=Lifting.EXPERIENCED, weeks_off_lifting=3))
    assert not is_returning(Athlete(lifting=Lifting.EXPERIENCED, weeks_off_lifting=2))


@given(
    weeks=LENGTHS,
    foundation=st.integers(0, 5),
    newcomer=st.booleans(),
    kilometres=st.sampled_from([1, 10, 42.2]),
)
def test_shared_weeks_add_up_and_keep_their_order(
    make: Maker, weeks: int, foundation: int, kilometres: float, *, newcomer: bool
) -> None:
    phases = share_weeks(weeks, foundation=foundation, newcomer=newcomer, race=make.race(1, kilometres))
    assert len(phases) == weeks
    assert list(phases) == sorted(phases, key=ORDER.index)
    assert phases.count(Phase.POWER) != 1
    assert phases.count(Phase.STRENGTH) <= 13


@given(weeks=LENGTHS)
def test_a_longer_season_never_has_fewer_strength_weeks(weeks: int) -> None:
    shorter = share_weeks(weeks, foundation=3, newcomer=True, race=None)
    longer = share_weeks(weeks + 4, foundation=3, newcomer=True, race=None)
    assert longer.count(Phase.STRENGTH) >= shorter.count(Phase.STRENGTH)


def test_a_newcomer_with_few_weeks_stays_in_the_foundation() -> None:
    assert set(share_weeks(5, foundation=3, newcomer=True, race=None)) == {Phase.FOUNDATION}
    assert share_weeks(6, foundation=3, newcomer=True, race=None).count(Phase.STRENGTH) == 3
    assert share_weeks(5, foundation=3, newcomer=False, race=None).count(Phase.STRENGTH) == 2


def test_short_races_get_more_power(make: Maker) -> None:
    mile = share_weeks(18, foundation=2, newcomer=False, race=make.race(1, 1.5))
    ten = share_weeks(18, foundation=2, newcomer=False, race=make.race(1, 10))
    assert mile.count(Phase.POWER) > ten.count(Phase.POWER)
