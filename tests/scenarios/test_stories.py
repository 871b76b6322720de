"""Whole-plan stories, run through the real command.

A folder beside this file with a `story.toml` is a story: what it tells, the words of the command line, and
where the running plan and the athlete file are (`plan.txt` and `athlete.toml` of the folder when not told).
`expected.md` is what came of it. After a change that is meant, write the pages anew and read the difference:

    RUNLIFT_RENEW=1 .venv/bin/pytest tests/scenarios/test_stories.py
"""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.snapshot import snapshot

if TYPE_CHECKING:
    from tests.conftest import Runlift

STORIES = sorted(path.parent for path in Path(__file__).parent.glob("*/story.toml"))
RENEW = "RUNLIFT_RENEW"


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_a_story_ends_as_expected_and_its_plan_passes_the_check(
    folder: Path, runlift: Runlift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")  # a story that names no zone is told in the machine's
    story = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    plan, athlete = (
        (folder / story.get(key, default)).resolve()
        for key, default in (("plan", "plan.txt"), ("athlete", "athlete.toml"))
    )
    ended = runlift("plan", plan, "--athlete", athlete, "--out", tmp_path, *story["words"])
    assert ended.code == 0, ended.err
    assert runlift("check", tmp_path).code == 0
    document = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    page = snapshot(folder.name, story["tells"], document)
    expected = folder / "expected.md"
    if os.environ.get(RENEW) == "1":
        expected.write_text(page, encoding="utf-8")
    assert page == expected.read_text(encoding="utf-8")


def test_there_are_stories() -> None:
    assert len(STORIES) >= 8
