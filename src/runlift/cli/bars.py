"""Bars and sparklines of characters, plain ones where the terminal knows no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Characters to draw with.

    Attributes:
        full: What is done.
        rest: What is left to do.
        nothing: A week with nothing.
        levels: From low to high.
    """

    full: str
    rest: str
    nothing: str
    levels: str


BLOCKS = Ink(full="█", rest="░", nothing="·", levels="▁▂▃▄▅▆▇█")
PLAIN = Ink(full="#", rest="-", nothing=".", levels="12345678")


def ink_for(console: Console) -> Ink:
    """Return what a console can draw with."""
    return PLAIN if console.options.ascii_only else BLOCKS


def bar(done: float, asked: float | None, ink: Ink, *, width: int) -> str:
    """Return a bar that is full once all that was asked for is done; empty where nothing was."""
    if not asked:
        return ""
    full = min(width, int(width * done / asked))
    return ink.full * full + ink.rest * (width - full)


def sparkline(values: Sequence[float], ink: Ink) -> str:
    """Return amounts as a line of characters from nothing to the highest."""
    highest = max(values, default=0)
    return "".join(_level(value, highest, ink) for value in values)


def _level(value: float, highest: float, ink: Ink) -> str:
    if value <= 0:
        return ink.nothing
    top = len(ink.levels) - 1
    return ink.levels[min(top, round(top * value / highest))]
