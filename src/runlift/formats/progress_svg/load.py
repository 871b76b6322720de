"""Weight lifted and foot contacts, week by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.progress_svg.columns import Columns, legend_words, top_line, week_labels
from runlift.formats.progress_svg.draw import LEFT, SOFT, TOP, picture, text
from runlift.wording.progress import mass_in, mass_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.application.show_progress import ProgressReport

PANEL, COLUMNS_HEIGHT, FIRST = 184, 90, TOP + 22
Amounts = tuple[list[float], "list[float | None]"]


def draw_load(report: ProgressReport) -> bytes | None:
    """Draw weight lifted and foot contacts; None where there was neither."""
    unit = mass_unit(report.units)
    panels = {f"Weight lifted [{unit}]": _tonnage(report), "Foot contacts": _contacts(report)}
    shown = {name: amounts for name, amounts in panels.items() if _highest(amounts)}
    if not shown:
        return None
    parts: list[str] = []
    for number, (name, amounts) in enumerate(shown.items()):
        parts += _panel(report, name, amounts, FIRST + PANEL * number)
    notes = (
        legend_words(follows_plan=report.follows_plan),
        "Weight lifted: load times repetitions, both sides, without warm-up sets.",
    )
    return picture("Load", notes, parts, height=FIRST + PANEL * len(shown) + 4)


def _panel(report: ProgressReport, name: str, amounts: Amounts, top: int) -> list[str]:
    done, asked = amounts
    highest = _highest(amounts)
    base = top + 54 + COLUMNS_HEIGHT
    columns = Columns(done=done, asked=asked, highest=highest, base=base, height=COLUMNS_HEIGHT)
    return [
        text(LEFT, top + 12, name, bold=True),
        text(LEFT, top + 29, _told(done, asked), size=12, colour=SOFT),
        *top_line(base - COLUMNS_HEIGHT, f"{highest:,.0f}"),
        *columns.drawn(),
        *week_labels([week.monday for week in report.weeks], base + 16),
    ]


def _told(done: Sequence[float], asked: Sequence[float | None]) -> str:
    told = f"this week {_of(done[-1], asked[-1])}"
    return f"last week {_of(done[-2], asked[-2])}, {told}" if len(done) > 1 else told


def _of(done: float, asked: float | None) -> str:
    if not done and not asked:
        return "-"
    return f"{done:,.0f}" if asked is None else f"{done:,.0f} of {asked:,.0f}"


def _highest(amounts: Amounts) -> float:
    return max(*amounts[0], *(each or 0.0 for each in amounts[1]), 0.0)


def _tonnage(report: ProgressReport) -> Amounts:
    return (
        [mass_in(week.done.tonnage_kg, report.units) for week in report.weeks],
        [mass_in(week.asked.tonnage_kg, report.units) if week.asked else None for week in report.weeks],
    )


def _contacts(report: ProgressReport) -> Amounts:
    return (
        [float(week.done.contacts) for week in report.weeks],
        [float(week.asked.contacts) if week.asked else None for week in report.weeks],
    )
