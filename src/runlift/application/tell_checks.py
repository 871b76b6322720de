"""Check what a runner tells, and say of each wrong value what is right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.domain.evidence import constant, number, pair
from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def refuse(findings: Iterable[Finding]) -> None:
    """Refuse what has errors.

    Raises:
        InputError: There are findings; it carries them all.
    """
    told = tuple(findings)
    if told:
        raise InputError(told)


def within(place: str, value: float | None, quantity: str) -> list[Finding]:
    """Tell of a value outside the bounds of its quantity."""
    low, high = pair(quantity)
    if value is None or low <= value <= high:
        return []
    unit = constant(quantity).unit
    words = "from 0 to 10" if unit == "of 10" else f"{low:g} to {high:g} {unit}"
    return [error("out_of_range", f"{value:g} cannot be right", f"give {words}", place)]


def told_day(place: str, day: date, today: date) -> list[Finding]:
    """Tell of a day that is still to come, or so long ago that it is a slip."""
    if day > today:
        return [error("day_to_come", f"{day} is still to come", "tell it on that day or after it", place)]
    if day < today - timedelta(days=pair("log_days_possible")[1]):
        return [error("day_long_ago", f"{day} is more than a year ago", "check the year", place)]
    return []


def day_ahead(place: str, day: date, today: date) -> list[Finding]:
    """Tell of a day that is past, or so far ahead that it is a slip."""
    if day < today:
        return [error("day_past", f"{day} is past", f"give {today} or a day after it", place)]
    if day > today + timedelta(days=2 * pair("log_days_possible")[1]):
        return [error("day_far_ahead", f"{day} is more than two years ahead", "check the year", place)]
    return []


def fitting_note(note: str, place: str = "--note") -> list[Finding]:
    """Tell of a note that cannot be kept."""
    most = number("log_note_length")
    if len(note) <= most and note.isprintable():
        return []
    return [
        error("note_not_kept", "The note cannot be kept", f"write at most {most:g} printable letters", place)
    ]


def error(code: str, message: str, remedy: str, place: str = "") -> Finding:
    """Return a finding that forbids to go on."""
    return Finding(severity=Severity.ERROR, code=code, message=message, remedy=remedy, place=place)
