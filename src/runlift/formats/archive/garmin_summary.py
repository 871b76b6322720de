"""Garmin's summaries of activities in the export of an account, read piece by piece."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from runlift.domain.activity.activity import Activity, ActivityFormat, Source
from runlift.formats.activity.iso_time import EARLIEST, LATEST
from runlift.formats.activity.outcome import ActivityOutcome, refused, warning
from runlift.formats.activity.reading import digest_of
from runlift.formats.activity.sports import is_indoor, plain_words_of, sport_of
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.formats.archive.byte_stream import ByteStream

MARK = '"summarizedActivitiesExport"'
MOST = 50_000
LONGEST_TITLE = 200
LARGEST_PIECE = 16_000_000  # letters of one summary
LARGEST_OFFSET = timedelta(hours=15)
QUARTER = timedelta(minutes=15)
LARGEST_NUMBER = 1e15
_STEP = 1 << 20
_MILLISECONDS = 1000.0
_CENTIMETRES = 100.0
_TENTHS = 0.1


def read_garmin_summaries(stream: ByteStream, *, name: str) -> ActivityOutcome:
    """Read the summaries; of a damaged file those before the damage."""
    activities: list[Activity] = []
    whole = True
    try:
        for told in _summaries(stream):
            found = _activity(told, name)
            if found is not None:
                activities.append(found)
            if len(activities) >= MOST:
                break
    except (ValueError, RecursionError):
        whole = False
    if not activities and not whole:
        return refused("nothing_read", "The summaries cannot be read.", "Download the export again.")
    findings = (
        ()
        if whole
        else (
            warning(
                "json_broken", "The file is damaged; what stands before that was read.", "Download it again."
            ),
        )
    )
    return ActivityOutcome(activities=tuple(activities), findings=findings)


def _summaries(stream: ByteStream) -> Iterator[dict[str, Any]]:
    """Yield one summary after the other, with no more than a few in memory.

    Raises:
        ValueError: The file is no such JSON.
    """
    decoder, parse = getincrementaldecoder("utf-8")(errors="replace"), json.JSONDecoder()
    buffer, inside, ended = "", False, False
    while True:
        if not inside:
            inside, buffer = _enter(buffer)
        while inside:
            buffer = buffer.lstrip(" \t\r\n,")
            if buffer.startswith("]"):
                inside, buffer = _enter(buffer[1:])
                continue
            try:
                told, after = parse.raw_decode(buffer)
            except ValueError:
                if ended or len(buffer) > LARGEST_PIECE:
                    raise
                break
            buffer = buffer[after:]
            if isinstance(told, dict):
                yield told
        if ended:
            return
        data = stream.read(_STEP)
        ended = not data
        buffer += decoder.decode(data, final=ended)


def _enter(buffer: str) -> tuple[bool, str]:
    """Go to the next list of summaries; tell whether it begins here, and what is left to read."""
    at = buffer.find(MARK)
    if at < 0:
        return False, buffer[-len(MARK) :]
    begins = buffer.find("[", at)
    return (True, buffer[begins + 1 :]) if begins >= 0 else (False, buffer[at:])


def _activity(told: dict[str, Any], name: str) -> Activity | None:
    start = _number(told, "startTimeGmt") or _number(told, "beginTimestamp")
    if start is None or not EARLIEST <= start / _MILLISECONDS < LATEST:
        return None
    kind = str(told.get("activityType") or told.get("sportType") or "")
    local = _number(told, "startTimeLocal")
    return Activity(
        sport=sport_of(kind),
        starts_at=datetime.fromtimestamp(start / _MILLISECONDS, tz=UTC),
        source=Source(
            format=ActivityFormat.GARMIN_SUMMARY,
            name=f"{name}, activity {plain_words(str(told.get('activityId', '')))[:40]}",
            digest=digest_of(f"garmin {told.get('activityId')} {start}".encode()),
            maker="garmin",
        ),
        utc_offset=None if local is None else _offset(local - start),
        sport_words=plain_words(plain_words_of(kind)),
        title=plain_words(str(told.get("name") or ""))[:LONGEST_TITLE],
        indoor=is_indoor(kind),
        distance_m=_scaled(told, "distance", _CENTIMETRES),
        duration_s=_scaled(told, "duration", _MILLISECONDS),
        moving_s=_scaled(told, "movingDuration", _MILLISECONDS),
        elapsed_s=_scaled(told, "elapsedDuration", _MILLISECONDS),
        ascent_m=_scaled(told, "elevationGain", _CENTIMETRES),
        descent_m=_scaled(told, "elevationLoss", _CENTIMETRES),
        heart_rate=_number(told, "avgHr"),
        heart_rate_max=_number(told, "maxHr"),
        ground_contact_ms=_number(told, "avgGroundContactTime"),
        vertical_oscillation_mm=_scaled(told, "avgVerticalOscillation", _TENTHS),
    )


def _offset(milliseconds: float) -> timedelta | None:
    offset = round(timedelta(milliseconds=max(-1e9, min(1e9, milliseconds))) / QUARTER) * QUARTER
    return offset if abs(offset) <= LARGEST_OFFSET else None


def _scaled(told: dict[str, Any], key: str, scale: float) -> float | None:
    value = _number(told, key)
    return None if value is None else value / scale


def _number(told: dict[str, Any], key: str) -> float | None:
    """Return a number above zero; None where there is none."""
    value = told.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value < LARGEST_NUMBER else None
