"""Plans in YAML and JSON: our own schema, schedules back from race day, one workout a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding
from runlift.formats.document import read_json
from runlift.formats.running_plan.outcome import error
from runlift.formats.running_plan.own_schema import is_own_schema, read_own_schema
from runlift.formats.running_plan.race_back import is_race_back, read_race_back
from runlift.formats.running_plan.time_to_run import is_time_to_run, read_time_to_run

if TYPE_CHECKING:
    from runlift.formats.document import Document
    from runlift.formats.running_plan.outcome import Drafted, PlanRequest


def read_json_plan(text: str, request: PlanRequest) -> Drafted:
    """Read a plan in JSON."""
    return _read(read_json(text, request.name), request)


def read_yaml_plan(text: str, request: PlanRequest) -> Drafted:
    """Read a plan in YAML."""
    from runlift.formats.yaml_document import read_yaml  # noqa: PLC0415 - slow to import, needed for YAML only

    return _read(read_yaml(text, request.name), request)


def _read(document: Document | Finding, request: PlanRequest) -> Drafted:
    if isinstance(document, Finding):
        return (document,)
    if is_own_schema(document.value):
        return read_own_schema(document, request)
    if is_race_back(document.value):
        return read_race_back(document, request)
    if is_time_to_run(document.value):
        return read_time_to_run(document, request)
    return (_unknown_schema(request),)


def _unknown_schema(request: PlanRequest) -> Finding:
    return error(
        "unknown_schema",
        "The document is none of the plans that can be read.",
        "Begin it with `schema: runlift.running-plan/1` as docs/running-plan-format.md shows.",
        request.name,
    )
