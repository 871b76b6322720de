"""Times as XML files write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import nan

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
LATEST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()


def is_near(moment: datetime) -> bool:
    """Tell whether a time lies in the decades in which anything was recorded."""
    try:
        return EARLIEST <= moment.timestamp() < LATEST
    except (OverflowError, ValueError):
        return False


def seconds_of(text: str | None) -> float:
    """Return a time as seconds since 1970, UTC where no zone is told; NaN where it cannot be right."""
    moment = moment_of(text)
    return nan if moment is None else moment.timestamp()


def moment_of(text: str | None) -> datetime | None:
    """Return a time with its zone, UTC where none is told; None where it cannot be right."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if is_near(moment) else None


def told_offset(text: str | None) -> timedelta | None:
    """Return what a time tells of the runner's clock; None where it is written in UTC."""
    moment = moment_of(text)
    offset = None if moment is None else moment.utcoffset()
    return offset or None
