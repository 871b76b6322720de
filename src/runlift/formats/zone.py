"""Time zones by the names that files and machines give them."""

from __future__ import annotations

from zoneinfo import ZoneInfo


def zone_named(name: str) -> ZoneInfo | None:
    """Return a zone by its IANA name, None for a name that is unknown, misspelt or impossible."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, OSError, ValueError):
        return None
