"""Distances, race times and measured changes as typed on the command line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from runlift.cli.arguments import read_date
from runlift.domain.quantity import METRES_PER_MILE

if TYPE_CHECKING:
    from datetime import date

NAMED_M = {"half": 21_097.5, "half-marathon": 21_097.5, "marathon": 42_195.0, "mile": METRES_PER_MILE}
UNITS_M = {"m": 1.0, "k": 1000.0, "km": 1000.0, "mi": METRES_PER_MILE}
MEASURED = re.compile(r"(\d+(?:\.\d+)?) ?(m|km|k|mi)")
CLOCK = re.compile(r"(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)")
POSSIBLE_M = (400.0, 200_000.0)
SLOWEST, FASTEST = 1.0, 8.0  # running speeds that may be meant [m/s]
MOST_PERCENT = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceTime:
    """A time [s] over a distance [m]."""

    distance_m: float
    time_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A figure of a day: a time [s] or a change [%]."""

    day: date
    figure: float


def read_distance(text: str) -> float:
    """Read a distance such as `10k`, `half` or `15 mi` [m].

    Raises:
        typer.BadParameter: It is no distance that is raced.
    """
    word = text.strip().casefold()
    measured = MEASURED.fullmatch(word)
    metres = NAMED_M.get(word) or (float(measured[1]) * UNITS_M[measured[2]] if measured else 0.0)
    low, high = POSSIBLE_M
    if not low <= metres <= high:
        raise typer.BadParameter(
            f"{text!r} is no distance; write it as 5k, 10k, half, marathon, 1500m or 15mi."
        )
    return metres


def read_race_time(text: str) -> RaceTime:
    """Read a time over a distance such as `10k=50:00`.

    Raises:
        typer.BadParameter: It is none, or no runner's.
    """
    told, _, clock = text.partition("=")
    race = RaceTime(distance_m=read_distance(told), time_s=_seconds(clock))
    if not SLOWEST <= race.distance_m / race.time_s <= FASTEST:
        raise typer.BadParameter(f"{text!r} is no time of a runner; write it as 10k=50:00 or half=1:45:00.")
    return race


def read_dated_time(text: str) -> Dated:
    """Read the time of a day such as `2027-03-01=49:10`.

    Raises:
        typer.BadParameter: It is none.
    """
    day, _, clock = text.partition("=")
    return Dated(day=read_date(day), figure=_seconds(clock))


def read_dated_change(text: str) -> Dated:
    """Read the change of a day in percent such as `2027-03-01=-2.5`.

    Raises:
        typer.BadParameter: It is none, or beyond what is possible.
    """
    day, _, told = text.partition("=")
    try:
        change = float(told.strip().removesuffix("%"))
    except ValueError:
        change = float("nan")
    if not -MOST_PERCENT <= change <= MOST_PERCENT:
        raise typer.BadParameter(f"{text!r} is no change in percent of a day; write it as 2027-03-01=-2.5.")
    return Dated(day=read_date(day), figure=change)


def _seconds(text: str) -> float:
    found = CLOCK.fullmatch(text.strip())
    if found is None or not any(int(part or 0) for part in found.groups()):
        raise typer.BadParameter(f"{text!r} is no time; write it as 49:10 or 1:45:00.")
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600.0 + minutes * 60 + seconds
