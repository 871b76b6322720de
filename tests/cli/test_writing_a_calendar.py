from __future__ import annotations

from typing import TYPE_CHECKING

from icalendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift


def test_a_calendar_is_written_and_brought_up_to_date(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    out = tmp_path / "own.ics"
    assert runlift("calendar", season(), "--out", out).code == 0
    first = out.read_bytes()
    assert runlift("calendar", season(), "--out", out).code == 0
    assert out.read_bytes() == first
    assert runlift("calendar", season(), "--out", out, "--alarm", "60", "--in-zone").code == 0
    calendar = Calendar.from_ical(out.read_bytes())
    assert calendar.walk("VALARM")
    assert calendar.walk("VTIMEZONE")
    assert {int(str(event["sequence"])) for event in calendar.walk("VEVENT")} == {1}


def test_a_file_of_somebody_else_is_left_alone(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    out = tmp_path / "plan.ics"
    out.write_text("BEGIN:VCALENDAR\r\nPRODID:-//Else//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
    before = out.read_bytes()
    ended = runlift("calendar", season(), "--out", out)
    assert ended.code == 2
    assert str(out) in ended.err
    assert out.read_bytes() == before
