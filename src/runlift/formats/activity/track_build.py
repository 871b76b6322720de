"""A record made of what a file holds: put in order, cleaned of slips, positions turned into distance."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.activity import Track
from runlift.domain.evidence import number, pair

if TYPE_CHECKING:
    from runlift.domain.activity.activity import Column

EARTH_RADIUS_M = 6_371_008.8
LONGEST_S = 7 * 24 * 3600.0  # no activity lasts longer; times beyond are slips of a clock
FASTEST_OF_ANY_SPORT = 60.0  # metres a second; runs have a bound of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTrack:
    """A record as a file holds it: one value of each column a moment, NaN where there is none.

    Attributes:
        time_s: Time on any one clock (n,) [s].
        distance_m: Distance (n,) [m].
        speed: Speed (n,) [m/s].
        altitude_m: Altitude (n,) [m].
        heart_rate: Heart rate (n,) [beats/min].
        cadence: Steps of both feet (n,) [steps/min].
        ground_contact_ms: Time of a foot on the ground (n,) [ms].
        vertical_oscillation_mm: Rise and fall of the trunk (n,) [mm].
        temperature_c: Temperature (n,) [°C].
        latitude: Latitude (n,) [degrees].
        longitude: Longitude (n,) [degrees].
    """

    time_s: Column
    distance_m: Column
    speed: Column
    altitude_m: Column
    heart_rate: Column
    cadence: Column
    ground_contact_ms: Column
    vertical_oscillation_mm: Column
    temperature_c: Column
    latitude: Column
    longitude: Column

    def at(self, places: np.ndarray) -> RawTrack:
        """Return the moments at some places."""
        return RawTrack(**{each.name: getattr(self, each.name)[places] for each in fields(self)})


def raw_track(time_s: Column, **columns: Column) -> RawTrack:
    """Make a record of the columns there are; the others are NaN."""
    none = np.full(len(time_s), np.nan)
    names = [each.name for each in fields(RawTrack) if each.name != "time_s"]
    return RawTrack(time_s=time_s, **{name: columns.get(name, none) for name in names})


def ordered(raw: RawTrack) -> RawTrack:
    """Return the moments by time, one a time, without those that no clock can mean."""
    known = np.flatnonzero(np.isfinite(raw.time_s))
    if not len(known):
        return raw.at(known)
    middle = float(np.median(raw.time_s[known]))
    known = known[np.abs(raw.time_s[known] - middle) <= LONGEST_S / 2]
    known = known[np.argsort(raw.time_s[known], kind="stable")]
    times = raw.time_s[known]
    last_of_time = np.append(np.diff(times) > 0, True)[: len(times)]
    return raw.at(known[last_of_time])


def clean_track(raw: RawTrack, start_s: float, *, fastest: float) -> Track:
    """Return a record counted from a start, without what no body or device can do.

    Args:
        raw: The moments, in order.
        start_s: Begin of the activity on the clock of the record [s].
        fastest: Highest speed believed [m/s].

    Source: AC02, AC20.
    """
    raw = raw.at(np.flatnonzero(np.abs(raw.time_s - start_s) <= LONGEST_S))
    time_s = np.maximum(raw.time_s - start_s, 0.0)
    distance = _distance(raw, time_s, fastest)
    distance -= distance[np.isfinite(distance)][:1].sum()
    return Track(
        time_s=time_s,
        distance_m=distance,
        speed=_within(raw.speed, 0.0, fastest),
        altitude_m=_within(raw.altitude_m, *pair("recorded_altitude")),
        heart_rate=_within(raw.heart_rate, *pair("recorded_heart_rate")),
        cadence=_within(raw.cadence, 0.0, number("recorded_cadence_most")),
        ground_contact_ms=_within(raw.ground_contact_ms, 1.0, np.inf),
        vertical_oscillation_mm=_within(raw.vertical_oscillation_mm, 1.0, np.inf),
        temperature_c=_within(raw.temperature_c, *pair("recorded_temperature")),
    )


def _within(values: Column, least: float, most: float) -> Column:
    with np.errstate(invalid="ignore"):
        return np.where((values >= least) & (values <= most), values, np.nan)


def _distance(raw: RawTrack, time_s: Column, fastest: float) -> Column:
    """Return the distance: as recorded, else from positions, else from speed; NaN where none is known."""
    if np.count_nonzero(np.isfinite(raw.distance_m)) > 1:
        return _growing(raw.distance_m, time_s, fastest)
    along = distance_along(raw.latitude, raw.longitude)
    if np.count_nonzero(np.isfinite(along)) > 1:
        return _growing(along, time_s, fastest, longest_s=number("longest_recording_gap"))
    known = np.isfinite(raw.speed)
    if np.count_nonzero(known) > 1:
        steps = np.diff(time_s) * np.nan_to_num(_within(raw.speed, 0.0, fastest))[1:]
        return np.concatenate(([0.0], np.cumsum(steps)))
    return np.full(len(time_s), np.nan)


def _growing(distance: Column, time_s: Column, fastest: float, *, longest_s: float = np.inf) -> Column:
    """Return a distance that never falls and never leaps; a leap counts as standing, as does a longer gap.

    Positions tell only that the runner was elsewhere after a pause, by car perhaps: the way across it counts
    no more than its time does. A device measures its distance itself, so that one counts on.
    """
    known = np.isfinite(distance)
    steps, lasting = np.diff(distance[known]), np.diff(time_s[known])
    with np.errstate(over="ignore", invalid="ignore"):
        is_leap = (steps < 0) | ~(steps <= fastest * np.maximum(lasting, 1.0))
    steps[is_leap | (lasting > longest_s)] = 0.0
    grown = np.full(len(distance), np.nan)
    grown[known] = distance[known][0] + np.concatenate(([0.0], np.cumsum(steps)))
    return grown


def distance_along(latitude: Column, longitude: Column) -> Column:
    """Return the distance along positions (n,) [m], NaN where there is none."""
    with np.errstate(invalid="ignore"):
        known = (np.abs(latitude) <= 90) & (np.abs(longitude) <= 180)  # noqa: PLR2004 - degrees of the earth
    along = np.full(len(latitude), np.nan)
    if not known.any():
        return along
    north, east = np.radians(latitude[known]), np.radians(longitude[known])
    half = (
        np.sin(np.diff(north) / 2) ** 2
        + np.cos(north[:-1]) * np.cos(north[1:]) * np.sin(np.diff(east) / 2) ** 2
    )
    steps = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    along[known] = np.concatenate(([0.0], np.cumsum(steps)))
    return along
