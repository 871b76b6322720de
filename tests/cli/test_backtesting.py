from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift

HEADER = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;"
    "Distance;Distance Unit;Seconds;Notes;Workout Notes"
)


@pytest.fixture
def strong_log(tmp_path: Path) -> Path:
    rows = [
        f'2026-03-{day:02d} 18:00:00;"A";"Squat (Barbell)";{order};{60 + day / 2:g};kg;8;8;;;0;"";""'
        for day in range(2, 30, 3)
        for order in (1, 2)
    ]
    file = tmp_path / "strong.csv"
    file.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return file


def test_a_log_of_a_gym_app_is_foretold(runlift: Runlift, strong_log: Path) -> None:
    ended = runlift("backtest", strong_log)
    assert ended.code == 0
    assert "all: 9 sessions of 1 lifts" in ended.out
    assert "last session, RPE chart" in ended.out
    assert "barbell: 9 sessions" in ended.out


def test_made_up_people_are_foretold_and_the_same_seed_gives_the_same(runlift: Runlift) -> None:
    words = ("backtest", "--synthetic", "1", "--seed", "4", "--setting", "steady", "--json")
    first, again = runlift(*words), runlift(*words)
    assert first.code == 0
    assert first.out == again.out
    (report,) = json.loads(first.out).values()
    assert {each["name"] for each in report["groups"]} > {"all"}
    assert {each["method"] for each in report["groups"][0]["scores"]} > set(report["baselines"])


def test_an_empty_diary_says_so(runlift: Runlift, tmp_path: Path) -> None:
    ended = runlift("backtest", "--database", tmp_path / "diary.db")
    assert ended.code == 0
    assert "Nothing could be foretold" in ended.out


def test_people_that_are_not_known_are_told(runlift: Runlift) -> None:
    ended = runlift("backtest", "--synthetic", "1", "--setting", "nobody")
    assert ended.code == 2
    assert '"steady"' in ended.err


def test_a_file_that_is_no_log_is_told(runlift: Runlift, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    ended = runlift("backtest", file)
    assert ended.code == 2
    assert "notes.csv" in ended.err
