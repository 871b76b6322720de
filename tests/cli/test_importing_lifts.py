from __future__ import annotations

import io
import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.formats.lift_log.writer import WrittenSet, hevy, strong_a
from tests.lift_logs import MONDAY, workout

from runlift.cli.lift_report import line_ranges
from runlift.domain.diary.lift_log import MassUnit, RowFate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ended, Runlift

SQUAT = WrittenSet(exercise="Squat (Barbell)", weight_kg=80, reps=5, rpe=8)
BENCH = WrittenSet(exercise="Bench Press (Dumbbell)", weight_kg=18, reps=8)
SPLIT = WrittenSet(exercise="Bulgarian Split Squat", weight_kg=12, reps=8)
OWN = WrittenSet(exercise="Wobble board", weight_kg=12, reps=8)
RUN = WrittenSet(exercise="Treadmill", seconds=600)
WRONG = WrittenSet(exercise="Squat (Barbell)", weight_kg=900, reps=5)
LEGS = workout(SQUAT, WRONG, BENCH, SPLIT, SPLIT, OWN, RUN)


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNLIFT_DATABASE", str(tmp_path / "diary.db"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hevy.csv"
    path.write_text(hevy([LEGS]), encoding="utf-8")
    return path


def entries(runlift: Runlift) -> list[dict[str, object]]:
    """The sets that the diary holds, in the order of the workout."""
    told = json.loads(runlift("entries", "--since", "2000-01-01", "--json").out)["entries"]
    sets = [each["entry"] for each in told if each["entry"]["kind"] == "set"]
    return sorted(sets, key=lambda each: each["position"])


def answered(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))


def test_an_import_tells_what_became_of_every_row(runlift: Runlift, file: Path) -> None:
    ended = runlift("import-lifts", file, "--no-input")
    assert ended.code == 0
    assert "Hevy (one row a set, weights in kg): 1 workout, 2026-11-02 to 2026-11-02." in ended.out
    assert "7 rows: 3 read, 2 unsure, 1 left out, 1 refused." in ended.out
    assert "a weight of 900 kg cannot be right (line 3)" in ended.out
    assert '"Treadmill" is endurance work (line 8)' in ended.out
    assert "lines 5-6" in ended.out
    assert "Kept: 6 new, 0 changed, 0 known already" in ended.out
    assert "the load is twice that" in ended.out
    assert "Kept under their own names: Wobble board." in ended.out
    assert "runlift name 'Bulgarian Split Squat' rfess" in ended.out


def test_the_diary_holds_what_was_read(runlift: Runlift, file: Path) -> None:
    runlift("import-lifts", file, "--no-input")
    told = [(each["exercise"], each["name"], each["load_kg"]) for each in entries(runlift)]
    assert told == [
        ("back_squat", "Squat (Barbell)", 80),
        ("db_bench", "Bench Press (Dumbbell)", 36),
        ("", "Bulgarian Split Squat", 12),
        ("", "Bulgarian Split Squat", 12),
        ("", "Wobble board", 12),
    ]


def test_importing_twice_gives_once(runlift: Runlift, file: Path) -> None:
    runlift("import-lifts", file, "--no-input")
    assert "Kept: 0 new, 0 changed, 6 known already" in runlift("import-lifts", file, "--no-input").out
    assert len(entries(runlift)) == 5


def test_a_dry_run_keeps_nothing(runlift: Runlift, file: Path) -> None:
    assert "Nothing is kept; it would be: 6 new" in runlift("import-lifts", file, "--dry-run").out
    assert entries(runlift) == []


def test_the_json_tells_every_row_that_is_not_simply_read(runlift: Runlift, file: Path) -> None:
    document = json.loads(runlift("import-lifts", file, "--json").out)
    assert document["rows"] == {
        "all": 7, "read": 3, "unsure": 2, "left_out": 1, "refused": 1, "mapped": 2, "open": 3,
    }  # fmt: skip
    assert [(each["line"], each["fate"]) for each in document["told"]] == [
        (3, "refused"), (5, "unsure"), (6, "unsure"), (8, "left_out"),
    ]  # fmt: skip
    assert document["entries"]["added"] == 6
    names = {each["name"]: each for each in document["names"]}
    assert [each["exercise"] for each in names["Bulgarian Split Squat"]["proposals"]] == ["rfess", "rfess_bw"]
    assert sum(document["rows"][fate] for fate in RowFate) == document["rows"]["all"]


def test_a_name_is_asked_about_once_and_the_answer_is_kept(
    runlift: Runlift, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, "1", "y")
    first = runlift("import-lifts", file, "--confirm")
    assert '"Bulgarian Split Squat" (2 sets)' in first.err
    assert [each["exercise"] for each in entries(runlift)][2:4] == ["rfess", "rfess"]
    answered(monkeypatch)
    second = runlift("import-lifts", file, "--confirm")
    assert (second.code, second.err) == (0, "")
    assert '"Bulgarian Split Squat": Rear-foot-elevated' in runlift("names").out


def test_a_name_can_be_searched_for_or_left_open_for_good(
    runlift: Runlift, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, "9", "zzzz", "split squat", "", "y")
    ended = runlift("import-lifts", file, "--confirm")
    assert "There is no 9." in ended.err
    assert 'Nothing in the catalogue is called "zzzz".' in ended.err
    assert "Split squat with dumbbells (split_squat_db)" in ended.err
    answered(monkeypatch)
    assert runlift("import-lifts", file, "--confirm").code == 0
    assert '"Bulgarian Split Squat": stays open' in runlift("names").out


def test_both_weights_together_can_be_answered_and_hold_for_the_next_import(
    runlift: Runlift, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, "", "n")
    assert "In these lifts a weight is held in each hand" in runlift("import-lifts", file, "--confirm").err
    assert entries(runlift)[1]["load_kg"] == 18
    again = runlift("import-lifts", file, "--no-input")
    assert "0 changed" in again.out
    assert "taken as both together" in again.out
    runlift("import-lifts", file, "--no-input", "--hand-weights", "each")
    assert entries(runlift)[1]["load_kg"] == 36


def test_questions_that_are_not_answered_leave_nothing_behind(
    runlift: Runlift, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch)
    ended = runlift("import-lifts", file, "--confirm")
    assert (ended.code, len(ended.faults)) == (130, 1)
    assert entries(runlift) == []


def test_without_a_terminal_nothing_is_asked(
    runlift: Runlift, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch)
    assert runlift("import-lifts", file).code == 0


def test_a_name_said_later_corrects_what_was_imported(runlift: Runlift, file: Path) -> None:
    runlift("import-lifts", file, "--no-input")
    ended = runlift("name", "Bulgarian split squat", "rfess")
    assert "Put right of earlier imports: 2 sets" in ended.out
    assert "the load is twice that" in ended.out
    assert [(each["exercise"], each["load_kg"]) for each in entries(runlift)][2:4] == [("rfess", 24)] * 2
    assert "0 changed" in runlift("import-lifts", file, "--no-input").out


def test_a_name_can_be_said_by_the_name_of_the_exercise_and_taken_away_again(
    runlift: Runlift, file: Path
) -> None:
    runlift("import-lifts", file, "--no-input")
    assert '"Wobble board" means Goblet squat' in runlift("name", "Wobble board", "Goblet squat").out
    assert '"Wobble board" stays open.' in runlift("name", "Wobble board", "-").out
    assert entries(runlift)[4]["exercise"] == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Thing", "no such lift"), "It is not sure which exercise"),
        (("Pull Up (Assisted)", "pull_up"), "easier than Pull-up"),
        (("", "pull_up"), "cannot be a name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(runlift: Runlift, words: tuple[str, str], told: str) -> None:
    ended = runlift("name", *words)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert told in ended.err


def test_names_are_listed_with_what_is_still_open(runlift: Runlift, file: Path) -> None:
    assert "No name of another app is known yet." in runlift("names").out
    runlift("import-lifts", file, "--no-input")
    runlift("name", "Bulgarian Split Squat", "rfess")
    assert '"Wobble board": no exercise yet, 1 set' in runlift("names").out
    assert json.loads(runlift("names", "--json").out) == {
        "confirmed": [{"name": "Bulgarian Split Squat", "exercise": "rfess"}],
        "open": [{"name": "Wobble board", "sets": 1}],
    }


def test_a_whole_import_can_be_taken_back_and_brought_back(runlift: Runlift, file: Path) -> None:
    runlift("import-lifts", file, "--no-input")
    assert runlift("undo").code == 0
    assert entries(runlift) == []
    again = runlift("import-lifts", file, "--no-input")
    assert "6 you took back before" in again.out
    assert "6 changed" in runlift("import-lifts", file, "--no-input", "--bring-back").out
    assert len(entries(runlift)) == 5


def test_a_file_without_units_asks_for_one_and_hints_at_it(runlift: Runlift, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text(strong_a([workout(SQUAT)], MassUnit.KG), encoding="utf-8")
    ended = runlift("import-lifts", path)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)
    assert "--unit kg or --unit lb" in ended.err
    assert entries(runlift) == []
    assert runlift("import-lifts", path, "--unit", "lb", "--no-input").code == 0
    assert entries(runlift)[0]["load_kg"] == pytest.approx(36.287)


def test_two_apps_do_not_mix(runlift: Runlift, file: Path, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text(
        strong_a([workout(SQUAT, starts_at=datetime(2026, 11, 3, 7))], MassUnit.KG), encoding="utf-8"
    )
    runlift("import-lifts", file, "--no-input")
    assert "2 new" in runlift("import-lifts", path, "--unit", "kg", "--no-input").out
    assert MONDAY.isoformat() in {str(each["done_at"]) for each in entries(runlift)}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"a,b\n1,2\n", b"\x00\x01"])
def test_a_file_that_is_no_log_is_told_in_one_line(runlift: Runlift, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(data)
    ended: Ended = runlift("import-lifts", path)
    assert (ended.code, ended.out, len(ended.faults)) == (2, "", 1)


def test_a_file_that_is_not_there_is_told_in_one_line(runlift: Runlift, tmp_path: Path) -> None:
    ended = runlift("import-lifts", tmp_path / "none.csv")
    assert (ended.code, len(ended.faults)) == (2, 1)


@pytest.mark.parametrize(
    ("lines", "told"), [([3], "3"), ([5, 3, 4], "3-5"), ([1, 2, 4, 9, 10], "1-2, 4, 9-10"), ([], "")]
)
def test_lines_are_told_in_ranges(lines: list[int], told: str) -> None:
    assert line_ranges(lines) == told
