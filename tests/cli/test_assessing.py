from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar, Event

from runlift.bootstrap import current_day, latest_plan
from runlift.formats.plan_ics import RETEST_UID

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


def test_one_test_asks_for_another_and_changes_no_session(runlift: Runlift, followed: Path) -> None:
    before = latest_plan(str(followed), "me")
    ended = runlift("assess", "heel-raise", "--left", "22", "--right", "17")
    assert ended.code == 0
    assert "Nothing follows from one test" in " ".join(ended.out.split())
    assert "they predict no injury" in ended.out
    after = latest_plan(str(followed), "me")
    assert before is not None
    assert after is not None
    assert after.body.weak_sides == before.body.weak_sides == ()


def test_what_was_tested_is_shown_and_taken_back(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    runlift("assess", "heel-raise", "--left", "22", "--right", "17")
    assert json.loads(runlift("assess", "--show", "--json").out)
    assert "heel raise" in runlift("undo").out
    assert not json.loads(runlift("assess", "--show", "--json").out)


@pytest.mark.parametrize(
    "words",
    [("heel-rise", "--left", "1"), ("heel-raise", "--left", "-3"), ("heel-raise",), ("hop", "--left", "1")],
)
def test_what_is_no_result_is_told(runlift: Runlift, followed: Path, words: tuple[str, ...]) -> None:
    assert followed.exists()
    ended = runlift("assess", *words)
    assert ended.code == 2
    assert ended.faults


def test_pain_on_hopping_is_answered(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    ended = runlift("assess", "hop", "--left", "100", "--right", "98", "--pain", "3")
    assert "see a doctor" in " ".join((ended.out + ended.err).split())


def test_each_test_is_drawn(runlift: Runlift, tmp_path: Path) -> None:
    ended = runlift("assess", "--draw", tmp_path / "drawn")
    assert ended.code == 0
    assert len(list((tmp_path / "drawn").glob("*.svg"))) == 13
    assert "--draw" in runlift("assess", "--list").out


def test_a_test_that_is_due_is_called_to_mind_in_one_line(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    assert "Worth testing again" not in runlift("current").out
    day = current_day() - timedelta(weeks=7)
    runlift("assess", "heel-raise", "--left", "30", "--right", "30", "--on", day.isoformat())
    assert runlift("current").out.count("Worth testing again: single-leg heel raise") == 1
    assert "Worth testing again" not in runlift("current", "--json").out
    runlift("assess", "heel-raise", "--left", "30", "--right", "30")
    assert "Worth testing again" not in runlift("current").out


def test_a_day_for_the_tests_is_put_into_the_calendar_and_moves(
    runlift: Runlift, followed: Path, tmp_path: Path
) -> None:
    assert followed.exists()
    out = tmp_path / "plan.ics"
    runlift("assess", "heel-raise", "--left", "30", "--right", "30", "--on", current_day().isoformat())
    runlift("calendar", "--out", out, "--tests")
    (entry,) = retests_in(out)
    assert entry.decoded("dtstart") == current_day() + timedelta(weeks=6)
    assert str(entry["transp"]) == "TRANSPARENT"
    runlift("assess", "side-plank", "--left", "90", "--right", "70")
    runlift("calendar", "--out", out, "--tests")
    (moved,) = retests_in(out)
    assert moved.decoded("dtstart") == current_day() + timedelta(days=2)
    assert int(str(moved["sequence"])) == 1
    runlift("calendar", "--out", out)
    (gone,) = retests_in(out)
    assert str(gone["status"]) == "CANCELLED"


def retests_in(calendar: Path) -> list[Event]:
    events = [each for each in Calendar.from_ical(calendar.read_bytes()).walk() if isinstance(each, Event)]
    return [each for each in events if str(each["uid"]) == RETEST_UID]
