"""Everything of an athlete as files: JSON with every version, and a CSV for each kind of entry that holds."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from runlift.domain.diary.diary import Diary
from runlift.formats.diary_json import columns_of, recorded_document
from runlift.formats.formula import harmless
from runlift.formats.lift_csv import hevy_csv, strong_csv
from runlift.formats.plan_json import dump_plan
from runlift.formats.tidy_csv import tidy_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runlift.application.ports import KeptPlan
    from runlift.domain.diary.diary import Recorded

SCHEMA = "runlift.diary/1"
FILES = {
    "set": "sets.csv",
    "session": "sessions.csv",
    "run": "runs.csv",
    "readiness": "readiness.csv",
    "illness": "illnesses.csv",
    "pain": "pain.csv",
    "complaint": "complaints.csv",
    "screening": "screenings.csv",
    "warning_accepted": "warnings_accepted.csv",
    "field_test": "field_tests.csv",
    "body_mass": "body_mass.csv",
    "run_moved": "runs_moved.csv",
    "run_added": "runs_added.csv",
    "run_cancelled": "runs_cancelled.csv",
    "away": "away.csv",
    "race_added": "races_added.csv",
    "race_cancelled": "races_cancelled.csv",
}
VERSION_COLUMNS = ("id", "revision", "device", "recorded_at")
PLAN_COLUMNS = ("version", "made_at", "cause", "began", "first_day", "weeks", "sessions")


def export_files(
    athlete: str, recorded: Sequence[Recorded], plans: Sequence[KeptPlan], names: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the files of an athlete by name.

    The JSON files hold every version of every entry, to the letter; the CSV files hold what holds now.
    """
    documents = [recorded_document(each) for each in recorded]
    files = {
        "diary.json": _json({"schema": SCHEMA, "athlete": athlete, "entries": documents}),
        "names.json": _json(dict(sorted(names.items()))),
        "plan_versions.csv": _csv(PLAN_COLUMNS, (_plan_row(kept) for kept in plans)),
    }
    diary = Diary.of(recorded)
    latest = max(plans, key=lambda kept: kept.version, default=None)
    files["tidy.csv"] = tidy_csv(diary, None if latest is None else latest.plan)
    files["hevy.csv"], files["strong.csv"] = hevy_csv(diary), strong_csv(diary)
    held = [recorded_document(each) for each in diary.entries]
    for kind, name in FILES.items():
        rows = (_row(document) for document in held if document["entry"]["kind"] == kind)
        files[name] = _csv((*VERSION_COLUMNS, *columns_of(kind)), rows)
    files |= {f"plans/plan-{kept.version:04d}.json": dump_plan(kept.plan) for kept in plans}
    return files


def _row(document: dict[str, Any]) -> dict[str, Any]:
    entry = {key: value for key, value in document["entry"].items() if key != "kind"}
    return {key: document[key] for key in VERSION_COLUMNS} | _flat(entry)


def _flat(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry as one row: what lies inside a value gets its key before its own, nothing no cell."""
    row: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict):
            row |= {f"{key}_{name}": each for name, each in _flat(value).items()}
        elif value is not None:
            row[key] = _cell(value)
    return row


def _cell(value: object) -> object:
    """Return a value for one cell: the parts of a list are joined."""
    return ";".join(str(each) for each in value) if isinstance(value, list) else value


def _plan_row(kept: KeptPlan) -> dict[str, Any]:
    return {
        "version": kept.version,
        "made_at": kept.made_at.isoformat(),
        "cause": kept.cause,
        "began": kept.plan.began.isoformat(),
        "first_day": kept.plan.first_day.isoformat(),
        "weeks": len(kept.plan.weeks),
        "sessions": len(kept.plan.sessions),
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({key: harmless(value) for key, value in row.items()})
    return text.getvalue().encode()


def _json(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
