"""A field test as a picture: title, figures, captions, and what to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.assessment.field_test import field_tests
from runlift.formats.field_test_svg.drawings import SCENES
from runlift.formats.field_test_svg.figure import draw_figure
from runlift.formats.field_test_svg.scene import Block, draw_thing
from runlift.formats.progress_svg.draw import (
    BLUE,
    INK,
    LEFT,
    ORANGE,
    PAPER,
    RIGHT,
    RULE,
    SOFT,
    TOP,
    line,
    picture,
    text,
)
from runlift.wording.assessment import test_words
from runlift.wording.field_test_drawing import CAPTIONS, NOTES

if TYPE_CHECKING:
    from runlift.domain.assessment.field_test import FieldTest

# The lighter blue and orange of the same palette, told apart on dark paper.
DARK = {
    INK: "#e8edf5",
    SOFT: "#a3b1c6",
    RULE: "#37445a",
    PAPER: "#121821",
    BLUE: "#56b4e9",
    ORANGE: "#e69f00",
}
LINE = 15


def field_test_files() -> dict[str, bytes]:
    """Return the drawing of every test by the name of its file."""
    return {f"{each.name}.svg": draw_field_test(each) for each in field_tests().values()}


def draw_field_test(test: FieldTest) -> bytes:
    """Return the drawing of a test as SVG; it follows the light or dark of the page that shows it."""
    scene = SCENES[test.id]()
    floor = TOP + 18 + scene.height
    under = floor + 18 + scene.below
    blocks = [each for each in scene.things if isinstance(each, Block)]
    marks = [each for each in scene.things if not isinstance(each, Block)]
    captions = CAPTIONS[test.id]
    parts = [
        _dark(),
        *(part for each in blocks for part in draw_thing(each, floor)),
        line([(LEFT, floor), (RIGHT, floor)], f'stroke="{SOFT}" stroke-width="2"'),
        *(part for each in scene.figures for part in draw_figure(each, floor)),
        *(part for each in marks for part in draw_thing(each, floor)),
        *(
            text(x, under + LINE * row, words, size=12, anchor="middle")
            for x, caption in zip(scene.captions, captions, strict=True)
            for row, words in enumerate(caption)
        ),
    ]
    lines = max(len(each) for each in captions)
    return picture(test_words(test.id).capitalize(), NOTES[test.id], parts, height=int(under + LINE * lines))


def _dark() -> str:
    turned = "".join(
        f'[{where}="{light}"]{{{where}:{dark}}}'
        for light, dark in DARK.items()
        for where in ("fill", "stroke")
    )
    return f"<style>@media (prefers-color-scheme:dark){{{turned}}}</style>"
