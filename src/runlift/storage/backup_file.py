"""The file of a backup: compressed, for its owner's eyes only, whole or not there at all."""

from __future__ import annotations

import gzip
import os
import zlib
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.domain.quantity import Finding, Severity
from runlift.formats.backup import LONGEST_LINE, dump_backup, load_backup
from runlift.storage.address import FILE_MODE
from runlift.storage.backup import all_rows, put_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from runlift.storage.database import Database

LEVEL = 6


def write_backup(database: Database, path: Path, *, made_at: datetime, overwrite: bool) -> int:
    """Write a backup of everything and return how many rows it holds.

    Raises:
        InputError: The file is there already, or cannot be written.
        StoreError: The database cannot be used.
    """
    if path.exists() and not overwrite:
        remedy = "Choose another name, or give --overwrite to replace it."
        raise _fault("file_there_already", "It is there already.", path, remedy)
    half_written = path.with_name(path.name + ".partial")
    try:
        rows = _write(database, half_written, made_at)
        half_written.replace(path)
        _synchronise(path.parent)
    except OSError as fault:
        raise _fault("file_not_written", _reason(fault), path, "Choose another folder.") from fault
    finally:
        half_written.unlink(missing_ok=True)
    return rows


def restore_backup(database: Database, path: Path, *, overwrite: bool) -> dict[str, int]:
    """Put everything of a backup into a database, all or nothing; return how many rows each athlete has got.

    Raises:
        InputError: It is no whole backup, or an athlete is there already.
        StoreError: The database cannot be used.
    """
    try:
        return put_rows(database, load_backup(_lines(path), name=path.name), overwrite=overwrite)
    except (gzip.BadGzipFile, zlib.error, EOFError) as fault:
        message = "It is no backup of Runlift, or it was cut short."
        raise _fault("backup_not_read", message, path, "Give a file that `runlift backup` wrote.") from fault
    except OSError as fault:
        raise _fault("file_not_read", _reason(fault), path, "Check the name.") from fault


def _write(database: Database, path: Path, made_at: datetime) -> int:
    rows = -2  # the first line and the last are none
    opened = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, FILE_MODE)
    with os.fdopen(opened, "wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=LEVEL, mtime=0) as packed:
            for line in dump_backup(all_rows(database), made_at=made_at):
                packed.write(line)
                rows += 1
        file.flush()
        os.fsync(file.fileno())
    return rows


def _lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a compressed file, none much longer than a line may be."""
    with gzip.open(path, "rb") as packed:
        while line := packed.readline(LONGEST_LINE + 1):
            yield line


def _synchronise(folder: Path) -> None:
    """Make sure that the folder lists the file after a power cut too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _reason(fault: OSError) -> str:
    return f"{fault.strerror or type(fault).__name__}."


def _fault(code: str, message: str, path: Path, remedy: str) -> InputError:
    return InputError(
        [Finding(severity=Severity.ERROR, code=code, message=message, place=str(path), remedy=remedy)]
    )
