"""What a database complains of, in one sentence with a remedy, never with a password or a runner's words."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.application.error import StoreError
    from runlift.storage.address import Address

LONGEST = 300
FOREIGN = "database_not_of_runlift"
SQLITE_FAULTS = {
    "SQLITE_BUSY": (
        "database_locked",
        "Another program is writing to it and did not finish.",
        "Wait for it or end it, then try again.",
    ),
    "SQLITE_READONLY": (
        "database_read_only",
        "It may not be written to.",
        "Allow writing to the file and its folder, or choose another place with --database.",
    ),
    "SQLITE_CANTOPEN": (
        "database_not_opened",
        "It cannot be opened.",
        "Check the path, that its folder exists, and that you may write there.",
    ),
    "SQLITE_NOTADB": (FOREIGN, "It is not a Runlift database.", "Give another file."),
    "SQLITE_CORRUPT": (
        "database_damaged",
        "The file is damaged.",
        "Move it away and restore the latest backup with `runlift restore`.",
    ),
    "SQLITE_FULL": ("disk_full", "The disk is full.", "Make room, then try again."),
    "SQLITE_IOERR": ("disk_fault", "The disk does not answer as it should.", "Check the disk."),
}
POSTGRESQL_FAULTS = {
    "42501": (
        "database_not_allowed",
        "The user may not do this.",
        "Use the owner of the database, or let the owner run the command once.",
    ),
    "25006": ("database_read_only", "The server takes no changes.", "Use the primary server."),
    "55P03": ("database_locked", "Another program holds its rows.", "Try again when it has finished."),
    "53100": ("disk_full", "The disk of the server is full.", "Make room, then try again."),
}
SERVER_REMEDY = "Check host, port, name, user and password, and that the server runs."


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turn what the database complains of into an error that can be told.

    Raises:
        StoreError: The database cannot be used.
    """
    try:
        yield
    except (IntegrityError, DataError):  # defects of the program
        raise
    except DBAPIError as fault:
        raise store_error(address, fault) from fault
    except SQLAlchemyError as fault:
        raise address.fault("database_not_usable", f"{type(fault).__name__}.", SERVER_REMEDY) from fault


def store_error(address: Address, fault: DBAPIError) -> StoreError:
    """Return what a database complained of as an error that can be told."""
    orig = fault.orig
    if isinstance(orig, sqlite3.Error):
        name = getattr(orig, "sqlite_errorname", "")
        known = next((words for prefix, words in SQLITE_FAULTS.items() if name.startswith(prefix)), None)
        return address.fault(*(known or (FOREIGN, _sentence(orig), "See `runlift database`.")))
    known = POSTGRESQL_FAULTS.get(getattr(orig, "sqlstate", None) or "")
    return address.fault(*(known or ("database_not_usable", _sentence(orig), SERVER_REMEDY)))


def _sentence(fault: BaseException | None) -> str:
    return " ".join(str(fault).split())[:LONGEST].rstrip(".?! ") + "."
