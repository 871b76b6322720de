from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.fakes.fake_store import FakeStore
from tests.formats.lift_log.writer import WrittenSet
from tests.lift_logs import log_of, names_of, workout

from runlift.application.app_load import HandWeights, factor, load_of, number_of
from runlift.application.import_lifts import import_lifts
from runlift.application.map_names import NumberMeans
from runlift.application.remap_name import remap_name
from runlift.bootstrap import name_map
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SetDone
from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
OWN = WrittenSet(exercise="My own thing", weight_kg=12.5, reps=8)
OTHER = WrittenSet(exercise="Squat (Barbell)", weight_kg=80, reps=5)


@pytest.fixture
def store() -> FakeStore:
    store = FakeStore()
    log = log_of(workout(OWN, OWN, OTHER))
    store.record("me", import_lifts(log, names_of(log), (), recorded_at=NOW).entries)
    return store


def remap(
    store: FakeStore, exercise: str, minute: int = 1, *, hands: HandWeights = HandWeights.EACH
) -> tuple[Recorded, ...]:
    made = remap_name(
        "my own  thing",
        exercise,
        store.recorded("me"),
        recorded_at=NOW + timedelta(minutes=minute),
        aliases=name_map({}).aliases,
        hands=hands,
    )
    store.record("me", made)
    return made


def told(store: FakeStore) -> list[tuple[str, float | None]]:
    held = sorted(Diary.of(store.recorded("me")).of_kind(SetDone), key=lambda each: each.position)
    return [(each.exercise, each.load_kg) for each in held]


def test_a_name_said_later_puts_what_was_imported_right_as_corrections(store: FakeStore) -> None:
    made = remap(store, "goblet_squat")
    assert [each.revision for each in made] == [2, 2]
    assert told(store) == [("goblet_squat", 12.5), ("goblet_squat", 12.5), ("back_squat", 80)]


def test_the_load_follows_what_is_held(store: FakeStore) -> None:
    remap(store, "rdl_db")
    assert told(store)[0] == ("rdl_db", 25)
    remap(store, "goblet_squat", 2)
    assert told(store)[0] == ("goblet_squat", 12.5)
    remap(store, "leg_curl_machine", 3)
    assert told(store)[0] == ("leg_curl_machine", 6.25)
    remap(store, "", 4)
    assert told(store)[0] == ("", 12.5)


def test_both_weights_together_are_not_doubled(store: FakeStore) -> None:
    remap(store, "rdl_db", hands=HandWeights.TOTAL)
    assert told(store)[0] == ("rdl_db", 12.5)


def test_saying_it_twice_changes_nothing(store: FakeStore) -> None:
    remap(store, "goblet_squat")
    assert remap(store, "goblet_squat", 2) == ()


def test_importing_again_with_the_name_confirmed_agrees_with_the_correction(store: FakeStore) -> None:
    remap(store, "rdl_db")
    log = log_of(workout(OWN, OWN, OTHER))
    names = names_of(log, {"My own thing": "rdl_db"})
    assert import_lifts(log, names, store.recorded("me"), recorded_at=NOW).entries == ()


@pytest.mark.parametrize("means", NumberMeans)
@pytest.mark.parametrize("hands", HandWeights)
def test_a_load_goes_back_to_the_number_it_came_from(means: NumberMeans, hands: HandWeights) -> None:
    for exercise in ("", *catalogue()):
        for number_kg in (0.25, 6.804, 12.5, 700.0):
            load = load_of(number_kg, means, exercise, hands)
            back = number_of(load, means, exercise, hands)
            assert back == (None if means is NumberMeans.ASSISTANCE else pytest.approx(number_kg, abs=0.002))


def test_only_pairs_and_legs_change_a_number() -> None:
    for exercise in catalogue().values():
        assert factor(NumberMeans.TOTAL, exercise.id, HandWeights.EACH) == 1
        assert factor(NumberMeans.EACH, exercise.id, HandWeights.TOTAL) == 1
        assert factor(NumberMeans.EACH, exercise.id, HandWeights.EACH) == exercise.weights_held
    assert factor(NumberMeans.BOTH_LEGS, "", HandWeights.EACH) == 1
