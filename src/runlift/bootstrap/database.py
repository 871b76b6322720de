"""Open the database, and keep, restore and hand out what it holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.bootstrap.files import write_file

if TYPE_CHECKING:
    from runlift.application.ports import Store
    from runlift.domain.diary.diary import Diary
    from runlift.domain.plan.plan import Plan
    from runlift.storage.state import DatabaseState


def open_store(database: str | None) -> Store:
    """Open the database that keeps diaries and plans, made on first use.

    Args:
        database: Path of a SQLite file, or a URL such as `postgresql://user@host/name`; by default a file in
            the user's data folder.

    Raises:
        StoreError: The database cannot be used; the finding says which and what to do.
    """
    from runlift.storage.open import open_store as open_sql_store  # noqa: PLC0415  on demand

    return open_sql_store(database)


def told_before(database: str | None, athlete: str) -> Diary:
    """Return what an athlete has told so far: nothing where the database is still to be made.

    Raises:
        StoreError: The database cannot be used.
    """
    from runlift.domain.diary.diary import Diary as Told  # noqa: PLC0415  on demand

    store = _store_there(database)
    return Told() if store is None else Told.of(store.recorded(athlete))


def latest_plan(database: str | None, athlete: str) -> Plan | None:
    """Return the plan that an athlete follows; None for none, and where the database is still to be made.

    Raises:
        StoreError: The database cannot be used.
    """
    store = _store_there(database)
    kept = None if store is None else store.plan(athlete)
    return None if kept is None else kept.plan


def _store_there(database: str | None) -> Store | None:
    from runlift.storage.address import address_of  # noqa: PLC0415  on demand

    file = address_of(database).file
    return open_store(database) if file is None or file.exists() else None


def database_state(database: str | None) -> DatabaseState:
    """Return what the database is and holds.

    Raises:
        StoreError: It cannot be used.
    """
    from runlift.storage.open import open_database  # noqa: PLC0415  on demand
    from runlift.storage.state import state_of  # noqa: PLC0415  on demand

    return state_of(open_database(database))


def backup_database(database: str | None, path: Path, *, overwrite: bool = False) -> int:
    """Write everything the database keeps into a file; return how many rows that are.

    Raises:
        InputError: The file is there already or cannot be written.
        StoreError: The database cannot be used.
    """
    from runlift.storage.backup_file import write_backup  # noqa: PLC0415  on demand
    from runlift.storage.open import open_database  # noqa: PLC0415  on demand

    return write_backup(open_database(database), Path(path), made_at=datetime.now(UTC), overwrite=overwrite)


def restore_database(database: str | None, path: Path, *, overwrite: bool = False) -> dict[str, int]:
    """Put everything of a backup into the database, all or nothing; return how many rows each athlete got.

    Raises:
        InputError: It is no whole backup, or an athlete is in the database already.
        StoreError: The database cannot be used.
    """
    from runlift.storage.backup_file import restore_backup  # noqa: PLC0415  on demand
    from runlift.storage.open import open_database  # noqa: PLC0415  on demand

    return restore_backup(open_database(database), Path(path), overwrite=overwrite)


def export_athlete(store: Store, athlete: str, folder: Path) -> tuple[Path, ...]:
    """Write everything that is kept of an athlete as JSON and CSV files; return their paths.

    Raises:
        InputError: The folder cannot be written.
        StoreError: The database cannot be used.
    """
    from runlift.formats.diary_export import export_files  # noqa: PLC0415  on demand

    kept = (store.plan(athlete, version) for version in store.plan_versions(athlete))
    plans = [each for each in kept if each is not None]
    files = export_files(athlete, store.recorded(athlete), plans, store.names(athlete))
    return tuple(write_file(Path(folder) / name, data) for name, data in files.items())
