"""Publish the shape of the athlete file as a JSON schema, for editors and other programs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from runlift.formats.athlete_shape import AthleteFile

SCHEMA_ID = "runlift.athlete/1"
_SCHEMA_FILE = "schema/athlete.schema.json"


def athlete_schema() -> dict[str, Any]:
    """Return the schema, made from the models that read the file."""
    made: dict[str, Any] = _without_null(AthleteFile.model_json_schema(by_alias=True))
    made["title"] = "Runlift athlete file"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **made}


def athlete_schema_text() -> str:
    """Return the schema as it is published."""
    return json.dumps(athlete_schema(), indent=2, ensure_ascii=False) + "\n"


def published_athlete_schema() -> str:
    """Return the schema file that comes with the program."""
    return (files("runlift.formats") / _SCHEMA_FILE).read_text(encoding="utf-8")


def _without_null(node: Any) -> Any:  # noqa: ANN401 - any part of a JSON document
    """Leave out `null`, which a TOML file cannot hold."""
    if isinstance(node, list):
        return [_without_null(part) for part in node]
    if not isinstance(node, dict):
        return node
    clean = {key: _without_null(part) for key, part in node.items() if (key, part) != ("default", None)}
    choices = [choice for choice in clean.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        del clean["anyOf"]
        clean = {**choices[0], **clean}
    return clean
