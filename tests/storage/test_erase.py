"""What is erased is gone from the raw bytes of the files."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.storage.plans import small_plan

from runlift.application.error import StoreError
from runlift.domain.diary.diary import Recorded
from runlift.domain.diary.entry import BodyPart, Pain
from runlift.storage.address import address_of
from runlift.storage.database import Database
from runlift.storage.open import open_store
from runlift.storage.store import SqlStore

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.postgres import Cluster

    from runlift.application.ports import Store

MARK, OTHER = "sekretmark", "othermark"
NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)
MANY = 300


def fill(store: Store, mark: str) -> str:
    """Keep much of an athlete, with a mark wherever a runner can write words; return the athlete's id."""
    athlete = f"{mark} athlete"
    entries = [
        Recorded(
            id=f"{mark} id {number}",
            revision=1,
            device=f"{mark} device",
            recorded_at=NOON,
            entry=Pain(
                date=date(2027, 1, 14),
                at=BodyPart.KNEE,
                level=4,
                exercise=f"{mark} exercise",
                note=f"{mark} note, näive " * (number % 40),
            ),
        )
        for number in range(MANY)
    ]
    store.record(athlete, entries)
    store.record(athlete, [replace(each, revision=2, withdrawn=True) for each in entries[::2]])
    store.keep_plan(athlete, small_plan(f"{mark} name"), after=0, made_at=NOON, cause=f"{mark} cause")
    store.keep_name(athlete, f"{mark} squat", f"{mark} exercise")
    return athlete


def holding(files: Iterable[Path], mark: str) -> list[str]:
    """The files whose bytes hold the mark, in any way text is written."""
    marks = {mark.encode(), json.dumps(mark).encode(), mark.encode("utf-16-le")}
    return [path.name for path in files if any(each in path.read_bytes() for each in marks)]


@pytest.mark.parametrize("journal", ["truncate", "wal"])
def test_no_byte_of_an_erased_athlete_is_left_in_the_files_of_sqlite(tmp_path: Path, journal: str) -> None:
    path = str(tmp_path / "diary.db")
    open_store(path)
    store = SqlStore(Database(address_of(path), journal=journal))
    athlete, other = fill(store, MARK), fill(store, OTHER)
    assert holding(tmp_path.iterdir(), MARK)
    store.erase(athlete)
    assert holding(tmp_path.iterdir(), MARK) == []
    assert holding(tmp_path.iterdir(), OTHER)
    assert len(store.recorded(other)) == MANY * 3 / 2


def test_bytes_that_another_program_left_when_it_deleted_rows_are_gone_too(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    store = open_store(str(path))
    athlete = fill(store, MARK)
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA secure_delete = OFF")
    for table in ("entry", "plan_version", "exercise_name", "athlete"):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608
    raw.commit()
    raw.close()
    assert holding(tmp_path.iterdir(), MARK) == ["diary.db"]
    store.erase(athlete)
    assert holding(tmp_path.iterdir(), MARK) == []


def test_a_log_that_another_program_keeps_open_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "diary.db")
    open_store(path)
    store = SqlStore(Database(address_of(path), journal="wal", patience_s=0.1))
    athlete = fill(store, MARK)
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchone()
    with pytest.raises(StoreError) as told:
        store.erase(athlete)
    assert told.value.finding.code in {"database_not_written_anew", "database_locked"}
    reader.close()
    store.erase(athlete)
    assert holding(tmp_path.iterdir(), MARK) == []


def test_no_byte_of_an_erased_athlete_is_left_in_the_tables_of_postgresql(postgres_cluster: Cluster) -> None:
    url = postgres_cluster.new_database()
    store = open_store(url)
    athlete, other = fill(store, MARK), fill(store, OTHER)
    postgres_cluster.execute("ANALYZE", database=url.rpartition("/")[2])
    assert holding(postgres_cluster.files(), MARK)
    store.erase(athlete)
    assert holding(postgres_cluster.files(), MARK) == []
    assert holding(postgres_cluster.files(), OTHER)
    assert len(store.recorded(other)) == MANY * 3 / 2


def test_who_does_not_own_the_tables_is_told_that_they_were_not_written_anew(
    postgres_cluster: Cluster,
) -> None:
    url = postgres_cluster.new_database()
    athlete = fill(open_store(url), MARK)
    name = url.rpartition("/")[2]
    postgres_cluster.execute(f"CREATE ROLE guest_{name} LOGIN PASSWORD 'guest'")
    postgres_cluster.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO guest_{name}", database=name)
    with pytest.raises(StoreError) as told:
        open_store(postgres_cluster.url(name, user=f"guest_{name}", password="guest")).erase(athlete)  # noqa: S106
    assert told.value.finding.code == "database_not_written_anew"
    store = open_store(url)
    assert store.athletes() == ()
    store.erase(athlete)
    assert holding(postgres_cluster.files(), MARK) == []
