"""Transactions on SQLite and PostgreSQL, durable when they end.

SQLite: writing begins with `BEGIN IMMEDIATE`, one thread of the process at a time, and ends only after the
file is synchronised. PostgreSQL: reading sees one moment; commits wait for the server's log.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool

from runlift.storage.address import FILE_MODE, FOLDER_MODE, default_file
from runlift.storage.fault import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from runlift.storage.address import Address

PATIENCE_S = 15.0
WAL_FAULT_MENDED = (3, 51, 3)
SQLITE_PRAGMAS = {
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
}
BEGINS = "runlift_begins"  # the option of a connection that says how SQLite begins

# One statement: the session speaks UTC, waits only so long, and a commit waits for the log in any case.
POSTGRESQL_SESSION = """
SELECT set_config('TimeZone', 'UTC', false), set_config('lock_timeout', %s, false),
    CASE current_setting('synchronous_commit')
        WHEN 'off' THEN set_config('synchronous_commit', 'on', false)
    END
"""

_write_locks: dict[str, Lock] = {}


class Database:
    """A database, and transactions on it. A connection lives as long as its transaction.

    Args:
        address: Where it is.
        patience_s: How long to wait for other programs that write [s].
        journal: SQLite's journal mode; the best that is safe with this version of SQLite by default.

    Attributes:
        address: Where it is.
        engine: The SQLAlchemy engine.
    """

    def __init__(
        self, address: Address, *, patience_s: float = PATIENCE_S, journal: str | None = None
    ) -> None:
        self.address = address
        self.engine = (
            _sqlite_engine(address, patience_s, journal or journal_mode())
            if address.file
            else _postgresql_engine(address, patience_s)
        )
        self._write_lock = _write_locks.setdefault(address.shown, Lock()) if address.file else None

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a SQLite file."""
        return self.address.file is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read what was there at one moment."""
        with told(self.address), self.engine.connect() as connection:
            yield connection.execution_options(**self._snapshot())

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write all or nothing; what was written is durable when this ends without an error."""
        with told(self.address), self._one_writer(), self.engine.connect() as connection:
            connection.execution_options(**{BEGINS: "BEGIN IMMEDIATE"})
            with connection.begin():
                yield connection

    @contextmanager
    def outside_transactions(self) -> Iterator[Connection]:
        """Do what a database does only outside of transactions, such as rewriting its file."""
        with told(self.address), self._one_writer(), self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT", **{BEGINS: ""})

    def _snapshot(self) -> dict[str, Any]:
        if self.is_sqlite:
            return {}
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        """Let the threads of a process wait in line, which is fairer than SQLite's trying again."""
        if self._write_lock is None:
            yield
            return
        with self._write_lock:
            yield


def journal_mode() -> str:
    """Return how SQLite keeps what a transaction may have to undo.

    Versions before 3.51.3 can damage a database in write-ahead mode.
    """
    return "wal" if sqlite3.sqlite_version_info >= WAL_FAULT_MENDED else "truncate"


def make_file(path: Path) -> None:
    """Make the file of a new database, for the user's eyes only.

    Raises:
        OSError: It cannot be made.
    """
    if path == default_file():
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
    except FileExistsError:
        return


def _sqlite_engine(address: Address, patience_s: float, journal: str) -> Engine:
    engine = create_engine(address.url, poolclass=NullPool, hide_parameters=True)
    _prepare_with(engine, partial(_prepare_sqlite, patience_s=patience_s, journal=journal))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql_engine(address: Address, patience_s: float) -> Engine:
    told = "connect_timeout" in address.url.query
    patience = {} if told else {"connect_timeout": max(2, round(patience_s))}
    engine = create_engine(address.url, poolclass=NullPool, hide_parameters=True, connect_args=patience)
    _prepare_with(engine, partial(_prepare_postgresql, patience_s=patience_s))
    return engine


def _prepare_with(engine: Engine, prepare: Callable[[Any], None]) -> None:
    """Prepare each new connection, closing one that cannot be used."""

    def prepared(raw: Any, _: object) -> None:  # noqa: ANN401  of the driver
        try:
            prepare(raw)
        except BaseException:
            raw.close()
            raise

    event.listen(engine, "connect", prepared)


def _prepare_sqlite(raw: Any, patience_s: float, journal: str) -> None:  # noqa: ANN401  of the driver
    raw.isolation_level = None  # the driver begins and commits nothing by itself
    pragmas = {"busy_timeout": round(patience_s * 1000), "journal_mode": journal} | SQLITE_PRAGMAS
    for name, value in pragmas.items():
        raw.execute(f"PRAGMA {name} = {value}").close()


def _begin_sqlite(connection: Connection) -> None:
    statement = connection.get_execution_options().get(BEGINS, "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)


def _prepare_postgresql(raw: Any, patience_s: float) -> None:  # noqa: ANN401  of the driver
    raw.execute(POSTGRESQL_SESSION, (f"{round(patience_s * 1000)}ms",))
    raw.commit()
