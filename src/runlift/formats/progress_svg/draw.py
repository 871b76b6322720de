"""What pictures are drawn with: phone width, colours told apart by everyone, plain shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as escape_markup

from runlift.wording.names import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

WIDTH = 390
LEFT, RIGHT = 16, WIDTH - 16
ROOM = RIGHT - LEFT
TOP = 22
LINE = 17
LETTERS = 60  # that fit into a line of plain words
LONGEST_NAME = 28
NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
FONTS = "Helvetica, Arial, sans-serif"
INK, SOFT, RULE, PAPER = "#16202e", "#4b5768", "#dfe4ec", "#ffffff"
# Blue and orange of the palette by Okabe and Ito: told apart whatever colours the eye sees.
BLUE, ORANGE = "#0072b2", "#d55e00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Puts values from `low` to `high` onto pixels from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the pixel of a value."""
        span = self.high - self.low
        share = (value - self.low) / span if span else 0.5
        return round(self.start + share * (self.end - self.start), 2)


def picture(title: str, notes: Sequence[str], parts: Iterable[str], *, height: int) -> bytes:
    """Return a picture as SVG: title, parts, notes; the same input gives the same bytes."""
    lines = [line for note in notes for line in wrap(note, LETTERS)]
    whole = height + LINE * len(lines) + 14
    size = f'viewBox="0 0 {WIDTH} {whole}" width="{WIDTH}" height="{whole}"'
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONTS}" font-size="13">',
        f"<title>{escaped(title)}</title>",
        box(0, 0, WIDTH, whole, f'fill="{PAPER}"'),
        text(LEFT, TOP + 4, title, size=17, bold=True),
        *parts,
        *(
            text(LEFT, height + LINE * number + 10, line, colour=SOFT, size=12)
            for number, line in enumerate(lines)
        ),
        "</svg>",
    ]
    return ("\n".join(drawn) + "\n").encode()


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = 13,
    bold: bool = False,
    anchor: str = "start",
    colour: str = INK,
) -> str:
    """Return words."""
    weight = ' font-weight="bold"' if bold else ""
    look = f'font-size="{size}"{weight} text-anchor="{anchor}" fill="{colour}"'
    return f'<text x="{_plain(x)}" y="{_plain(y)}" {look}>{escaped(words)}</text>'


def box(x: float, y: float, width: float, height: float, look: str) -> str:
    """Return a rectangle."""
    place = f'x="{_plain(x)}" y="{_plain(y)}" width="{_plain(width)}" height="{_plain(height)}"'
    return f"<rect {place} {look}/>"


def line(points: Sequence[tuple[float, float]], look: str) -> str:
    """Return a line through points."""
    return f'<path d="{_path(points)}" fill="none" {look}/>'


def area(points: Sequence[tuple[float, float]], look: str) -> str:
    """Return the area that points enclose."""
    return f'<path d="{_path(points)}Z" {look}/>'


def dot(x: float, y: float, look: str, *, square: bool = False) -> str:
    """Return a mark, round or square."""
    if square:
        return box(x - 3, y - 3, 6, 6, look)
    return f'<circle cx="{_plain(x)}" cy="{_plain(y)}" r="3.2" {look}/>'


def short_day(day: date) -> str:
    """Return a day such as `22 Dec`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def shortened(words: str, most: int = LONGEST_NAME) -> str:
    """Return words in one line; where they are too long, without what is in brackets at the end, or cut."""
    plain = " ".join(words.split())
    if len(plain) > most and plain.endswith(")"):
        plain = plain.rpartition(" (")[0] or plain
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def escaped(words: str) -> str:
    """Escape markup, and leave out the characters that XML does not allow."""
    return escape_markup(NOT_XML.sub("", words))


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "".join(f"{'L' if number else 'M'}{_plain(x)} {_plain(y)}" for number, (x, y) in enumerate(points))


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
