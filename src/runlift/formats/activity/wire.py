"""Activities as JSON values, to hand them from the reading process to the one that asked."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from runlift.domain.activity.activity import Activity, ActivityFormat, Lap, Source, Sport, Track, WatchSet
from runlift.domain.activity.shape import RunShape
from runlift.domain.activity.steady import Lack, SteadyPart
from runlift.domain.quantity import Finding, Severity
from runlift.formats.activity.outcome import ActivityOutcome

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column

_NUMBER = "<f4"  # exact enough for anything that a watch measures
_TIME = "<f8"
_EXACT = frozenset({"time_s", "distance_m"})
_OWN = frozenset({"track", "source", "shape", "steady", "laps", "sets", "starts_at", "utc_offset"})


def outcome_document(outcome: ActivityOutcome, *, with_track: bool) -> dict[str, Any]:
    """Return an outcome as JSON values, with or without the records."""
    return {
        "activities": [activity_document(each, with_track=with_track) for each in outcome.activities],
        "findings": [asdict(each) for each in outcome.findings],
    }


def outcome_of(told: dict[str, Any]) -> ActivityOutcome:
    """Return an outcome from JSON values.

    Raises:
        ValueError: When a value is not what it should be.
        KeyError: When something is missing.
        TypeError: When something has the wrong shape.
    """
    return ActivityOutcome(
        activities=tuple(activity_of(each) for each in told["activities"]),
        findings=tuple(finding_of(each) for each in told["findings"]),
    )


def finding_of(told: dict[str, Any]) -> Finding:
    """Return a finding from JSON values."""
    return Finding(**(told | {"severity": Severity(told["severity"])}))


def activity_document(activity: Activity, *, with_track: bool) -> dict[str, Any]:
    """Return an activity as JSON values."""
    plain = {each.name: getattr(activity, each.name) for each in fields(activity) if each.name not in _OWN}
    return plain | {
        "starts_at": activity.starts_at.isoformat(),
        "utc_offset": None if activity.utc_offset is None else activity.utc_offset.total_seconds(),
        "source": asdict(activity.source),
        "shape": None if activity.shape is None else asdict(activity.shape),
        "steady": None if activity.steady is None else asdict(activity.steady),
        "laps": [asdict(each) for each in activity.laps],
        "sets": [asdict(each) for each in activity.sets],
        "track": _track_document(activity.track) if with_track and activity.track is not None else None,
    }


def activity_of(told: dict[str, Any]) -> Activity:
    """Return an activity from JSON values."""
    offset, shape, track, source = (told[key] for key in ("utc_offset", "shape", "track", "source"))
    changed = {
        "sport": Sport(told["sport"]),
        "starts_at": datetime.fromisoformat(told["starts_at"]),
        "utc_offset": None if offset is None else timedelta(seconds=offset),
        "source": Source(**(source | {"format": ActivityFormat(source["format"])})),
        "shape": None if shape is None else RunShape(**shape),
        "steady": _steady_of(told["steady"]),
        "laps": tuple(Lap(**each) for each in told["laps"]),
        "sets": tuple(WatchSet(**(each | {"guesses": tuple(each["guesses"])})) for each in told["sets"]),
        "track": None if track is None else Track(**{name: _column(*each) for name, each in track.items()}),
    }
    return Activity(**(told | changed))


def _steady_of(told: dict[str, Any] | None) -> SteadyPart | None:
    if told is None:
        return None
    lack = told["lack"]
    return SteadyPart(**(told | {"lack": None if lack is None else Lack(lack)}))


def _track_document(track: Track) -> dict[str, list[str]]:
    """Return the columns of a record as letters, with how their numbers are written."""
    types = {name: _TIME if name in _EXACT else _NUMBER for name in track.columns}
    return {
        name: [types[name], b64encode(column.astype(types[name]).tobytes()).decode()]
        for name, column in track.columns.items()
    }


def _column(number_type: str, letters: str) -> Column:
    if number_type not in {_NUMBER, _TIME}:
        raise ValueError(number_type)
    return np.frombuffer(b64decode(letters), dtype=number_type).astype(np.float64)
