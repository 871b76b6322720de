from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runlift.formats.running_plan.reading import read_plan_entries

TODAY = date(2026, 11, 22)
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "plans"
NAMES = st.sampled_from(["plan", "plan.csv", "plan.ics", "plan.yaml", "plan.json", "plan.txt"])
DATES = st.none() | st.dates()
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = st.sampled_from(
    [
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20270105T060000\nSUMMARY:Easy\nEND:VEVENT\nEND:VCALENDAR",
        b"date,workout,distance_km\n2027-01-05,Easy,8\n06/01/2027,Long,",
        b"Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,a,b,c,d,e,f,g\nJan 3,x,,,,,,",
        b"schema: runlift.running-plan/1\nweeks:\n  - monday: Rest\n    sunday: {kind: long, start: 9:00}\n",
        b"schedule: [{workouts: [{title: 'Easy {3:4.8}', distance: 3}]}]",
        b'{"units": "miles", "workouts": [{"description": "Easy #8D", "totalDistance": 8}]}',
        b"Week 1\nMon 4 Jan: Rest\nTue: 6x800\n- strength\nDay 3: Long",
    ]
)


@QUICK
@given(st.binary(max_size=300), NAMES, DATES, DATES)
def test_random_bytes_never_raise(data: bytes, name: str, start: date | None, race: date | None) -> None:
    outcome = read_plan_entries(data, name=name, today=TODAY, start=start, race_date=race)
    assert outcome.entries is not None or outcome.findings


@QUICK
@given(st.text(max_size=300), NAMES, DATES, DATES)
def test_random_text_never_raises(text: str, name: str, start: date | None, race: date | None) -> None:
    data = text.encode("utf-8", errors="replace")
    outcome = read_plan_entries(data, name=name, today=TODAY, start=start, race_date=race)
    assert outcome.entries is not None or outcome.findings


@QUICK
@given(SEEDS, st.data(), DATES, DATES)
def test_damaged_plans_never_raise(
    seed: bytes, data: st.DataObject, start: date | None, race: date | None
) -> None:
    begin = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(begin, min(len(seed), begin + 6)))
    put = data.draw(
        st.sampled_from([b"", b"0", b"99999999", b"\n", b":", b"{", b'"', b"-", b"\xff", b"[]", b"31/02/27"])
    )
    outcome = read_plan_entries(
        seed[:begin] + put + seed[end:], name="p", today=TODAY, start=start, race_date=race
    )
    assert outcome.entries is not None or outcome.findings[0].severity == "error"


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.iterdir())])
def test_each_example_plan_is_read_without_a_word_of_doubt(name: str) -> None:
    outcome = read_plan_entries(
        (EXAMPLES / name).read_bytes(), name=name, today=TODAY, race_date=date(2027, 4, 11)
    )
    assert outcome.entries is not None
    assert not [found for found in outcome.findings if found.code != "plan_has_its_own_dates"]
    weeks = (outcome.entries.last_day - outcome.entries.first_day).days / 7
    assert 11 < weeks <= 18


def test_the_marathon_example_has_its_race_at_its_end_and_five_runs_a_week() -> None:
    name = "marathon-16-weeks.ics"
    read = read_plan_entries((EXAMPLES / name).read_bytes(), name=name, today=TODAY).entries
    assert read is not None
    monday = date(2026, 12, 21)
    for week in range(16):
        first = monday + timedelta(weeks=week)
        assert sum(first <= entry.date < first + timedelta(days=7) for entry in read.entries) == 5
    assert read.entries[-1].date == date(2027, 4, 11)


@pytest.mark.parametrize("name", ["ten-kilometres-grid-miles.csv", "marathon-back-from-race-day.yaml"])
@given(st.integers(-3000, 3000))
@settings(max_examples=10, deadline=None)
def test_moving_the_race_by_weeks_moves_every_day_as_far(name: str, weeks: int) -> None:
    data, race = (EXAMPLES / name).read_bytes(), date(2100, 4, 11)
    here = read_plan_entries(data, name=name, today=TODAY, race_date=race).entries
    there = read_plan_entries(data, name=name, today=TODAY, race_date=race + timedelta(weeks=weeks)).entries
    assert here is not None
    assert there is not None
    assert [e.date + timedelta(weeks=weeks) for e in here.entries] == [e.date for e in there.entries]
    assert [e.title for e in here.entries] == [e.title for e in there.entries]


def test_a_wrong_year_is_told_instead_of_a_plan_of_decades() -> None:
    data = b"2027-01-04: Rest\n2207-01-05: Easy\n2027-01-06: Long 18 km\n2027-01-07: Rest"
    outcome = read_plan_entries(data, name="p.txt", today=TODAY)
    assert outcome.entries is None or outcome.entries.last_day < date(2030, 1, 1)
    assert outcome.findings
