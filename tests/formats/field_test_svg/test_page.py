from __future__ import annotations

import re
from math import dist
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from runlift.domain.assessment.field_test import field_tests
from runlift.formats.field_test_svg.drawings import SCENES
from runlift.formats.field_test_svg.figure import FOREARM, SHANK, THIGH, UPPER_ARM, Arm, Figure
from runlift.formats.field_test_svg.page import DARK, draw_field_test, field_test_files
from runlift.formats.progress_svg.draw import BLUE, WIDTH

if TYPE_CHECKING:
    from runlift.formats.field_test_svg.figure import Leg

SVG = "{http://www.w3.org/2000/svg}"
LETTER = 6.3  # width of one on average, in the widest font that a browser may take
SLACK = 1.5
each_test = pytest.mark.parametrize("id_", list(field_tests()))


def drawing(id_: str) -> ET.Element:
    return ET.fromstring(draw_field_test(field_tests()[id_]))  # noqa: S314  our own


def test_every_test_has_a_drawing_and_no_other() -> None:
    assert set(field_test_files()) == {f"{each.name}.svg" for each in field_tests().values()}
    assert set(SCENES) == set(field_tests())


def test_drawing_twice_gives_the_same_bytes() -> None:
    assert field_test_files() == field_test_files()


@each_test
def test_words_stay_within_the_picture(id_: str) -> None:
    for each in drawing(id_).iter(f"{SVG}text"):
        x, width = float(each.get("x") or -1), LETTER * len(each.text or "")
        left = {"start": x, "middle": x - width / 2, "end": x - width}[each.get("text-anchor") or ""]
        assert left >= 0, each.text
        assert left + width <= WIDTH, each.text
        assert int(each.get("font-size") or 0) >= 12


@each_test
def test_what_is_drawn_stays_within_the_picture_and_above_the_floor(id_: str) -> None:
    root = drawing(id_)
    height = float(root.get("height") or 0)
    for path in root.iter(f"{SVG}path"):
        told = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path.get("d") or "")]
        assert all(0 <= x <= WIDTH for x in told[::2])
        assert all(0 <= y <= height for y in told[1::2])


@each_test
def test_every_limb_reaches_its_hand_or_foot(id_: str) -> None:
    for figure in SCENES[id_]().figures:
        limbs: list[Leg | Arm] = [*figure.legs, *figure.arms]
        for limb in limbs:
            reach = UPPER_ARM + FOREARM if isinstance(limb, Arm) else THIGH + SHANK
            assert _apart(figure, limb) <= reach + SLACK


@each_test
def test_the_side_that_counts_is_blue_where_there_is_one(id_: str) -> None:
    figures = SCENES[id_]().figures
    assert len(figures) >= 2
    for figure in figures:
        assert any(each.tested for each in figure.legs) == field_tests()[id_].one_sided
    assert (BLUE in draw_field_test(field_tests()[id_]).decode()) or not field_tests()[id_].one_sided


@each_test
def test_every_colour_is_turned_on_a_dark_screen(id_: str) -> None:
    drawn = draw_field_test(field_tests()[id_]).decode().partition("</style>")[2]
    assert set(re.findall(r"#[0-9a-f]{6}", drawn)) <= set(DARK)


def _apart(figure: Figure, limb: Leg | Arm) -> float:
    if isinstance(limb, Arm):
        return dist(figure.neck, limb.hand) - abs(limb.shoulder)
    return dist(figure.hip, limb.ankle) - abs(limb.hip)
