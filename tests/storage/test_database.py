"""How a database is opened, and what is told when it cannot be used."""

from __future__ import annotations

import os
import socket
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from tests.storage.faulty_store import batch
from tests.storage.plans import small_plan

from runlift.application.error import StoreError
from runlift.storage.address import address_of, default_file
from runlift.storage.database import Database, journal_mode
from runlift.storage.fault import told
from runlift.storage.open import open_database, open_store
from runlift.storage.state import state_of
from runlift.storage.tables import entry

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import Cluster

SECRET = "geheim"  # noqa: S105  the word looked for in what is told


def code_of(url: str) -> str:
    """What is told of a database that cannot be opened, which never holds the password."""
    with pytest.raises(StoreError) as fault:
        open_store(url, patience_s=0.1).record("me", batch("me", 1))
    finding = fault.value.finding
    assert finding.place
    assert finding.message
    assert finding.remedy
    assert SECRET not in f"{fault.value}{finding}"
    assert "\n" not in f"{finding.place}{finding.message}{finding.remedy}"
    return finding.code


def pragma(connection: sa.Connection, name: str) -> object:
    return connection.scalar(sa.text(f"PRAGMA {name}"))


def test_the_users_own_database_is_made_on_first_use_for_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    store = open_store(None)
    store.record("me", batch("me", 1))
    assert stat.S_IMODE(default_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(default_file().parent.stat().st_mode) == 0o700
    journals = [path for path in default_file().parent.iterdir() if path != default_file()]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in journals)
    assert len(open_store(None).recorded("me")) == len(batch("me", 1))


def test_a_file_elsewhere_is_made_for_nobody_else_too(tmp_path: Path) -> None:
    open_store(str(tmp_path / "diary.db"))
    assert stat.S_IMODE((tmp_path / "diary.db").stat().st_mode) == 0o600


def test_sqlite_is_durable_checks_its_keys_and_forgets_what_is_deleted(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    for transaction in (database.reading, database.writing, database.outside_transactions):
        with transaction() as connection:
            assert pragma(connection, "synchronous") == 2
            assert pragma(connection, "secure_delete") == 1
            assert pragma(connection, "foreign_keys") == 1
            assert pragma(connection, "journal_mode") == journal_mode()
            assert int(str(pragma(connection, "busy_timeout"))) > 0


@pytest.mark.parametrize(
    ("version", "mode"),
    [((3, 40, 1), "truncate"), ((3, 51, 2), "truncate"), ((3, 51, 3), "wal"), ((4, 0, 0), "wal")],
)
def test_the_write_ahead_log_is_used_only_where_its_fault_is_mended(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], mode: str
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert journal_mode() == mode


def test_a_store_works_with_the_write_ahead_log_and_can_leave_it(tmp_path: Path) -> None:
    path = str(tmp_path / "diary.db")
    for journal in ("wal", "truncate", "wal", None):
        database = Database(address_of(path), journal=journal)
        open_store(path)
        with database.writing() as connection:
            connection.execute(sa.text("SELECT 1"))
        assert state_of(database).journal == (journal or journal_mode())


def test_postgresql_waits_for_its_log_though_the_server_says_otherwise(
    postgres_cluster: Cluster, postgres_url: str
) -> None:
    name = postgres_url.rpartition("/")[2]
    postgres_cluster.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    postgres_cluster.execute(f"ALTER DATABASE {name} SET timezone = 'Asia/Kathmandu'")
    state = state_of(open_database(postgres_url))
    assert dict(state.settings) == {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
    assert state.durable
    with open_database(postgres_url).reading() as connection:
        assert connection.scalar(sa.text("SHOW timezone")) == "UTC"
    postgres_cluster.execute(f"ALTER DATABASE {name} SET synchronous_commit = remote_apply")
    assert dict(state_of(open_database(postgres_url)).settings)["synchronous_commit"] == "remote_apply"


def test_a_writer_that_fails_half_way_leaves_nothing(url: str) -> None:
    store = open_store(url)

    def write_half() -> None:
        with store.database.writing() as connection:
            connection.execute(sa.text("INSERT INTO athlete VALUES ('half')"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert store.athletes() == ()


def test_reading_sees_one_moment(url: str) -> None:
    store = open_store(url)
    store.record("me", batch("me", 1))
    counting = sa.select(sa.func.count()).select_from(entry)
    if store.database.is_sqlite:  # its readers and writers wait for each other without a write-ahead log
        store.database = Database(address_of(url), journal="wal")
    with store.database.reading() as connection:
        before = connection.scalar(counting)
        store.record("me", batch("me", 2))
        assert connection.scalar(counting) == before
    with store.database.reading() as connection:
        assert connection.scalar(counting) != before


def test_the_state_tells_where_what_and_how_much(url: str) -> None:
    store = open_store(url)
    store.record("ada", batch("ada", 1))
    store.keep_plan("ada", small_plan(), after=0, made_at=batch("ada", 1)[0].recorded_at, cause="followed")
    store.keep_name("bo", "Squat", "back_squat")
    state = state_of(store.database)
    assert state.place == store.database.address.shown
    assert state.engine.split()[0] in {"SQLite", "PostgreSQL"}
    assert state.durable
    assert state.size_bytes > 4096
    ada, bo = state.athletes
    size = len(batch("ada", 1))
    assert (ada.athlete, ada.entries, ada.versions, ada.plans, ada.names) == ("ada", size, size, 1, 0)
    assert (bo.athlete, bo.entries, bo.versions, bo.plans, bo.names) == ("bo", 0, 0, 0, 1)


def test_a_locked_database_is_told_after_some_patience(sqlite_url: str) -> None:
    open_store(sqlite_url)
    with closing(sqlite3.connect(sqlite_url)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert code_of(sqlite_url) == "database_locked"
    open_store(sqlite_url).record("me", batch("me", 1))


def test_rows_locked_on_the_server_are_told_after_some_patience(postgres_url: str) -> None:
    store = open_store(postgres_url)
    store.record("me", batch("me", 1))
    with store.database.writing() as connection:
        connection.execute(sa.text("SELECT id FROM athlete FOR UPDATE"))
        assert code_of(postgres_url) == "database_locked"


def test_a_database_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    open_store(str(path))
    engine = sa.create_engine(f"sqlite:///file:{path}?mode=ro&uri=true", poolclass=sa.NullPool)
    with pytest.raises(StoreError) as fault, told(address_of(str(path))), engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO athlete VALUES ('me')"))
    assert fault.value.finding.code == "database_read_only"


def test_a_server_that_takes_no_changes_is_told(postgres_cluster: Cluster, postgres_url: str) -> None:
    open_store(postgres_url)
    name = postgres_url.rpartition("/")[2]
    postgres_cluster.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    assert code_of(postgres_url) == "database_read_only"


def test_a_folder_that_is_not_there_and_one_in_place_of_the_file_are_told(tmp_path: Path) -> None:
    assert code_of(str(tmp_path / "no" / "diary.db")) == "database_not_opened"
    assert code_of(str(tmp_path)) == "database_not_opened"


def test_a_damaged_file_is_told(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    for number in range(200):
        store.record("me", batch("me", number))
    with open(sqlite_url, "r+b") as file:  # noqa: PTH123
        size = os.fstat(file.fileno()).st_size
        file.seek(4096)
        file.write(b"\xff" * (size - 8192))
    assert code_of(sqlite_url) in {"database_damaged", "database_not_of_runlift"}


def test_a_full_disk_is_told(sqlite_url: str) -> None:
    store = open_store(sqlite_url)

    def write_too_much() -> None:
        with store.database.writing() as connection:
            connection.execute(sa.text("PRAGMA max_page_count = 1"))
            connection.execute(sa.text("INSERT INTO athlete SELECT hex(randomblob(9000000))"))

    with pytest.raises(StoreError) as fault:
        write_too_much()
    assert fault.value.finding.code == "disk_full"


def test_a_row_that_is_not_as_runlift_writes_it_is_told(url: str) -> None:
    store = open_store(url)
    store.record("me", batch("me", 1))
    with store.database.writing() as connection:
        connection.execute(sa.delete(entry))
        row = {"athlete": "me", "id": "a", "revision": 1, "device": "d", "kind": "set", "withdrawn": False}
        moment = batch("me", 1)[0].recorded_at
        connection.execute(sa.insert(entry), row | {"recorded_at": moment, "payload": "{}"})
    with pytest.raises(StoreError) as fault:
        store.recorded("me")
    assert fault.value.finding.code == "row_damaged"


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert code_of(f"postgresql://ada:{SECRET}@127.0.0.1:{port}/diary") == "database_not_usable"


def test_a_wrong_password_is_told_and_not_shown(postgres_cluster: Cluster) -> None:
    assert code_of(postgres_cluster.url("postgres", password=SECRET)) == "database_not_usable"


def test_a_database_or_user_that_is_not_there_is_told(postgres_cluster: Cluster) -> None:
    assert code_of(postgres_cluster.url("nowhere")) == "database_not_usable"
    assert code_of(postgres_cluster.url("postgres", user="nobody")) == "database_not_usable"


def test_a_wrong_option_of_the_url_is_told(postgres_url: str) -> None:
    assert code_of(f"{postgres_url}?colour={SECRET}red") == "database_not_usable"


def test_a_user_without_rights_is_told(postgres_cluster: Cluster, postgres_url: str) -> None:
    open_store(postgres_url)
    name = postgres_url.rpartition("/")[2]
    postgres_cluster.execute(f"CREATE ROLE stranger_{name} LOGIN PASSWORD '{SECRET}'")
    url = postgres_cluster.url(name, user=f"stranger_{name}", password=SECRET)
    assert code_of(url) == "database_not_allowed"


def test_a_database_that_cannot_hold_every_letter_is_told(postgres_cluster: Cluster) -> None:
    postgres_cluster.execute("CREATE DATABASE old_letters ENCODING 'LATIN1' TEMPLATE template0")
    assert code_of(postgres_cluster.url("old_letters")) == "database_not_utf8"
