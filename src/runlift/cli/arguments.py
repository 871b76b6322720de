"""Dates and hours as typed on the command line."""

from __future__ import annotations

from datetime import date, time

import typer


def read_date(text: str) -> date:
    """Read an ISO date.

    Raises:
        typer.BadParameter: It is not a date of the calendar.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as fault:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2027-01-14.") from fault


def read_clock(text: str) -> time:
    """Read a time of day.

    Raises:
        typer.BadParameter: It is not a time of day.
    """
    hours, _, minutes = text.strip().partition(":")
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError as fault:
        raise typer.BadParameter(f"{text!r} is not a time of day; write it as 18:30.") from fault
