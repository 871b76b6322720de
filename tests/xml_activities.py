"""Writes small GPX and TCX files as services do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 20, 7, 12, tzinfo=UTC)
DEGREE_M = 111_195.08


def gpx_run(
    *,
    start: datetime = START,
    points: int = 300,
    every: int = 5,
    speed: float = 3.0,
    kind: str = "running",
    name: str = "Morning Run",
    heart_rate: int | None = 140,
) -> bytes:
    """Write a track straight to the north."""
    heart = (
        ""
        if heart_rate is None
        else "<extensions><gpxtpx:TrackPointExtension>"
        f"<gpxtpx:hr>{heart_rate}</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad>"
        "</gpxtpx:TrackPointExtension></extensions>"
    )
    rows = "".join(
        f'<trkpt lat="{48 + at * every * speed / DEGREE_M:.8f}" lon="11.5"><ele>{500 + at % 2}</ele>'
        f"<time>{start + timedelta(seconds=at * every):%Y-%m-%dT%H:%M:%SZ}</time>{heart}</trkpt>"
        for at in range(points)
    )
    told = f"<type>{kind}</type>" if kind else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<gpx version="1.1" creator="StravaGPX" xmlns="http://www.topografix.com/GPX/1/1"'
        ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        f"<trk><name>{name}</name>{told}<trkseg>{rows}</trkseg></trk></gpx>"
    ).encode()


def tcx_run(
    *,
    start: datetime = START,
    laps: int = 2,
    points: int = 60,
    every: int = 5,
    speed: float = 3.0,
    positions: bool = False,
    distances: bool = True,
    sport: str = "Running",
) -> bytes:
    """Write an activity, by default as a treadmill does: distances without positions."""
    written = []
    for lap in range(laps):
        begin = start + timedelta(seconds=lap * points * every)
        rows = "".join(
            _point(begin, lap * points + at, at, every, speed, positions=positions, distances=distances)
            for at in range(points)
        )
        length = points * every * speed
        written.append(
            f'<Lap StartTime="{begin:%Y-%m-%dT%H:%M:%SZ}">'
            f"<TotalTimeSeconds>{points * every}</TotalTimeSeconds>"
            f"<DistanceMeters>{length}</DistanceMeters>"
            f"<AverageHeartRateBpm><Value>141</Value></AverageHeartRateBpm><Track>{rows}</Track></Lap>"
        )
    return (
        '   <?xml version="1.0" encoding="UTF-8"?>'
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f'<Activities><Activity Sport="{sport}"><Id>{start:%Y-%m-%dT%H:%M:%SZ}</Id>{"".join(written)}'
        "<Creator><Name>Treadmill</Name></Creator></Activity></Activities></TrainingCenterDatabase>"
    ).encode()


def _point(
    begin: datetime, count: int, at: int, every: int, speed: float, *, positions: bool, distances: bool
) -> str:
    moment = begin + timedelta(seconds=at * every)
    place = (
        f"<Position><LatitudeDegrees>{48 + count * every * speed / DEGREE_M:.8f}</LatitudeDegrees>"
        "<LongitudeDegrees>11.5</LongitudeDegrees></Position>"
        if positions
        else ""
    )
    far = f"<DistanceMeters>{count * every * speed}</DistanceMeters>" if distances else ""
    return (
        f"<Trackpoint><Time>{moment:%Y-%m-%dT%H:%M:%SZ}</Time>{place}{far}"
        "<HeartRateBpm><Value>140</Value></HeartRateBpm>"
        "<Extensions><TPX><RunCadence>86</RunCadence></TPX></Extensions></Trackpoint>"
    )
