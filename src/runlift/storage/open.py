"""Open a database by its path or URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.application.ports import Store


def open_store(database: str | None) -> Store:
    """Open the database, made on first use."""
    raise NotImplementedError(database)
