from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runlift.bootstrap import current_day, open_store
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import BodyMass, SessionDone, SessionState

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "empty.db"
    monkeypatch.setenv("RUNLIFT_DATABASE", str(path))
    return path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "--km", "10", "--minutes", "55", "--kind", "easy"), "easy run, 10 km in 55 min"),
        (("run", "--miles", "6.2"), "run, 10 km"),
        (("readiness", "--sleep-h", "5.5", "--soreness", "7"), "slept 5.5 h, soreness 7/10"),
        (
            ("pain", "knee", "4", "--after", "reverse lunge", "--side", "left"),
            "left knee pain 4/10 after Reverse",
        ),
        (("pain", "lower back", "0"), "back pain 0/10"),
        (
            ("ill", "fever", "--note", "since lunch"),
            'with fever or something on the chest, not yet well, "since lunch"',
        ),
        (("mass", "61.5"), "body mass 61.5 kg"),
        (("mass", "137", "--unit", "lb"), "body mass 62.14 kg"),
    ],
)
def test_what_is_told_is_kept_and_told_back(
    runlift: Runlift, empty: Path, words: tuple[str, ...], told: str
) -> None:
    ended = runlift("log", *words)
    assert (ended.code, ended.err) == (0, "")
    assert told in ended.out
    assert len(Diary.of(open_store(str(empty)).recorded("me")).entries) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("run",),
        ("run", "--km", "10", "--miles", "6"),
        ("run", "--km", "10", "--kind", "swim"),
        ("run", "2150-01-01", "--km", "10"),
        ("readiness",),
        ("readiness", "--soreness", "11"),
        ("pain", "kne", "4"),
        ("pain", "knee", "14"),
        ("pain", "knee", "4", "--after", "xyzzy"),
        ("pain", "knee", "4", "--side", "up"),
        ("ill", "plague"),
        ("well",),
        ("mass", "615"),
        ("mass", "61", "--unit", "stone"),
        ("skip",),
    ],
)
def test_what_cannot_be_is_told_in_one_line_with_the_way_on(
    runlift: Runlift, empty: Path, words: tuple[str, ...]
) -> None:
    ended = runlift("log", *words)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.faults) == 1
    assert Diary.of(open_store(str(empty)).recorded("me")).entries == ()


def test_an_illness_ends(runlift: Runlift, empty: Path) -> None:
    runlift("log", "ill", "cold")
    assert "well from" in runlift("log", "well").out
    assert len(open_store(str(empty)).recorded("me")) == 2


def test_another_athlete_than_those_known_is_told_of(runlift: Runlift, empty: Path) -> None:
    assert runlift("log", "mass", "61").err == ""
    ended = runlift("log", "mass", "80", "--who", "bo")
    assert ended.code == 0
    assert 'Nothing was told of "bo" before' in ended.err
    assert runlift("log", "mass", "81", "--who", "bo").err == ""
    assert Diary.of(open_store(str(empty)).recorded("bo")).of_kind(BodyMass)[0].mass_kg == 81


@pytest.mark.parametrize("named", [True, False])
def test_a_session_is_told_not_to_be_done(runlift: Runlift, followed: Path, *, named: bool) -> None:
    ended = runlift("log", "skip", *([str(current_day())] if named else []), "--why", "late")
    assert ended.code == 0
    (done,) = Diary.of(open_store(str(followed)).recorded("me")).of_kind(SessionDone)
    assert (done.state, done.note) == (SessionState.SKIPPED, "late")


@pytest.mark.parametrize("which", ["2020-01-01", "nobody"])
def test_a_session_that_is_not_there_is_not_left_out(runlift: Runlift, followed: Path, which: str) -> None:
    del followed
    assert runlift("log", "skip", which).code == 2


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        (("log", "pain", "knee", "6"), True),
        (("log", "pain", "knee", "5"), False),
        (("log", "--quick", "back squat 5 @ 60 pain 7 knee"), True),
        (("log", "--quick", "back squat 5 @ 60 pain 4 knee"), False),
    ],
)
def test_much_pain_is_answered_without_a_plan_too(
    runlift: Runlift, empty: Path, words: tuple[str, ...], stops: object
) -> None:
    assert not empty.exists()
    ended = runlift(*words)
    assert ended.code == 0
    assert ("leave alone today" in ended.err) == stops
