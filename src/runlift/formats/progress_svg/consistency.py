"""Sessions of each week: done, missed, excused, beside the plan, still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.progress_svg.columns import column_left, column_width, week_labels
from runlift.formats.progress_svg.draw import BLUE, INK, LEFT, ORANGE, SOFT, TOP, box, line, picture, text
from runlift.wording.progress import consistency_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.application.show_progress import ProgressReport
    from runlift.domain.progress.consistency import WeekKept

STEP, SIZE, LINES = 22, 18, 18
DONE, BESIDE, MISSED, EXCUSED, AHEAD = "done", "beside the plan", "missed", "ill, not counted", "to come"
GREY = "#c5ccd6"


def draw_consistency(report: ProgressReport) -> bytes | None:
    """Draw the sessions of each week; None where there was none to do and none done."""
    weeks = report.consistency.weeks
    stacks = [list(_sessions(week, follows_plan=report.follows_plan)) for week in weeks]
    highest = max(len(stack) for stack in stacks)
    if not highest:
        return None
    lines = consistency_lines(report.consistency, follows_plan=report.follows_plan)
    parts = [text(LEFT, TOP + 28 + LINES * number, each) for number, each in enumerate(lines)]
    base = TOP + 28 + LINES * len(lines) + STEP * highest
    size = min(SIZE, column_width(len(weeks)))
    for number, stack in enumerate(stacks):
        x = column_left(number, len(weeks)) + (column_width(len(weeks)) - size) / 2
        for place, kind in enumerate(stack):
            parts += _session(kind, x, base - STEP * (place + 1), size)
    parts += week_labels([week.monday for week in weeks], base + 16)
    seen = [kind for kind in (DONE, BESIDE, MISSED, EXCUSED, AHEAD) if any(kind in one for one in stacks)]
    parts += _legend(seen, base + 30)
    return picture("Consistency", (), parts, height=base + 34 + STEP * ((len(seen) + 2) // 3))


def _sessions(week: WeekKept, *, follows_plan: bool) -> Iterator[str]:
    """Yield the sessions of a week from the bottom up."""
    yield from [DONE] * week.kept.done
    yield from [BESIDE if follows_plan else DONE] * week.beside
    yield from [MISSED] * (week.kept.planned - week.kept.done)
    yield from [EXCUSED] * week.kept.excused
    yield from [AHEAD] * week.ahead


def _session(kind: str, x: float, y: float, size: float) -> list[str]:
    if kind == DONE:
        return [box(x, y, size, size, f'fill="{BLUE}" rx="2"')]
    if kind == BESIDE:
        middle = size / 2
        look = f'fill="{BLUE}" rx="{middle:.2f}"'
        return [box(x, y, size, size, look)]
    if kind == EXCUSED:
        return [box(x, y, size, size, f'fill="{GREY}" rx="2"')]
    dashes = "" if kind == MISSED else ' stroke-dasharray="3 2"'
    colour = ORANGE if kind == MISSED else INK
    outline = box(x + 1, y + 1, size - 2, size - 2, f'fill="none" stroke="{colour}" rx="2"{dashes}')
    if kind == AHEAD:
        return [outline]
    near, far = size * 0.3, size * 0.7
    look = f'stroke="{colour}" stroke-width="1.5"'
    crosses = [
        line([(x + near, y + near), (x + far, y + far)], look),
        line([(x + near, y + far), (x + far, y + near)], look),
    ]
    return [outline, *crosses]


def _legend(kinds: list[str], top: float) -> list[str]:
    parts: list[str] = []
    for number, kind in enumerate(kinds):
        x, y = LEFT + 124 * (number % 3), top + STEP * (number // 3)
        parts += [*_session(kind, x, y, 14), text(x + 20, y + 12, kind, size=12, colour=SOFT)]
    return parts
