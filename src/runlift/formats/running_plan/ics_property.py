"""Properties of a calendar event that may be absent, doubled or broken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component

LINE_PROPERTY = "X-RUNLIFT-LINE"


def words(event: Component, key: str) -> str:
    """Read a property as text, empty when it is absent."""
    value = event.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).replace("\x00", "").strip()


def span_or_moment(event: Component, key: str) -> object:
    """Read a property as date, time or span, None when it is absent or broken."""
    value = event.get(key)
    value = value[0] if isinstance(value, list) and value else value
    try:
        return getattr(value, "dt", None)
    except Exception:  # noqa: BLE001 - a broken property raises what it pleases when it is looked at
        return None


def moment(event: Component, key: str) -> date | None:
    """Read a property as date or date and time, None when it is absent or broken."""
    value = span_or_moment(event, key)
    return value if isinstance(value, date) else None


def line_of(event: Component) -> int:
    """Line of the file on which the event begins."""
    stated = words(event, LINE_PROPERTY)
    return int(stated) if stated.isdecimal() else 1
