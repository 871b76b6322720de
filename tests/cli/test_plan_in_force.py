"""What was told and has not come into the plan that is followed is said wherever that plan is shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from runlift.application.follow_plan import followed_plan
from runlift.bootstrap import open_store
from runlift.cli.following import PLAN_STAYS
from runlift.domain.diary.diary import Recorded
from runlift.domain.diary.entry import Illness, IllnessKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift

AGAINST = "goes against what you told"


@pytest.fixture
def told(followed: Path) -> Path:
    """The diary knows of a fever that no plan was made from, as when the new plan was refused."""
    now = datetime.now(tz=UTC)
    fever = Illness(first=now.astimezone().date(), kind=IllnessKind.FEVER_OR_CHEST)
    entry = Recorded(id="fever", revision=1, device="phone", recorded_at=now, entry=fever)
    open_store(str(followed)).record("me", [entry])
    return followed


def test_the_plan_in_force_says_nothing_while_nothing_speaks_against_it(
    runlift: Runlift, followed: Path
) -> None:
    assert followed.exists()
    assert AGAINST not in runlift("current").err


def test_the_plan_in_force_says_which_sessions_go_against_what_was_told(runlift: Runlift, told: Path) -> None:
    ended = runlift("current")
    assert ended.code == 0
    assert AGAINST in ended.err
    assert "there is a session on a day on which you are ill" in ended.err
    assert "ask your coach or a physiotherapist" in ended.err
    assert ended.out
    version = followed_plan(open_store(str(told)), "me").version
    assert version == 1


def test_a_session_that_goes_against_it_says_so_before_it_is_logged(runlift: Runlift, told: Path) -> None:
    assert told.exists()
    assert AGAINST in runlift("log").err


def test_once_the_plan_is_made_again_nothing_is_said(runlift: Runlift, told: Path) -> None:
    assert told.exists()
    assert runlift("replan").code == 0
    assert AGAINST not in runlift("current").err


def test_who_is_left_with_the_plan_of_before_is_told_what_to_do() -> None:
    assert "has not been checked against what you just told" in PLAN_STAYS
    assert "ask your coach or a physiotherapist" in PLAN_STAYS
