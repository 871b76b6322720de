from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift

HALF = ("make-runs", "half", "--race-date", "2027-05-16", "--weekly-km", "30", "--longest-km", "12")
STARTING = ("--start", "2027-02-01")


def test_the_plan_made_is_written_and_can_be_read(runlift: Runlift, tmp_path: Path) -> None:
    out = tmp_path / "half.yaml"
    ended = runlift(*HALF, *STARTING, "--out", out)
    assert ended.code == 0
    assert str(out) in ended.out.replace("\n", "")
    read = json.loads(runlift("read", out, "--json").out)
    assert read["days"][0]["date"] == "2027-02-01"
    assert read["days"][-1]["runs"][-1]["kind"] == "race"
    assert {run["confidence"] for day in read["days"] for run in day["runs"]} == {1.0}


def test_the_weeks_are_told_as_json(runlift: Runlift, tmp_path: Path) -> None:
    ended = runlift(*HALF, *STARTING, "--out", tmp_path / "half.yaml", "--json")
    document = json.loads(ended.out)
    assert set(document) == {"file", "weeks", "reasons", "findings"}
    assert len(document["weeks"]) == 15


@pytest.mark.parametrize("runs", ["3", "4", "5", "6"])
def test_as_many_runs_a_week_as_asked_for(runlift: Runlift, tmp_path: Path, runs: str) -> None:
    out = tmp_path / "plan.yaml"
    runlift(*HALF, *STARTING, "--runs-per-week", runs, "--out", out)
    days = json.loads(runlift("read", out, "--json").out)["days"][:7]
    assert sum(run["kind"] != "rest" for day in days for run in day["runs"]) == int(runs)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("make-runs", "10 mi", *HALF[2:]), "10 mi"),
        ((*HALF[:3], "2020-05-16", *HALF[4:]), "2020-05-16"),
        ((*HALF[:3], "2027-02-30", *HALF[4:]), "2027-02-30"),
        ((*HALF[:5], "-30", *HALF[6:]), "-30"),
        ((*HALF[:5], "nan", *HALF[6:]), "km"),
        ((*HALF[:5], "inf", *HALF[6:]), "km"),
        ((*HALF[:7], "-1"), "-1"),
        ((*HALF, "--runs-per-week", "9"), "--runs-per-week"),
    ],
)
def test_what_no_plan_can_be_made_for_is_told_and_nothing_is_written(
    runlift: Runlift, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    out = tmp_path / "plan.yaml"
    ended = runlift(*words, "--out", out)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.faults) >= 1
    assert told in ended.err
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_told(runlift: Runlift, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here", encoding="utf-8")
    ended = runlift(*HALF, *STARTING, "--out", tmp_path / "file" / "plan.yaml")
    assert (ended.code, len(ended.faults)) == (2, 1)
