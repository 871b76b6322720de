"""The published JSON schema of `plan.json`, made from the shape that reads the file."""

from __future__ import annotations

import json

from runlift.formats.plan_json.shape import PlanFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> dict[str, object]:
    """Return the JSON schema of `plan.json`."""
    return {"$schema": DRAFT, **PlanFile.model_json_schema(by_alias=True), "title": "A Runlift plan"}


def plan_schema_bytes() -> bytes:
    """Return the JSON schema as it is published in `formats/schema/plan.schema.json`."""
    return (json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n").encode()
