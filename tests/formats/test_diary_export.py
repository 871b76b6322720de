from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diary_strategies import KINDS, crowded_recorded
from tests.storage.plans import small_plan

from runlift.application.ports import KeptPlan
from runlift.domain.activity.steady import SteadyPart
from runlift.domain.diary import entry as told
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.run_record import RunRecord
from runlift.formats.diary_export import FILES, export_files
from runlift.formats.diary_json import entry_word, load_recorded
from runlift.formats.formula import FORMULA_BEGINNINGS, harmless
from runlift.formats.plan_json import load_plan

if TYPE_CHECKING:
    from runlift.domain.diary.entry import Entry

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)
WEIGHED = told.BodyMass(date=date(2027, 1, 14), mass_kg=62.4)


def sent(entry: Entry, entry_id: str = "a", revision: int = 1) -> Recorded:
    return Recorded(id=entry_id, revision=revision, device="phone", recorded_at=NOON, entry=entry)


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(files[name].decode(), newline="")))


@settings(deadline=None)
@given(st.lists(crowded_recorded, max_size=8))
def test_the_json_holds_every_version_and_the_tables_what_holds(entries: list[Recorded]) -> None:
    files = export_files("me", entries, (), {})
    document = json.loads(files["diary.json"])
    again = [load_recorded(json.dumps(each), place="").recorded for each in document["entries"]]
    assert again == entries
    held = Diary.of(entries).entries
    counts = {name: len(rows(files, name)) for name in FILES.values()}
    assert sum(counts.values()) == len(held)
    assert all(counts[FILES[entry_word(each.entry)]] for each in held)


@settings(deadline=None)
@given(st.fixed_dictionaries(KINDS))
def test_every_table_has_the_columns_of_its_kind(of_each: dict[type, told.Entry]) -> None:
    entries = [sent(entry, str(number)) for number, entry in enumerate(of_each.values())]
    empty, full = export_files("me", (), (), {}), export_files("me", entries, (), {})
    for name in FILES.values():
        assert full[name].splitlines()[0] == empty[name].splitlines()[0]
        assert len(rows(full, name)) == 1
        assert not rows(empty, name)


def test_a_row_tells_what_the_entry_tells() -> None:
    (row,) = rows(export_files("me", [sent(WEIGHED)], (), {}), "body_mass.csv")
    assert row == {
        "id": "a",
        "revision": "1",
        "device": "phone",
        "recorded_at": "2027-01-14T12:00:00Z",
        "date": "2027-01-14",
        "mass_kg": "62.4",
    }


def test_only_the_correction_that_holds_is_in_a_table() -> None:
    corrected = sent(replace(WEIGHED, mass_kg=61.9), revision=2)
    files = export_files("me", [sent(WEIGHED), corrected, sent(WEIGHED, "b")], (), {})
    assert [row["mass_kg"] for row in rows(files, "body_mass.csv")] == ["61.9", "62.4"]


@pytest.mark.parametrize("beginning", FORMULA_BEGINNINGS)
def test_words_that_begin_like_a_formula_are_made_harmless(beginning: str) -> None:
    note = f"{beginning}HYPERLINK(1)"
    entry = told.Readiness(date=date(2027, 1, 14), note=note)
    files = export_files("me", [sent(entry)], (), {})
    (row,) = rows(files, "readiness.csv")
    assert row["note"] == f"'{note}"
    assert json.loads(files["diary.json"])["entries"][0]["entry"]["note"] == note


@given(st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.none(), st.booleans()))
def test_only_words_are_changed_and_only_at_their_beginning(cell: object) -> None:
    changed = harmless(cell)
    assert changed is cell or str(changed)[1:] == cell
    assert not (isinstance(changed, str) and changed.startswith(FORMULA_BEGINNINGS))


def test_every_version_of_the_plan_is_there() -> None:
    plans = [
        KeptPlan(version=number, plan=small_plan(f"Ada {number}"), made_at=NOON, cause="followed")
        for number in (1, 2)
    ]
    files = export_files("me", (), plans, {"Squat": "back_squat"})
    assert [row["version"] for row in rows(files, "plan_versions.csv")] == ["1", "2"]
    assert load_plan(files["plans/plan-0002.json"], name="").plan == plans[1].plan
    assert json.loads(files["names.json"]) == {"Squat": "back_squat"}


def test_the_steady_part_of_a_run_has_columns_of_its_own() -> None:
    steady = SteadyPart(seconds=1740.0, speed=3.1, heart_rate=141.0)
    entry = told.RunDone(starts_at=datetime(2027, 1, 14, 7), record=RunRecord(steady=steady))
    (row,) = rows(export_files("me", [sent(entry)], [], {}), "runs.csv")
    assert (row["record_steady_speed"], row["record_steady_heart_rate"]) == ("3.1", "141.0")
    assert row["record_steady_lack"] == ""
    bare = told.RunDone(starts_at=datetime(2027, 1, 14, 7))
    (without,) = rows(export_files("me", [sent(bare)], [], {}), "runs.csv")
    assert without.keys() == row.keys()
