from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.formats.workout_fit.reading_back import read_back

from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift


def test_each_session_and_structured_run_of_some_weeks_becomes_a_file(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    ended = runlift("workouts", season(), "--out", tmp_path, "--from", "2027-01-11", "--weeks", "1")
    assert ended.code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 3
    assert {name[-12:] for name in names} == {"strength.fit", "-running.fit"}
    assert all("2027-01-11" <= name[:10] < "2027-01-18" for name in names)
    assert "2 sessions and 1 run in " in " ".join(ended.out.split())
    for path in tmp_path.iterdir():
        assert read_back(path.read_bytes()).file_id["type"] == "workout"


def test_writing_again_changes_no_byte(runlift: Runlift, season: Callable[[], Path], tmp_path: Path) -> None:
    written = []
    for _ in range(2):
        assert runlift("workouts", season(), "--out", tmp_path, "--weeks", "2").code == 0
        written.append({path.name: path.read_bytes() for path in tmp_path.iterdir()})
    assert written[0] == written[1]


def test_json_for_garmin_connect_holds_at_most_the_steps_wanted(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    words = ("--format", "garmin-json", "--steps", "20", "--weeks", "4", "--json")
    told = json.loads(runlift("workouts", season(), "--out", tmp_path, *words).out)
    assert all(each["steps"] <= 20 for each in told)
    assert {each["folded"] for each in told} >= {None, "rests"}
    for path in tmp_path.iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["workoutSegments"]


@pytest.mark.parametrize("words", [("--steps", "5"), ("--from", "2030-01-01")])
def test_what_cannot_be_written_is_told_and_nothing_is(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path, words: tuple[str, ...]
) -> None:
    ended = runlift("workouts", season(), "--out", tmp_path / "none", *words)
    assert ended.code == 2
    assert ended.faults
    assert not (tmp_path / "none").exists()


def test_the_table_of_names_covers_the_catalogue(runlift: Runlift) -> None:
    told = json.loads(runlift("fit-names", "--json").out)
    assert [each["exercise_id"] for each in told] == sorted(catalogue())
    out = runlift("fit-names").out
    assert f"{len(catalogue())} of {len(catalogue())} exercises: " in out
    assert "goblet_squat" in out


def test_names_can_be_listed_by_how_near_they_are(runlift: Runlift) -> None:
    told = json.loads(runlift("fit-names", "--match", "category_only", "--json").out)
    assert {each["match"] for each in told} == {"category_only"}
    assert runlift("fit-names", "--match", "near").code == 2
