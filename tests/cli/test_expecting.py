from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from runlift.cli.race_arguments import read_distance

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift


@pytest.fixture
def expected(runlift: Runlift, season: Callable[[], Path]) -> Callable[..., Any]:
    """What the command prints as JSON for the example season."""

    def document(*options: str) -> dict[str, Any]:
        ended = runlift("expect", season(), *options, "--json")
        assert ended.code == 0
        told: dict[str, Any] = json.loads(ended.out)
        return told

    return document


def test_each_race_gets_a_range_that_holds_no_change(expected: Callable[..., Any]) -> None:
    told = expected("--time", "10k=50:00", "--distance", "half")["expected"]
    assert [each["date"] for each in told] == ["2027-03-07", "2027-04-11"]
    assert [len(each["times"]) for each in told] == [1, 2]
    for each in told:
        assert each["economy_low_pct"] < each["economy_change_pct"] < 0 <= each["economy_high_pct"]
        for time in each["times"]:
            assert time["fastest_s"] < time["expected_s"] < time["now_s"] <= time["slowest_s"]


def test_the_trials_behind_it_are_listed_with_their_source(expected: Callable[..., Any]) -> None:
    trials = expected()["trials"]
    assert len(trials) == 24
    assert all(each["source"] and each["status"] for each in trials)


def test_words_tell_the_range_and_the_reasons(runlift: Runlift, season: Callable[[], Path]) -> None:
    out = " ".join(runlift("expect", season()).out.split())
    assert "Running economy: " in out
    assert "better to " in out
    assert "Race time at 5 min a kilometre: " in out
    assert "No change is always within the range" in out
    assert "The 24 groups of 19 trials" in out


def test_skipped_sessions_and_good_measurements_move_it_their_way(expected: Callable[..., Any]) -> None:
    def last(*options: str) -> float:
        return float(expected(*options)["expected"][-1]["economy_change_pct"])

    assert last("--adherence", "40") > last("--adherence", "100")
    assert last("--economy", "2027-03-01=-6") < last() < last("--economy", "2027-03-01=4")
    raced = ("--time", "10k=50:00", "--raced", "2027-03-01=48:00")
    assert last(*raced) < last()


@pytest.mark.parametrize(
    "options",
    [
        ("--time", "10k"),
        ("--time", "10k=5:00"),
        ("--time", "10k=0:00"),
        ("--distance", "far"),
        ("--distance", "10m"),
        ("--adherence", "120"),
        ("--economy", "2027-03-01=better"),
        ("--economy", "2027-03-01=-50"),
        ("--economy", "2020-01-01=-2"),
        ("--raced", "2027-03-01=48:00"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(
    runlift: Runlift, season: Callable[[], Path], options: tuple[str, ...]
) -> None:
    ended = runlift("expect", season(), *options)
    assert ended.code == 2
    assert len(ended.faults) == 1


@pytest.mark.parametrize(
    ("word", "metres"),
    [("10k", 10_000), ("Half", 21_097.5), ("5 km", 5000), ("1500m", 1500), ("1mi", 1609.344)],
)
def test_distances_are_read_as_runners_write_them(word: str, metres: float) -> None:
    assert read_distance(word) == metres


def test_validation_prints_the_model_beside_the_constant_mean(runlift: Runlift) -> None:
    ended = runlift("expect", "--validate")
    assert ended.code == 0
    assert "24 groups of 19 trials" in ended.out
    assert "constant mean of the other trials (baseline)" in ended.out
    assert "Holds: " in ended.out


def test_the_own_table_given_as_a_file_is_still_foretold_trial_by_trial(
    runlift: Runlift, tmp_path: Path
) -> None:
    path = tmp_path / "trials.csv"
    path.write_bytes((files("runlift.domain.response") / "trials.csv").read_bytes())
    given, own = (json.loads(runlift("expect", "--validate", *more, "--json").out) for more in ((path,), ()))
    assert given == own
    assert own["holds"] is True


def test_a_file_that_holds_no_trials_is_refused(runlift: Runlift, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    for data in (b"a,b\n1,2\n", b"\xff\xfe\x00", b""):
        path.write_bytes(data)
        ended = runlift("expect", "--validate", path)
        assert ended.code == 2
        assert len(ended.faults) == 1
