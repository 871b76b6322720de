from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from runlift.bootstrap import current_day

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNLIFT_DATABASE", str(tmp_path / "empty.db"))


def test_what_was_told_is_listed_with_ids(runlift: Runlift) -> None:
    assert "Nothing was told" in runlift("entries").out
    runlift("log", "mass", "61.5")
    runlift("log", "--quick", "back squat 2x5 @ 60")
    out = runlift("entries").out
    assert f"body mass 61.5 kg   [mass:{current_day()}]" in out
    assert out.count("Back squat 5 @ 60 kg") == 2


def test_entries_before_the_day_asked_for_are_not_listed(runlift: Runlift) -> None:
    runlift("log", "mass", "61.5")
    assert "61.5" not in runlift("entries", "--since", "2150-01-01").out


def test_entries_as_json_are_as_they_are_kept(runlift: Runlift) -> None:
    runlift("log", "mass", "61.5")
    runlift("log", "mass", "62")
    (entry,) = json.loads(runlift("entries", "--json").out)["entries"]
    assert (entry["revision"], entry["entry"]["mass_kg"]) == (2, 62)


def test_what_was_told_last_is_taken_back(runlift: Runlift) -> None:
    runlift("log", "mass", "61.5")
    runlift("log", "--quick", "back squat 2x5 @ 60")
    ended = runlift("undo")
    assert "Taken back: Back squat 5 @ 60 kg (2 sets)." in ended.out
    assert "body mass" not in ended.out
    assert "Back squat" not in runlift("entries").out


def test_a_correction_taken_back_tells_what_holds_again(runlift: Runlift) -> None:
    runlift("log", "mass", "61.5")
    runlift("log", "mass", "62")
    assert "body mass 62 kg; what holds again is: body mass 61.5 kg" in runlift("undo").out


def test_an_entry_is_taken_back_by_its_id(runlift: Runlift) -> None:
    runlift("log", "mass", "61.5")
    runlift("log", "pain", "knee", "4")
    assert "body mass" in runlift("undo", f"mass:{current_day()}").out
    assert "knee" in runlift("entries").out
    assert runlift("undo", "zzz").code == 2


def test_notes_cannot_steer_the_terminal(runlift: Runlift) -> None:
    assert runlift("log", "mass", "61.5").code == 0
    assert runlift("log", "pain", "knee", "4", "--note", "\x1b[2J").code == 2
