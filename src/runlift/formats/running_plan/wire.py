"""Outcomes as JSON, to hand them from the reading process to the one that asked."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, time
from typing import Any

from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.entry import DistanceUnit, PlanEntries, PlanEntry
from runlift.domain.running.plan import RunPart
from runlift.formats.running_plan.outcome import Outcome


def outcome_document(outcome: Outcome) -> Any:  # noqa: ANN401 - any JSON value
    """Return an outcome as JSON values."""
    return json.loads(json.dumps(asdict(outcome), default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def outcome_of(told: Any) -> Outcome:  # noqa: ANN401 - any JSON value
    """Return an outcome from JSON values.

    Raises:
        ValueError: When the values are not an outcome.
        KeyError: When something of an outcome is missing.
        TypeError: When something in it has the wrong shape.
    """
    findings = tuple(map(_finding, told["findings"]))
    return Outcome(entries=told["entries"] and _entries(told["entries"]), findings=findings)


def _entries(told: dict[str, Any]) -> PlanEntries:
    return PlanEntries(
        entries=tuple(map(_entry, told["entries"])),
        first_day=date.fromisoformat(told["first_day"]),
        last_day=date.fromisoformat(told["last_day"]),
        unit=told["unit"] and DistanceUnit(told["unit"]),
        name=told["name"],
        findings=tuple(map(_finding, told["findings"])),
    )


def _entry(told: dict[str, Any]) -> PlanEntry:
    changed = {
        "date": date.fromisoformat(told["date"]),
        "start": told["start"] and time.fromisoformat(told["start"]),
        "parts": tuple(RunPart(**part) for part in told["parts"]),
    }
    return PlanEntry(**(told | changed))


def _finding(told: dict[str, Any]) -> Finding:
    return Finding(**(told | {"severity": Severity(told["severity"])}))
