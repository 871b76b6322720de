"""What stands around the figure, and the marks that say what moves and what is measured."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Literal, TypeAlias

from runlift.formats.field_test_svg.figure import toward
from runlift.formats.progress_svg.draw import ORANGE, RULE, SOFT, area, box, line, text

if TYPE_CHECKING:
    from runlift.formats.field_test_svg.figure import Figure, Point

HEAD_LENGTH, HEAD_WIDTH = 9.0, 6.0
THICK = 3
NARROW = 24.0  # no room for two arrow heads


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A step, box, bed or wall: its lower left corner, and its size."""

    at: Point
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A board, strap or tape: a thick line."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """What moves: from a point to another, straight or bowed to the left by some pixels."""

    start: Point
    end: Point
    bow: float = 0.0
    both_ways: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is measured: from one point to another, with words in the middle below it."""

    start: Point
    end: Point
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at a point."""

    at: Point
    words: str
    anchor: Literal["start", "middle", "end"] = "middle"


Thing: TypeAlias = Block | Bar | Arrow | Measure | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A picture's inside.

    Attributes:
        height: Room above the floor [px].
        figures: The figures.
        things: What stands there, and the marks, in the order in which they are drawn.
        below: Room for marks below the floor [px].
        captions: Where the middles of the captions are [px].
    """

    height: float
    figures: tuple[Figure, ...]
    things: tuple[Thing, ...] = ()
    below: float = 0.0
    captions: tuple[float, ...] = (100.0, 290.0)


def draw_thing(thing: Thing, floor: float) -> list[str]:
    """Return the strokes of a thing or mark; `floor` is the y of the floor in the picture."""
    match thing:
        case Block():
            look = f'fill="{RULE}" stroke="{SOFT}" stroke-width="2"'
            return [box(thing.at[0], floor - thing.at[1] - thing.height, thing.width, thing.height, look)]
        case Bar():
            look = f'stroke="{SOFT}" stroke-width="4" stroke-linecap="round"'
            return [line([_flat(thing.start, floor), _flat(thing.end, floor)], look)]
        case Arrow():
            return _arrow(thing, floor)
        case Measure():
            return _measure(thing, floor)
        case Label():
            return [
                text(thing.at[0], floor - thing.at[1], thing.words, size=12, anchor=thing.anchor, colour=SOFT)
            ]


def _arrow(arrow: Arrow, floor: float) -> list[str]:
    start, end = _flat(arrow.start, floor), _flat(arrow.end, floor)
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down) or 1.0
    middle = (
        (start[0] + end[0]) / 2 + 2 * arrow.bow * down / length,
        (start[1] + end[1]) / 2 - 2 * arrow.bow * across / length,
    )
    heads = [_head(middle, end), *([_head(middle, start)] if arrow.both_ways else [])]
    first = _short_of(start, middle) if arrow.both_ways else start
    last = _short_of(end, middle)
    path = f"M{_pair(first)}Q{_pair(middle)} {_pair(last)}"
    look = f'stroke="{ORANGE}" stroke-width="{THICK}"'
    return [f'<path d="{path}" fill="none" {look} stroke-linecap="round"/>', *heads]


def _measure(measure: Measure, floor: float) -> list[str]:
    start, end = _flat(measure.start, floor), _flat(measure.end, floor)
    ends = [
        line([(x, y - 5), (x, y + 5)], f'stroke="{ORANGE}" stroke-width="{THICK}"') for x, y in (start, end)
    ]
    middle = (start[0] + end[0]) / 2
    return [
        *(part for each in _spans(measure) for part in _arrow(each, floor)),
        *ends,
        text(middle, start[1] + 16, measure.words, size=12, anchor="middle", bold=True, colour=ORANGE),
    ]


def _spans(measure: Measure) -> list[Arrow]:
    """Return the arrows between the ends; where there is no room, those that point at them from outside."""
    (left, y), (right, _) = measure.start, measure.end
    if right - left > NARROW:
        return [Arrow(start=measure.start, end=measure.end, both_ways=True)]
    return [
        Arrow(start=(left - NARROW, y), end=measure.start),
        Arrow(start=(right + NARROW, y), end=measure.end),
    ]


def _head(before: Point, tip: Point) -> str:
    way = degrees(atan2(tip[1] - before[1], tip[0] - before[0]))
    base = toward(tip, way + 180, HEAD_LENGTH)
    corners = [tip, toward(base, way + 90, HEAD_WIDTH), toward(base, way - 90, HEAD_WIDTH)]
    return area([(round(x, 2), round(y, 2)) for x, y in corners], f'fill="{ORANGE}"')


def _short_of(tip: Point, before: Point) -> Point:
    return toward(tip, degrees(atan2(before[1] - tip[1], before[0] - tip[0])), HEAD_LENGTH - 1)


def _flat(point: Point, floor: float) -> Point:
    return (point[0], floor - point[1])


def _pair(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
