"""GPX files: their tracks as activities."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from runlift.domain.activity.activity import Activity, ActivityFormat, Source, Sport
from runlift.domain.activity.summary import is_something, summarised
from runlift.domain.evidence import number
from runlift.formats.activity.outcome import ActivityOutcome, broken_xml, left_out, refused, warning
from runlift.formats.activity.points import Points
from runlift.formats.activity.sports import is_indoor, plain_words_of, sport_of
from runlift.formats.activity.track_build import FASTEST_OF_ANY_SPORT, clean_track
from runlift.formats.activity.xml_stream import read_stream, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from runlift.domain.quantity import Finding
    from runlift.formats.activity.track_build import RawTrack

SPLIT_GAP_S = 6 * 3600.0  # tracks that far apart are of two activities
LONGEST_TITLE = 200


class _Tracks:
    """The tracks of a file, as they come."""

    def __init__(self) -> None:
        self.points = Points()
        self.tracks: list[tuple[int, str, str]] = []  # first point, name and type of each
        self.maker = ""
        self.other = 0
        self._begun = 0

    @property
    def wants_more(self) -> bool:
        """Whether anything may still come of what follows."""
        return self.points.want_more

    def take(self, name: str, element: etree._Element) -> None:
        """Take a point, a track, or something that is neither."""
        if name == "trkpt":
            self.points.take(element)
        elif name == "trk":
            self.tracks.append((self._begun, text_of(element, "name"), text_of(element, "type")))
            self._begun = len(self.points.rows)
        elif name == "gpx":
            self.maker = element.get("creator", "")
        else:
            self.other += 1

    def words_at(self, place: int) -> tuple[str, str]:
        """Return name and type of the track that a point belongs to."""
        found = ("", "")
        for first, name, kind in self.tracks:
            if first <= place:
                found = (name, kind)
        return found


def read_gpx(data: bytes, source: Source) -> ActivityOutcome:
    """Read the tracks of a GPX file; of broken XML what can be mended."""
    tracks, broken = read_stream(data, ("trkpt", "trk", "rtept", "wpt", "gpx"), _Tracks)
    if not tracks.points.rows:
        return _nothing(tracks, broken=broken)
    lost = 0 if broken else tracks.points.without_time
    activities = tuple(filter(is_something, _activities(tracks, source, partial=broken or lost > 0)))
    if not activities:
        return _no_times()
    if lost:
        return ActivityOutcome(activities=activities, findings=(_points_lost(lost, len(tracks.points.rows)),))
    return ActivityOutcome(activities=activities, findings=(broken_xml(),) if broken else ())


def _activities(tracks: _Tracks, source: Source, *, partial: bool) -> Iterator[Activity]:
    _, kind = tracks.words_at(0)
    raw = tracks.points.record(is_run=sport_of(kind) in {Sport.RUN, Sport.UNKNOWN})
    times = [row[0] for row in tracks.points.rows]
    for part in _parts(raw):
        title, kind = tracks.words_at(times.index(float(part.time_s[0])))
        sport = sport_of(kind)
        is_run = sport in {Sport.RUN, Sport.UNKNOWN}
        fastest = number("recorded_speed_most") if is_run else FASTEST_OF_ANY_SPORT
        start = float(part.time_s[0])
        yield summarised(
            Activity(
                sport=sport,
                starts_at=datetime.fromtimestamp(start, tz=UTC),
                source=Source(
                    format=ActivityFormat.GPX, name=source.name, digest=source.digest, maker=tracks.maker
                ),
                utc_offset=tracks.points.utc_offset,
                sport_words=plain_words_of(kind),
                title=title[:LONGEST_TITLE],
                indoor=is_indoor(kind),
                track=clean_track(part, start, fastest=fastest),
                partial=partial,
            )
        )


def _parts(raw: RawTrack) -> Iterator[RawTrack]:
    """Yield what lies between long gaps."""
    if not len(raw.time_s):
        return
    edges = np.flatnonzero(np.diff(raw.time_s) > SPLIT_GAP_S) + 1
    for places in np.split(np.arange(len(raw.time_s)), edges):
        yield raw.at(places)


def _nothing(tracks: _Tracks, *, broken: bool) -> ActivityOutcome:
    if tracks.other:
        return left_out(
            "not_an_activity",
            "The GPX file holds a route or places, not what was done.",
            "Nothing is to be done.",
        )
    if broken:
        return refused("nothing_read", "The file is no GPX that could be read.", "Export it again.")
    return left_out("not_an_activity", "The GPX file holds no track.", "Nothing is to be done.")


def _points_lost(lost: int, points: int) -> Finding:
    return warning(
        "points_without_time",
        f"{lost:,} of {points:,} points have no time and were left out.",
        "Export it with all its times if you can.",
    )


def _no_times() -> ActivityOutcome:
    return left_out(
        "no_times",
        "No two points of the track have a time that can be right, so it is not known how long it took.",
        "Export it with times, or log the run by hand.",
    )
