"""Schedules counted back from race day: weeks of seven titled workouts, the last of them the race."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.domain.running.entry import DistanceUnit, PlanEntry
from runlift.domain.running.layout import DAYS_A_WEEK, FIRST_MONDAY, DayOrder, PlanDraft, in_sequence
from runlift.formats.running_plan.amounts import METRES_PER_UNIT, distance_m
from runlift.formats.running_plan.outcome import error, warning
from runlift.formats.running_plan.own_schema import MOST_WEEKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.quantity import Finding
    from runlift.formats.document import Document
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest

_TEMPLATE = re.compile(
    r"\{\s*(?P<miles>\d+(?:\.\d+)?)\s*:\s*(?P<kilometres>\d+(?:\.\d+)?)\s*\}(?P<unit>\s*(?:mi|miles?|km)\b)?"
)


def is_race_back(value: object) -> bool:
    """Tell whether a document is such a schedule."""
    return isinstance(value, dict) and isinstance(value.get("schedule"), list)


def unit_of_document(value: object) -> DistanceUnit | None:
    """Read the unit a document names."""
    stated = str(value.get("units", "")).lower() if isinstance(value, dict) else ""
    if stated.startswith("mi"):
        return DistanceUnit.MILES
    return DistanceUnit.KILOMETRES if stated.startswith("k") else None


def read_race_back(document: Document, request: PlanRequest) -> Drafted:
    """Read a schedule counted back from race day."""
    root = document.value
    weeks = root["schedule"] if isinstance(root, dict) else []
    if len(weeks) > MOST_WEEKS:
        return (_too_long(request),)
    unit = unit_of_document(root)
    findings: list[Finding] = []
    entries = list(_entries(document, weeks, unit, request, findings))
    if not entries:
        return (*findings, _nothing(request))
    return PlanDraft(
        entries=tuple(entries),
        order=DayOrder.IN_SEQUENCE,
        first_day=FIRST_MONDAY,
        last_day=max(entry.date for entry in entries),
        unit=unit,
        name=str(root.get("name") or request.name) if isinstance(root, dict) else request.name,
        findings=tuple(findings),
    )


def _entries(
    document: Document,
    weeks: list[object],
    unit: DistanceUnit | None,
    request: PlanRequest,
    findings: list[Finding],
) -> Iterator[PlanEntry]:
    shown = request.unit or unit or DistanceUnit.KILOMETRES
    for week, value in enumerate(weeks):
        workouts = value.get("workouts") if isinstance(value, dict) else None
        if not isinstance(workouts, list):
            findings.append(_no_workouts(document.place(("schedule", week))))
            continue
        if len(workouts) > DAYS_A_WEEK or (len(workouts) < DAYS_A_WEEK and week < len(weeks) - 1):
            findings.append(_uneven_week(len(workouts), document.place(("schedule", week))))
        for day, workout in enumerate(workouts[:DAYS_A_WEEK]):
            place = document.place(("schedule", week, "workouts", day))
            entry = _entry(workout, week * DAYS_A_WEEK + day, shown, unit, place)
            if entry is not None:
                yield entry


def _entry(
    workout: object, index: int, shown: DistanceUnit, unit: DistanceUnit | None, place: str
) -> PlanEntry | None:
    fields = workout if isinstance(workout, dict) else {"title": workout}
    title = _title(fields.get("title"))
    if not title:
        return None
    distance = fields.get("distance")
    bare = METRES_PER_UNIT[unit or shown]
    return PlanEntry(
        date=in_sequence(index),
        title=with_unit(title, shown),
        note=with_unit(_title(fields.get("description")), shown),
        distance_m=None if distance is None else distance_m(str(distance), bare),
        place=place,
    )


def _title(value: object) -> str:
    """Take words; YAML reads an unquoted `{3:4.8}` as a mapping, which is turned back."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, item),) = value.items()
        return f"{{{key}}}" if item is None else f"{{{key}:{item}}}"
    return "" if value is None or isinstance(value, dict | list) else " ".join(str(value).split())


def with_unit(title: str, unit: DistanceUnit) -> str:
    """Fill the templates `{miles:kilometres}` of a title with one unit."""
    number = "miles" if unit is DistanceUnit.MILES else "kilometres"
    return _TEMPLATE.sub(lambda found: f"{found[number]} {unit.value}", title)


def _too_long(request: PlanRequest) -> Finding:
    return error(
        "plan_too_long",
        f"The schedule has more than {MOST_WEEKS} weeks.",
        "Give one season of the plan.",
        request.name,
    )


def _nothing(request: PlanRequest) -> Finding:
    return error(
        "no_days",
        "The schedule holds no workout with a title.",
        "Give each week its seven `workouts`, each with a `title`.",
        request.name,
    )


def _no_workouts(place: str) -> Finding:
    return warning(
        "week_without_workouts",
        "The week has no list of `workouts` and was taken as a week of rest.",
        "Give the week its seven `workouts`.",
        place,
    )


def _uneven_week(count: int, place: str) -> Finding:
    return warning(
        "week_without_seven_workouts",
        f"The week has {count} workouts, not seven; its days were counted from its first.",
        "Give each week seven workouts, `Rest` for a day off.",
        place,
    )
