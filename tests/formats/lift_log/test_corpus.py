from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runlift.domain.diary.lift_log import MassUnit, RowFate
from runlift.formats.lift_log import read_lift_log

if TYPE_CHECKING:
    from runlift.domain.diary.lift_log import LiftLog, LoggedSet
    from runlift.formats.lift_log import LiftLogRead

CORPUS = Path(__file__).parent / "corpus"
EXPECTED = ".expected"
TODAY = date(2026, 11, 22)
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix != EXPECTED)
ERRORS = [path for path in FILES if path.name.startswith("error_")]


def unit_asked(expected: str) -> MassUnit | None:
    """Read the unit that the caller gives from the first line, such as `# unit kg`."""
    found = re.match(r"# unit (kg|lb)\n", expected)
    return MassUnit(found[1]) if found else None


def told(read: LiftLogRead) -> str:
    """Write what was read as lines that a person can check."""
    lines = [] if read.log is None else list(_log(read.log))
    lines += [f"{each.severity} {each.code} at {each.place}: {each.message}" for each in read.findings]
    return "\n".join(lines) + "\n"


def _log(log: LiftLog) -> list[str]:
    lines = [f"{log.app} {log.dialect}, unit {log.unit}"]
    for one in log.workouts:
        ends = f"-{one.ends_at:%H:%M:%S}" if one.ends_at else ""
        note = f" | {one.note!r}" if one.note else ""
        whole = "" if one.whole else " | not whole"
        lines.append(f"{one.starts_at:%Y-%m-%d %H:%M:%S}{ends} {one.title!r}{note}{whole}")
        lines += [f"  {_set(each)}" for each in one.sets]
    for row in log.rows:
        if row.fate is not RowFate.READ:
            lines.append(f"line {row.line}: {row.fate} {row.code}: {row.message}")
    return lines


def _set(each: LoggedSet) -> str:
    amounts = [
        f"x{each.reps}" * (each.reps is not None),
        f"{each.seconds} s" * (each.seconds is not None),
        each.distance,
        f"@ {each.weight_kg:g} kg" if each.weight_kg is not None else "",
        f"rir {each.rir:g}" if each.rir is not None else "",
        repr(each.note) if each.note else "",
    ]
    place = f"{each.position}. {each.exercise} #{each.occurrence}.{each.index}"
    return f"{place} {each.kind} {' '.join(filter(None, amounts))} (line {each.line})"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_dialect_and_bug_reads_as_was_checked_by_hand(path: Path) -> None:
    expected = path.with_name(path.name + EXPECTED).read_text(encoding="utf-8")
    read = read_lift_log(path.read_bytes(), name=path.name, today=TODAY, unit=unit_asked(expected))
    assert told(read) == re.sub(r"\A#.*\n", "", expected)


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.name)
def test_what_cannot_be_used_gives_an_error_with_a_remedy_and_no_log(path: Path) -> None:
    read = read_lift_log(path.read_bytes(), name=path.name, today=TODAY)
    assert read.log is None
    assert read.findings[0].severity == "error"
    assert read.findings[0].remedy
    assert read.findings[0].place == path.name
