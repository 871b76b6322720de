"""A calendar written again over the one before: nothing is lost, and only what changed counts up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import vobject  # type: ignore[import-untyped]
from icalendar import Calendar
from tests.application.conftest import MONDAY, running_day

from runlift.application.make_plan import make_plan
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.running.plan import RunningPlan
from runlift.formats.plan_ics import COUNTERS, CalendarWanted, dump_calendar, run_uid

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan

NOW = datetime(2027, 1, 5, 12, tzinfo=UTC)
EDITS = 120


@pytest.fixture(scope="module")
def season() -> Plan:
    days = tuple(running_day(MONDAY + timedelta(days=ahead)) for ahead in range(7 * 8))
    athlete = Athlete(
        birth_year=1984, body_mass_kg=62, lifting=Lifting.NOVICE, weekly_km=40, longest_run_km=14
    )
    made = make_plan(athlete, RunningPlan(days=days), first_day=MONDAY, time_zone="Europe/Berlin")
    return made.plan


def events(calendar: bytes) -> dict[str, dict[str, str]]:
    """Return what each event says by uid, read by a parser that knows nothing of ours."""
    (read,) = vobject.readComponents(calendar.decode())
    found: dict[str, dict[str, str]] = {}
    for event in read.vevent_list:
        uid = event.uid.value
        assert uid not in found, "an identifier is doubled"
        found[uid] = {name: str(lines[0].value) for name, lines in event.contents.items()}
    return found


def said(event: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in event.items() if name not in COUNTERS}


def edited(plan: Plan, chance: Random) -> Plan:
    """Change something small: a session moved, left out, brought back or longer; a run moved or gone."""
    sessions, runs = list(plan.sessions), list(plan.runs)
    what = chance.randrange(5)
    at = chance.randrange(len(sessions)) if sessions else None
    if what == 0 and at is not None:
        sessions[at] = replace(sessions[at], date=sessions[at].date + timedelta(days=chance.randint(-1, 1)))
    elif what == 1 and at is not None:
        del sessions[at]
    elif what == 2 and at is not None:
        sessions[at] = replace(sessions[at], minutes=chance.randint(20, 60))
    elif what == 3:
        number = chance.randrange(len(runs))
        runs[number] = replace(runs[number], start=time(chance.randint(5, 20)))
    elif what == 4 and len(runs) > 2:
        del runs[chance.randrange(len(runs))]
    return replace(plan, sessions=tuple(sessions), runs=tuple(runs))


def test_over_many_edits_no_event_is_lost_or_doubled_and_only_what_changed_counts_up(
    season: Plan,
) -> None:
    chance = Random("calendar")  # noqa: S311 - the same edits in every run
    plan, calendar, now = season, dump_calendar(season), NOW
    cancelled = 0
    for _ in range(EDITS):
        before = events(calendar)
        plan = season if chance.random() < 0.1 else edited(plan, chance)  # sometimes all comes back
        now += timedelta(hours=1)
        calendar = dump_calendar(plan, before=calendar, now=now)
        after = events(calendar)
        assert before.keys() <= after.keys()
        alive = {each.uid for each in plan.sessions} | {run_uid(each.run.id) for each in plan.runs}
        assert {uid for uid, event in after.items() if event["status"] == "CONFIRMED"} == alive
        for uid, event in after.items():
            was = before.get(uid)
            if was is None:
                continue
            steps = int(event["sequence"]) - int(was["sequence"])
            changed = said(was) != said(event) or was["status"] != event["status"]
            assert steps == int(changed)
            assert (was["dtstamp"] != event["dtstamp"]) == changed
            assert (was["last-modified"] != event["last-modified"]) == changed
        cancelled += sum(event["status"] == "CANCELLED" for event in after.values())
    assert cancelled


def test_nothing_changed_gives_the_same_bytes_at_any_hour(season: Plan) -> None:
    first = dump_calendar(season)
    assert dump_calendar(season, before=first, now=NOW) == first
    fewer = replace(season, sessions=season.sessions[1:])
    second = dump_calendar(fewer, before=first, now=NOW)
    assert dump_calendar(fewer, before=second, now=NOW + timedelta(days=9)) == second


def test_a_session_that_comes_back_is_confirmed_again(season: Plan) -> None:
    gone = replace(season, sessions=season.sessions[1:])
    uid = season.sessions[0].uid
    first = dump_calendar(season)
    second = dump_calendar(gone, before=first, now=NOW)
    third = dump_calendar(season, before=second, now=NOW)
    told = [(each[uid]["status"], each[uid]["sequence"]) for each in map(events, (first, second, third))]
    assert told == [("CONFIRMED", "0"), ("CANCELLED", "1"), ("CONFIRMED", "2")]


def test_a_clock_that_goes_backwards_never_makes_an_event_older(season: Plan) -> None:
    later = dump_calendar(season, now=NOW)
    moved = replace(season.sessions[0], minutes=season.sessions[0].minutes + 5)
    plan = replace(season, sessions=(moved, *season.sessions[1:]))
    again = dump_calendar(plan, before=later, now=NOW - timedelta(days=30))
    assert events(again)[moved.uid]["dtstamp"] == events(later)[moved.uid]["dtstamp"]
    assert events(again)[moved.uid]["sequence"] == "1"


def test_alarms_ring_before_sessions_and_not_for_what_is_cancelled(season: Plan) -> None:
    wanted = CalendarWanted(alarm_minutes=60)
    first = dump_calendar(season, wanted=wanted)
    assert first.count(b"BEGIN:VALARM") == len(season.sessions)
    assert b"TRIGGER:-PT1H" in first
    fewer = replace(season, sessions=season.sessions[1:])
    second = dump_calendar(fewer, before=first, now=NOW, wanted=wanted)
    assert second.count(b"BEGIN:VALARM") == len(fewer.sessions)
    without = dump_calendar(season, before=first, now=NOW)
    assert b"VALARM" not in without
    assert events(without)[season.sessions[0].uid]["sequence"] == "1"


@pytest.mark.parametrize("day", [date(2027, 3, 27), date(2027, 3, 28), date(2027, 10, 31)])
def test_times_of_a_zone_stay_on_the_clock_when_it_changes(season: Plan, day: date) -> None:
    plan = replace(season, sessions=(replace(season.sessions[0], date=day),), runs=())
    written = dump_calendar(plan, wanted=CalendarWanted(in_zone=True))
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    starts: Any = event.decoded("dtstart")
    assert b"BEGIN:VTIMEZONE" in written
    assert (starts.date(), starts.time()) == (day, plan.sessions[0].start)
    assert str(starts.tzinfo) == "Europe/Berlin"
    floating: Any = Calendar.from_ical(dump_calendar(plan)).walk("VEVENT")[0].decoded("dtstart")
    assert floating.tzinfo is None


@pytest.mark.parametrize(
    "before",
    [
        b"no calendar",
        b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//Else//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    ],
)
def test_a_calendar_of_somebody_else_is_not_taken_for_ours(season: Plan, before: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        dump_calendar(season, before=before)
