"""Recorded activities in words: what became of each, its figures, and its training load."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from runlift.application.import_activities import Fate
from runlift.domain.activity.load import LoadBasis
from runlift.domain.athlete.profile import Units
from runlift.domain.quantity import METRES_PER_MILE
from runlift.wording.names import distance_words, minutes_words, seconds_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.application.import_activities import ActivityFate
    from runlift.domain.activity.activity import Activity

METRES_PER_KILOMETRE = 1000.0
SECONDS_PER_MINUTE = 60

FATES: Mapping[Fate, str] = MappingProxyType(
    {
        Fate.RUN: "run",
        Fate.MERGED: "joined with the same one from another source",
        Fate.KNOWN: "in the diary already",
        Fate.COMPLETED: "in the diary already, figures added",
        Fate.SESSION: "strength session",
        Fate.OTHER_SPORT: "another sport, left out",
        Fate.UNKNOWN_SPORT: "sport not told, left out",
        Fate.TOO_SHORT: "too short to be a run, left out",
        Fate.TAKEN_BACK: "you took it back before, left out",
    }
)
BASES: Mapping[LoadBasis, str] = MappingProxyType(
    {LoadBasis.EFFORT: "effort", LoadBasis.HEART_RATE: "heart rate", LoadBasis.PACE: "pace"}
)


def pace_words(speed: float, units: Units) -> str:
    """Return a speed [m/s] as a pace such as `5:12/km`."""
    unit, metres = ("mi", METRES_PER_MILE) if units is Units.IMPERIAL else ("km", METRES_PER_KILOMETRE)
    minutes, seconds = divmod(round(metres / speed), SECONDS_PER_MINUTE)
    return f"{minutes}:{seconds:02}/{unit}"


def fate_words(fate: ActivityFate) -> str:
    """Return what became of an activity."""
    part = " (a part of it)" if fate.activity.partial else ""
    return f"{FATES[fate.fate]}{part}"


def _lasting_words(seconds: float) -> str:
    if seconds < 2 * SECONDS_PER_MINUTE:
        return seconds_words(round(seconds))
    return minutes_words(round(seconds / SECONDS_PER_MINUTE))


def activity_words(activity: Activity, units: Units) -> str:
    """Return the figures of an activity in a line."""
    lasting = activity.duration_s or activity.elapsed_s
    parts = [
        activity.sport_words or activity.sport.value,
        f"{activity.starts_at:%Y-%m-%d %H:%M} UTC",
        distance_words(activity.distance_m, units) if activity.distance_m else "",
        _lasting_words(lasting) if lasting else "",
        f"{activity.heart_rate:.0f} beats/min" if activity.heart_rate else "",
        f"+{activity.ascent_m:.0f} m" if activity.ascent_m else "",
        f"{len(activity.sets)} sets" if activity.sets else "",
    ]
    return ", ".join(filter(None, parts))
