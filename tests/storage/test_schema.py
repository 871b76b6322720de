"""The tables: made by the changes, the same as the program expects, and never a mixture of two versions."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.storage.faulty_store import batch

from runlift.application.error import StoreError
from runlift.storage.address import address_of
from runlift.storage.database import Database
from runlift.storage.open import open_database, open_store
from runlift.storage.schema import MIGRATIONS, NEWEST, bring_forward, schema_version
from runlift.storage.tables import APPEND_ONLY, VERSION_TABLE, entry, metadata

if TYPE_CHECKING:
    from tests.postgres import Cluster

KILLER = Path(__file__).with_name("kill_migration.py")
KILLS_SQLITE, KILLS_POSTGRES = 30, 12


def killed(kind: str, *urls: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", str(KILLER), kind, *urls],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def change(url: str, statement: str) -> None:
    with Database(address_of(url)).writing() as connection:
        connection.execute(sa.text(statement))


def test_the_version_the_program_knows_is_that_of_the_last_change() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_the_changes_make_the_tables_that_the_program_expects(url: str) -> None:
    with open_database(url).reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
        foreign_keys = {
            (table.name, key["referred_table"])
            for table in metadata.sorted_tables
            for key in sa.inspect(connection).get_foreign_keys(table.name)
        }
    assert foreign_keys == {(table.name, "athlete") for table in metadata.sorted_tables} - {
        ("athlete", "athlete")
    }


def test_opening_again_changes_nothing(url: str) -> None:
    open_store(url).record("me", batch("me", 1))
    database = open_database(url)
    with database.reading() as connection:
        assert schema_version(database, connection) == NEWEST
    assert len(open_store(url).recorded("me")) == len(batch("me", 1))


@pytest.mark.parametrize("table", [table.name for table in APPEND_ONLY])
def test_the_database_itself_refuses_to_change_what_is_append_only(url: str, table: str) -> None:
    store = open_store(url)
    store.record("me", batch("me", 1))
    change(url, "INSERT INTO plan_version VALUES ('me', 1, '2027-01-14T00:00:00.000000Z', 'followed', '')")
    column = "payload" if table == "entry" else "cause"
    with pytest.raises((StoreError, sa.exc.IntegrityError), match=f"{table} is append-only"):
        change(url, f"UPDATE {table} SET {column} = 'other'")  # noqa: S608
    assert len(store.recorded("me")) == len(batch("me", 1))


def test_rows_of_an_unknown_athlete_are_refused(url: str) -> None:
    open_store(url)
    row = {"athlete": "x", "id": "a", "revision": 1, "device": "d", "kind": "set", "payload": "{}"}
    with pytest.raises(sa.exc.IntegrityError), Database(address_of(url)).writing() as connection:
        connection.execute(
            sa.insert(entry), row | {"recorded_at": batch("x", 1)[0].recorded_at, "withdrawn": False}
        )


def test_many_open_a_new_database_at_once(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(open_store, [url] * 8))
    assert stores[0].record("me", batch("me", 1)).added
    assert len(stores[-1].recorded("me")) == len(batch("me", 1))


def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    open_store(url)
    change(url, f"UPDATE {VERSION_TABLE} SET version_num = '0999'")  # noqa: S608
    with pytest.raises(StoreError) as told:
        open_store(url)
    assert told.value.finding.code == "database_newer"
    assert "0999" in told.value.finding.message
    change(url, f"UPDATE {VERSION_TABLE} SET version_num = '{NEWEST}'")  # noqa: S608
    open_store(url)


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE music (id INTEGER)", f"CREATE TABLE {VERSION_TABLE} (version_num TEXT)"]
)
def test_a_database_of_another_program_is_left_alone(url: str, statement: str) -> None:
    change(url, statement)
    with pytest.raises(StoreError) as told:
        open_store(url)
    assert told.value.finding.code == "database_not_of_runlift"
    with Database(address_of(url)).reading() as connection:
        assert len(sa.inspect(connection).get_table_names()) == 1


def test_a_process_killed_while_it_changes_tables_leaves_one_version_on_sqlite(tmp_path: Path) -> None:
    ended = killed("none", *(str(tmp_path / f"{number}.db") for number in range(KILLS_SQLITE + 1)))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "mixtures: 0" in ended.stdout
    assert sum(f"'000{number}'" in ended.stdout for number in range(1, 6)) > 1


def test_a_process_killed_while_it_changes_tables_leaves_one_version_on_postgresql(
    postgres_cluster: Cluster,
) -> None:
    ended = killed(
        "none", *(postgres_cluster.new_database(through_socket=True) for _ in range(KILLS_POSTGRES + 1))
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "mixtures: 0" in ended.stdout


def test_the_check_finds_changes_that_are_not_one_transaction(tmp_path: Path) -> None:
    ended = killed("implicit_commits", *(str(tmp_path / f"{number}.db") for number in range(KILLS_SQLITE)))
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "mixtures: 0" not in ended.stdout


def test_bringing_forward_makes_one_change_after_another(url: str) -> None:
    changes = KILLER.with_name("changes")
    database = Database(address_of(url))
    for newest in ("0002", "0002", "0005", "0006"):
        bring_forward(database, newest=newest, changes=changes)
        with database.reading() as connection:
            assert schema_version(database, connection) == newest
    with pytest.raises(StoreError, match="0006"):
        bring_forward(database, newest="0004", changes=changes)


def test_a_file_that_is_no_database_at_all_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada, " * 500, encoding="utf-8")
    with pytest.raises(StoreError) as told:
        open_store(str(path))
    assert told.value.finding.code == "database_not_of_runlift"
    assert path.read_text(encoding="utf-8").startswith("Dear Ada")


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert open_store(str(path)).athletes() == ()
    with sqlite3.connect(path) as raw:
        assert raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone() == (NEWEST,)  # noqa: S608
    raw.close()
