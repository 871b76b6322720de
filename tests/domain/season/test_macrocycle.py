from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.session import Phase
from runlift.domain.season.block import blocks
from runlift.domain.season.macrocycle import PhaseWeek, cycle_lengths, lay_out

if TYPE_CHECKING:
    from tests.domain.season.conftest import Maker

    from runlift.domain.athlete.profile import Race


@given(weeks=st.integers(1, 200), to_race=st.booleans())
def test_cycles_add_up_and_stay_within_their_length(*, weeks: int, to_race: bool) -> None:
    lengths = cycle_lengths(weeks, to_race=to_race)
    assert sum(lengths) == weeks
    assert all(0 < length <= 24 for length in lengths)


def test_a_race_after_the_last_day_already_shapes_the_season(make: Maker) -> None:
    weeks = _weeks(make, 8, (make.race(16, 42.195),))
    assert len(weeks) == 8
    assert [week.phase for week in weeks] == [Phase.FOUNDATION] * 3 + [Phase.STRENGTH] * 5
    assert weeks[-1].weeks_of_phase == 6


def test_a_race_before_the_first_day_is_recovered_from(make: Maker) -> None:
    weeks = _weeks(make, 8, (make.race(0, 42.195),))
    assert [week.phase for week in weeks[:3]] == [Phase.RECOVERY, Phase.RECOVERY, Phase.FOUNDATION]
    assert sum(week.phase is Phase.FOUNDATION for week in weeks) == 3


def test_strength_is_cut_into_blocks_of_at_most_six_weeks(make: Maker) -> None:
    weeks = _weeks(make, 24, (make.race(24, 42.195),))
    numbered = blocks(weeks)
    strength = [numbered[i] for i, week in enumerate(weeks) if week.phase is Phase.STRENGTH]
    assert max(place for _, place in strength) <= 5
    assert len({block for block, _ in strength}) == 2


def test_maintenance_and_taper_keep_the_lifts_of_the_block_before(make: Maker) -> None:
    weeks = _weeks(make, 16, (make.race(16, 42.195),))
    numbered = [block for block, _ in blocks(weeks)]
    power = next(numbered[i] for i, week in enumerate(weeks) if week.phase is Phase.POWER)
    assert numbered[-1] == power


def test_a_cut_first_week_does_not_count_as_foundation(make: Maker) -> None:
    whole = _weeks(make, 16, ())
    cut = _weeks(make, 16, (), short_start=True)
    assert _foundation(cut) == _foundation(whole) + 1


def _foundation(weeks: tuple[PhaseWeek, ...]) -> int:
    return sum(week.phase is Phase.FOUNDATION for week in weeks)


def _weeks(
    make: Maker, weeks: int, races: tuple[Race, ...], *, short_start: bool = False
) -> tuple[PhaseWeek, ...]:
    return lay_out(
        Athlete(lifting=Lifting.NOVICE),
        races,
        first_day=make.monday,
        last_day=make.monday + timedelta(weeks=weeks, days=-1),
        short_start=short_start,
    )
