"""All pictures of progress as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.progress_svg.balance import draw_balance
from runlift.formats.progress_svg.body_mass import draw_body_mass
from runlift.formats.progress_svg.consistency import draw_consistency
from runlift.formats.progress_svg.load import draw_load
from runlift.formats.progress_svg.png import picture_png
from runlift.formats.progress_svg.sets_by_muscle import draw_sets_by_muscle
from runlift.formats.progress_svg.strength import draw_strength

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.application.show_progress import ProgressReport

PICTURES: dict[str, Callable[[ProgressReport], bytes | None]] = {
    "strength": draw_strength,
    "sets_by_muscle": draw_sets_by_muscle,
    "load": draw_load,
    "balance": draw_balance,
    "consistency": draw_consistency,
    "body_mass": draw_body_mass,
}


def progress_files(report: ProgressReport) -> dict[str, bytes]:
    """Return every picture that has something to show, as SVG and as PNG, by file name."""
    files: dict[str, bytes] = {}
    for name, draw in PICTURES.items():
        picture = draw(report)
        if picture is not None:
            files |= {f"{name}.svg": picture, f"{name}.png": picture_png(picture)}
    return files
