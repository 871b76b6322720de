"""The command as a whole: help, version, completion, and how quick it starts."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from runlift import __version__
from runlift.cli.main import app

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Runlift

COMMANDS = tuple(
    command.name or (command.callback.__name__ if command.callback else "")
    for command in app.registered_commands
)
SLOW_TO_LOAD = ("numpy", "ortools", "highspy", "icalendar", "jinja2", "yaml", "rich")
LOADED = """
import sys
loaded = sys.argv.pop(1)
try:
    from runlift.cli.main import main
    main()
except SystemExit:
    open(loaded, "w").write(" ".join(sys.modules))
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_an_example(runlift: Runlift, command: str) -> None:
    ended = runlift(command, "--help")
    assert ended.code == 0
    assert f"Example: runlift {command}" in " ".join(ended.out.split())


def test_help_lists_every_command_and_the_exit_codes(runlift: Runlift) -> None:
    ended = runlift("--help")
    assert ended.code == 0
    assert all(command in ended.out for command in COMMANDS)
    assert "Exit codes" in ended.out
    assert "does not diagnose or treat anything" in " ".join(ended.out.split())


def test_without_words_help_is_shown_and_nothing_is_done(runlift: Runlift) -> None:
    ended = runlift()
    assert (ended.code, ended.out) == (2, "")
    assert "Usage: " in ended.err


def test_the_version_is_told(runlift: Runlift) -> None:
    assert runlift("--version").out == f"runlift {__version__}\n"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("nonsense",), "No such command 'nonsense'"),
        (("shw",), "Did you mean 'show'?"),
        (("exercises", "--colour"), "No such option: --colour"),
        (("plan",), "Missing argument"),
        (("exercises", "--level", "9"), "'--level'"),
    ],
)
def test_wrong_words_end_in_one_line_with_the_way_to_help(
    runlift: Runlift, words: tuple[str, ...], fault: str
) -> None:
    ended = runlift(*words)
    assert (ended.code, ended.out) == (2, "")
    (line,) = ended.err.splitlines()
    assert fault in line
    assert "--help`" in line


@pytest.mark.parametrize(
    ("words", "slow"),
    [
        (("--help",), (*SLOW_TO_LOAD, "pydantic")),
        (("plan", "--help"), SLOW_TO_LOAD),
        (("evidence", "S21", "--json"), ("numpy", "ortools", "highspy", "icalendar")),
    ],
)
def test_what_is_asked_often_loads_nothing_slow(
    words: tuple[str, ...], slow: tuple[str, ...], tmp_path: Path
) -> None:
    loaded = tmp_path / "loaded"
    ended = subprocess.run([sys.executable, "-c", LOADED, loaded, *words], check=False, capture_output=True)
    assert ended.returncode == 0
    assert not [name for name in slow if name in loaded.read_text().split()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_shown(runlift: Runlift, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    ended = runlift("--show-completion", shell)
    assert ended.code == 0
    assert "_RUNLIFT_COMPLETE" in ended.out


def test_completion_offers_the_commands(runlift_process: Runlift, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_RUNLIFT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "runlift wh")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert runlift_process().out.split() == ["why", "why-not"]


def test_a_stop_by_the_user_ends_quietly_with_its_code(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "runlift.cli.main", "init", "--out", str(tmp_path / "athlete.toml")]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asking:
        assert asking.stdout is not None
        assert asking.stdout.readline()  # it has begun to ask
        asking.send_signal(signal.SIGINT)
        _, told = asking.communicate(timeout=60)
    assert asking.returncode == 130
    assert b"Traceback" not in told
    assert not (tmp_path / "athlete.toml").exists()
