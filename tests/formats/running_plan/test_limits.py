from __future__ import annotations

import time
from datetime import date

import pytest

from runlift.domain.running.entry import DistanceUnit
from runlift.formats.child_process.limits import ReadingLimits
from runlift.formats.running_plan.limits import is_plain, read_in_child, read_limited
from runlift.formats.running_plan.reading import read_plan_entries

TODAY = date(2026, 11, 22)
WEEKLY = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20270105T053000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Easy 5 mi
END:VEVENT
END:VCALENDAR
"""


def question(name: str) -> dict[str, str | None]:
    asked = {"name": name, "today": TODAY.isoformat()}
    return asked | dict.fromkeys(("start", "race_date", "time_zone", "unit"))


def test_the_child_reads_exactly_what_this_process_reads() -> None:
    asked = {"name": "weekly.ics", "today": TODAY, "time_zone": "Europe/Berlin"}
    assert not is_plain(WEEKLY)
    here = read_plan_entries(WEEKLY, **asked, unit=DistanceUnit.MILES)  # type: ignore[arg-type] # mixed values
    there = read_limited(WEEKLY, **asked, unit=DistanceUnit.MILES)  # type: ignore[arg-type] # mixed values
    assert here.entries is not None
    assert there == here


@pytest.mark.parametrize(
    "data",
    [
        WEEKLY.replace(b"RRULE", b"RRU\r\n LE"),
        WEEKLY.replace(b"RRULE", b"r\n\n\trule"),
        WEEKLY.replace(b"\n", b"\r"),
        WEEKLY.decode().encode("utf-16"),
        WEEKLY.replace(b"RRULE:FREQ=WEEKLY;COUNT=3", b"R\n DATE:20270112T053000Z"),
    ],
    ids=["folded", "folded small", "old line ends", "utf-16", "dates"],
)
def test_a_recurrence_in_disguise_is_never_read_without_limits(data: bytes) -> None:
    assert not is_plain(data)


@pytest.mark.parametrize(
    "limits",
    [ReadingLimits(seconds=8, memory=24 * 1024**2), ReadingLimits(seconds=-1)],
    ids=["memory", "clock"],
)
def test_a_child_that_takes_too_much_gives_one_error_and_no_traceback(limits: ReadingLimits) -> None:
    padding = b"X-PADDING:" + b"x" * 4_000_000 + b"\n"  # more than the child has left over when it begins
    outcome = read_in_child(WEEKLY.replace(b"UID:1\n", padding), question("weekly.ics"), limits)
    assert outcome.entries is None
    assert [found.code for found in outcome.findings] == ["file_too_complex"]


def test_a_calendar_of_ten_thousand_events_gives_one_line_within_seconds() -> None:
    event = "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTART;VALUE=DATE:20270105\r\nSUMMARY:x\r\nEND:VEVENT\r\n"
    text = "BEGIN:VCALENDAR\r\n" + "".join(event.format(n) for n in range(10_000)) + "END:VCALENDAR\r\n"
    begins = time.monotonic()
    outcome = read_limited(text.encode(), name="many.ics", today=TODAY)
    assert time.monotonic() - begins < 5
    assert [found.code for found in outcome.findings] == ["calendar_too_large"]


def test_a_file_above_the_size_limit_is_refused_unread() -> None:
    outcome = read_limited(b"x" * 5_000_001, name="large.txt", today=TODAY)
    assert [found.code for found in outcome.findings] == ["file_too_large"]
