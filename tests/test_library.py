"""Runlift as a Python library: the ten lines of the README, and the names it offers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import runlift
from runlift import bootstrap
from runlift.domain.quantity import Severity
from runlift.formats.zone import zone_named

EXAMPLES = Path(__file__).parents[1] / "examples"
ATHLETE = EXAMPLES / "athlete-example.toml"
RUNS = EXAMPLES / "plans" / "marathon-16-weeks.ics"
UNDATED = EXAMPLES / "plans" / "marathon-back-from-race-day.yaml"
FIRST_DAY = date(2026, 12, 21)


def test_the_ten_lines_of_the_readme_work(tmp_path: Path) -> None:
    athlete = runlift.read_athlete(ATHLETE, today=FIRST_DAY)
    runs = runlift.read_running_plan(str(RUNS))
    plan = runlift.make_plan(athlete, runs, first_day=FIRST_DAY)
    session = plan.sessions[3]
    assert runlift.why(plan, session.date).sessions == (session,)
    answers = runlift.why_not(plan, session.date + timedelta(days=1), None)
    assert all(answer.forbidden_by or answer.extra_cost is not None for answer in answers)
    assert runlift.why_not(plan, session.date, session.start)
    assert all(verdict.level != "refuse" for verdict in runlift.check(plan))
    written = runlift.write_plan(plan, tmp_path / "season")
    assert [path.name for path in written] == ["plan.json", "plan.ics", "plan.html", "plan.md", "season.svg"]
    assert runlift.read_plan(tmp_path / "season") == plan


@pytest.mark.parametrize("name", runlift.__all__)
def test_every_name_of_the_library_exists_and_is_documented(name: str) -> None:
    assert getattr(runlift, name).__doc__


def test_a_name_that_is_not_offered_does_not_exist() -> None:
    assert not hasattr(runlift, "make_dinner")
    with pytest.raises(AttributeError, match="make_dinner"):
        runlift.make_dinner  # noqa: B018  the point of the test


def test_importing_the_library_loads_nothing_else() -> None:
    code = "import sys, runlift; print([name for name in sys.modules if name.startswith('runlift.')])"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout.strip() == "[]"


def test_a_fault_is_raised_with_all_its_findings(tmp_path: Path) -> None:
    path = tmp_path / "athlete.toml"
    path.write_text('[athlete]\nlifting = "some"\nbody_mass_kg = -3\n', encoding="utf-8")
    with pytest.raises(runlift.InputError) as fault:
        runlift.read_athlete(path)
    assert len(fault.value.findings) == 2
    assert isinstance(fault.value, runlift.RunliftError)
    assert "athlete.toml" in str(fault.value)


def test_a_plan_that_is_over_names_the_running_plan() -> None:
    athlete, runs = runlift.read_athlete(ATHLETE, today=FIRST_DAY), runlift.read_running_plan(RUNS)
    with pytest.raises(runlift.InputError, match=r"marathon-16-weeks\.ics: The running plan ends"):
        runlift.make_plan(athlete, runs, first_day=date(2028, 1, 1))


def test_the_goal_race_is_the_first_a_race_to_come() -> None:
    athlete = runlift.read_athlete(ATHLETE, today=FIRST_DAY)
    assert athlete.goal_race == date(2027, 4, 11)
    assert replace(athlete, athlete=replace(athlete.athlete, races=())).goal_race is None


def test_a_plan_without_dates_is_laid_back_from_the_goal_race_and_told() -> None:
    runs = runlift.read_running_plan(UNDATED, goal_race=date(2027, 4, 11))
    assert runs.plan == runlift.read_running_plan(UNDATED, race_date=date(2027, 4, 11)).plan
    (told,) = [finding for finding in runs.findings if finding.code == "laid_back_from_goal_race"]
    assert told.severity is Severity.NOTE
    assert UNDATED.name in told.place


def test_a_plan_with_dates_takes_no_notice_of_the_goal_race() -> None:
    assert runlift.read_running_plan(RUNS, goal_race=date(2030, 1, 1)) == runlift.read_running_plan(RUNS)


def test_the_words_for_no_dates_are_those_of_the_readers() -> None:
    with pytest.raises(runlift.InputError) as fault:
        runlift.read_running_plan(UNDATED)
    assert [finding.code for finding in fault.value.findings] == [bootstrap.WITHOUT_DATES]


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    athlete = runlift.read_athlete(ATHLETE, today=FIRST_DAY).athlete
    path = bootstrap.write_athlete(athlete, tmp_path / "deep" / "athlete.toml")
    assert [each.name for each in path.parent.iterdir()] == ["athlete.toml"]
    assert runlift.read_athlete(path, today=FIRST_DAY).athlete == athlete


def test_the_zone_of_the_machine_is_the_one_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":Europe/Berlin")
    assert bootstrap.machine_time_zone() == "Europe/Berlin"


@pytest.mark.parametrize("told", ["Foo/Bar", "CET-1CEST", "../../zone", ""])
def test_a_zone_that_nobody_knows_is_passed_over(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("TZ", told)
    assert zone_named(bootstrap.machine_time_zone())
