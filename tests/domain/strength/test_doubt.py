"""Values that jump wait until they are seen again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.strength.estimate import StrengthEstimate, estimate
from runlift.domain.strength.lift import Lift
from runlift.domain.strength.observation import Observation, WhyKeptOut

if TYPE_CHECKING:
    from tests.domain.strength.conftest import MakeSet

POUNDS = 2.2046
SQUAT = Lift(exercise="back_squat")


def estimated(sets: list[Observation]) -> StrengthEstimate:
    found = estimate(sets, lift=SQUAT, as_of=max(each.done_at for each in sets).date() + timedelta(days=1))
    assert found is not None
    return found


def doubted(found: StrengthEstimate) -> int:
    return sum(each.why is WhyKeptOut.DOUBTFUL for each in found.kept_out)


@given(by=st.sampled_from([POUNDS, 1 / POUNDS]), sessions=st.integers(3, 8))
def test_a_session_in_the_wrong_unit_is_kept_out(by: float, sessions: int, one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(sessions)]
    wrong = one_set(4 * sessions, 60 * by)
    found = estimated([*sets, wrong])
    assert doubted(found) == 1
    assert found.median == pytest.approx(estimated(sets).median, rel=0.02)


def test_a_jump_seen_in_three_sessions_is_a_new_level(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(8)]
    jumps = [one_set(32 + 4 * number, 60 * POUNDS) for number in range(3)]
    assert doubted(estimated([*sets, *jumps[:2]])) == 2
    found = estimated([*sets, *jumps])
    assert doubted(found) == 0
    assert found.median == pytest.approx(60 * POUNDS * 4 / 3, rel=0.1)
    assert found.sessions == 3
    assert found.since == jumps[0].done_at.date()


def test_a_first_session_in_the_wrong_unit_gives_way_to_the_second_that_agrees(one_set: MakeSet) -> None:
    sets = [one_set(0, 60 * POUNDS), one_set(4), one_set(8)]
    assert estimated(sets).median == pytest.approx(80, rel=0.1)


def test_jumps_that_do_not_agree_confirm_nothing(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(8)]
    jumps = [one_set(32, 150), one_set(36, 300), one_set(40, 20)]
    found = estimated([*sets, *jumps])
    assert doubted(found) == 3
    assert found.median == pytest.approx(80, rel=0.1)


def test_a_believable_session_dismisses_the_doubts(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(8)]
    mixed = [one_set(32, 132), one_set(36, 132), one_set(40), one_set(44, 132)]
    found = estimated([*sets, *mixed])
    assert doubted(found) == 3
    assert found.median == pytest.approx(80, rel=0.1)


def test_one_mistyped_set_does_not_spoil_its_session(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(8)]
    found = estimated([*sets, one_set(32, 62), one_set(32, 400)])
    assert doubted(found) == 1
    assert found.last_done == one_set(32).done_at.date()
    assert found.sessions == 9


def test_a_light_session_without_a_reserve_hardly_moves_the_estimate(one_set: MakeSet) -> None:
    sets = [one_set(4 * number, rir=None) for number in range(10)]
    before, after = estimated(sets), estimated([*sets, one_set(40, 42, rir=None)])
    assert after.median > before.median * 0.97


def test_strength_that_stays_lower_is_followed_down(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(8)]
    weaker = [one_set(32 + 4 * number, 48) for number in range(12)]
    assert estimated([*sets, *weaker]).median == pytest.approx(48 * 4 / 3, rel=0.06)


def test_easy_sets_at_a_higher_load_raise_a_careful_start(one_set: MakeSet) -> None:
    careful = [one_set(0, 40, 8, 6)]
    more = [*careful, one_set(4, 60, 8, 6), one_set(8, 70, 8, 6)]
    assert estimated(more).median > estimated(careful).median
