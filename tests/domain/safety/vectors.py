"""Situations with their verdicts as plain JSON, for any implementation of the checker."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runlift.application.error import InputError
from runlift.domain.exercise.catalogue import catalogue
from runlift.formats.plan_json import dump_plan, load_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.athlete.profile import Race
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict

RECORD_TO = "RUNLIFT_RECORD_VECTORS"
FOLDER = Path(__file__).parents[3] / "vectors"


def verdict_documents(verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
    """Return verdicts as plain JSON values."""
    return [
        {
            "rule": verdict.rule,
            "level": verdict.level.value,
            "date": verdict.date.isoformat() if verdict.date else None,
            "uid": verdict.uid,
            "exercise_id": verdict.exercise,
            "numbers": dict(verdict.reason.numbers),
            "evidence": list(verdict.reason.evidence),
        }
        for verdict in verdicts
    ]


def race_documents(races: tuple[Race, ...] | None) -> list[dict[str, Any]] | None:
    """Return races as plain JSON values, None where they are found in the plan."""
    if races is None:
        return None
    return [json.loads(json.dumps(asdict(race), default=str)) for race in races]


def exercise_document(exercise: Exercise) -> dict[str, Any]:
    """Return an exercise as plain JSON values."""
    document: dict[str, Any] = json.loads(json.dumps(asdict(exercise), default=str))
    return document


def record(
    plan: Plan, races: tuple[Race, ...] | None, verdicts: Sequence[Verdict], *, handmade: bool
) -> None:
    """Write down a situation with its verdicts where that is asked for."""
    path = os.environ.get(RECORD_TO)
    held = {one.exercise for each in plan.sessions for one in (*each.exercises, *each.ten_minutes)}
    held |= {item.exercise for each in plan.placed_routines for item in each.items}
    if not path or not (handmade or held <= catalogue().keys()):
        return
    try:
        data = dump_plan(plan)
    except (InputError, ValueError, KeyError, TypeError):
        return  # a plan that no file can hold is no vector
    if load_plan(data, name="vector").plan is None:
        return  # nor is one that no file may hold
    document = {
        "catalogue": "handmade" if handmade else "runlift",
        "plan": json.loads(data),
        "races": race_documents(races),
        "verdicts": verdict_documents(verdicts),
    }
    line = json.dumps(document)
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
