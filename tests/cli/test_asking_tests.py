from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tests.cli.pseudo_terminal import CONTROL_C, PseudoTerminal

from runlift.bootstrap import open_store
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import FieldTestDone

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.conftest import Runlift

TESTS = 13


def told(database: Path) -> list[str]:
    return [each.test for each in Diary.of(open_store(str(database)).recorded("me")).of_kind(FieldTestDone)]


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))


def test_all_tests_are_asked_and_kept(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "0", *["5", "5", "0"] * 9, *["5", "0"] * 4)
    ended = runlift("assess")
    assert (ended.code, len(told(followed))) == (0, TESTS)
    assert "13 tests told" in ended.out


def test_what_was_told_before_the_input_ended_is_kept(
    runlift: Runlift, followed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "0", "22", "17", "0", "9")
    ended = runlift("assess")
    assert (ended.code, told(followed)) == (130, ["heel_raise"])
    assert "goes on there" in ended.out


def test_in_a_terminal_it_is_left_with_control_c_and_gone_on_with(followed: Path) -> None:
    first = PseudoTerminal("assess", database=followed)
    first.expect("> ")
    first.say("0", "22", "17", "0", "oops")
    first.expect("is no number")
    first.type(CONTROL_C)
    assert first.end() == 130
    second = PseudoTerminal("assess", database=followed)
    second.expect("Told before: single-leg heel raise: left 22, right 17 reps")
    second.say("0")
    second.expect("2 of 13")
    second.say("q")
    assert second.end() == 0


def test_a_result_without_a_test_is_refused(runlift: Runlift, followed: Path) -> None:
    assert followed.exists()
    ended = runlift("assess", "--left", "22", "--right", "17")
    assert ended.code == 2
    assert "No test is named" in ended.err
