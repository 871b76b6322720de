"""Where a database is: a SQLite file by its path, or a URL; shown to people without any password."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from runlift.application.error import StoreError
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_NAME = "runlift.db"
FOLDER_MODE, FILE_MODE = 0o700, 0o600
POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}
REMEDY = "Give the path of a file, sqlite:///FILE or postgresql://USER@HOST/NAME."
SCHEME = re.compile(r"^[^:/?@]*://")
PASSWORD = re.compile(r":.*@", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a database is.

    Attributes:
        url: For SQLAlchemy; it may hold a password.
        shown: For people; it never does.
        file: The SQLite file, None for a server.
    """

    url: URL
    shown: str
    file: Path | None = None

    def fault(self, code: str, message: str, remedy: str) -> StoreError:
        """Return an error that names this database."""
        return StoreError(
            Finding(severity=Severity.ERROR, code=code, message=message, place=self.shown, remedy=remedy)
        )


def default_file() -> Path:
    """Return the database file in the user's data folder."""
    return Path(platformdirs.user_data_dir("runlift", appauthor=False)) / DEFAULT_NAME


def address_of(database: str | None) -> Address:
    """Return where a database is.

    Args:
        database: Path or URL; None for the user's own.

    Raises:
        StoreError: It is no address of a database.
    """
    if database is None:
        return _of_file(default_file())
    if "://" not in database:
        return _of_file(Path(database).expanduser())
    url = _url(database)
    if url.drivername in POSTGRESQL:
        return _of_server(url)
    if url.drivername == "sqlite" and url.database and not (url.query or url.host or url.username):
        return _of_file(Path(url.database))
    raise _refusal(database, "no database that Runlift can use")


def without_password(address: str) -> str:
    """Return an address with whatever may be a password made unreadable."""
    scheme = SCHEME.match(address)
    begin = scheme.end() if scheme else 0
    return address[:begin] + PASSWORD.sub(":***@", address[begin:]).partition("?")[0]


def _url(database: str) -> URL:
    try:
        url = make_url(database)
    except (ArgumentError, ValueError) as fault:
        raise _refusal(database, "no database URL") from fault
    if database.count("@") > 1 or "@" in f"{url.host}{url.database}{database.partition('?')[2]}":
        raise _refusal(database, "no database URL: in a password @ is written %40, / %2F, : %3A and ? %3F")
    return url


def _of_file(path: Path) -> Address:
    if path.name in {"", ":memory:"} or not str(path).strip():
        raise _refusal(str(path), "no place that keeps anything")
    path = path.absolute()
    return Address(url=URL.create("sqlite", database=str(path)), shown=without_password(str(path)), file=path)


def _of_server(url: URL) -> Address:
    host = url.host or _first(url.query.get("host", "")) or "local socket"
    port = f":{url.port}" if url.port else ""
    user = f"{url.username}@" if url.username else ""
    return Address(
        url=url.set(drivername="postgresql+psycopg"),
        shown=f"postgresql://{user}{host}{port}/{url.database or ''}",
    )


def _first(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else value[0]


def _refusal(database: str, what: str) -> StoreError:
    finding = Finding(
        severity=Severity.ERROR,
        code="database_address_wrong",
        message=f"This is {what}.",
        place=without_password(database) or "--database",
        remedy=REMEDY,
    )
    return StoreError(finding)
