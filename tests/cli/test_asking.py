from __future__ import annotations

import io
from typing import TYPE_CHECKING

from runlift.bootstrap import read_athlete
from runlift.domain.athlete.profile import Lifting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.conftest import Runlift

ANSWERS = ("Ada", "1984", "62 kg", "much", "novice", "0", "45 km", "18", "flat", "8 8 12 12 bands")


def answered(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in (*answers, *[""] * 20))))


def test_the_answers_become_an_athlete_file(
    runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, *ANSWERS)
    out = tmp_path / "athlete.toml"
    ended = runlift("init", "--out", out)
    assert ended.code == 0
    athlete = read_athlete(out).athlete
    assert (athlete.name, athlete.body_mass_kg, athlete.lifting) == ("Ada", 62, Lifting.NOVICE)
    assert str(out) in ended.out


def test_an_answer_that_is_not_understood_is_asked_again(
    runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, *ANSWERS)
    ended = runlift("init", "--out", tmp_path / "athlete.toml")
    assert len(ended.faults) == 1
    assert "much" in ended.err


def test_enter_alone_gives_a_file_that_can_be_used(
    runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch)
    out = tmp_path / "athlete.toml"
    assert runlift("init", "--out", out).code == 0
    assert read_athlete(out).athlete.lifting is Lifting.NONE


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(
    runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "athlete.toml"
    out.write_text("mine", encoding="utf-8")
    answered(monkeypatch)
    ended = runlift("init", "--out", out)
    assert (ended.code, len(ended.faults)) == (2, 1)
    assert out.read_text(encoding="utf-8") == "mine"
    assert runlift("init", "--out", out, "--overwrite").code == 0
    assert out.read_text(encoding="utf-8") != "mine"


def test_an_input_that_ends_early_writes_nothing(
    runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Ada\n1984\n"))
    out = tmp_path / "athlete.toml"
    ended = runlift("init", "--out", out)
    assert (ended.code, len(ended.faults)) == (130, 1)
    assert not out.exists()
