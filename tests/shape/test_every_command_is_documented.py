"""docs/commands.md and --help keep up with the commands there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_group

from runlift.cli import ending
from runlift.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = get_group(app).commands
OF_EVERY_COMMAND = {"--help"}


def section_of(command: str) -> str:
    """The part of the page that speaks of a command."""
    _, _, after = PAGE.partition(f"\n## `runlift {command}`\n")
    return after.partition("\n## ")[0]


def options_of(command: str) -> set[str]:
    told = {name for each in COMMANDS[command].params for name in (*each.opts, *each.secondary_opts)}
    return {name for name in told if name.startswith("--")} - OF_EVERY_COMMAND


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_has_a_section_with_an_example_for_every_command(command: str) -> None:
    assert re.search(rf"^    runlift {command}( |$)", section_of(command), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_names_every_option_of_a_command_and_no_other(command: str) -> None:
    prose = section_of(command).replace("`--move-runs` below", "")
    named = {re.split(r"[ =]", word)[0] for word in re.findall(r"`(--[a-z][a-z-]*)[^`]*`", prose)}
    assert named == options_of(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_tells_of_every_command_what_its_help_tells(command: str) -> None:
    help_line = (COMMANDS[command].help or "").splitlines()[0]
    assert f"[`runlift {command}`](#runlift-{command}) | {help_line} |" in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_says_what_it_is(command: str) -> None:
    assert all(getattr(each, "help", "") for each in COMMANDS[command].params)


@pytest.mark.parametrize("code", ["DONE", "REFUSED", "WRONG_INPUT", "DEFECT", "STOPPED", "NOBODY_READS"])
def test_the_page_tells_every_exit_code(code: str) -> None:
    assert f"\n| {getattr(ending, code)} | " in PAGE
