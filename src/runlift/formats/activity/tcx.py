"""TCX files: their activities, with or without positions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import isfinite
from typing import TYPE_CHECKING

from runlift.domain.activity.activity import Activity, ActivityFormat, Lap, Source, Sport
from runlift.domain.activity.summary import is_something, summarised
from runlift.domain.evidence import number
from runlift.formats.activity.iso_time import seconds_of
from runlift.formats.activity.outcome import ActivityOutcome, broken_xml, left_out, refused
from runlift.formats.activity.points import Points
from runlift.formats.activity.sports import is_indoor, plain_words_of, sport_of
from runlift.formats.activity.track_build import FASTEST_OF_ANY_SPORT, clean_track
from runlift.formats.activity.xml_stream import number_of, read_stream, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree


LONGEST_TITLE = 200
MOST_LAPS = 10_000


@dataclass(slots=True)
class _LapTold:
    """A lap as the file tells it; NaN where it tells nothing."""

    start_s: float
    duration_s: float
    distance_m: float
    heart_rate: float


@dataclass(slots=True)
class _Told:
    """An activity as the file tells it.

    Attributes:
        points: Its points.
        laps: Its laps.
        start_s: When it began, as it tells.
        sport: Its word for the sport.
        title: The runner's note.
        maker: The device.
    """

    points: Points = field(default_factory=Points)
    laps: list[_LapTold] = field(default_factory=list)
    start_s: float = float("nan")
    sport: str = ""
    title: str = ""
    maker: str = ""


class _Activities:
    """The activities of a file, as they come."""

    def __init__(self) -> None:
        self.done: list[_Told] = []
        self.open = _Told()
        self.courses = 0

    @property
    def wants_more(self) -> bool:
        """Whether anything may still come of what follows."""
        return self.open.points.want_more

    def take(self, name: str, element: etree._Element) -> None:
        """Take a point, a lap, or the end of an activity or course."""
        if name == "Trackpoint":
            self.open.points.take(element)
        elif name == "Lap":
            self._take_lap(element)
        elif name == "Activity":
            self._close(element)
        elif name in {"Course", "Workout"}:
            self.courses += 1
            self.open = _Told()

    def close_what_is_open(self) -> None:
        """Count as an activity what the file ends in the middle of."""
        if self.open.points.rows or self.open.laps:
            self.done.append(self.open)

    def _take_lap(self, element: etree._Element) -> None:
        if len(self.open.laps) >= MOST_LAPS:
            return
        heart = [each for each in element if str(each.tag).endswith("}AverageHeartRateBpm")]
        self.open.laps.append(
            _LapTold(
                start_s=seconds_of(element.get("StartTime")),
                duration_s=number_of(text_of(element, "TotalTimeSeconds")),
                distance_m=number_of(text_of(element, "DistanceMeters")),
                heart_rate=number_of(text_of(heart[0], "Value")) if heart else float("nan"),
            )
        )

    def _close(self, element: etree._Element) -> None:
        told, self.open = self.open, _Told()
        told.sport = element.get("Sport", "")
        told.start_s = seconds_of(text_of(element, "Id"))
        told.title = text_of(element, "Notes")
        creator = [each for each in element if str(each.tag).endswith("}Creator")]
        told.maker = text_of(creator[0], "Name") if creator else ""
        self.done.append(told)


def read_tcx(data: bytes, source: Source) -> ActivityOutcome:
    """Read the activities of a TCX file; of broken XML what can be mended."""
    names = ("Trackpoint", "Lap", "Activity", "Course", "Workout")
    found, broken = read_stream(data, names, _Activities)
    found.close_what_is_open()
    made = (_activity(told, source, broken=broken) for told in found.done)
    activities = tuple(each for each in made if each is not None and is_something(each))
    if activities:
        return ActivityOutcome(activities=activities, findings=(broken_xml(),) if broken else ())
    if found.courses:
        return left_out(
            "not_an_activity", "The TCX file holds a course or workout.", "Nothing is to be done."
        )
    return refused("nothing_read", "No activity with a time could be read.", "Export the file again.")


def _activity(told: _Told, source: Source, *, broken: bool) -> Activity | None:
    sport = sport_of(told.sport)
    is_run = sport in {Sport.RUN, Sport.UNKNOWN}
    raw = told.points.record(is_run=is_run)
    start = _start(told, raw.time_s.tolist())
    if start is None:
        return None
    fastest = number("recorded_speed_most") if is_run else FASTEST_OF_ANY_SPORT
    return summarised(
        Activity(
            sport=sport,
            starts_at=datetime.fromtimestamp(start, tz=UTC),
            source=Source(
                format=ActivityFormat.TCX, name=source.name, digest=source.digest, maker=told.maker
            ),
            utc_offset=told.points.utc_offset,
            sport_words=plain_words_of(told.sport),
            title=told.title[:LONGEST_TITLE],
            indoor=is_indoor(told.sport),
            distance_m=_sum(each.distance_m for each in told.laps),
            duration_s=_sum(each.duration_s for each in told.laps),
            heart_rate=_mean_heart_rate(told.laps),
            track=clean_track(raw, start, fastest=fastest) if len(raw.time_s) else None,
            laps=tuple(_lap(each, start) for each in told.laps if isfinite(each.start_s + each.duration_s)),
            partial=broken,
        )
    )


def _start(told: _Told, times: list[float]) -> float | None:
    """Return the begin: of the first lap, of the activity, or of its first point."""
    laps = [each.start_s for each in told.laps if isfinite(each.start_s)]
    known = [*laps[:1], told.start_s, *times[:1]]
    return next(filter(isfinite, known), None)


def _lap(told: _LapTold, start_s: float) -> Lap:
    return Lap(
        starts_after_s=told.start_s - start_s,
        duration_s=told.duration_s,
        distance_m=told.distance_m if isfinite(told.distance_m) else None,
        heart_rate=told.heart_rate if isfinite(told.heart_rate) else None,
    )


def _mean_heart_rate(laps: Sequence[_LapTold]) -> float | None:
    """Return the mean over the time of all laps [beats/min]; None unless each tells its own."""
    if not all(each.heart_rate > 0 and each.duration_s > 0 for each in laps):
        return None
    lasting = sum(each.duration_s for each in laps)
    return sum(each.heart_rate * each.duration_s for each in laps) / lasting if laps else None


def _sum(values: Iterable[float]) -> float | None:
    """Return the sum of what is told; None where nothing is, or where it comes to nothing."""
    told = [value for value in values if isfinite(value) and value > 0]
    return sum(told) or None
