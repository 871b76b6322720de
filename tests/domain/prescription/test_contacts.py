from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.exercise import LoadType
from runlift.domain.prescription.contacts import contacts_by_set

jumps = st.sampled_from([one for one in catalogue().values() if one.load_type is LoadType.CONTACTS])


@given(exercise=jumps, contacts=st.integers(0, 120), most=st.integers(2, 4))
def test_sets_hold_no_more_contacts_than_allowed(exercise, contacts: int, most: int) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    sizes = contacts_by_set(exercise, contacts, most)
    sides = 2 if exercise.unilateral else 1
    assert sum(sizes) * sides <= contacts
    assert len(sizes) * sides <= 2 * most
    assert all(size > 0 and size % max(1, exercise.contacts_per_rep) == 0 for size in sizes)


def test_a_bout_is_never_cut() -> None:
    assert contacts_by_set(catalogue()["hop_bout_10s"], 60, 4) == (22, 22)
    assert contacts_by_set(catalogue()["hop_bout_10s"], 21, 4) == ()


def test_sets_are_equal() -> None:
    assert contacts_by_set(catalogue()["pogo"], 34, 4) == (11, 11, 11)


@given(exercise=jumps, contacts=st.integers(0, 120), most=st.integers(2, 4))
def test_all_sets_hold_the_same_contacts(exercise, contacts: int, most: int) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert len(set(contacts_by_set(exercise, contacts, most))) <= 1
