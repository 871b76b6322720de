from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runlift.formats.running_plan.reading import read_plan_entries

if TYPE_CHECKING:
    from runlift.formats.running_plan.outcome import Outcome

CORPUS = Path(__file__).parent / "corpus"
EXPECTED = ".expected"
TODAY = date(2026, 11, 22)
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix != EXPECTED)


def asked(expected: str, option: str) -> date | None:
    """Read a date asked for from the first line, such as `# start 2027-01-04`."""
    found = re.match(rf"# {option} (\S+)\n", expected)
    return date.fromisoformat(found[1]) if found else None


def told(outcome: Outcome) -> str:
    """Write an outcome as lines that a person can check."""
    lines = []
    for entry in outcome.entries.entries if outcome.entries else ():
        at = f" {entry.start:%H:%M}" if entry.start else ""
        distance = f"{entry.distance_m:g} m" if entry.distance_m else ""
        amounts = [distance, f"{entry.duration_s:g} s" if entry.duration_s else ""]
        words = [entry.source_kind, entry.source_id, entry.note.replace("\n", " / ")]
        flags = [
            f"key={entry.key}" * (entry.key is not None),
            f"movable={entry.movable}" * (entry.movable is not None),
        ]
        more = " | ".join(filter(None, [*amounts, *words, *flags, *map(str, entry.parts)]))
        lines.append(f"{entry.date:%a %Y-%m-%d}{at} {entry.title}" + (f" | {more}" if more else ""))
    if outcome.entries:
        lines.append(
            f"unit {outcome.entries.unit}, {outcome.entries.first_day} to {outcome.entries.last_day}"
        )
    lines += [
        f"{found.severity} {found.code} at {found.place}: {found.message}" for found in outcome.findings
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_dialect_and_bug_reads_as_was_checked_by_hand(path: Path) -> None:
    expected = path.with_name(path.name + EXPECTED).read_text(encoding="utf-8")
    start, race_date = asked(expected, "start"), asked(expected, "race_date")
    data = path.read_bytes()
    outcome = read_plan_entries(data, name=path.name, today=TODAY, start=start, race_date=race_date)
    assert told(outcome) == re.sub(r"\A#.*\n", "", expected)


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name.startswith("error_")], ids=lambda path: path.name
)
def test_what_cannot_be_used_gives_an_error_with_a_remedy_and_no_entries(path: Path) -> None:
    outcome = read_plan_entries(path.read_bytes(), name=path.name, today=TODAY, start=TODAY)
    assert outcome.entries is None
    assert outcome.findings[0].severity == "error"
    assert outcome.findings[0].remedy
    assert outcome.findings[0].place.startswith(path.name)
