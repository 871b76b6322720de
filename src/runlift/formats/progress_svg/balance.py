"""Left against right, exercise by exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.progress.balance import Verdict
from runlift.formats.progress_svg.draw import (
    BLUE,
    INK,
    LEFT,
    ORANGE,
    SOFT,
    TOP,
    WIDTH,
    box,
    line,
    picture,
    shortened,
    text,
)
from runlift.wording.names import counted, exercise_name
from runlift.wording.progress import NO_FORECAST, balance_words, work_words

if TYPE_CHECKING:
    from runlift.application.show_progress import ProgressReport
    from runlift.domain.athlete.profile import Units
    from runlift.domain.progress.balance import SideBalance

MOST = 10
FIRST, ROW, BAR = TOP + 40, 78, 16
LONGEST_NAME = 46
MIDDLE = WIDTH / 2
LONGEST = MIDDLE - LEFT - 2


def draw_balance(report: ProgressReport) -> bytes | None:
    """Draw the work of both sides; None where no exercise has sets told by side."""
    if not report.balances:
        return None
    shown = report.balances[:MOST]
    parts = [
        text(MIDDLE - 8, FIRST - 6, "left", anchor="end", bold=True, colour=BLUE),
        text(MIDDLE + 8, FIRST - 6, "right", bold=True, colour=ORANGE),
    ]
    for number, each in enumerate(shown):
        parts += _row(each, report.units, FIRST + ROW * number)
    bottom = FIRST + ROW * len(shown)
    weeks = counted(len(report.weeks), "week")
    note = f"Work of each side in {weeks}: load times repetitions, else repetitions, seconds or contacts."
    return picture("Left and right", (note, NO_FORECAST), parts, height=bottom + 10)


def _row(each: SideBalance, units: Units, top: int) -> list[str]:
    most = max(each.left.amount, each.right.amount) or 1.0
    left, right = (LONGEST * side.amount / most for side in (each.left, each.right))
    opacity = 0.35 if each.verdict is Verdict.TOO_FEW else 1
    y = top + 38
    return [
        text(LEFT, top + 14, shortened(exercise_name(each.exercise), LONGEST_NAME), bold=True),
        text(LEFT, top + 30, balance_words(each), size=12, colour=SOFT),
        box(MIDDLE - left, y, left, BAR, f'fill="{BLUE}" fill-opacity="{opacity}"'),
        box(MIDDLE, y, right, BAR, f'fill="{ORANGE}" fill-opacity="{opacity}"'),
        line([(MIDDLE, y - 3), (MIDDLE, y + BAR + 3)], f'stroke="{INK}"'),
        text(MIDDLE - 8, y + BAR + 14, work_words(each.left.amount, each.unit, units), size=12, anchor="end"),
        text(MIDDLE + 8, y + BAR + 14, work_words(each.right.amount, each.unit, units), size=12),
    ]
