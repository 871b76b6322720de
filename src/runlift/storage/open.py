"""Open a database by its path or URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.storage.address import address_of
from runlift.storage.database import PATIENCE_S, Database, make_file
from runlift.storage.schema import bring_forward
from runlift.storage.store import SqlStore

if TYPE_CHECKING:
    from runlift.storage.address import Address


def open_store(database: str | None, *, patience_s: float = PATIENCE_S) -> SqlStore:
    """Open the database, made on first use, with the tables of this version of the program.

    Args:
        database: Path of a SQLite file, or a URL; the file in the user's data folder by default.
        patience_s: How long to wait for other programs that write [s].

    Raises:
        StoreError: The database cannot be used; the finding says which and what to do.
    """
    return SqlStore(open_database(database, patience_s=patience_s))


def open_database(database: str | None, *, patience_s: float = PATIENCE_S) -> Database:
    """Open the database without a store on it.

    Raises:
        StoreError: The database cannot be used.
    """
    address = address_of(database)
    _make(address)
    opened = Database(address, patience_s=patience_s)
    bring_forward(opened)
    return opened


def _make(address: Address) -> None:
    if address.file is None or address.file.exists():
        return
    try:
        make_file(address.file)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise address.fault(
            "database_not_opened", f"{reason}.", "Check that its folder exists and that you may write there."
        ) from fault
