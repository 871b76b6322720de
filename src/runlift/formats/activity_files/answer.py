"""The reader of one file of activities in a child process: a file of its own, or one in an archive."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
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
from runlift.formats.archive.zip_members import STEP, UNPACKING_FAULTS, open_member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        streamed = _streamed(stream.head)
        if streamed is not None:
            outcome = _told_damaged(streamed(stream, name=name).at(name), name, whole=stream.whole)
            return _document(outcome, 0, with_track=with_track)
        data = _all(stream)
    if digest_of(data) in _known(question["known_in"]):
        return {"known": True, "size": len(data)}
    table = read_strava_table(data, name=name) if name.lower().endswith(".csv") else None
    if table is not None:
        return _table_document(table, len(data))
    outcome = _told_damaged(read_activities(data, name=name), name, whole=stream.whole)
    return _document(outcome, len(data), with_track=with_track)


class WhatIsLeft:
    """A stream that ends where its archive is damaged.

    Attributes:
        head: Its first bytes, which are still to be read.
        whole: Whether no damage was met so far.
    """

    def __init__(self, stream: IO[bytes] | None) -> None:
        self.whole = stream is not None
        self._stream = stream
        self._ahead = b""
        self.head = self._ahead = self.read(LOOKED_AT)

    def read(self, size: int) -> bytes:
        """Return up to so many bytes; none at the end."""
        if self._ahead:
            part, self._ahead = self._ahead[:size], self._ahead[size:]
            return part
        try:
            return self._stream.read(size) if self._stream is not None else b""
        except UNPACKING_FAULTS:
            self.whole, self._stream = False, None
            return b""


def _streamed(head: bytes) -> Callable[..., ActivityOutcome] | None:
    """Return the reader of an export that may come to gigabytes, where the head is that of one."""
    if APPLE_ROOT in head or _APPLE_DOCTYPE in head:
        return read_apple_health
    return read_garmin_summaries if GARMIN_MARK.encode() in head else None


@contextmanager
def _opened(path: Path, index: int | None) -> Iterator[WhatIsLeft]:
    """Open a file of its own, or one of an archive."""
    with ExitStack() as stack:
        stream: IO[bytes] | None = None
        with suppress(*UNPACKING_FAULTS):
            stream = stack.enter_context(path.open("rb") if index is None else open_member(path, index))
        yield WhatIsLeft(stream)


def _all(stream: WhatIsLeft) -> bytes:
    """Return what a stream holds, up to just more than is accepted."""
    parts: list[bytes] = []
    size = 0
    while size <= MAX_BYTES and (part := stream.read(STEP)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


@lru_cache(maxsize=1)
def _known(path: str | None) -> frozenset[str]:
    """Return the digests of files that are in the diary already."""
    return frozenset() if path is None else frozenset(Path(path).read_text(encoding="ascii").split())


def _told_damaged(outcome: ActivityOutcome, name: str, *, whole: bool) -> ActivityOutcome:
    """Return an outcome that tells when its file is damaged within the archive, or cannot be opened."""
    if whole:
        return outcome
    remedy = "Download the export again, or check whether you may read the file."
    if not outcome.activities:
        return refused("file_damaged", "The file is damaged or cannot be opened.", remedy).at(name)
    broken = warning("file_damaged", "The file is damaged; what could be unpacked was read.", remedy)
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
