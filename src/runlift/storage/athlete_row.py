"""The one row of each athlete: whoever writes for them holds it, and erasing leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, text
from sqlalchemy.dialects import postgresql, sqlite

from runlift.storage.tables import OF_AN_ATHLETE
from runlift.storage.tables import athlete as athlete_table

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from runlift.storage.database import Database


def hold_athlete(connection: Connection, athlete: str) -> None:
    """Make the athlete known, and let no other transaction write for them until this one ends."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    make = insert(athlete_table).values(id=athlete).on_conflict_do_nothing()
    hold = select(athlete_table.c.id).where(athlete_table.c.id == athlete).with_for_update()
    while connection.scalar(hold) is None:  # again where it was erased in between
        connection.execute(make)


def delete_athlete(connection: Connection, athlete: str) -> None:
    """Delete every row of an athlete, known or not."""
    hold_athlete(connection, athlete)
    for table in OF_AN_ATHLETE:
        connection.execute(delete(table).where(table.c.athlete == athlete))
    connection.execute(delete(athlete_table).where(athlete_table.c.id == athlete))


def erase_athlete(database: Database, athlete: str) -> None:
    """Delete every row of an athlete and write the file anew, so that its raw bytes hold nothing of them.

    On PostgreSQL the files of the tables are written anew; its log and its backups are out of reach.

    Raises:
        StoreError: The database cannot be used; the rows may be deleted already.
    """
    with database.writing() as connection:
        delete_athlete(connection, athlete)
    with database.outside_transactions() as connection:
        write_anew = _write_sqlite_anew if database.is_sqlite else _write_postgresql_anew
        if not write_anew(connection):
            raise database.address.fault(
                "database_not_written_anew",
                f"The rows of {athlete!r} are deleted, but the files could not be written anew.",
                "End other programs that use it and be its owner; then erase again.",
            )


def _write_sqlite_anew(connection: Connection) -> bool:
    """Write the file anew and empty its log, which another program that reads may prevent."""
    connection.execute(text("VACUUM"))
    busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()[0]
    return not busy


def _write_postgresql_anew(connection: Connection) -> bool:
    """Write the files of all tables anew, which only their owner can."""
    tables = [table.name for table in (*OF_AN_ATHLETE, athlete_table)]
    owned = text("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = CAST(:table AS regclass)")
    if not all(connection.scalar(owned, {"table": table}) for table in tables):
        return False
    for table in tables:
        connection.execute(text(f"VACUUM (FULL, ANALYZE) {table}"))
    return True
