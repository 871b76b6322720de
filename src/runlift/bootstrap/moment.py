"""The moment, the day and the time zone of the machine."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.formats.zone import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator

MACHINE_ZONE_LINK = Path("/etc/localtime")
MACHINE_ZONE_NAME = Path("/etc/timezone")


def current_moment() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


def current_day() -> date:
    """Return the runner's own calendar day."""
    return date.today()  # noqa: DTZ011  the runner's own calendar day is meant


def machine_time_zone() -> str:
    """Return the IANA name of the machine's zone, or UTC when it tells none that is known."""
    return next(filter(zone_named, _machine_zones()), "UTC")


def _machine_zones() -> Iterator[str]:
    """Yield what the machine tells of its zone, the most particular first."""
    yield os.environ.get("TZ", "").lstrip(":")
    if MACHINE_ZONE_LINK.is_symlink():
        yield str(MACHINE_ZONE_LINK.resolve()).rpartition("zoneinfo/")[2]
    if MACHINE_ZONE_NAME.is_file():
        yield MACHINE_ZONE_NAME.read_text(encoding="ascii", errors="replace").strip()
