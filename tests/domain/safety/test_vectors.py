"""The published vectors say what the checker says, and hold both sides of every rule."""

from __future__ import annotations

import json
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from tests.domain.safety.conftest import CATALOGUE
from tests.domain.safety.vectors import FOLDER, exercise_document, verdict_documents

from runlift.domain.athlete.profile import Race, RacePriority, Surface
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.rules import RULES
from runlift.formats.plan_json import load_plan

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

VECTORS: list[dict[str, Any]] = json.loads((FOLDER / "vectors.json").read_text(encoding="utf-8"))
PARTS: dict[str, Any] = json.loads((FOLDER / "parts.json").read_text(encoding="utf-8"))
LEAST = 200
WITHOUT = {"finite_numbers"}  # JSON has no such numbers


def race_of(document: dict[str, Any]) -> Race:
    start = document["start"]
    return Race(
        **{
            **document,
            "date": date.fromisoformat(document["date"]),
            "priority": RacePriority(document["priority"]),
            "surface": Surface(document["surface"]),
            "start": time.fromisoformat(start) if start else None,
        }
    )


@cache
def plan_of(number: int) -> Plan:
    vector = VECTORS[number]
    document = {
        key: PARTS[value["part"]] if isinstance(value, dict) and "part" in value else value
        for key, value in vector["plan"].items()
    }
    outcome = load_plan(json.dumps(document).encode(), name=vector["id"])
    assert outcome.plan is not None, outcome.findings
    return outcome.plan


@pytest.mark.parametrize("number", range(len(VECTORS)), ids=lambda number: VECTORS[number]["id"])
def test_the_checker_says_what_the_vector_says(number: int) -> None:
    vector = VECTORS[number]
    races = None if vector["races"] is None else tuple(race_of(each) for each in vector["races"])
    exercises = CATALOGUE if vector["catalogue"] == "handmade" else catalogue()
    assert verdict_documents(check_plan(plan_of(number), exercises, races=races)) == vector["verdicts"]


def test_there_are_enough_and_every_rule_is_broken_and_kept() -> None:
    assert len(VECTORS) >= LEAST
    told = [{verdict["rule"] for verdict in vector["verdicts"]} for vector in VECTORS]
    for rule in RULES:
        broken = sum(rule.id in each for each in told)
        assert rule.id in WITHOUT or 0 < broken < len(VECTORS), rule.id


def test_the_handmade_exercises_are_those_of_the_vectors() -> None:
    document = json.loads((FOLDER / "handmade_catalogue.json").read_text(encoding="utf-8"))
    assert document == [exercise_document(each) for each in CATALOGUE.values()]
