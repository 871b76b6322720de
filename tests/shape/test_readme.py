"""The README shows what the program really prints and draws.

After a change that is meant, write the picture and the week anew:

    RUNLIFT_RENEW=1 .venv/bin/pytest tests/shape/test_readme.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest
    from tests.conftest import Runlift

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "season.svg"
BEGIN, END = "<!-- week:begin -->\n", "<!-- week:end -->"
SHOWN_FROM = "2027-02-15"


def test_the_week_and_the_picture_are_what_make_run_gives(
    runlift: Runlift, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    plan, athlete = examples / "plans" / "marathon-16-weeks.ics", examples / "athlete-example.toml"
    words = ("--from", "2026-12-21", "--out", tmp_path)
    assert runlift("plan", plan, "--athlete", athlete, *words).code == 0
    shown = runlift("show", tmp_path, "--from", SHOWN_FROM, "--weeks", "1")
    week = "\n".join(line.rstrip() for line in shown.out.splitlines()).strip()
    block = f"{BEGIN}```\n$ runlift show out --from {SHOWN_FROM} --weeks 1\n{week}\n```\n"
    picture = (tmp_path / "season.svg").read_bytes()
    if os.environ.get("RUNLIFT_RENEW") == "1":
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        README.write_text(before + block + END + rest.partition(END)[2], encoding="utf-8")
        PICTURE.write_bytes(picture)
    assert block in README.read_text(encoding="utf-8")
    assert picture == PICTURE.read_bytes()
