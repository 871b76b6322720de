from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ended, Runlift

FILES = {"plan.json", "plan.ics", "plan.html", "plan.md", "season.svg"}
SHORT_PLAN = """2026-12-21: Rest
2026-12-22: 8 km easy
2026-12-23: Tempo 8 km
2026-12-24: Rest
2026-12-25: 6 km easy
2026-12-26: 6 x 800
2026-12-27: Long 14 km
2026-12-28: Rest
2026-12-29: 8 km easy
2026-12-30: Tempo 9 km
2026-12-31: Rest
2027-01-01: 6 km easy
2027-01-02: 8 x 400
2027-01-03: Long 15 km
"""
WITHOUT_DATES = (
    "Week 1\nTue: 8 km easy\nThu: Tempo 8 km\nSun: Long 14 km\nWeek 2\nTue: 8 km easy\nSun: 10 km race\n"
)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(SHORT_PLAN, encoding="utf-8")
    return path


@pytest.fixture
def athlete(tmp_path: Path) -> Callable[[str], Path]:
    """Writes the minimal athlete file with more in it."""

    def write(more: str = "") -> Path:
        path = tmp_path / "athlete.toml"
        told = 'birth_year = 1984\nbody_mass_kg = 62\nlifting = "novice"\nweekly_km = 45\n'
        path.write_text(f'[athlete]\n{told}time_zone = "Europe/Berlin"\n{more}', encoding="utf-8")
        return path

    return write


@pytest.fixture
def plan(
    runlift: Runlift, tmp_path: Path, short: Path, athlete: Callable[[str], Path]
) -> Callable[..., Ended]:
    """Plans two weeks for the minimal runner."""

    def run(*words: str | Path, who: str = "", runs: Path = short) -> Ended:
        options = ("--athlete", athlete(who), "--from", "2026-12-21", "--out", tmp_path / "out")
        return runlift("plan", runs, *options, *words)

    return run


def test_all_files_of_a_plan_are_written_and_named(plan: Callable[..., Ended], tmp_path: Path) -> None:
    ended = plan()
    assert ended.code == 0
    assert not ended.faults
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    assert all(name in ended.out for name in FILES)


def test_the_plan_is_shown_with_its_reasons_and_its_proof(plan: Callable[..., Ended]) -> None:
    out = plan().out
    assert "Week of Mon 21 Dec" in out
    assert "placement proven optimal" in out
    assert re.search(r"\[[A-Z]+\d+", out), "a reason cites its evidence"


def test_the_json_is_the_plan_file_and_follows_its_schema(
    runlift: Runlift, plan: Callable[..., Ended], tmp_path: Path
) -> None:
    document = json.loads(plan("--json").out)
    assert document == json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    Draft202012Validator(json.loads(runlift("schema", "plan").out)).validate(document)


def test_the_calendar_holds_runs_and_sessions_with_ids_of_their_own(
    runlift: Runlift, season: Callable[[], Path]
) -> None:
    calendar = Calendar.from_ical((season() / "plan.ics").read_bytes())
    document = json.loads(runlift("show", season(), "--weeks", "60", "--json").out)
    events = list(calendar.walk("VEVENT"))
    assert len(events) == len(document["runs"]) + len(document["sessions"])
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_planning_twice_writes_the_same_bytes(plan: Callable[..., Ended], tmp_path: Path) -> None:
    def contents() -> dict[str, bytes]:
        plan()
        return {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    assert contents() == contents()


def test_the_time_of_the_proof_is_recorded_only_when_asked_for(plan: Callable[..., Ended]) -> None:
    assert json.loads(plan("--json").out)["proof"]["seconds"] is None
    assert json.loads(plan("--timing", "--json").out)["proof"]["seconds"] > 0


def test_a_plan_without_dates_is_counted_back_from_the_goal_race(
    plan: Callable[..., Ended], tmp_path: Path
) -> None:
    runs = tmp_path / "weeks.txt"
    runs.write_text(WITHOUT_DATES, encoding="utf-8")
    who = '[[race]]\ndate = 2027-01-10\ndistance = "10 km"\n'
    ended = plan("--json", who=who, runs=runs)
    assert ended.code == 0
    document = json.loads(ended.out)
    assert [run["date"] for run in document["runs"] if run["kind"] == "race"] == ["2027-01-10"]
    assert [
        each["severity"] for each in document["warnings"] if each["code"] == "laid_back_from_goal_race"
    ] == ["note"]


def test_dates_asked_for_come_before_the_goal_race(plan: Callable[..., Ended], tmp_path: Path) -> None:
    runs = tmp_path / "weeks.txt"
    runs.write_text(WITHOUT_DATES, encoding="utf-8")
    who = '[[race]]\ndate = 2027-01-10\ndistance = "10 km"\npriority = "A"\n'
    document = json.loads(plan("--start", "2026-12-21", "--json", who=who, runs=runs).out)
    assert document["runs"][0]["date"] == "2026-12-22"
    assert "laid_back_from_goal_race" not in [each["code"] for each in document["warnings"]]


def test_a_plan_without_dates_or_a_goal_race_asks_for_them(
    plan: Callable[..., Ended], tmp_path: Path
) -> None:
    runs = tmp_path / "weeks.txt"
    runs.write_text(WITHOUT_DATES, encoding="utf-8")
    ended = plan(runs=runs)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert "--race-date" in ended.err


def test_no_room_for_a_session_is_a_plan_with_what_each_change_would_buy(plan: Callable[..., Ended]) -> None:
    ended = plan(who='[hours]\nevery_day = ["03:00-03:20"]\n')
    assert ended.code == 0
    assert not ended.faults
    assert "0 strength sessions" in ended.out
    document = json.loads(plan("--json", who='[hours]\nevery_day = ["03:00-03:20"]\n').out)
    assert document["unmet"]
    assert all(each["rules"] for each in document["unmet"])
    assert [each for unmet in document["unmet"] for each in unmet["relaxations"] if each["sessions_gained"]]


def test_weights_while_running_are_refused_with_the_reason_and_the_plan_is_made(
    plan: Callable[..., Ended],
) -> None:
    ended = plan(who="[preferences]\nweights_while_running = true\n")
    assert ended.code == 0
    assert "strength sessions in" in ended.out
    assert [line for line in ended.err.splitlines() if "weights" in line.lower()]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('[preferences]\nsoft_rules_off = ["same_weekday"]\n', "same_weekday"),
        ("[preferences]\nsesion_minutes = 40\n", "sesion_minutes"),
        ('[hours]\nmonday = ["21:00-17:30"]\n', "21:00-17:30"),
        ("[[place]]\nname = 'home'\ndumbbells_kg = [-8]\n", "dumbbells_kg"),
        ('[[race]]\ndate = 2027-02-30\ndistance = "10 km"\n', "athlete.toml, line"),
        ('[[race]]\ndate = 2020-05-01\ndistance = "10 km"\n', "2020-05-01"),
    ],
)
def test_a_fault_of_the_athlete_file_is_told_with_its_line(
    plan: Callable[..., Ended], tmp_path: Path, more: str, told: str
) -> None:
    ended = plan(who=more)
    assert (ended.code, ended.out) == (2, "")
    assert [line for line in ended.faults if told in line and "athlete.toml, line " in line]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2027-02-30"), "2027-02-30"),
        (("--from", "2030-01-01"), "plan.txt: The running plan ends on 2027-01-03"),
        (("--weeks", "-1"), "--weeks"),
        (("--unit", "furlong"), "--unit"),
    ],
)
def test_an_option_that_makes_no_sense_is_told_in_one_line(
    plan: Callable[..., Ended], tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    ended = plan(*words)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert told in ended.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told(plan: Callable[..., Ended], tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    for out in (taken, taken / "below"):
        ended = plan("--out", out)
        assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
        assert str(taken) in ended.err
    assert taken.read_text(encoding="utf-8") == "mine"


def test_show_prints_the_weeks_asked_for(runlift: Runlift, season: Callable[[], Path]) -> None:
    ended = runlift("show", season(), "--from", "2027-02-03", "--weeks", "2")
    assert ended.code == 0
    assert ended.out.count("Week of") == 2
    assert "Week of Mon 1 Feb" in ended.out


def test_show_prints_the_same_weeks_as_json(runlift: Runlift, season: Callable[[], Path]) -> None:
    document = json.loads(
        runlift("show", season() / "plan.json", "--from", "2027-02-03", "--weeks", "2", "--json").out
    )
    assert [week["monday"] for week in document["weeks"]] == ["2027-02-01", "2027-02-08"]
    dates = [each["date"] for each in document["sessions"]]
    assert dates
    assert all("2027-02-01" <= day <= "2027-02-14" for day in dates)
    assert all(earlier <= later for earlier, later in pairwise(dates))


def test_show_after_the_last_week_is_told(runlift: Runlift, season: Callable[[], Path]) -> None:
    ended = runlift("show", season(), "--from", "2030-01-01")
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)


def test_runs_move_only_when_accepted(plan: Callable[..., Ended], short: Path, runlift: Runlift) -> None:
    for day in ("2026-12-22", "2026-12-25", "2026-12-29"):
        runlift("correct", short, day, "--movable")
    kept = json.loads(plan("--json").out)
    moved = plan("--accept-moves", "--json")
    assert moved.code == 0
    document = json.loads(moved.out)
    assert document["proof"]["objective"] <= kept["proof"]["objective"]
    assert sorted(run["title"] for run in document["runs"]) == sorted(run["title"] for run in kept["runs"])


def test_a_first_plan_takes_in_what_was_told_of_pain_before(
    plan: Callable[..., Ended], runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan()
    without = (tmp_path / "out" / "plan.json").read_bytes()
    monkeypatch.setenv("RUNLIFT_DATABASE", str(tmp_path / "diary.db"))
    assert runlift("log", "pain", "knee", "6", "--date", "2026-11-20").code == 0
    ended = plan()
    told = json.loads((tmp_path / "out" / "plan.json").read_text())
    assert "Left out:" in ended.out
    left_out = set(told["restrictions"][0]["exercises"])
    held = {each["exercise_id"] for session in told["sessions"] for each in session["exercises"]}
    assert left_out
    assert not held & left_out
    assert "--who" in runlift("plan", "--help").out
    plan("--who", "somebody else")
    assert (tmp_path / "out" / "plan.json").read_bytes() == without


def test_planning_makes_no_database(
    plan: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNLIFT_DATABASE", str(tmp_path / "diary.db"))
    assert plan().code == 0
    assert not (tmp_path / "diary.db").exists()
