"""Telling what a file is: by its content first, by its name second."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from runlift.formats.running_plan.csv_days import header_row
from runlift.formats.running_plan.csv_grid import grid_header
from runlift.formats.running_plan.outcome import error
from runlift.formats.running_plan.table import read_rows
from runlift.formats.running_plan.time_to_run import day_header

if TYPE_CHECKING:
    from runlift.domain.quantity import Finding

MAX_BYTES = 5_000_000
_MEGABYTE = 1_000_000
_LOOKED_AT = 4_096


class PlanFormat(StrEnum):
    """The formats of plans that are read."""

    CALENDAR = "calendar"
    JSON = "json"
    YAML = "yaml"
    DAY_TABLE = "table with one row a day"
    WEEK_GRID = "weekly grid"
    TIME_TO_RUN_TABLE = "table with one description a day"
    TEXT = "text"


_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or a spreadsheet", "Unpack it, or save the sheet as CSV."),
    (b"PK\x05\x06", "an empty ZIP archive", "Unpack the plan and give that file."),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet or document", "Save it as CSV or text."),
    (b"\x1f\x8b", "a compressed file", "Unpack it and give the plan inside."),
    (b"%PDF", "a PDF document", "Copy its text into a text file, one line a day."),
    (b"\x89PNG", "a picture", "Type the plan into a text file, one line a day."),
    (b"\xff\xd8\xff", "a picture", "Type the plan into a text file, one line a day."),
    (b"SQLite format 3", "a database", "Export the plan as ICS or CSV."),
)
_MARKUP = (
    (rb"<gpx\b", "a GPX track"),
    (rb"<TrainingCenterDatabase\b", "a TCX activity"),
    (rb"<(?:!doctype\s+html|html|head|body)\b", "a web page"),
    (rb"<kml\b", "a map file"),
)
_GIVE_A_PLAN = "Give the running plan itself: ICS, CSV, YAML, JSON or pasted text."
_CALENDAR = re.compile(r"^\s*BEGIN\s*:\s*(?:VCALENDAR|VEVENT)\b", re.IGNORECASE | re.MULTILINE)
_YAML_KEY = re.compile(r"^(?:schema|schedule|workouts|weeks|days)[ \t]*:(?:[ \t]|$)", re.MULTILINE)


def foreign_file(data: bytes, name: str) -> Finding | None:
    """Tell why a file is no plan at all, or None when it may be one."""
    if len(data) > MAX_BYTES:
        return _too_large(name)
    head = data[:_LOOKED_AT]
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        return error("empty_file", "The file is empty.", _GIVE_A_PLAN, name)
    if data[8:12] == b".FIT":
        return _not_a_plan("a FIT activity or workout", _GIVE_A_PLAN, name)
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            return _not_a_plan(what, remedy, name)
    return _markup(head, name) or _binary(data, name)


def _markup(head: bytes, name: str) -> Finding | None:
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not plain.startswith(b"<"):
        return None
    found = (what for pattern, what in _MARKUP if re.search(pattern, plain, re.IGNORECASE))
    return _not_a_plan(next(found, "an XML file"), _GIVE_A_PLAN, name)


def _binary(data: bytes, name: str) -> Finding | None:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:  # text in UTF-16
        return None
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in data[:_LOOKED_AT])  # noqa: PLR2004 - the control characters end there
    if b"\x00" in data or control * 50 > len(data[:_LOOKED_AT]):
        return _not_a_plan("a binary file", _GIVE_A_PLAN, name)
    return None


def decoded(data: bytes) -> str:
    """Turn bytes into text: by their mark, else UTF-8, else as older systems of the West write."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace").replace("\x00", "")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plan_format(text: str, name: str) -> PlanFormat | Finding:
    """Tell the format of a plan."""
    suffix = PurePath(name).suffix.lower()
    if _CALENDAR.search(text[:_LOOKED_AT]):
        return PlanFormat.CALENDAR
    if suffix in {".ics", ".ical", ".fit", ".gpx", ".tcx"}:
        return _wrong_name(suffix, name)
    if text.lstrip()[:1] in {"{", "["} and suffix not in {".yaml", ".yml"}:
        return PlanFormat.JSON
    if suffix in {".yaml", ".yml"} or _YAML_KEY.search(text[: _LOOKED_AT * 4]):
        return PlanFormat.YAML
    if suffix == ".json":
        return PlanFormat.JSON
    return _table_format(text, suffix, name)


def _table_format(text: str, suffix: str, name: str) -> PlanFormat | Finding:
    rows = read_rows(text[: _LOOKED_AT * 4])
    if day_header(rows) is not None:
        return PlanFormat.TIME_TO_RUN_TABLE
    if grid_header(rows) is not None:
        return PlanFormat.WEEK_GRID
    if header_row(rows) is not None:
        return PlanFormat.DAY_TABLE
    return _no_plan_table(name) if suffix in {".csv", ".tsv"} else PlanFormat.TEXT


def _too_large(name: str) -> Finding:
    return error(
        "file_too_large",
        f"The file is larger than {MAX_BYTES // _MEGABYTE} MB, which no running plan is.",
        "Export only the running plan.",
        name,
    )


def _not_a_plan(what: str, remedy: str, name: str) -> Finding:
    return error("not_a_plan", f"This is {what}, not a running plan.", remedy, name)


def _wrong_name(suffix: str, name: str) -> Finding:
    return error(
        "not_what_its_name_says",
        f"The file is named {suffix} but holds nothing of the kind.",
        "Export or download it again, or give it the name of what it is.",
        name,
    )


def _no_plan_table(name: str) -> Finding:
    return error(
        "no_header",
        "The table has neither a header with dates and workouts nor one with the weekdays.",
        "Begin it with a row such as date,workout,distance_km or Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun.",
        name,
    )
