"""What each drawing shows: figures at the start and at the end, what stands around them, what is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.field_test_svg.figure import Arm, Figure, Leg, toward
from runlift.formats.field_test_svg.scene import Arrow, Bar, Block, Label, Measure, Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.formats.field_test_svg.figure import Point

STRAIGHT = 63.0  # from hip to ankle of a straight leg
BODY = 105.0  # from neck to ankle of a straight body
LOW = 5.0  # height of an ankle on the floor
TIPTOE = 16.0  # height of an ankle over the toes
STEP = 24.0
THIRDS = (62.0, 158.0, 262.0)
SOLE_UP = 180.0


def _heel_raise() -> Scene:
    return Scene(
        height=150,
        figures=(_on_one_leg((112, LOW), 0, hand=148), _on_one_leg((309, 17), -52, hand=340)),
        things=(
            Block(at=(151, 0), width=8, height=146),
            Block(at=(343, 0), width=8, height=146),
            Arrow(start=(264, 16), end=(264, 62)),
        ),
    )


def _on_one_leg(ankle: Point, sole: float, *, hand: float) -> Figure:
    """Return a figure on one straight leg, the other one lifted behind, a hand on a wall."""
    hip = (ankle[0], ankle[1] + STRAIGHT)
    return Figure(
        hip=hip,
        trunk=90,
        legs=(
            Leg(ankle=(hip[0] - 26, hip[1] - 34), sole=-70, behind=True),
            Leg(ankle=ankle, sole=sole, tested=True),
        ),
        arms=(Arm(hand=(hand, hip[1] + 34)),),
    )


def _single_leg_bridge() -> Scene:
    return Scene(
        height=116,
        figures=(_bridge((78, 7), 180, heel=(126, 45)), _bridge((262, 32), 217, heel=(317, 45))),
        things=(
            Block(at=(130, 0), width=44, height=40),
            Block(at=(321, 0), width=44, height=40),
            Arrow(start=(262, 3), end=(262, 25)),
        ),
    )


def _bridge(hip: Point, trunk: float, *, heel: Point) -> Figure:
    neck = toward(hip, trunk, 42)
    return Figure(
        hip=hip,
        trunk=trunk,
        head=180,
        legs=(
            Leg(ankle=(hip[0], hip[1] + STRAIGHT), sole=SOLE_UP, behind=True),
            Leg(ankle=heel, sole=100, tested=True),
        ),
        arms=(Arm(hand=(neck[0] + 16, neck[1] + 14)),),
    )


def _step_down() -> Scene:
    return Scene(
        height=162,
        figures=(
            _on_step(48, down=False),
            _on_step(146, down=True),
            _from_front((240, STEP + LOW), beside=LOW + 1, hip=STEP + 45),
        ),
        things=(
            Block(at=(24, 0), width=46, height=STEP),
            Block(at=(122, 0), width=46, height=STEP),
            Block(at=(214, 0), width=34, height=STEP),
            Arrow(start=(190, 66), end=(190, 20)),
            Label(at=(280, 122), words="trunk leans 1", anchor="start"),
            Label(at=(280, 100), words="arms off hips 1", anchor="start"),
            Label(at=(280, 78), words="pelvis drops 1", anchor="start"),
            Label(at=(280, 56), words="knee inward 1-2", anchor="start"),
            Label(at=(280, 34), words="unsteady 1", anchor="start"),
        ),
        captions=THIRDS,
    )


def _on_step(x: float, *, down: bool) -> Figure:
    """Return a figure from the side whose near foot comes down beside the step."""
    hip = (x - 9, STEP + 47) if down else (x, STEP + LOW + STRAIGHT)
    return Figure(
        hip=hip,
        trunk=76 if down else 90,
        legs=(
            Leg(ankle=(x, STEP + LOW), tested=True),
            Leg(ankle=(x + 9, LOW + 6) if down else (x + 18, STEP + 10), sole=10),
        ),
        arms=(Arm(hand=(hip[0] + 3, hip[1] + 7)),),
    )


def _from_front(ankle: Point, *, beside: float, hip: float) -> Figure:
    """Return a figure from the front, on the leg at the left of the picture, hands on the hips."""
    x = ankle[0]
    return Figure(
        hip=(x + 8, hip),
        trunk=90,
        legs=(
            Leg(ankle=(x + 18, beside), hip=8, from_front=True, bend=0),
            Leg(ankle=ankle, hip=-8, from_front=True, bend=0, tested=True),
        ),
        arms=(
            Arm(hand=(x - 3, hip + 6), shoulder=-13),
            Arm(hand=(x + 19, hip + 6), shoulder=13, bend=1),
        ),
    )


def _single_leg_squat() -> Scene:
    return Scene(
        height=146,
        figures=(
            _squat(52, down=False),
            _squat(150, down=True),
            _from_front((246, LOW), beside=LOW + 16, hip=56),
        ),
        things=(
            Arrow(start=(190, 92), end=(190, 48)),
            Label(at=(286, 104), words="trunk upright", anchor="start"),
            Label(at=(286, 60), words="pelvis level", anchor="start"),
            Label(at=(286, 40), words="knee over", anchor="start"),
            Label(at=(286, 26), words="second toe", anchor="start"),
        ),
        captions=THIRDS,
    )


def _squat(x: float, *, down: bool) -> Figure:
    hip = (x - 16, 54.0) if down else (x, LOW + STRAIGHT)
    return Figure(
        hip=hip,
        trunk=70 if down else 90,
        legs=(
            Leg(ankle=(hip[0] - 20, hip[1] - 36), sole=-70, behind=True),
            Leg(ankle=(x, LOW), tested=True),
        ),
        arms=(Arm(hand=(hip[0] + 44, hip[1] + 38)),) if down else (Arm(hand=(hip[0] + 4, hip[1] + 4)),),
    )


def _knee_to_wall() -> Scene:
    return Scene(
        height=120,
        figures=(_half_kneeling(138, 12), _half_kneeling(330, 25)),
        things=(
            Block(at=(141, 0), width=8, height=116),
            Block(at=(333, 0), width=8, height=116),
            Measure(start=(319, -12), end=(333, -12), words="cm"),
        ),
        below=24,
    )


def _half_kneeling(knee: float, shin: float) -> Figure:
    """Return a figure that kneels on the far knee, the near one at a wall, its ankle `shin` px behind."""
    return Figure(
        hip=(knee - 32, 33),
        trunk=86,
        legs=(
            Leg(ankle=(knee - 64, 4), sole=200, behind=True),
            Leg(ankle=(knee - shin, LOW), tested=True),
        ),
        arms=(Arm(hand=(knee, 62)),),
    )


def _balance_reach() -> Scene:
    start = Figure(
        hip=(80, LOW + STRAIGHT),
        trunk=90,
        legs=(Leg(ankle=(94, 14), sole=8), Leg(ankle=(80, LOW), tested=True)),
        arms=(Arm(hand=(82, 74)),),
    )
    end = Figure(
        hip=(248, 48),
        trunk=98,
        legs=(Leg(ankle=(294, 7), sole=12), Leg(ankle=(252, LOW), tested=True)),
        arms=(Arm(hand=(254, 56)),),
    )
    return Scene(
        height=140,
        figures=(start, end),
        things=(
            Bar(start=(97, -3), end=(97, 5)),
            Bar(start=(270, -3), end=(270, 5)),
            Measure(start=(270, -12), end=(310, -12), words="cm"),
        ),
        below=26,
    )


def _hop() -> Scene:
    return Scene(
        height=140,
        figures=(_crouched(74, hand=(60, 74)), _crouched(284, hand=(326, 84))),
        things=(
            Arrow(start=(124, 76), end=(262, 76), bow=40),
            Measure(start=(94, -12), end=(286, -12), words="toe to heel, cm"),
        ),
        below=26,
    )


def _crouched(x: float, *, hand: Point) -> Figure:
    return Figure(
        hip=(x, 56),
        trunk=64,
        legs=(
            Leg(ankle=(x - 18, 32), sole=-60, behind=True),
            Leg(ankle=(x + 6, LOW), tested=True),
        ),
        arms=(Arm(hand=hand),),
    )


def _repeated_hop() -> Scene:
    return Scene(
        height=172,
        figures=(_hopping(100, 0, 0), _hopping(290, 28, -45)),
        things=(Arrow(start=(334, 6), end=(334, 62), both_ways=True),),
    )


def _hopping(x: float, up: float, sole: float) -> Figure:
    hip = (x - 3, LOW + STRAIGHT - 3 + up)
    return Figure(
        hip=hip,
        trunk=88,
        legs=(
            Leg(ankle=(hip[0] - 24, hip[1] - 36), sole=-70, behind=True),
            Leg(ankle=(x, LOW + up), sole=sole, tested=True),
        ),
        arms=(Arm(hand=(hip[0] + 24, hip[1] + 24)),),
    )


def _side_plank() -> Scene:
    return Scene(
        height=72,
        figures=(_on_side((166, 9), 180, 146), _on_side((356, 11), 167, 167)),
        things=(Arrow(start=(290, 3), end=(290, 17)),),
    )


def _on_side(ankles: Point, legs: float, trunk: float) -> Figure:
    """Return a figure on its side from the front: the way from the ankles to the hips, then to the neck."""
    hip = toward(ankles, legs, STRAIGHT - 1)
    neck = toward(hip, trunk, 42)
    return Figure(
        hip=hip,
        trunk=trunk,
        legs=(
            Leg(ankle=toward(ankles, legs - 90, 6), hip=7, sole=legs - 90, from_front=True, bend=0),
            Leg(
                ankle=toward(ankles, legs + 90, 6),
                hip=-7,
                sole=legs - 90,
                from_front=True,
                bend=0,
                tested=True,
            ),
        ),
        arms=(
            Arm(hand=(neck[0] + 34, neck[1] + 6), shoulder=11, bend=1),
            Arm(hand=(neck[0] - 18, 4), shoulder=-11, bend=1, tested=True),
        ),
    )


def _front_plank() -> Scene:
    neck = (326.0, 25.0)
    held = _prone((226, TIPTOE), 5)
    lying = Figure(
        hip=(88, 7),
        trunk=20,
        legs=(Leg(ankle=(26, TIPTOE), sole=-80),),
        arms=(Arm(hand=(146, 4), bend=-1),),
    )
    return Scene(
        height=60,
        figures=(
            lying,
            Figure(
                hip=held.hip,
                trunk=held.trunk,
                legs=held.legs,
                arms=(Arm(hand=(neck[0] + 22, 4)),),
            ),
        ),
        things=(Arrow(start=(290, 2), end=(290, 15)),),
    )


def _prone(ankle: Point, slope: float, *, arms: tuple[Arm, ...] = ()) -> Figure:
    """Return a straight figure on its toes, the head to the right."""
    return Figure(
        hip=toward(ankle, slope, STRAIGHT),
        trunk=slope,
        legs=(Leg(ankle=ankle, sole=-80),),
        arms=arms,
    )


def _sit_hold() -> Scene:
    return Scene(
        height=76,
        figures=(_leaning(88), _leaning(278)),
        things=(
            Bar(start=(76, 2), end=(44, 58)),
            Bar(start=(238, 2), end=(206, 58)),
            Arrow(start=(244, 34), end=(218, 34)),
            Block(at=(140, 9), width=34, height=16),
            Block(at=(330, 9), width=34, height=16),
        ),
    )


def _leaning(x: float) -> Figure:
    neck = toward((x, 8), 120, 42)
    return Figure(
        hip=(x, 8),
        trunk=120,
        legs=(Leg(ankle=(x + 45, LOW)),),
        arms=(Arm(hand=(neck[0] + 14, neck[1] - 12)),),
    )


def _back_hold() -> Scene:
    bed = 58
    return Scene(
        height=96,
        figures=(_over_the_edge((104, bed + 4), -52), _over_the_edge((286, bed + 4), 0)),
        things=(
            Block(at=(22, 0), width=80, height=bed),
            Block(at=(204, 0), width=80, height=bed),
            Block(at=(42, bed + 8), width=26, height=16),
            Block(at=(224, bed + 8), width=26, height=16),
            Arrow(start=(322, 6), end=(322, 42)),
        ),
    )


def _over_the_edge(hip: Point, trunk: float) -> Figure:
    neck = toward(hip, trunk, 42)
    folded = toward(toward(neck, trunk, -16), trunk - 90, 12)
    return Figure(
        hip=hip,
        trunk=trunk,
        legs=(Leg(ankle=(hip[0] - STRAIGHT, hip[1]), sole=190),),
        arms=(Arm(hand=folded, bend=1),),
    )


def _press_up() -> Scene:
    def figure(ankle: Point, slope: float) -> Figure:
        neck = toward(ankle, slope, BODY)
        return _prone(ankle, slope, arms=(Arm(hand=(neck[0] + 4, 4)),))

    return Scene(
        height=70,
        figures=(figure((34, TIPTOE), 14), figure((226, TIPTOE), 0)),
        things=(Arrow(start=(290, 24), end=(290, 52), both_ways=True),),
    )


SCENES: Mapping[str, Callable[[], Scene]] = {
    "heel_raise": _heel_raise,
    "single_leg_bridge": _single_leg_bridge,
    "step_down": _step_down,
    "single_leg_squat": _single_leg_squat,
    "knee_to_wall": _knee_to_wall,
    "balance_reach": _balance_reach,
    "hop": _hop,
    "repeated_hop": _repeated_hop,
    "side_plank": _side_plank,
    "front_plank": _front_plank,
    "sit_hold": _sit_hold,
    "back_hold": _back_hold,
    "press_up": _press_up,
}
