from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.cli.pseudo_terminal import PseudoTerminal

from runlift.bootstrap import latest_plan
from runlift.domain.screening.question import questions

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.conftest import Runlift


def outcome(runlift: Runlift) -> dict[str, object]:
    found: dict[str, object] = json.loads(runlift("screen", "--show", "--json").out)
    return found


def test_answers_stop_a_plan_until_it_was_allowed(runlift: Runlift, followed: Path) -> None:
    ended = runlift("screen", "--yes", "active", "--yes", "chest_discomfort", "--all-others-no")
    assert ended.code == 0
    assert "Ask somebody first." in ended.out
    assert "Speak with a doctor today." in ended.out
    plan = latest_plan(str(followed), "me")
    assert plan is not None
    assert plan.ahead == ()
    assert runlift("screen", "--cleared-by", "my doctor").code == 0
    assert outcome(runlift)["outcome"] == "go"


def test_answers_before_the_season_stop_it_before_it_begins(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = latest_plan(str(followed), "me")
    assert before is not None
    monkeypatch.setattr(
        "runlift.bootstrap.following.current_day", lambda: before.first_day - timedelta(days=6)
    )
    assert runlift("screen", "--yes", "chest_discomfort", "--all-others-no").code == 0
    after = latest_plan(str(followed), "me")
    assert after is not None
    assert (before.ahead != (), after.ahead) == (True, ())


def test_answers_can_be_taken_back(runlift: Runlift, followed: Path) -> None:
    assert outcome(runlift)["outcome"] == "unscreened"
    runlift("screen", "--yes", "active", "--yes", "medication", "--all-others-no")
    assert outcome(runlift)["limits"] == ["keep_reserve", "no_heavy"]
    assert runlift("screen", "--withdraw").code == 0
    assert outcome(runlift)["outcome"] == "unscreened"
    assert latest_plan(str(followed), "me") is not None


def test_who_is_under_18_is_told_what_that_changes(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    watched = ("--yes", "active", "--yes", "under_18", "--watched-by", "coach", "--all-others-no")
    shown = " ".join(runlift("screen", *watched).out.split())
    assert shown.count("Go. Are you 16 or 17? Changes: at least three repetitions in reserve") == 1
    plan = latest_plan(str(followed), "me")
    assert plan is not None
    assert plan.body.clearance.told_under_18 is not None


def test_wrong_answers_are_told(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    ended = runlift("screen", "--yes", "hart_disease", "--no", "active", "--yes", "active")
    assert ended.code == 2
    assert '"hart_disease" is no question' in ended.err
    assert '"active" is answered with yes and no' in ended.err
    assert runlift("screen").code == 2  # nobody there to ask
    assert runlift("screen", "--cleared-by", "x").code == 2  # nothing answered yet


def test_a_due_date_farther_ahead_than_a_pregnancy_lasts_is_a_slip(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    slip = (datetime.now().astimezone().date() + timedelta(weeks=41)).isoformat()
    ended = runlift("screen", "--yes", "pregnant", "--due", slip)
    assert ended.code == 2
    assert "--due" in ended.err
    assert "farther ahead than a pregnancy lasts" in ended.err


def test_every_question_says_what_it_changes(runlift: Runlift) -> None:
    shown = " ".join(runlift("screen", "--explain").out.split())
    for each in questions().values():
        assert f"{each.id}: " in shown
    assert shown.count(" Yes: ") == len(questions())


def test_the_questions_are_asked_one_by_one(followed: Path) -> None:
    terminal = PseudoTerminal("screen", database=followed)
    terminal.expect("three or more days a week")
    terminal.type("y\n" + "n\n" * (len(questions()) - 1))
    assert terminal.end() == 0
    assert "Go." in terminal.shown
