from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.fake_store import FakeStore
from tests.logged_plan import TODAY, author

from runlift.application.author import latest_versions
from runlift.application.error import InputError
from runlift.application.take_back import take_back
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyMass, Entry

WHO = "ada"


def mass(kilograms: float) -> BodyMass:
    return BodyMass(date=TODAY, mass_kg=kilograms)


@dataclass
class Told:
    """Somebody who tells things and takes them back, a minute each."""

    store: FakeStore = field(default_factory=FakeStore)
    minutes: int = 0

    def tell(self, **entries: Entry) -> None:
        self.minutes += 1
        latest = latest_versions(self.store.recorded(WHO))
        now = author(minutes=self.minutes)
        self.store.record(WHO, [now.write(key, entry, latest) for key, entry in entries.items()])

    def undo(self, name: str | None = None) -> list[str]:
        self.minutes += 1
        taken = take_back(self.store.recorded(WHO), author(minutes=self.minutes), name)
        self.store.record(WHO, [each.holds for each in taken])
        return sorted(each.taken.id for each in taken)

    @property
    def held(self) -> dict[str, Entry]:
        return {each.id: each.entry for each in Diary.of(self.store.recorded(WHO)).entries}


def test_what_was_told_last_is_taken_back_first() -> None:
    told = Told()
    told.tell(a=mass(60))
    told.tell(b=mass(61))
    assert told.undo() == ["b"]
    assert told.undo() == ["a"]
    assert told.held == {}


def test_what_one_command_told_is_taken_back_at_once() -> None:
    told = Told()
    told.tell(a=mass(60))
    told.tell(b=mass(61), c=mass(62))
    assert told.undo() == ["b", "c"]
    assert told.held == {"a": mass(60)}


def test_a_correction_gives_way_to_what_was_told_before_it() -> None:
    told = Told()
    told.tell(a=mass(60))
    told.tell(b=mass(70))
    told.tell(a=mass(61))
    assert told.undo() == ["a"]
    assert told.held == {"a": mass(60), "b": mass(70)}
    assert told.undo() == ["b"]
    assert told.undo() == ["a"]
    assert told.held == {}


def test_the_history_stays() -> None:
    told = Told()
    told.tell(a=mass(60))
    told.tell(a=mass(61))
    told.undo()
    told.undo()
    history = told.store.history(WHO, "a")
    assert [each.revision for each in history] == [1, 2, 3, 4]
    assert [each.withdrawn for each in history] == [False, False, False, True]


def test_what_was_taken_back_can_be_told_again() -> None:
    told = Told()
    told.tell(a=mass(60))
    told.undo()
    told.tell(a=mass(60))
    assert told.held == {"a": mass(60)}


def test_an_entry_is_named_by_its_id_or_the_beginning_of_it() -> None:
    told = Told()
    told.tell(**{"mass:2027-02-16": mass(60)})
    told.tell(**{"mass:2027-02-17": mass(61)})
    assert told.undo("mass:2027-02-16") == ["mass:2027-02-16"]
    assert told.undo("mass:2") == ["mass:2027-02-17"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("zzz", "unknown_entry"),
        ("pai", "unknown_entry"),
        ("pain", "several_entries"),
        ("gone", "taken_back"),
        ("", "unknown_entry"),
    ],
)
def test_a_name_of_no_entry_or_of_several_is_refused(name: str, code: str) -> None:
    told = Told()
    told.tell(pain1=mass(60), pain2=mass(61), gone=mass(62))
    told.undo("gone")
    with pytest.raises(InputError) as fault:
        told.undo(name)
    assert fault.value.findings[0].code == code


def test_nothing_told_is_nothing_to_take_back() -> None:
    with pytest.raises(InputError):
        Told().undo()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(50, 90)), max_size=8, unique=True))
def test_taking_back_as_often_as_was_told_leaves_nothing(tellings: list[tuple[str, int]]) -> None:
    told = Told()
    before: list[dict[str, Entry]] = [{}]
    for name, kilograms in tellings:
        told.tell(**{name: mass(kilograms)})
        before.append(told.held)
    for held in reversed(before[:-1]):
        told.undo()
        assert told.held == held
