from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.diary_strategies import KINDS, entries, recorded

from runlift.application.error import InputError
from runlift.domain.diary import entry as told
from runlift.domain.diary.diary import Recorded
from runlift.domain.quantity import DateSpan
from runlift.formats.diary_json import (
    dump_recorded,
    entry_day,
    entry_word,
    load_recorded,
    recorded_document,
    recorded_findings,
)

if TYPE_CHECKING:
    from collections.abc import Callable

A_SET = told.SetDone(
    session="w01-tue",
    position=1,
    exercise="goblet_squat",
    done_at=datetime(2027, 1, 14, 18, 10),
    reps=8,
)
NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)


def sent(entry: told.Entry) -> Recorded:
    return Recorded(id="a1", revision=1, device="phone", recorded_at=NOON, entry=entry)


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    document = recorded_document(sent(A_SET))
    change(document)
    return json.dumps(document)


@given(recorded)
def test_an_entry_read_again_is_the_entry_written(each: Recorded) -> None:
    assert load_recorded(dump_recorded(each), place="").recorded == each


@given(recorded)
def test_equal_entries_have_the_same_text(each: Recorded) -> None:
    elsewhere = each.recorded_at.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert dump_recorded(replace(each, recorded_at=elsewhere)) == dump_recorded(each)


def test_whole_numbers_and_zeros_of_either_sign_have_one_text() -> None:
    texts = {dump_recorded(sent(replace(A_SET, load_kg=load))) for load in (0, 0.0, -0.0)}
    assert len(texts) == 1


@given(st.fixed_dictionaries(KINDS))
def test_every_kind_of_entry_has_a_word_of_its_own(of_each: dict[type, told.Entry]) -> None:
    assert set(of_each) == set(get_args(told.Entry))
    assert len({entry_word(each) for each in of_each.values()}) == len(of_each)


@given(entries)
def test_only_a_run_left_out_names_no_day(entry: told.Entry) -> None:
    day = entry_day(entry)
    assert type(day) is date or isinstance(entry, told.RunCancelled)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("entry"),
        lambda document: document.update(colour="red"),
        lambda document: document["entry"].update(colour="red"),
        lambda document: document["entry"].update(kind="jump"),
        lambda document: document["entry"].pop("kind"),
        lambda document: document["entry"].pop("rir"),
        lambda document: document["entry"].update(reps="8"),
        lambda document: document["entry"].update(reps=-1),
        lambda document: document["entry"].update(reps=True),
        lambda document: document["entry"].update(load_kg=float("nan")),
        lambda document: document["entry"].update(load_kg=float("inf")),
        lambda document: document["entry"].update(load_kg=-4),
        lambda document: document["entry"].update(pain=11),
        lambda document: document["entry"].update(pain_at="soul"),
        lambda document: document["entry"].update(done_at="2027-01-14T18:10:00+01:00"),
        lambda document: document["entry"].update(done_at="yesterday"),
        lambda document: document["entry"].update(done_at="0001-01-01T00:00:00"),
        lambda document: document["entry"].update(note="x" * 10_001),
        lambda document: document.update(recorded_at="2027-01-14T18:10:00"),
        lambda document: document.update(id=""),
        lambda document: document.update(id="a\x00b"),
        lambda document: document.update(device="x" * 301),
        lambda document: document.update(revision=0),
        lambda document: document.update(withdrawn=0),
    ],
    ids=range(24),
)
def test_what_no_device_can_mean_is_told_with_its_place(change: Callable[[dict[str, Any]], object]) -> None:
    outcome = load_recorded(changed(change), place="diary.jsonl, line 3")
    assert outcome.recorded is None
    assert outcome.findings
    assert all(each.place == "diary.jsonl, line 3" and each.remedy for each in outcome.findings)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "\x00", "[" * 100_000, '{"id": "\\ud800"}'])
def test_what_is_no_entry_at_all_is_told(text: str) -> None:
    assert load_recorded(text, place="line 1").findings


@pytest.mark.parametrize(
    "entry",
    [
        replace(A_SET, load_kg=float("nan")),
        replace(A_SET, reps=-1),
        replace(A_SET, session=""),
        replace(A_SET, note="half a letter: \ud83d"),
        replace(A_SET, done_at=NOON),
        told.Away(span=DateSpan(start=date(2027, 1, 2), end=date(2027, 1, 2))),
        told.Illness(first=date(2027, 1, 2), kind=told.IllnessKind.OTHER, well_from=date(2027, 1, 1)),
        told.BodyMass(date=date(2027, 1, 2), mass_kg=0.0),
    ],
    ids=range(8),
)
def test_a_value_that_cannot_be_kept_is_a_finding_and_is_never_written(entry: told.Entry) -> None:
    assert recorded_findings(sent(entry))
    with pytest.raises(InputError):
        dump_recorded(sent(entry))
    with pytest.raises(InputError):
        recorded_document(sent(entry))


def test_a_time_of_recording_without_zone_is_refused() -> None:
    assert recorded_findings(replace(sent(A_SET), recorded_at=datetime(2027, 1, 14)))


@given(recorded)
def test_what_can_be_kept_has_no_findings(each: Recorded) -> None:
    assert recorded_findings(each) == ()
