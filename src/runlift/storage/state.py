"""What a database is and holds, for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import distinct, func, select, text

from runlift.storage.schema import schema_version
from runlift.storage.tables import athlete as athlete_table
from runlift.storage.tables import entry, exercise_name, plan_version

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from runlift.storage.database import Database

SYNCHRONOUS = ("OFF", "NORMAL", "FULL", "EXTRA")


@dataclass(frozen=True, slots=True, kw_only=True)
class AthleteCount:
    """How much is kept of an athlete.

    Attributes:
        athlete: Id of the athlete.
        entries: Entries of the diary, each counted once.
        versions: Versions of them: entries, corrections, withdrawals.
        plans: Versions of the plan.
        names: Names of exercises that were confirmed.
    """

    athlete: str
    entries: int
    versions: int
    plans: int
    names: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseState:
    """What a database is and holds.

    Attributes:
        place: Where it is, without any password.
        engine: Name and version of what keeps it.
        schema: Version of the tables.
        journal: How a transaction is undone that was cut off.
        durable: Whether what was acknowledged survives a power cut, as far as the database can be asked.
        settings: The settings that decide it.
        size_bytes: Size [bytes].
        athletes: How much is kept of each athlete.
    """

    place: str
    engine: str
    schema: str
    journal: str
    durable: bool
    settings: tuple[tuple[str, str], ...]
    size_bytes: int
    athletes: tuple[AthleteCount, ...]


def state_of(database: Database) -> DatabaseState:
    """Return what a database is and holds.

    Raises:
        StoreError: The database cannot be used.
    """
    ask = _ask_sqlite if database.is_sqlite else _ask_postgresql
    with database.reading() as connection:
        engine, journal, settings, size = ask(connection)
        return DatabaseState(
            place=database.address.shown,
            engine=engine,
            schema=schema_version(database, connection),
            journal=journal,
            durable="OFF" not in {value.upper() for _, value in settings},
            settings=settings,
            size_bytes=size,
            athletes=_counts(connection),
        )


Answers = tuple[str, str, tuple[tuple[str, str], ...], int]


def _ask_sqlite(connection: Connection) -> Answers:
    synchronous = SYNCHRONOUS[int(connection.scalar(text("PRAGMA synchronous")) or 0)]
    pages = int(connection.scalar(text("PRAGMA page_count")) or 0)
    page = int(connection.scalar(text("PRAGMA page_size")) or 0)
    return (
        f"SQLite {connection.scalar(text('SELECT sqlite_version()'))}",
        str(connection.scalar(text("PRAGMA journal_mode"))),
        (("synchronous", synchronous),),
        pages * page,
    )


def _ask_postgresql(connection: Connection) -> Answers:
    names = ("fsync", "full_page_writes", "synchronous_commit")
    settings = tuple((name, str(connection.scalar(text(f"SHOW {name}")))) for name in names)
    return (
        f"PostgreSQL {connection.scalar(text('SHOW server_version'))}",
        "write-ahead log",
        settings,
        int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0),
    )


def _counts(connection: Connection) -> tuple[AthleteCount, ...]:
    entries = _by_athlete(
        connection, select(entry.c.athlete, func.count(distinct(entry.c.id))).group_by(entry.c.athlete)
    )
    counted = {
        table: _by_athlete(connection, select(table.c.athlete, func.count()).group_by(table.c.athlete))
        for table in (entry, plan_version, exercise_name)
    }
    return tuple(
        AthleteCount(
            athlete=athlete,
            entries=entries.get(athlete, 0),
            versions=counted[entry].get(athlete, 0),
            plans=counted[plan_version].get(athlete, 0),
            names=counted[exercise_name].get(athlete, 0),
        )
        for athlete in sorted(connection.scalars(select(athlete_table.c.id)))
    )


def _by_athlete(connection: Connection, counting: Select[str, int]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(counting)}
