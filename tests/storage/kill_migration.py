"""Kill a process while it changes the tables, again and again; fail when a mixture of two versions is found.

Run by the tests with one URL of an empty database for each kill, or with SQLite paths.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import TYPE_CHECKING, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import alembic.command  # noqa: F401  loaded before any process is forked, so that they begin at once
import sqlalchemy as sa
from tests.storage.change import NEWEST

from runlift.application.error import StoreError
from runlift.storage.address import address_of
from runlift.storage.database import Database
from runlift.storage.schema import bring_forward, schema_version
from runlift.storage.tables import VERSION_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

CHANGES = Path(__file__).with_name("changes")
Shape = dict[str, tuple[tuple[str, ...], int]]


class Telling(Database):
    """Tells, by a byte in a pipe, when it begins to write."""

    pipe: int

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write, and tell so."""
        with super().writing() as connection:
            os.write(self.pipe, b".")
            yield connection


class ImplicitCommits(Telling):
    """Commits around each statement, as the driver of SQLite does by itself."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write statement by statement."""
        with super().writing() as connection:
            connection.exec_driver_sql("COMMIT")
            yield connection


def main() -> int:
    """Kill once for each database and tell what was found."""
    kind = ImplicitCommits if sys.argv[1] == "implicit_commits" else Telling
    first, *urls = sys.argv[2:]
    shapes, whole_s = _uninterrupted(first)
    chance, versions, mixtures = Random(1), [], []  # noqa: S311
    for url in urls:
        _killed(url, kind, chance.randint(1, NEWEST), chance.uniform(0, whole_s / NEWEST))
        database = Database(address_of(url))
        version, shape = _look_or_nothing(database)
        versions.append(version)
        if shape != shapes.get(version):
            mixtures.append(f"{version}: {sorted(shape)}")
        elif kind is Telling:
            bring_forward(database, newest=_name(NEWEST), changes=CHANGES)
            assert _look(database) == (_name(NEWEST), shapes[_name(NEWEST)])
    found = {each or "none": versions.count(each) for each in sorted(set(versions))}
    told = f"{len(urls)} killed; found versions {found}; mixtures: {len(mixtures)}"
    sys.stdout.write("\n".join([told, *mixtures[:2]]) + "\n")
    return 1 if mixtures else 0


def _uninterrupted(url: str) -> tuple[dict[str, Shape], float]:
    """Return what the tables are in each version, and how long all changes take [s]."""
    database = Database(address_of(url))
    shapes: dict[str, Shape] = {"": {}}
    started = perf_counter()
    for number in range(1, NEWEST + 1):
        _bring_to(database, number)
        version, shapes[_name(number)] = _look(database)
        assert version == _name(number)
    return shapes, perf_counter() - started


def _bring_to(database: Database, number: int) -> None:
    bring_forward(database, newest=_name(number), changes=CHANGES)


def _name(number: int) -> str:
    return f"{number:04d}"


def _killed(url: str, kind: type[Telling], changes: int, then_s: float) -> None:
    """Kill a process some time after it has begun a number of changes."""
    reading, writing = os.pipe()
    changer = os.fork()
    if changer == 0:
        _change(url, kind, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as begun:
        for _ in range(changes):
            begun.read(1)
        sleep(then_s)
        os.kill(changer, signal.SIGKILL)
        os.waitpid(changer, 0)


def _change(url: str, kind: type[Telling], pipe: int) -> NoReturn:
    try:
        database = kind(address_of(url))
        database.pipe = pipe
        bring_forward(database, newest=_name(NEWEST), changes=CHANGES)
    finally:
        os._exit(0)


def _look_or_nothing(database: Database) -> tuple[str, Shape]:
    try:
        return _look(database)
    except StoreError as fault:
        return fault.finding.code, {}


def _look(database: Database) -> tuple[str, Shape]:
    """Return the version a database says it is of, and its tables with columns, indexes and rows told."""
    with database.reading() as connection:
        inspector = sa.inspect(connection)
        shape = {}
        for table in inspector.get_table_names():
            if table != VERSION_TABLE:
                names = [each["name"] for each in inspector.get_columns(table)]
                names += [str(each["name"]) for each in inspector.get_indexes(table)]
                told = "more" if "more" in names else "id"
                rows = connection.scalar(sa.text(f"SELECT count({told}) FROM {table}"))  # noqa: S608
                shape[table] = (tuple(names), int(rows or 0))
        return schema_version(database, connection), shape


if __name__ == "__main__":
    sys.exit(main())
