from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fakes.fake_store import FakeStore
from tests.logged_plan import TODAY, author

from runlift.application.keep_entries import keep_entries
from runlift.application.ports import Receipt
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyMass

WHO = "ada"
FIRST = author().write("mass", BodyMass(date=TODAY, mass_kg=60), {})
OTHER_WINDOW = replace(FIRST, entry=BodyMass(date=TODAY, mass_kg=61))


def test_what_is_new_is_kept_as_it_is() -> None:
    store = FakeStore()
    assert keep_entries(store, WHO, [FIRST]) == (FIRST,)
    assert keep_entries(store, WHO, [FIRST]) == (FIRST,)
    assert store.recorded(WHO) == (FIRST,)


def test_a_revision_that_another_window_used_up_loses_nothing() -> None:
    store = FakeStore()
    keep_entries(store, WHO, [FIRST])
    (kept,) = keep_entries(store, WHO, [OTHER_WINDOW])
    assert kept.revision == 2
    assert Diary.of(store.recorded(WHO)).of_kind(BodyMass) == (OTHER_WINDOW.entry,)
    assert FIRST in store.recorded(WHO)


def test_a_store_that_never_keeps_is_a_defect() -> None:
    class Refusing(FakeStore):
        def record(self, athlete: str, entries: object) -> Receipt:
            del athlete, entries
            return Receipt(refused=(FIRST.id,))

    store = Refusing()
    FakeStore.record(store, WHO, [FIRST])
    with pytest.raises(RuntimeError, match="not kept"):
        keep_entries(store, WHO, [FIRST])
