from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift


def test_some_weeks_of_the_plan_become_a_pdf(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    out = tmp_path / "plan.pdf"
    ended = runlift("print", season(), "--out", out, "--from", "2027-01-14", "--weeks", "2")
    assert ended.code == 0
    first = out.read_bytes()
    assert first.startswith(b"%PDF-")
    runlift("print", season(), "--out", out, "--from", "2027-01-11", "--weeks", "2")
    assert out.read_bytes() == first


def test_weeks_that_are_not_there_are_told(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    ended = runlift("print", season(), "--out", tmp_path / "plan.pdf", "--from", "2030-01-01")
    assert ended.code == 2
    assert len(ended.faults) == 1
    assert not (tmp_path / "plan.pdf").exists()
