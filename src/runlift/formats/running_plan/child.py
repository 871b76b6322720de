"""The process that reads one untrusted plan under limits: bytes come in, JSON goes out."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from runlift.domain.running.entry import DistanceUnit
from runlift.formats.running_plan.reading import read_plan_entries
from runlift.formats.running_plan.wire import outcome_to_json


def main(asked: str) -> None:
    """Read standard input as a plan and write what came of it."""
    question = json.loads(asked)
    _limit(question["seconds"], question["memory"])
    found = read_plan_entries(sys.stdin.buffer.read(), **_arguments(question))
    sys.stdout.write(outcome_to_json(found))


def _arguments(question: dict[str, Any]) -> dict[str, Any]:
    days = {
        key: question[key] and date.fromisoformat(question[key]) for key in ("today", "start", "race_date")
    }
    unit = question["unit"] and DistanceUnit(question["unit"])
    return days | {"name": question["name"], "time_zone": question["time_zone"], "unit": unit}


def _limit(seconds: int, memory: int) -> None:
    """Bound processor time and address space where the system can."""
    try:
        import resource  # noqa: PLC0415 - absent on some systems, where only the clock limits
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main(sys.argv[1])
