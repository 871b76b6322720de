"""Write the published safety vectors anew from the situations that the tests of the checker put to it.

    python bench/write_vectors.py

For each rule: the smallest situations that break it, and the nearest one of the same tests that keeps it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.domain.safety.conftest import CATALOGUE
from tests.domain.safety.vectors import FOLDER, RECORD_TO, exercise_document

from runlift.domain.safety.rules import RULES

BROKEN_OF_EACH, KEPT_OF_EACH = 3, 2
SHARED = ("athlete", "runs", "weeks", "proof", "rest_days")
Document = dict[str, Any]


def main() -> None:
    """Record, choose and write."""
    situations = recorded()
    chosen = [situations[at] for at in sorted(chosen_of(situations))]
    parts: dict[str, Any] = {}
    vectors = [vector(number, each, parts) for number, each in enumerate(chosen, start=1)]
    FOLDER.mkdir(exist_ok=True)
    write("vectors.json", vectors)
    write("parts.json", parts)
    write("handmade_catalogue.json", [exercise_document(each) for each in CATALOGUE.values()])
    print(f"{len(vectors)} vectors, {len(parts)} parts, of {len(situations)} situations")


def recorded() -> list[Document]:
    """Run the tests of the checker and return each different situation once, in order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "situations.jsonl"
        environment = os.environ | {RECORD_TO: str(path), "CI": "true"}
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/domain/safety"]
        words += ["--deselect", "tests/domain/safety/test_vectors.py"]
        subprocess.run([sys.executable, *words], check=True, env=environment)
        lines = dict.fromkeys(path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines]


def chosen_of(situations: list[Document]) -> set[int]:
    """Return the places of the situations that are published."""
    chosen: set[int] = set()
    size = [len(json.dumps(each)) for each in situations]
    told = [{verdict["rule"] for verdict in each["verdicts"]} for each in situations]
    for rule in RULES:
        broken = sorted(
            (at for at in range(len(told)) if rule.id in told[at]), key=lambda at: (len(told[at]), size[at])
        )
        for at in broken[:BROKEN_OF_EACH]:
            kept = [other for other in range(len(told)) if rule.id not in told[other]]
            near = sorted(kept, key=lambda other: (abs(other - at), other))
            chosen |= {at, *near[:KEPT_OF_EACH]}
    return chosen


def vector(number: int, situation: Document, parts: dict[str, Any]) -> Document:
    """Return a vector, its larger values shared with others."""
    plan = dict(situation["plan"])
    for key in SHARED:
        plan[key] = {"part": part_of(key, plan[key], parts)}
    return {"id": f"v{number:03d}", **situation, "plan": plan}


def part_of(key: str, value: Any, parts: dict[str, Any]) -> str:  # noqa: ANN401  any JSON value
    """Return the name under which a value is shared."""
    for name, known in parts.items():
        if name.startswith(key) and known == value:
            return name
    name = f"{key}-{sum(each.startswith(key) for each in parts) + 1}"
    parts[name] = value
    return name


def write(name: str, value: list[Any] | dict[str, Any]) -> None:
    """Write a file, an entry a line."""
    if isinstance(value, list):
        begin, end = "[]"
        lines = [json.dumps(each, sort_keys=True) for each in value]
    else:
        begin, end = "{}"
        lines = [f"{json.dumps(key)}: {json.dumps(each, sort_keys=True)}" for key, each in value.items()]
    (FOLDER / name).write_text(f"{begin}\n" + ",\n".join(lines) + f"\n{end}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
