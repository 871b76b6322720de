from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from runlift.bootstrap import latest_plan
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Runlift

RULE = "longest_run_untold"
ACCEPT = ("accept", RULE, "--reason", "I only run short", "--by", "my coach")


@pytest.fixture
def warned(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A plan that is followed, made for somebody who did not tell the longest run."""
    document = json.loads((season() / "plan.json").read_text(encoding="utf-8"))
    del document["athlete"]["athlete"]["longest_run_km"]
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    path = tmp_path / "diary.db"
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    assert runlift("follow", tmp_path / "plan.json").code == 0
    return path


def about(runlift: Runlift, rule: str) -> list[str]:
    """What the check of the followed plan prints of a rule: the word each line begins with."""
    verdicts = json.loads(runlift("check", "--json").out)["verdicts"]
    return [str(each["accepted"]) for each in verdicts if each["rule"] == rule]


def test_an_accepted_warning_stays_visible_as_accepted(runlift: Runlift, warned: Path) -> None:
    assert warned.exists()
    assert about(runlift, RULE) == ["None"]
    ended = runlift(*ACCEPT)
    assert ended.code == 0
    (told,) = about(runlift, RULE)
    assert told.startswith("gone on with since ")
    assert told.endswith(" by my coach: I only run short")
    lines = " ".join(runlift("check").out.split())
    assert "accepted: " in lines
    assert "I only run short" in lines


def test_the_plan_made_again_says_it_too(runlift: Runlift, followed: Path) -> None:
    ended = runlift(*ACCEPT)
    assert "Despite the warning that" in " ".join(ended.out.split())
    plan = latest_plan(str(followed), "me")
    assert plan is not None
    assert [each.rule for each in plan.body.accepted] == [RULE]
    assert "Despite the warning that" in " ".join(runlift("current").out.split())


def test_what_was_accepted_is_taken_back(runlift: Runlift, warned: Path) -> None:
    assert warned.exists()
    assert runlift("accept", RULE, "--withdraw").code == 2
    runlift(*ACCEPT)
    assert runlift("accept", RULE, "--withdraw").code == 0
    assert about(runlift, RULE) == ["None"]


@pytest.mark.parametrize("rule", [each.id for each in RULES if each.level is Level.REFUSE])
def test_nobody_accepts_what_is_refused(runlift: Runlift, followed: Path, rule: str) -> None:
    assert followed.exists()
    ended = runlift("accept", rule, "--reason", "I want to", "--by", "my coach")
    assert ended.code == 2
    assert "nobody can switch it off" in ended.err


@pytest.mark.parametrize(
    "words",
    [(RULE,), (RULE, "--reason", " "), (RULE, "--reason", "x", "--by", " "), ("no_rule", "--reason", "x")],
)
def test_without_warning_reason_or_name_nothing_is_kept(
    runlift: Runlift, followed: Path, words: tuple[str, ...]
) -> None:
    assert followed.exists()
    ended = runlift("accept", *words)
    assert (ended.code, ended.out) == (2, "")


def test_a_refusal_accepted_by_hand_in_the_file_stays_a_refusal(
    runlift: Runlift, season: Callable[[], Path], tmp_path: Path
) -> None:
    document = json.loads((season() / "plan.json").read_text(encoding="utf-8"))
    document["rest_days"] = [each["date"] for each in document["sessions"]]
    document["body"]["accepted"] = [
        {"rule": "no_strength_on_rest_day", "reason": "x", "by": "me", "since": "2026-12-21"}
    ]
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    ended = runlift("check", tmp_path / "plan.json")
    assert ended.code == 1
    assert "accepted: " not in ended.out
