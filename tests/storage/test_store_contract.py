"""What every store keeps to: the fake of the tests, SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.diary_strategies import crowded_recorded, recorded
from tests.storage.plans import small_plan

from runlift.application.error import InputError, PlanChangedError
from runlift.application.ports import Receipt
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import BodyMass, RunCancelled

if TYPE_CHECKING:
    import random

    from runlift.application.ports import Store

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)
FIRST = Recorded(id="a", revision=1, device="phone", recorded_at=NOON, entry=RunCancelled(run="w1"))
CORRECTED = replace(FIRST, revision=2, entry=RunCancelled(run="w2"))
ELSEWHERE = replace(FIRST, revision=2, device="watch", entry=RunCancelled(run="w3"))
WEIGHED = replace(FIRST, id="b", entry=BodyMass(date=date(2027, 1, 14), mass_kg=62.4))

few_examples = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def someone() -> str:
    """An athlete nobody has met, so that examples of one test share a database."""
    return f"athlete {uuid4()}"


def test_a_new_store_knows_nobody(store: Store) -> None:
    assert store.athletes() == ()
    assert store.recorded("me") == store.history("me", "a") == ()
    assert store.plan_versions("me") == ()
    assert store.plan("me") is store.plan("me", 1) is None
    assert store.names("me") == {}
    assert store.athletes() == ()


@few_examples
@given(st.lists(recorded, max_size=8, unique_by=lambda each: (each.id, each.revision, each.device)))
def test_what_was_recorded_is_read_as_it_was_sent(store: Store, sent: list[Recorded]) -> None:
    athlete = someone()
    assert store.record(athlete, sent) == Receipt(added=tuple(each.id for each in sent))
    assert sorted(store.recorded(athlete), key=repr) == sorted(sent, key=repr)
    assert Diary.of(store.recorded(athlete)) == Diary.of(sent)


@few_examples
@given(st.lists(crowded_recorded, max_size=12), st.randoms(use_true_random=False))
def test_sending_again_changes_nothing(store: Store, sent: list[Recorded], order: random.Random) -> None:
    athlete = someone()
    receipt = store.record(athlete, sent)
    assert sorted(receipt.added + receipt.known + receipt.refused) == sorted(each.id for each in sent)
    kept = store.recorded(athlete)
    again = list(kept)
    order.shuffle(again)
    assert store.record(athlete, again) == Receipt(known=tuple(each.id for each in again))
    assert store.recorded(athlete) == kept


@few_examples
@given(st.lists(crowded_recorded, max_size=12))
def test_the_first_content_of_a_revision_stays(store: Store, sent: list[Recorded]) -> None:
    athlete = someone()
    store.record(athlete, sent)
    first: dict[tuple[str, int, str], Recorded] = {}
    for each in sent:
        first.setdefault((each.id, each.revision, each.device), each)
    assert set(store.recorded(athlete)) == set(first.values())


@few_examples
@given(st.lists(crowded_recorded, max_size=12))
def test_entries_come_back_in_a_stated_order(store: Store, sent: list[Recorded]) -> None:
    athlete = someone()
    store.record(athlete, sent)
    kept = store.recorded(athlete)
    assert [(each.recorded_at, each.id, each.revision, each.device) for each in kept] == sorted(
        (each.recorded_at, each.id, each.revision, each.device) for each in kept
    )
    versions = store.history(athlete, "a")
    assert [each.precedence for each in versions] == sorted(each.precedence for each in versions)
    assert set(versions) == {each for each in kept if each.id == "a"}


def test_a_revision_used_twice_by_a_device_is_refused(store: Store) -> None:
    store.record("me", [FIRST])
    other = replace(FIRST, entry=RunCancelled(run="other"))
    assert store.record("me", [other, WEIGHED]) == Receipt(added=("b",), refused=("a",))
    assert store.history("me", "a") == (FIRST,)


def test_two_devices_correct_at_once_and_both_corrections_are_kept(store: Store) -> None:
    store.record("me", [FIRST])
    assert store.record("me", [CORRECTED]).added == store.record("me", [ELSEWHERE]).added == ("a",)
    assert store.history("me", "a") == (FIRST, CORRECTED, ELSEWHERE)
    assert Diary.of(store.recorded("me")).of_kind(RunCancelled) == (RunCancelled(run="w3"),)


def test_an_entry_taken_back_keeps_its_history(store: Store) -> None:
    store.record("me", [FIRST, replace(FIRST, revision=2, withdrawn=True)])
    assert len(store.history("me", "a")) == 2
    assert Diary.of(store.recorded("me")).entries == ()


def test_the_moment_is_the_same_whatever_zone_it_was_told_in(store: Store) -> None:
    at_home = replace(FIRST, recorded_at=NOON.astimezone(timezone(timedelta(hours=-9, minutes=-30))))
    store.record("me", [at_home])
    assert store.record("me", [FIRST]).known == ("a",)
    (kept,) = store.recorded("me")
    assert (kept.recorded_at, kept.recorded_at.utcoffset()) == (NOON, timedelta(0))


def test_one_entry_that_cannot_be_kept_keeps_all_others_out(store: Store) -> None:
    wrong = replace(WEIGHED, entry=BodyMass(date=date(2027, 1, 14), mass_kg=float("nan")))
    with pytest.raises(InputError, match="mass_kg"):
        store.record("me", [FIRST, wrong])
    assert store.recorded("me") == ()
    assert store.athletes() == ()


def test_nothing_recorded_makes_nobody_known(store: Store) -> None:
    assert store.record("me", []) == Receipt()
    assert store.athletes() == ()


def test_nobody_sees_the_rows_of_another(store: Store) -> None:
    store.record("ada", [FIRST])
    store.keep_plan("ada", small_plan(), after=0, made_at=NOON, cause="followed")
    store.keep_name("ada", "Squat (Barbell)", "back_squat")
    assert store.recorded("bo") == store.history("bo", "a") == ()
    assert store.plan_versions("bo") == ()
    assert store.plan("bo") is None
    assert store.names("bo") == {}
    store.record("bo", [replace(FIRST, entry=RunCancelled(run="other"))])
    assert store.recorded("ada") == (FIRST,)
    assert store.athletes() == ("ada", "bo")


def test_athletes_are_told_apart_by_every_letter(store: Store) -> None:
    for athlete in ("Ada", "ada", "ada ", "àda", "a\N{COMBINING GRAVE ACCENT}da", "b", "Zoë", "\N{RUNNER}"):
        store.record(athlete, [FIRST])
    assert store.athletes() == tuple(
        sorted(["Ada", "ada", "ada ", "àda", "a\N{COMBINING GRAVE ACCENT}da", "b", "Zoë", "\N{RUNNER}"])
    )


def test_plan_versions_count_from_one_and_all_stay(store: Store) -> None:
    first, second = small_plan("Ada"), small_plan("Ada again")
    assert store.keep_plan("me", first, after=0, made_at=NOON, cause="followed") == 1
    later = NOON + timedelta(microseconds=1)
    assert store.keep_plan("me", second, after=1, made_at=later, cause="planned again") == 2
    assert store.plan_versions("me") == (1, 2)
    latest, earlier = store.plan("me"), store.plan("me", 1)
    assert latest is not None
    assert earlier is not None
    assert (latest.version, latest.plan, latest.made_at, latest.cause) == (2, second, later, "planned again")
    assert (earlier.version, earlier.plan, earlier.made_at, earlier.cause) == (1, first, NOON, "followed")
    assert store.plan("me", 3) is store.plan("me", 0) is None


@pytest.mark.parametrize("after", [0, 2])
def test_a_plan_made_from_another_version_than_the_latest_is_refused(store: Store, after: int) -> None:
    store.keep_plan("me", small_plan(), after=0, made_at=NOON, cause="followed")
    with pytest.raises(PlanChangedError) as refused:
        store.keep_plan("me", small_plan("Bo"), after=after, made_at=NOON, cause="planned again")
    assert (refused.value.athlete, refused.value.expected, refused.value.found) == ("me", after, 1)
    assert store.plan_versions("me") == (1,)


def test_a_refused_plan_makes_nobody_known(store: Store) -> None:
    with pytest.raises(PlanChangedError):
        store.keep_plan("me", small_plan(), after=3, made_at=NOON, cause="planned again")
    assert store.athletes() == ()


def test_the_latest_word_on_a_name_holds(store: Store) -> None:
    store.keep_name("me", "Squat", "goblet_squat")
    store.keep_name("me", "squat", "split_squat")
    store.keep_name("me", "Squat", "back_squat")
    assert store.names("me") == {"Squat": "back_squat", "squat": "split_squat"}


def test_an_erased_athlete_was_never_there(store: Store) -> None:
    for athlete in ("ada", "bo"):
        store.record(athlete, [FIRST, CORRECTED])
        store.keep_plan(athlete, small_plan(), after=0, made_at=NOON, cause="followed")
        store.keep_name(athlete, "Squat", "back_squat")
    store.erase("ada")
    store.erase("nobody")
    assert store.athletes() == ("bo",)
    assert store.recorded("ada") == ()
    assert store.plan_versions("ada") == ()
    assert store.names("ada") == {}
    assert len(store.recorded("bo")) == 2
    assert store.plan_versions("bo") == (1,)
    assert store.record("ada", [FIRST]).added == ("a",)


@pytest.mark.parametrize("athlete", ["", "a\x00b", "two\nlines", "half \ud83d", "x" * 301])
def test_an_athlete_no_database_can_hold_is_refused(store: Store, athlete: str) -> None:
    for call in (
        lambda: store.record(athlete, [FIRST]),
        lambda: store.recorded(athlete),
        lambda: store.history(athlete, "a"),
        lambda: store.plan(athlete),
        lambda: store.plan_versions(athlete),
        lambda: store.keep_plan(athlete, small_plan(), after=0, made_at=NOON, cause="followed"),
        lambda: store.names(athlete),
        lambda: store.keep_name(athlete, "a", "b"),
        lambda: store.erase(athlete),
    ):
        with pytest.raises(InputError):
            call()


def test_many_entries_at_once_are_kept(store: Store) -> None:
    many = [replace(FIRST, id=f"set {number}") for number in range(1201)]
    assert len(store.record("me", many).added) == 1201
    assert len(store.record("me", [*many, WEIGHED]).known) == 1201
    assert len(store.recorded("me")) == 1202
