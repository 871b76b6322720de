"""Reading a file of activities: told apart by its first bytes, whatever its name is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.activity.activity import ActivityFormat, Source
from runlift.formats.activity.fit import read_fit
from runlift.formats.activity.fit_scan import is_fit
from runlift.formats.activity.foreign import LOOKED_AT, foreign_outcome
from runlift.formats.activity.gpx import read_gpx
from runlift.formats.activity.gzip_bytes import GZIP, TooLargeError, unpacked
from runlift.formats.activity.outcome import ActivityOutcome, refused, warning
from runlift.formats.activity.tcx import read_tcx
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.domain.activity.activity import Activity

MAX_BYTES = 64_000_000
DIGEST_LETTERS = 16
MOST_ACTIVITIES = 500
_FIT_HEADER = 12
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_MEGABYTE = 1_000_000
_XML: tuple[tuple[re.Pattern[bytes], Callable[[bytes, Source], ActivityOutcome]], ...] = (
    (re.compile(rb"<(?:\w+:)?gpx\b"), read_gpx),
    (re.compile(rb"<(?:\w+:)?TrainingCenterDatabase\b"), read_tcx),
)


def digest_of(data: bytes) -> str:
    """Return the letters by which a file is known again."""
    return hashlib.sha256(data).hexdigest()[:DIGEST_LETTERS]


def read_activities(data: bytes, *, name: str) -> ActivityOutcome:
    """Read the activities of a file, in this process and without limits of time or memory.

    Args:
        data: The file.
        name: Its name, for places.
    """
    outcome = _read(data, Source(format=ActivityFormat.FIT, name=name, digest=digest_of(data)))
    kept = tuple(_bounded(each) for each in outcome.activities[:MOST_ACTIVITIES])
    return replace(outcome, activities=kept).at(name)


def _read(data: bytes, source: Source) -> ActivityOutcome:
    if len(data) > MAX_BYTES:
        return too_large()
    if data.startswith(GZIP):
        return _unpacked(data, source)
    if not data.strip(b" \t\r\n\0"):
        return refused("empty_file", "The file is empty.", "Export or copy it again.")
    if len(data) >= _FIT_HEADER and is_fit(data):
        return read_fit(data, source)
    plain = data[:LOOKED_AT].replace(b"\0", b"").lstrip(_BEFORE_XML)
    for pattern, read in _XML:
        if plain.startswith(b"<") and pattern.search(plain):
            return read(data, source)
    return foreign_outcome(data, source.name)


def _unpacked(data: bytes, source: Source) -> ActivityOutcome:
    try:
        inner, whole = unpacked(data, MAX_BYTES)
    except TooLargeError:
        return too_large()
    if inner.startswith(GZIP):
        return refused("packed_twice", "The file is compressed more than once.", "Unpack it first.")
    outcome = _read(inner, source)
    if whole:
        return outcome
    partial = tuple(replace(each, partial=True) for each in outcome.activities)
    broken = warning(
        "gzip_broken",
        "The compressed file is damaged; what could be unpacked was read.",
        "Export or copy it again if you can.",
    )
    return ActivityOutcome(activities=partial, findings=(broken, *outcome.findings))


def too_large() -> ActivityOutcome:
    """Make the outcome of a file that is larger than any activity."""
    return refused(
        "file_too_large",
        f"The file holds more than {MAX_BYTES // _MEGABYTE} MB, which no activity does.",
        "Give the activity itself.",
    )


def _bounded(activity: Activity) -> Activity:
    """Return an activity whose words anyone can show."""
    return replace(activity, title=plain_words(activity.title), sport_words=plain_words(activity.sport_words))
