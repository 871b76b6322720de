from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runlift.application.entry_id import LONGEST_PART, run_entry, session_entry, set_entry
from runlift.domain.plan.session import Side

LONGEST_ID = 200  # characters that an id of an entry may have


def test_each_set_of_a_session_has_its_own_id() -> None:
    ids = [
        set_entry("uid", exercise, number, side, warm_up=warm_up)
        for exercise in ("goblet_squat", "db_row")
        for number in (1, 2)
        for side in Side
        for warm_up in (False, True)
    ]
    assert len(set(ids)) == len(ids)


@given(st.text(max_size=400), st.text(max_size=400))
def test_ids_stay_short_and_apart(one: str, other: str) -> None:
    assert (run_entry(one) == run_entry(other)) is (one == other)
    assert len(set_entry(one, "x" * 40, 99, Side.RIGHT)) <= LONGEST_ID
    assert len(session_entry(one)) <= LONGEST_PART + len("session:")
