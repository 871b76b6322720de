"""Which version the tables of a database have, and bringing them forward.

Each change is one transaction together with the record that it was made: killed at any moment, a database
has the tables of one version and says which.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from runlift.storage.fault import FOREIGN
from runlift.storage.tables import VERSION_TABLE

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory
    from sqlalchemy import Connection

    from runlift.application.error import StoreError
    from runlift.storage.database import Database

NEWEST = "0001"
MIGRATIONS = Path(__file__).parent / "migrations"
CHANGES = MIGRATIONS / "versions"
UTF_8 = "UTF8"
LOCK = 7_582_317_624  # any number of our own: PostgreSQL lets one process at a time hold it


def bring_forward(database: Database, *, newest: str = NEWEST, changes: Path = CHANGES) -> None:
    """Give a database the tables of this version of the program, doing nothing when it has them.

    Args:
        database: The database.
        newest: Version to bring it to.
        changes: Folder of the changes, one a file.

    Raises:
        StoreError: It is not a Runlift database, or one of a newer version.
    """
    with database.reading() as connection:
        _require_every_letter(database, connection)
        version = schema_version(database, connection)
    if version != newest:
        _migrate(database, version, newest, changes)


def _require_every_letter(database: Database, connection: Connection) -> None:
    if database.is_sqlite or connection.scalar(text("SHOW server_encoding")) == UTF_8:
        return
    raise database.address.fault(
        "database_not_utf8",
        "It cannot hold every letter.",
        "Make one with CREATE DATABASE diary ENCODING 'UTF8' TEMPLATE template0.",
    )


def schema_version(database: Database, connection: Connection) -> str:
    """Return the version of the tables, empty for a database without any table.

    Raises:
        StoreError: There are tables, but not Runlift's.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return ""
    if VERSION_TABLE not in tables:
        raise _foreign(database)
    version = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608  a constant
    if version is None:
        raise _foreign(database)
    return str(version)


def _migrate(database: Database, version: str, newest: str, changes: Path) -> None:
    """Make one change after another, each when no other process makes it."""
    from alembic import command  # noqa: PLC0415  on demand: most databases are up to date
    from alembic.config import Config  # noqa: PLC0415  on demand
    from alembic.script import ScriptDirectory  # noqa: PLC0415  on demand

    config = Config()
    config.set_main_option("script_location", _escaped(MIGRATIONS))
    config.set_main_option("version_locations", _escaped(changes))
    config.set_main_option("path_separator", "newline")
    chain = _chain(ScriptDirectory.from_config(config), newest)
    if version and version not in chain:
        raise _newer(database, version, newest)
    for step in chain:
        with database.writing() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            made = schema_version(database, connection)
            if made not in chain[chain.index(step) :]:
                config.attributes["connection"] = connection
                command.upgrade(config, step)


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")


def _chain(scripts: ScriptDirectory, newest: str) -> tuple[str, ...]:
    """Return the versions up to the newest wanted, the oldest first."""
    return tuple(step.revision for step in scripts.walk_revisions(head=newest))[::-1]


def _foreign(database: Database) -> StoreError:
    return database.address.fault(FOREIGN, "It is not a Runlift database.", "Give another one, or a new one.")


def _newer(database: Database, version: str, newest: str) -> StoreError:
    return database.address.fault(
        "database_newer",
        f"It is of schema {version}, but this version of Runlift knows only up to {newest}.",
        "Install the newer Runlift, or give another database.",
    )
