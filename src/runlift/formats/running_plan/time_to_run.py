"""Plans of one described workout a day, with `#8D` standing for eight of the plan's unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.layout import FIRST_MONDAY, DayOrder, PlanDraft, in_sequence
from runlift.formats.running_plan.amounts import METRES_PER_UNIT, distance_m
from runlift.formats.running_plan.outcome import error
from runlift.formats.running_plan.race_back import unit_of_document
from runlift.formats.running_plan.table import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runlift.domain.quantity import Finding
    from runlift.formats.document import Document
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest
    from runlift.formats.running_plan.table import Row

MOST_DAYS = 800
_PLACEHOLDER = re.compile(r"#(?P<number>\d+(?:\.\d+)?)D\b")
_HEADER = ("description", "totaldistance")


def is_time_to_run(value: object) -> bool:
    """Tell whether a document is such a plan."""
    workouts = value.get("workouts") if isinstance(value, dict) else None
    return isinstance(workouts, list) and any(
        isinstance(each, dict) and "description" in each for each in workouts
    )


def read_time_to_run(document: Document, request: PlanRequest) -> Drafted:
    """Read such a plan from a document."""
    root = document.value if isinstance(document.value, dict) else {}
    days = [
        (
            str(each.get("description") or ""),
            str(each.get("totalDistance") or ""),
            document.place(("workouts", n)),
        )
        for n, each in enumerate(root["workouts"])
        if isinstance(each, dict)
    ]
    return _draft(days, unit_of_document(root), str(root.get("title") or ""), request)


def day_header(rows: Sequence[Row]) -> int | None:
    """Find the header of the days in the table form of such a plan."""
    return next(
        (n for n, row in enumerate(rows[:20]) if tuple(cell.lower() for cell in row.cells[:2]) == _HEADER),
        None,
    )


def read_time_to_run_table(text: str, request: PlanRequest) -> Drafted:
    """Read the table form of such a plan."""
    rows = read_rows(text)
    head = day_header(rows)
    if head is None:
        return (_empty(request),)
    above = [row.cells for row in rows[:head] if not row.is_blank]
    told = above[1] if len(above) > 1 else ()
    days = [
        (row.cells[0], row.cells[1] if len(row.cells) > 1 else "", request.at_line(row.line))
        for row in rows[head + 1 :]
        if row.cells and row.cells[0] and not row.cells[0].startswith("//")
    ]
    return _draft(days, _unit_among(told), told[0] if told else "", request)


def _unit_among(cells: Iterable[str]) -> DistanceUnit | None:
    """Find the unit in any of the cells; the values of real files stand one column off their headers."""
    words = {cell.lower() for cell in cells}
    if words & {"miles", "mi"}:
        return DistanceUnit.MILES
    return DistanceUnit.KILOMETRES if words & {"kilometers", "kilometres", "km"} else None


def _draft(
    days: Sequence[tuple[str, str, str]], unit: DistanceUnit | None, name: str, request: PlanRequest
) -> Drafted:
    if not any(description.strip() for description, _, _ in days) or len(days) > MOST_DAYS:
        return (_empty(request),)
    shown = unit or request.unit or DistanceUnit.KILOMETRES
    return PlanDraft(
        entries=tuple(
            PlanEntry(
                date=in_sequence(index),
                title=_PLACEHOLDER.sub(rf"\g<number> {shown.value}", " ".join(description.split())),
                distance_m=distance_m(distance, METRES_PER_UNIT[shown]),
                place=place,
            )
            for index, (description, distance, place) in enumerate(days)
            if description.strip()
        ),
        order=DayOrder.IN_SEQUENCE,
        first_day=FIRST_MONDAY,
        last_day=in_sequence(len(days) - 1),
        unit=unit,
        name=name or request.name,
    )


def _empty(request: PlanRequest) -> Finding:
    return error(
        "no_days",
        f"The plan holds no described day, or more than {MOST_DAYS}.",
        "Give one line or workout for each day.",
        request.name,
    )
