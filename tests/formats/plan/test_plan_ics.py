from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from runlift.formats.plan_ics import dump_calendar, run_uid

if TYPE_CHECKING:
    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.routine import PlacedRoutine

FEW = settings(max_examples=40, deadline=None)
OCTETS_OF_A_LINE = 75
NAME = re.compile(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*$")


def events_of(plan: Plan) -> list[Any]:
    return list(Calendar.from_ical(dump_calendar(plan)).walk("VEVENT"))


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


@FEW
@given(data=st.data())
def test_every_line_keeps_the_laws_of_the_format(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    written = dump_calendar(data.draw(any_plan))
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert b"\r" not in written.replace(b"\r\n", b"")
    for octets in written.split(b"\r\n"):
        assert len(octets) <= OCTETS_OF_A_LINE
        assert octets.decode().encode() == octets
    for line in unfolded(written):
        name, colon, value = line.partition(":")
        assert colon
        assert NAME.match(name), line
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value)


@FEW
@given(data=st.data())
def test_events_are_as_many_as_runs_sessions_and_routines_and_hold_what_the_format_requires(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    plan = data.draw(any_plan)
    lines = unfolded(dump_calendar(plan))
    assert lines[:2] == ["BEGIN:VCALENDAR", "PRODID:-//Runlift//Strength plan for runners//EN"]
    wanted = len(plan.runs) + len(plan.sessions) + len(plan.placed_routines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == wanted
    for needed in ("UID:", "DTSTAMP:", "DTSTART:", "DTEND:", "SUMMARY:"):
        found = [line for line in lines if line.startswith(needed)]
        assert len(found) == wanted
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == len(uids)


@FEW
@given(data=st.data())
def test_the_calendar_reads_back_with_every_run_and_session_in_order(
    data: st.DataObject, any_plan: st.SearchStrategy[Plan]
) -> None:
    plan = data.draw(any_plan)
    events = events_of(plan)
    starts = [event["dtstart"].dt for event in events]
    assert starts == sorted(starts)
    assert all(start.tzinfo is None for start in starts)
    expected = {run_uid(timed.run.id): (timed.starts_at, timed.ends_at) for timed in plan.runs}
    expected |= {session.uid: (session.starts_at, session.ends_at) for session in plan.sessions}
    expected |= {routine.uid: (routine.starts_at, routine.ends_at) for routine in plan.placed_routines}
    assert {str(event["uid"]): (event["dtstart"].dt, event["dtend"].dt) for event in events} == expected


@FEW
@given(data=st.data())
def test_the_same_plan_gives_the_same_bytes(data: st.DataObject, any_plan: st.SearchStrategy[Plan]) -> None:
    plan = data.draw(any_plan)
    assert dump_calendar(plan) == dump_calendar(plan)


def test_the_run_of_a_day_comes_before_its_session(small_plan: Plan) -> None:
    calendar = Calendar.from_ical(dump_calendar(small_plan))
    day: list[Any] = recurring_ical_events.of(calendar).at(date(2026, 12, 22))
    starts = [(event["dtstart"].dt, str(event["categories"].to_ical().decode())) for event in day]
    assert sorted(starts) == [
        (datetime(2026, 12, 22, 6, 30), "Run"),
        (datetime(2026, 12, 22, 17), "Strength"),
    ]


def test_a_routine_is_a_short_event_that_says_what_and_why(
    small_plan: Plan, small_routine: PlacedRoutine
) -> None:
    (event,) = [
        each
        for each in events_of(replace(small_plan, placed_routines=(small_routine,)))
        if "Routine" in each["categories"].to_ical().decode()
    ]
    assert str(event["uid"]) == small_routine.uid
    assert str(event["summary"]) == "Short routine before the run"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=15)
    description = str(event["description"])
    assert "Bird dog 3 x 8-10\n" in description
    assert "Why: A few minutes before easy runs for the front of the knee. [CO01]" in description


def test_odd_titles_survive_and_cannot_become_events(odd_plan: Plan) -> None:
    events = events_of(odd_plan)
    assert len(events) == len(odd_plan.runs) + len(odd_plan.sessions)
    summaries = [str(event["summary"]) for event in events]
    assert any("<script>alert(1)</script>" in words for words in summaries)
    assert any("a, b; c\\d" in words for words in summaries)
    assert any("\N{RUNNER} \N{PERSON IN LOTUS POSITION}" in words for words in summaries)
    places = [str(event["location"]) for event in events if "location" in event]
    assert places == ["gym, upstairs; <b>left</b>"]


def test_a_run_without_length_still_ends_after_it_begins(small_plan: Plan) -> None:
    first, *others = small_plan.runs
    plan = replace(small_plan, runs=(replace(first, minutes=0), *others))
    events = events_of(plan)
    assert all(event["dtend"].dt - event["dtstart"].dt >= timedelta(minutes=1) for event in events)


@given(st.lists(st.text(max_size=8), min_size=2, max_size=6, unique=True))
def test_different_runs_have_different_harmless_identifiers(ids: list[str]) -> None:
    uids = [run_uid(each) for each in ids]
    assert len(set(uids)) == len(ids)
    assert all(re.fullmatch(r"[\x21-\x7e]+", uid) and not set(uid) & set(',;:\\"') for uid in uids)


def test_usual_identifiers_stay_as_they_are() -> None:
    assert run_uid("w01-tue@example.org") == "run-w01-tue@example.org@runlift"
    assert run_uid("2026-12-22/1") == "run-2026-12-22/1@runlift"
