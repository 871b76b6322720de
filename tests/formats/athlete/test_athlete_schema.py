"""The published schema is the shape the reader has."""

from __future__ import annotations

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from runlift.formats.athlete_schema import athlete_schema, athlete_schema_text, published_athlete_schema

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("athlete-*.toml"))


def _as_json(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_json(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_as_json(held) for held in value]
    return value.isoformat() if isinstance(value, date | time) else value


def test_the_published_file_agrees_with_the_models() -> None:
    assert published_athlete_schema() == athlete_schema_text()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(athlete_schema())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_follow_the_schema(example: Path) -> None:
    told = _as_json(tomllib.loads(example.read_text(encoding="utf-8")))
    Draft202012Validator(athlete_schema()).validate(told)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"athlete": {"lifting": "sometimes"}},
        {"athlete": {"lifting": "none", "body_mass": 62}},
        {"athlete": {"lifting": "none", "body_mass_kg": -62}},
        {"athlete": {"lifting": "none"}, "hours": {"monday": "17:00-18:00"}},
        {"athlete": {"lifting": "none"}, "place": [{"dumbbells_kg": [8]}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(told: dict[str, Any]) -> None:
    assert list(Draft202012Validator(athlete_schema()).iter_errors(told))
