"""Apple Health's export: its workouts, cut out of a file of gigabytes without holding it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from lxml import etree

from runlift.domain.activity.activity import Activity, ActivityFormat, Source
from runlift.domain.quantity import METRES_PER_MILE
from runlift.formats.activity.iso_time import is_near
from runlift.formats.activity.outcome import ActivityOutcome, left_out, note
from runlift.formats.activity.reading import digest_of
from runlift.formats.activity.sports import is_indoor, plain_words_of, sport_of
from runlift.formats.activity.xml_stream import local_name, number_of
from runlift.formats.child_process.limits import renew_time
from runlift.formats.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.formats.archive.byte_stream import ByteStream

ROOT = b"<HealthData"
LARGEST_WORKOUT = 4_000_000
MOST = 50_000
RENEWED_EVERY = 64_000_000  # bytes for which the time of one file is given again
SECONDS_PER_PART = 10
_STEP = 1 << 22
_BEGINS = re.compile(rb"<Workout\s")
_CLOSED = re.compile(rb"/\s*>")
_ENDS = b"</Workout>"
_METRES = {"km": 1000.0, "m": 1.0, "mi": METRES_PER_MILE, "ft": 0.3048, "yd": 0.9144}
_SECONDS = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}
_KIND = "HKWorkoutActivityType"
_QUANTITY = "HKQuantityTypeIdentifier"
_CLIMB = "HKElevationAscended"
_INDOOR = "HKIndoorWorkout"


def read_apple_health(stream: ByteStream, *, name: str) -> ActivityOutcome:
    """Read the workouts of an export."""
    activities: list[Activity] = []
    broken = 0
    for piece in _workouts(stream):
        found = _activity(piece, name)
        broken += found is None
        if found is not None:
            activities.append(found)
        if len(activities) >= MOST:
            break
    if not activities:
        message = "The Health export holds no workouts that can be read."
        return left_out("no_workouts", message, "Nothing is to be done.")
    lost = note("workouts_left_out", f"{broken} workouts could not be read.", "Log them by hand.")
    return ActivityOutcome(activities=tuple(activities), findings=(lost,) if broken else ())


def _workouts(stream: ByteStream) -> Iterator[bytes]:
    """Yield the bytes of each workout; what lies between is passed over unread."""
    buffer, read = b"", 0
    while data := stream.read(_STEP):
        read += len(data)
        if read // RENEWED_EVERY != (read - len(data)) // RENEWED_EVERY:
            renew_time(SECONDS_PER_PART)
        buffer += data
        found, buffer = _cut(buffer)
        yield from found


def _cut(buffer: bytes) -> tuple[list[bytes], bytes]:
    """Return the workouts that end in a buffer, and what is left of it to look at again."""
    found: list[bytes] = []
    at = 0
    while True:
        begins = _BEGINS.search(buffer, at)
        if begins is None:
            return found, buffer[max(at, len(buffer) - len(b"<Workout ")) :]
        after = _end_of(buffer, begins.start())
        if after is None:
            rest = buffer[begins.start() :]
            return found, rest if len(rest) <= LARGEST_WORKOUT else rest[1:][-len(b"<Workout ") :]
        found.append(buffer[begins.start() : after])
        at = after


def _end_of(buffer: bytes, begin: int) -> int | None:
    """Return where a workout ends; None when the buffer ends within it."""
    tag_ends = _end_of_tag(buffer, begin)
    if tag_ends is None:
        return None
    if _CLOSED.fullmatch(buffer, max(begin, tag_ends - 2), tag_ends):
        return tag_ends
    end = buffer.find(_ENDS, tag_ends)
    return None if end < 0 else end + len(_ENDS)


def _end_of_tag(buffer: bytes, begin: int) -> int | None:
    """Return where a tag ends, quoted values with angle brackets in them passed over."""
    quote = 0
    for match in re.finditer(rb"[\"'>]", buffer[begin : begin + LARGEST_WORKOUT]):
        letter = buffer[begin + match.start()]
        if not quote and letter == ord(">"):
            return begin + match.end()
        quote = 0 if quote == letter else quote or letter
    return None


def _activity(piece: bytes, name: str) -> Activity | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        element = etree.fromstring(piece, parser)
        starts_at = datetime.strptime(element.get("startDate", ""), "%Y-%m-%d %H:%M:%S %z")
    except (etree.XMLSyntaxError, ValueError):
        return None
    if not is_near(starts_at):
        return None
    kind = plain_words_of(element.get("workoutActivityType", "").removeprefix(_KIND))
    facts = {
        each.get("key", ""): each.get("value", "") for each in element if local_name(each) == "MetadataEntry"
    }
    indoor = facts.get(_INDOOR) == "1"
    return Activity(
        sport=sport_of(kind),
        starts_at=starts_at.astimezone(UTC),
        source=Source(
            format=ActivityFormat.APPLE_HEALTH,
            name=f"{name}, workout of {starts_at:%Y-%m-%d %H:%M}",
            digest=digest_of(f"apple {kind} {element.get('startDate')} {element.get('endDate')}".encode()),
            maker=plain_words(element.get("sourceName", ""))[:100],
        ),
        utc_offset=starts_at.utcoffset(),
        sport_words=plain_words(kind),
        indoor=indoor or is_indoor(kind),
        distance_m=_distance(element),
        duration_s=_amount(element.get("duration"), element.get("durationUnit", "min"), _SECONDS),
        elapsed_s=_elapsed(element, starts_at),
        ascent_m=_climb(facts.get(_CLIMB, "")),
        heart_rate=_statistic(element, "HeartRate", "average"),
        heart_rate_max=_statistic(element, "HeartRate", "maximum"),
        ground_contact_ms=_statistic(element, "RunningGroundContactTime", "average"),
    )


def _distance(element: etree._Element) -> float | None:
    """Return the distance: as old exports tell it, else from the statistics of new ones."""
    old = _amount(element.get("totalDistance"), element.get("totalDistanceUnit", "km"), _METRES)
    if old:
        return old
    for each in element:
        if each.get("type") == f"{_QUANTITY}DistanceWalkingRunning":
            return _amount(each.get("sum"), each.get("unit", "km"), _METRES)
    return None


def _statistic(element: etree._Element, quantity: str, which: str) -> float | None:
    for each in element:
        if each.get("type") == f"{_QUANTITY}{quantity}":
            return _amount(each.get(which), "", {"": 1.0})
    return None


def _elapsed(element: etree._Element, starts_at: datetime) -> float | None:
    try:
        ends_at = datetime.strptime(element.get("endDate", ""), "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        return None
    lasting = ends_at - starts_at
    return lasting.total_seconds() if lasting > timedelta() else None


def _climb(told: str) -> float | None:
    """Return a climb such as `1234 cm`."""
    value, _, unit = told.partition(" ")
    return _amount(value, unit, {"cm": 0.01, "m": 1.0})


def _amount(value: str | None, unit: str, units: dict[str, float]) -> float | None:
    """Return an amount above zero in base units; None where it is not told or its unit not known."""
    amount = number_of(value) * units.get(unit.strip().lower(), float("nan"))
    return amount if amount > 0 else None
