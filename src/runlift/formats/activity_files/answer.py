"""The reader of one file of activities in a child process: a file of its own, or one in an archive."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from runlift.formats.activity.outcome import ActivityOutcome, refused, warning
from runlift.formats.activity.reading import MAX_BYTES, digest_of, read_activities
from runlift.formats.activity.wire import activity_document, outcome_document
from runlift.formats.archive.apple_health import ROOT as APPLE_ROOT
from runlift.formats.archive.apple_health import read_apple_health
from runlift.formats.archive.garmin_summary import MARK as GARMIN_MARK
from runlift.formats.archive.garmin_summary import read_garmin_summaries
from runlift.formats.archive.strava import read_strava_table
from runlift.formats.archive.zip_members import UNPACKING_FAULTS, open_member, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.formats.archive.strava import StravaTable

LOOKED_AT = 2_048
_APPLE_DOCTYPE = b"<!DOCTYPE HealthData"


def answer(question: dict[str, Any], data: bytes) -> dict[str, Any]:
    """Read a file and return its activities, what there is to tell, and the rows of a table of activities.

    A file whose digest is known is not read again.
    """
    name, with_track = question["name"], question["with_track"]
    if question["path"] is None:
        return _document(read_activities(data, name=name), len(data), with_track=with_track)
    with _opened(Path(question["path"]), question["index"]) as stream:
        head = stream.peek(LOOKED_AT)[:LOOKED_AT]  # type: ignore[attr-defined]  # both kinds of stream have it
        if APPLE_ROOT in head or _APPLE_DOCTYPE in head:
            return _document(read_apple_health(stream, name=name).at(name), 0, with_track=with_track)
        if GARMIN_MARK.encode() in head:
            return _document(read_garmin_summaries(stream, name=name).at(name), 0, with_track=with_track)
        data, whole = _all(stream)
    if digest_of(data) in _known(question["known_in"]):
        return {"known": True, "size": len(data)}
    table = read_strava_table(data, name=name) if name.lower().endswith(".csv") else None
    if table is not None:
        return _table_document(table, len(data))
    outcome = read_activities(data, name=name)
    return _document(outcome if whole else _damaged(outcome, name), len(data), with_track=with_track)


@contextmanager
def _opened(path: Path, index: int | None) -> Iterator[IO[bytes]]:
    if index is None:
        with path.open("rb") as file:
            yield file
        return
    with open_member(path, index) as member:
        yield member


def _all(stream: IO[bytes]) -> tuple[bytes, bool]:
    """Return what a stream holds, up to just more than is accepted, and whether it is whole."""
    parts: list[bytes] = []
    size = 0
    try:
        for part in steps_of(stream):
            parts.append(part)
            size += len(part)
            if size > MAX_BYTES:
                break
    except UNPACKING_FAULTS:
        return b"".join(parts), False
    return b"".join(parts), True


@lru_cache(maxsize=1)
def _known(path: str | None) -> frozenset[str]:
    """Return the digests of files that are in the diary already."""
    return frozenset() if path is None else frozenset(Path(path).read_text(encoding="ascii").split())


def _damaged(outcome: ActivityOutcome, name: str) -> ActivityOutcome:
    broken = warning(
        "member_broken",
        "The file is damaged within its archive; what could be unpacked was read.",
        "Download the export again.",
    )
    if not outcome.activities:
        return refused("member_broken", "The file is damaged within its archive.", broken.remedy).at(name)
    partial = tuple(replace(each, partial=True) for each in outcome.activities)
    return ActivityOutcome(activities=partial, findings=(replace(broken, place=name), *outcome.findings))


def _document(outcome: ActivityOutcome, size: int, *, with_track: bool) -> dict[str, Any]:
    return outcome_document(outcome, with_track=with_track) | {"size": size}


def _table_document(table: StravaTable, size: int) -> dict[str, Any]:
    rows = [
        {"file": row.file, "activity": activity_document(row.activity, with_track=False)}
        for row in table.rows
    ]
    return outcome_document(ActivityOutcome(findings=table.findings), with_track=False) | {
        "rows": rows,
        "size": size,
    }
