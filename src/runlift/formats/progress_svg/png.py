"""A picture as PNG, drawn by the typesetter that is at hand for documents."""

from __future__ import annotations

import re

import typst

from runlift.formats.progress_svg.draw import FONTS

PIXELS_PER_INCH = 216  # three pixels for each of the picture's: sharp on a phone
FONT = "Libertinus Serif"  # comes with the typesetter, so that the bytes are the same everywhere
LAST_KNOWN = 0x052F  # Latin, Greek and Cyrillic letters
SIGNS = range(0x2000, 0x2300)  # dashes, arrows, signs
PAGE = """\
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: {width}pt)
"""


def picture_png(picture: bytes) -> bytes:
    """Return an SVG picture as PNG; the same picture gives the same bytes.

    Letters that the font at hand lacks are taken from the machine's own fonts.
    """
    words = picture.decode()
    width = re.search(r'viewBox="0 0 (\d+) ', words)
    page = PAGE.format(width=width[1] if width else 0)
    made = typst.compile(
        page.encode(),
        format="png",
        ppi=PIXELS_PER_INCH,
        ignore_system_fonts=all(ord(letter) <= LAST_KNOWN or ord(letter) in SIGNS for letter in words),
        sys_inputs={"picture": words.replace(FONTS, FONT)},
    )
    if not isinstance(made, bytes):
        raise TypeError("the picture takes more than one page")
    return made
