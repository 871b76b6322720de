from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer

from runlift.application.error import (
    InputError,
    PlanChangedError,
    PlanRefusedError,
    RunliftError,
    StoreError,
)
from runlift.cli.ending import (
    DEFECT,
    DONE,
    NOBODY_READS,
    REFUSED,
    STOPPED,
    TRACEBACK_WANTED,
    WRONG_INPUT,
    run_to_the_end,
)
from runlift.domain.quantity import Finding, Reason, Severity
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.verdict import Level, Verdict
from runlift.wording.check_words import CHECK_WORDS

if TYPE_CHECKING:
    from tests.conftest import Runlift

FINDING = Finding(
    severity=Severity.ERROR,
    code="odd",
    message="It is odd.",
    place="plan.csv, line 3",
    remedy="Make it even.",
)


def raising(fault: BaseException) -> int:
    def command() -> object:
        raise fault

    return run_to_the_end(command)


def test_a_command_that_returns_nothing_is_done() -> None:
    assert run_to_the_end(lambda: None) == DONE


def test_a_command_that_returns_a_code_ends_with_it() -> None:
    assert run_to_the_end(lambda: REFUSED) == REFUSED


def test_wrong_input_is_told_in_one_line_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(InputError([FINDING, FINDING])) == WRONG_INPUT
    assert capsys.readouterr().err.splitlines() == ["error: plan.csv, line 3: It is odd. Make it even."] * 2


def test_a_refused_plan_names_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    verdict = Verdict(
        rule=RULES[0].id,
        level=Level.REFUSE,
        date=None,
        uid="",
        exercise="",
        reason=Reason.of(RULES[0].id, ("S04",)),
    )
    assert raising(PlanRefusedError([verdict])) == REFUSED
    told = capsys.readouterr().err
    assert told.startswith("error: ")
    assert CHECK_WORDS[RULES[0].id] in told.lower()


def test_a_database_that_cannot_be_used_is_wrong_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(StoreError(FINDING)) == WRONG_INPUT
    assert capsys.readouterr().err == "error: plan.csv, line 3: It is odd. Make it even.\n"


def test_a_plan_that_somebody_else_made_anew_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(PlanChangedError("me", expected=2, found=3)) == WRONG_INPUT
    (line,) = capsys.readouterr().err.splitlines()
    assert "'me'" in line
    assert "version 3" in line


def test_an_error_of_a_kind_nobody_knows_is_a_defect() -> None:
    assert raising(RunliftError("odd")) == DEFECT


def test_words_that_are_no_command_line_are_told_with_the_way_to_help(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert raising(typer.BadParameter("It is no date.")) == WRONG_INPUT
    assert capsys.readouterr().err == "error: Invalid value: It is no date. See `runlift --help`.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("log", "mass", "abc"), "'MASS': it should be a number."),
        (("log", "pain", "knee", "much"), "'LEVEL': it should be a whole number."),
        (("show", "--weeks", "0"), "'--weeks': it should be greater than or equal to 1."),
    ],
)
def test_a_figure_that_is_none_is_told_in_plain_words(
    runlift: Runlift, words: tuple[str, ...], told: str
) -> None:
    ended = runlift(*words)
    assert ended.code == 2
    assert ended.faults == [line for line in ended.faults if told in line]
    assert len(ended.faults) == 1


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), EOFError(), typer.Abort()])
def test_a_stop_by_the_user_has_its_own_code(fault: BaseException) -> None:
    assert raising(fault) == STOPPED


@pytest.mark.parametrize("fault", [BrokenPipeError(), SystemExit(1)])
def test_a_reader_who_has_gone_is_no_fault(
    fault: BaseException, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # so that what replaces it is undone afterwards
    assert raising(fault) == NOBODY_READS
    sys.stdout.close()
    assert not capsys.readouterr().err


def test_a_defect_is_told_in_one_line_that_can_be_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TRACEBACK_WANTED, raising=False)
    assert raising(KeyError("week\n7")) == DEFECT
    (line,) = capsys.readouterr().err.splitlines()
    assert "KeyError" in line
    assert "test_ending.py, line " in line
    assert "report" in line


def test_the_traceback_of_a_defect_is_shown_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRACEBACK_WANTED, "1")
    assert raising(RuntimeError("no")) == DEFECT
    assert "Traceback (most recent call last)" in capsys.readouterr().err


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_matter(closed: str) -> None:
    line = f'exec "$0" -m runlift.cli.main evidence S21 {closed}'
    ended = subprocess.run(["/bin/sh", "-c", line, sys.executable], check=False, capture_output=True)
    assert (ended.returncode, ended.stderr) == (DONE, b"")
