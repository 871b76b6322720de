from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from runlift.application.follow_plan import followed_plan
from runlift.bootstrap import follow_plan, make_plan, open_store, read_athlete, read_running_plan
from runlift.domain.diary.diary import Recorded
from runlift.domain.diary.entry import ComplaintTold, SessionDone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Runlift

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST_DAY = date(2026, 12, 21)


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "nobody.db"
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path


@pytest.fixture(scope="module")
def _season_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that follows the example season, from its first day."""
    path = tmp_path_factory.mktemp("season") / "season.db"
    athlete = read_athlete(EXAMPLES / "athlete-example.toml", today=FIRST_DAY)
    runs = read_running_plan(EXAMPLES / "plans" / "marathon-16-weeks.ics", today=FIRST_DAY)
    follow_plan(open_store(str(path)), "me", make_plan(athlete, runs, first_day=FIRST_DAY))
    return path


@pytest.fixture
def followed(_season_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "diary.db"
    copyfile(_season_once, path)
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path


@pytest.mark.parametrize("command", ["replan", "current", "diff"])
def test_who_follows_nothing_is_told_how_to(runlift: Runlift, nobody: Path, command: str) -> None:
    ended = runlift(command)
    assert ended.code == 2
    assert len(ended.faults) == 1
    assert "runlift follow" in ended.faults[0]
    assert nobody.exists()


def test_planning_again_with_nothing_new_keeps_no_version(runlift: Runlift, followed: Path) -> None:
    plan = followed_plan(open_store(str(followed)), "me").plan
    ended = runlift("replan", "--from", plan.first_day.isoformat())
    assert (ended.code, ended.err) == (0, "")
    assert "Nothing changes in what lies ahead." in ended.out
    assert "No new version was kept." in ended.out
    ended = runlift("diff")
    assert ended.code == 2
    assert "only one version" in ended.faults[0]


def test_a_missed_session_makes_a_new_version_that_diff_explains(
    runlift: Runlift, followed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = followed_plan(open_store(str(followed)), "me").plan
    monkeypatch.setattr("runlift.bootstrap.following.current_day", lambda: plan.sessions[1].date)
    later = plan.sessions[1].date.isoformat()
    dry = runlift("replan", "--from", later, "--dry-run")
    assert "missed" in dry.out
    assert "No new version was kept." in dry.out
    ended = runlift("replan", "--from", later, "--out", tmp_path / "again")
    assert ended.code == 0
    assert "Kept as version 2." in ended.out
    assert (tmp_path / "again" / "plan.json").exists()
    assert runlift("check", tmp_path / "again").code == 0
    told = json.loads(runlift("diff", "1", "2", "--json").out)
    assert set(told) == {"runs", "sessions", "routines"}
    assert runlift("diff").out == runlift("diff", "1", "2").out
    shown = runlift("current", "--from", plan.sessions[0].date.isoformat(), "--weeks", "1")
    assert "missed" in shown.out


def test_a_day_to_come_is_no_day_to_plan_again_from(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = followed_plan(open_store(str(followed)), "me").plan
    today = plan.sessions[1].date
    monkeypatch.setattr("runlift.bootstrap.following.current_day", lambda: today)
    ended = runlift("replan", "--from", (today + timedelta(days=1)).isoformat())
    assert ended.code == 2
    assert "would count as missed" in ended.faults[0]
    assert f"Plan again from {today} or an earlier day." in ended.err
    assert followed_plan(open_store(str(followed)), "me").version == 1
    assert runlift("replan", "--from", today.isoformat()).code == 0


def test_planning_again_from_before_work_already_done_keeps_that_work(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(followed))
    plan = followed_plan(store, "me").plan
    first, second = plan.sessions[:2]
    done = SessionDone(session=second.uid, starts_at=second.starts_at, ends_at=second.ends_at)
    now = datetime.now(UTC)
    store.record("me", [Recorded(id="d", revision=1, device="phone", recorded_at=now, entry=done)])
    monkeypatch.setattr("runlift.bootstrap.following.current_day", lambda: second.date + timedelta(days=1))
    ended = runlift("replan", "--from", first.date.isoformat())
    assert ended.code == 0
    assert f"You trained on {second.date}" in ended.err
    after = followed_plan(store, "me").plan
    assert second.uid in {session.uid for session in after.past}
    assert after.first_day == second.date


def test_what_was_told_before_a_plan_is_followed_holds_in_it_from_its_first_day(
    runlift: Runlift, nobody: Path, season: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ComplaintTold(
        complaint="lbp",
        first=FIRST_DAY - timedelta(days=5),
        answered=True,
        red_flags=("saddle_numbness_or_bladder",),
    )
    at = datetime(2026, 12, 16, 18, tzinfo=UTC)
    store = open_store(str(nobody))
    store.record("me", [Recorded(id="c", revision=1, device="phone", recorded_at=at, entry=told)])
    monkeypatch.setattr("runlift.bootstrap.following.current_day", lambda: FIRST_DAY - timedelta(days=3))
    ended = runlift("follow", season())
    assert ended.code == 0
    assert "Kept as version 2." in ended.out
    plan = followed_plan(store, "me").plan
    assert plan.ahead == ()
    assert plan.first_day >= FIRST_DAY


def test_two_plans_in_files_are_compared(runlift: Runlift, followed: Path, tmp_path: Path) -> None:
    runlift("current", "--out", tmp_path / "one", "--from", "2000-01-01")
    assert followed.exists()
    ended = runlift("diff", tmp_path / "one", tmp_path / "one" / "plan.json")
    assert ended.code == 0
    assert "Nothing changes" in ended.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("replan", "--from", "1999-01-01"), "first day that may still change"),
        (("replan", "--from", "2999-01-01"), "yet to come"),
        (("diff", "7", "8"), "no version 7"),
        (("replan", "--athlete", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_wrong_words_are_told_in_one_line(
    runlift: Runlift, followed: Path, words: tuple[str, ...], told: str
) -> None:
    ended = runlift(*words)
    assert ended.code == 2
    assert len(ended.faults) == 1
    assert told in ended.faults[0]
    assert followed.exists()
