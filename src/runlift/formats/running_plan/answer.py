"""The reader of plans in a child process."""

from __future__ import annotations

from datetime import date
from typing import Any

from runlift.domain.running.entry import DistanceUnit
from runlift.formats.running_plan.reading import read_plan_entries
from runlift.formats.running_plan.wire import outcome_document


def answer(question: dict[str, Any], data: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Read a plan and return what came of it."""
    return outcome_document(read_plan_entries(data, **_arguments(question)))


def _arguments(question: dict[str, Any]) -> dict[str, Any]:
    days = {
        key: question[key] and date.fromisoformat(question[key]) for key in ("today", "start", "race_date")
    }
    unit = question["unit"] and DistanceUnit(question["unit"])
    return days | {"name": question["name"], "time_zone": question["time_zone"], "unit": unit}
