from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift

DATED = ("marathon-16-weeks.ics", "half-marathon-all-day.ics", "half-marathon-pasted.txt")
UNDATED = ("ten-kilometres-grid-miles.csv", "marathon-back-from-race-day.yaml")
OF_A_RUN = {"kind", "key", "title", "distance_m", "duration_s", "confidence", "start", "movable", "parts"}
OF_A_FINDING = {"severity", "code", "message", "place", "remedy"}
NEXT = "2026-12-27"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "my-plan.txt"
    path.write_text("2026-12-26: 6 km easy\n2026-12-27: Steady 9 km\n2026-12-28: Rest\n", encoding="utf-8")
    return path


def day_of(ended_out: str, day: str) -> list[dict[str, object]]:
    (found,) = [each for each in json.loads(ended_out)["days"] if each["date"] == day]
    runs: list[dict[str, object]] = found["runs"]
    return runs


@pytest.mark.parametrize("name", DATED)
def test_a_dated_plan_is_shown_day_by_day(runlift: Runlift, examples: Path, name: str) -> None:
    ended = runlift("read", examples / "plans" / name)
    assert ended.code == 0
    assert "Long" in ended.out
    assert not ended.faults


@pytest.mark.parametrize("name", UNDATED)
def test_a_plan_without_dates_asks_for_them(runlift: Runlift, examples: Path, name: str) -> None:
    ended = runlift("read", examples / "plans" / name)
    assert ended.code == 2
    assert len(ended.faults) == 1
    assert "--race-date" in ended.err


@pytest.mark.parametrize("option", ["--start", "--race-date"])
@pytest.mark.parametrize("name", UNDATED)
def test_a_plan_without_dates_is_laid_out(runlift: Runlift, examples: Path, name: str, option: str) -> None:
    ended = runlift("read", examples / "plans" / name, option, "2027-04-11", "--json")
    assert ended.code == 0
    assert [day for day in json.loads(ended.out)["days"] if day["date"] == "2027-04-11"]


@pytest.mark.parametrize("name", [*DATED, *UNDATED])
def test_the_json_has_the_documented_shape(runlift: Runlift, examples: Path, name: str) -> None:
    ended = runlift("read", examples / "plans" / name, "--race-date", "2027-04-18", "--json")
    document = json.loads(ended.out)
    assert list(document) == ["days", "findings"]
    assert all(set(day) == {"date", "runs"} and day["runs"] for day in document["days"])
    runs = [run for day in document["days"] for run in day["runs"]]
    assert all(set(run) == OF_A_RUN for run in runs)
    assert {run["kind"] for run in runs} <= set(RunKind)
    assert all(0 <= run["confidence"] <= 1 for run in runs)
    assert all(set(finding) == OF_A_FINDING for finding in document["findings"])


def test_miles_and_kilometres_differ_as_asked(runlift: Runlift, tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("2026-12-26: easy 6\n2026-12-27: Long 10\n", encoding="utf-8")
    kilometres = day_of(runlift("read", path, "--unit", "km", "--json").out, NEXT)[0]
    miles = day_of(runlift("read", path, "--unit", "mi", "--json").out, NEXT)[0]
    assert kilometres["distance_m"] == 10_000
    assert miles["distance_m"] == pytest.approx(16_093.44)


def test_the_labelled_lines_are_told_as_a_table_and_as_json(runlift: Runlift) -> None:
    assert "labelled lines" in runlift("read", "--confusion").out
    document = json.loads(runlift("read", "--confusion", "--json").out)
    assert len(document["matrix"]) == len(document["kinds"])


def test_read_needs_a_plan(runlift: Runlift) -> None:
    ended = runlift("read")
    assert (ended.code, len(ended.faults)) == (2, 1)


def test_a_correction_holds_when_the_plan_is_read_again(runlift: Runlift, plan: Path) -> None:
    ended = runlift("correct", plan, NEXT, "--kind", "tempo", "--distance-km", "12")
    assert ended.code == 0
    assert "my-plan.txt.corrections.yaml" in ended.out
    (run,) = day_of(runlift("read", plan, "--json").out, NEXT)
    assert (run["kind"], run["key"], run["distance_m"]) == ("tempo", True, 12_000)


def test_a_second_correction_adds_to_the_first(runlift: Runlift, plan: Path) -> None:
    runlift("correct", plan, NEXT, "--kind", "tempo", "--movable")
    runlift("correct", plan, NEXT, "--duration-min", "50", "--no-key")
    runlift("correct", plan, "2026-12-26", "--kind", "recovery")
    (run,) = day_of(runlift("read", plan, "--json").out, NEXT)
    assert (run["kind"], run["key"], run["movable"], run["duration_s"]) == ("tempo", False, True, 3000)


def test_a_correction_survives_a_plan_written_anew(runlift: Runlift, plan: Path) -> None:
    runlift("correct", plan, NEXT, "--kind", "tempo")
    plan.write_text(plan.read_text(encoding="utf-8") + "2026-12-29: Long 16 km\n", encoding="utf-8")
    assert day_of(runlift("read", plan, "--json").out, NEXT)[0]["kind"] == "tempo"


def test_a_correction_of_words_that_changed_is_told_and_not_applied(runlift: Runlift, plan: Path) -> None:
    runlift("correct", plan, NEXT, "--kind", "tempo")
    plan.write_text("2026-12-27: Easy 5 km\n", encoding="utf-8")
    ended = runlift("read", plan, "--json")
    assert day_of(ended.out, NEXT)[0]["kind"] == "easy"
    assert "correction_not_applied" in [each["code"] for each in json.loads(ended.out)["findings"]]
    runlift("correct", plan, NEXT, "--distance-km", "6")
    (run,) = day_of(runlift("read", plan, "--json").out, NEXT)
    assert (run["kind"], run["distance_m"]) == ("easy", 6000)


def test_corrections_lie_beside_the_plan_they_belong_to(runlift: Runlift, plan: Path) -> None:
    runlift("correct", plan, NEXT, "--kind", "tempo")
    other = plan.with_name("other.txt")
    shutil.copy(plan, other)
    assert day_of(runlift("read", other, "--json").out, NEXT)[0]["kind"] == "steady"


def test_corrections_that_cannot_be_read_are_not_passed_over(runlift: Runlift, plan: Path) -> None:
    beside = plan.with_name("my-plan.txt.corrections.yaml")
    beside.write_text("corrections:\n- date: 2026-12-27\n  kind: sprint\n", encoding="utf-8")
    for command in (("read", plan), ("correct", plan, NEXT, "--kind", "tempo")):
        ended = runlift(*command)
        assert (ended.code, ended.out) == (2, "")
        assert "my-plan.txt.corrections.yaml, line 3" in ended.err
    assert "sprint" in beside.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((NEXT, "--number", "2", "--kind", "easy"), "no entry 2"),
        (("2030-01-01", "--kind", "easy"), "no entry 1 on 2030-01-01"),
        ((NEXT, "--kind", "sprint"), "no kind of run"),
        ((NEXT,), "Nothing is said"),
        ((NEXT, "--distance-km", "-5"), "--distance-km"),
        ((NEXT, "--distance-km", "inf"), "--distance-km"),
        ((NEXT, "--duration-min", "nan"), "--duration-min"),
        (("2027-02-30", "--kind", "easy"), "2027-02-30"),
    ],
)
def test_a_correction_that_makes_no_sense_writes_nothing(
    runlift: Runlift, plan: Path, words: tuple[str, ...], told: str
) -> None:
    ended = runlift("correct", plan, *words)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert told in ended.err
    assert [path.name for path in plan.parent.iterdir()] == ["my-plan.txt"]
