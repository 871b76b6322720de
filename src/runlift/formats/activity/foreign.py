"""Telling what a file is that holds no activity, and which command takes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runlift.formats.activity.outcome import left_out

if TYPE_CHECKING:
    from runlift.formats.activity.outcome import ActivityOutcome

LOOKED_AT = 4_096
NOTHING_TO_DO = "Nothing is to be done."
_READ_IT = "If it is your running plan, see what is understood of it with `runlift read`."
_SHAPES = (
    (re.compile(rb"\s*BEGIN\s*:\s*V(?:CALENDAR|EVENT)", re.IGNORECASE), "a calendar", _READ_IT),
    (re.compile(rb"%PDF"), "a PDF document", NOTHING_TO_DO),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", re.DOTALL), "a picture", NOTHING_TO_DO),
    (re.compile(rb"SQLite format 3"), "a database", NOTHING_TO_DO),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "an archive within an archive", NOTHING_TO_DO),
    (re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE), "a web page", NOTHING_TO_DO),
    (re.compile(rb"\s*<"), "an XML file of another kind", NOTHING_TO_DO),
    (
        re.compile(rb'\s*\{\s*"schema"\s*:\s*"runlift\.plan/'),
        "a plan of Runlift",
        "See it with `runlift show`.",
    ),
    (
        re.compile(rb'\s*\{\s*"schema"\s*:\s*"runlift\.diary/'),
        "a diary that Runlift exported",
        "What it tells is in the diary it came from.",
    ),
    (
        re.compile(rb"(?:id,revision,device,recorded_at|source,date,time,of|version,made_at,cause),"),
        "a table that Runlift exported",
        "What it tells is in the diary it came from.",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?Activity Type,Date,", re.IGNORECASE),
        "a list from a page of Garmin Connect, which tells no units",
        "Give the files of the activities, or the export of the whole account.",
    ),
)


def foreign_outcome(data: bytes, name: str) -> ActivityOutcome:
    """Return the outcome of a file that holds no activity.

    Args:
        data: The file.
        name: Its name, by which some plans are told.
    """
    head = data[:LOOKED_AT]
    for pattern, what, remedy in _SHAPES:
        if pattern.match(head):
            return _told(what, remedy)
    if _is_lift_log(head, name):
        return _told("a log of lifts", "Give it to `runlift import-lifts`.")
    if _is_running_plan(data, name):
        return _told("a running plan by its form", "See what is understood of it with `runlift read`.")
    if b"\0" in head:
        return left_out("not_an_activity", "This is a binary file of another kind.", NOTHING_TO_DO)
    return _told("text of another kind", NOTHING_TO_DO)


def _told(what: str, remedy: str) -> ActivityOutcome:
    return left_out("not_an_activity", f"This is {what}, not an activity.", remedy)


# The readers of logs and plans are imported where they are needed: few of the files given hold either.


def _is_lift_log(head: bytes, name: str) -> bool:
    from runlift.formats.lift_log.header import Header, find_header  # noqa: PLC0415
    from runlift.formats.lift_log.records import lines_of  # noqa: PLC0415
    from runlift.formats.lift_log.source import SourceText, text_of  # noqa: PLC0415

    source = text_of(head, name)
    return isinstance(source, SourceText) and isinstance(find_header(lines_of(source.text), name), Header)


def _is_running_plan(data: bytes, name: str) -> bool:
    from runlift.formats.running_plan.reading import is_running_plan  # noqa: PLC0415

    return is_running_plan(data, name=name)
