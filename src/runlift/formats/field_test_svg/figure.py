"""A stick figure from a few joints: hips, neck, hands and feet are told, knees and elbows follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING, TypeAlias

from runlift.formats.progress_svg.draw import BLUE, INK, SOFT, area, line

if TYPE_CHECKING:
    from collections.abc import Sequence

Point: TypeAlias = tuple[float, float]

# Lengths of a standing figure of about 132 px.
TRUNK, THIGH, SHANK, UPPER_ARM, FOREARM, HEAD, NECK = 42.0, 32.0, 31.0, 20.0, 19.0, 9.5, 14.0
ANKLE = 5.0  # above the sole
HEEL, TOES = -4.0, 14.0  # behind and before the ankle
LIMB = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A leg.

    Attributes:
        ankle: Where its ankle is (x, y).
        sole: Which way the toes point: 0 to the right, 90 up [degrees].
        bend: Side of the line from hip to ankle on which the knee lies, seen along it: 1 left, -1 right, and
            what lies between where it is bent toward the eye.
        tested: Whether it is the one that counts.
        behind: Whether it is on the far side of the body.
        hip: How far its hip lies beside the middle, for a figure seen from the front [px].
        from_front: Whether the foot is seen from the front.
    """

    ankle: Point
    sole: float = 0.0
    bend: float = 1.0
    tested: bool = False
    behind: bool = False
    hip: float = 0.0
    from_front: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An arm.

    Attributes:
        hand: Where its hand is (x, y).
        bend: Side of the line from shoulder to hand on which the elbow lies, seen along it: 1 left, -1 right.
        tested: Whether it is the one that counts.
        behind: Whether it is on the far side of the body.
        shoulder: How far its shoulder lies beside the middle, for a figure seen from the front [px].
    """

    hand: Point
    bend: float = -1.0
    tested: bool = False
    behind: bool = False
    shoulder: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure; y grows upwards from the floor.

    Attributes:
        hip: Middle of the hips (x, y).
        trunk: Which way the trunk goes from the hips: 0 to the right, 90 up [degrees].
        legs: Its legs.
        arms: Its arms.
        head: Which way the head goes from the neck [degrees]; as the trunk by default.
    """

    hip: Point
    trunk: float
    legs: Sequence[Leg]
    arms: Sequence[Arm] = field(default=())
    head: float | None = None

    @property
    def neck(self) -> Point:
        """Where the trunk ends and the arms begin."""
        return toward(self.hip, self.trunk, TRUNK)


def toward(start: Point, degrees: float, length: float) -> Point:
    """Return the point in a direction from another."""
    return (start[0] + length * cos(radians(degrees)), start[1] + length * sin(radians(degrees)))


def middle_joint(root: Point, end: Point, upper: float, lower: float, bend: float) -> Point:
    """Return where the knee or elbow between two ends lies.

    Args:
        root: The hip or shoulder (x, y).
        end: The ankle or hand (x, y).
        upper: Length of the upper part [px].
        lower: Length of the lower part [px].
        bend: Side of the line from root to end on which it lies, seen along it: 1 left, -1 right.

    Returns:
        The joint; on the line where the ends are farther apart than the limb is long.
    """
    across, up = end[0] - root[0], end[1] - root[1]
    apart = max(hypot(across, up), 1.0)
    along = (upper**2 - lower**2 + apart**2) / (2 * apart)
    along = along if apart < upper + lower else apart * upper / (upper + lower)
    aside = bend * sqrt(max(0.0, upper**2 - along**2)) if apart < upper + lower else 0.0
    return (
        root[0] + (along * across - aside * up) / apart,
        root[1] + (along * up + aside * across) / apart,
    )


def draw_figure(figure: Figure, floor: float) -> list[str]:
    """Return the strokes of a figure, the far limbs first; `floor` is the y of the floor in the picture."""
    limbs: list[Leg | Arm] = [*figure.legs, *figure.arms]
    behind = [each for each in limbs if each.behind]
    before = [each for each in limbs if not each.behind]
    head = toward(figure.neck, figure.trunk if figure.head is None else figure.head, NECK)
    return [
        *(stroke for each in behind for stroke in _limb(figure, each, floor)),
        _stroke([figure.hip, figure.neck, head], INK, floor),
        *_girdles(figure, floor),
        _circle(head, floor),
        *(stroke for each in before for stroke in _limb(figure, each, floor)),
    ]


def _limb(figure: Figure, limb: Leg | Arm, floor: float) -> list[str]:
    colour = BLUE if limb.tested else SOFT if limb.behind else INK
    if isinstance(limb, Arm):
        shoulder = _beside(figure.neck, figure.trunk, limb.shoulder)
        elbow = middle_joint(shoulder, limb.hand, UPPER_ARM, FOREARM, limb.bend)
        return [_stroke([shoulder, elbow, limb.hand], colour, floor)]
    hip = _beside(figure.hip, figure.trunk, limb.hip)
    knee = middle_joint(hip, limb.ankle, THIGH, SHANK, limb.bend)
    return [_stroke([hip, knee, limb.ankle], colour, floor), _foot(limb, colour, floor)]


def _foot(leg: Leg, colour: str, floor: float) -> str:
    look = f'fill="{colour}" stroke="{colour}" stroke-width="3" stroke-linejoin="round"'
    behind, before = (-5.0, 5.0) if leg.from_front else (HEEL, TOES)
    under = toward(leg.ankle, leg.sole - 90, ANKLE - 1.5)
    corners = [leg.ankle, toward(under, leg.sole, behind), toward(under, leg.sole, before)]
    return area(_placed(corners, floor), look)


def _girdles(figure: Figure, floor: float) -> list[str]:
    """Return shoulders and pelvis of a figure seen from the front."""
    hips = [_beside(figure.hip, figure.trunk, each.hip) for each in figure.legs if each.hip]
    shoulders = [_beside(figure.neck, figure.trunk, each.shoulder) for each in figure.arms if each.shoulder]
    return [_stroke(each, INK, floor) for each in (hips, shoulders) if len(each) > 1]


def _beside(point: Point, trunk: float, aside: float) -> Point:
    return toward(point, trunk - 90, aside)


def _circle(at: Point, floor: float) -> str:
    ((x, y),) = _placed([at], floor)
    return f'<circle cx="{x:g}" cy="{y:g}" r="{HEAD:g}" fill="{INK}"/>'


def _stroke(points: Sequence[Point], colour: str, floor: float) -> str:
    look = f'stroke="{colour}" stroke-width="{LIMB}" stroke-linecap="round" stroke-linejoin="round"'
    return line(_placed(points, floor), look)


def _placed(points: Sequence[Point], floor: float) -> list[Point]:
    return [(round(x, 2), round(floor - y, 2)) for x, y in points]
