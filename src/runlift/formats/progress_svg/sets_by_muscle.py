"""Hard sets by group of muscles, week by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.exercise.muscle import MuscleGroup
from runlift.formats.progress_svg.columns import Columns, legend_words, week_labels
from runlift.formats.progress_svg.draw import LEFT, RIGHT, SOFT, TOP, picture, text
from runlift.wording.progress import counted_sets, done_of_words, muscle_words

if TYPE_CHECKING:
    from runlift.application.show_progress import ProgressReport
    from runlift.domain.progress.week import Amounts, WeekFigures

TITLE = "Hard sets by muscle"
HALF = "A set counts whole for the muscles worked most, half for those that help."
SCALE = "All on one scale: the highest is {sets}."
ROW, COLUMNS_HEIGHT, FIRST = 68, 30, TOP + 22


def draw_sets_by_muscle(report: ProgressReport) -> bytes | None:
    """Draw the hard sets of every group that was trained or should have been; None where none was."""
    groups = [group for group in MuscleGroup if any(_has(week, group) for week in report.weeks)]
    if not groups:
        return None
    highest = max(sets for week in report.weeks for each in _both(week) for sets in each.hard_sets.values())
    parts: list[str] = []
    for number, group in enumerate(groups):
        parts += _row(report, group, FIRST + ROW * number, highest)
    bottom = FIRST + ROW * len(groups)
    parts += week_labels([week.monday for week in report.weeks], bottom + 12)
    scale = SCALE.format(sets=counted_sets(highest))
    notes = (legend_words(follows_plan=report.follows_plan), scale, HALF)
    return picture(TITLE, notes, parts, height=bottom + 28)


def _row(report: ProgressReport, group: MuscleGroup, top: int, highest: float) -> list[str]:
    done = [week.done.hard_sets.get(group, 0.0) for week in report.weeks]
    asked = [week.asked.hard_sets.get(group, 0.0) if week.asked else None for week in report.weeks]
    this = done_of_words(done[-1], asked[-1])
    told = f"this week {this}"
    if len(done) > 1:
        told = f"last week {done_of_words(done[-2], asked[-2])}, {told}"
    columns = Columns(
        done=done, asked=asked, highest=highest, base=top + 22 + COLUMNS_HEIGHT, height=COLUMNS_HEIGHT
    )
    return [
        text(LEFT, top + 12, muscle_words(group), bold=True),
        text(RIGHT, top + 12, told, anchor="end", size=12, colour=SOFT),
        *columns.drawn(),
    ]


def _has(week: WeekFigures, group: MuscleGroup) -> bool:
    return any(group in each.hard_sets for each in _both(week))


def _both(week: WeekFigures) -> list[Amounts]:
    return [week.done, *([week.asked] if week.asked else [])]
