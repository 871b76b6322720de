"""docs/commands.md and --help keep up with the commands there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_group

from runlift.cli import ending
from runlift.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
OF_EVERY_COMMAND = {"--help"}
OF_THE_DATABASE = {"--who", "--database"}  # told once for all commands that have them


def commands_of(group: TyperGroup, before: str = "") -> dict[str, Any]:
    """Every command by its words, those of groups within the program too."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        found |= {f"{before}{name}": command}
        found |= commands_of(command, f"{before}{name} ") if isinstance(command, TyperGroup) else {}
    return found


COMMANDS = commands_of(get_group(app))


def section_of(command: str) -> str:
    """The part of the page that speaks of a command."""
    found = re.search(rf"\n##+ `runlift {command}`\n(.*?)(?=\n##|\Z)", PAGE, re.DOTALL)
    return found[1] if found else ""


def options_of(command: str) -> set[str]:
    told = {name for each in COMMANDS[command].params for name in (*each.opts, *each.secondary_opts)}
    return {name for name in told if name.startswith("--")} - OF_EVERY_COMMAND - OF_THE_DATABASE


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_has_a_section_with_an_example_for_every_command(command: str) -> None:
    assert re.search(rf"^    runlift {command}( |$)", section_of(command), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_names_every_option_of_a_command_and_no_other(command: str) -> None:
    prose = section_of(command).replace("`--move-runs` below", "")
    named = {re.split(r"[ =]", word)[0] for word in re.findall(r"`(--[a-z][a-z-]*)[^`]*`", prose)}
    assert named - OF_THE_DATABASE == options_of(command)


@pytest.mark.parametrize("option", sorted(OF_THE_DATABASE))
def test_the_page_tells_the_options_that_all_commands_of_the_database_have(option: str) -> None:
    assert f"| `{option} " in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_tells_of_every_command_what_its_help_tells(command: str) -> None:
    help_line = (COMMANDS[command].help or "").splitlines()[0]
    anchor = command.replace(" ", "-")
    assert f"[`runlift {command}`](#runlift-{anchor}) | {help_line} |" in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_says_what_it_is(command: str) -> None:
    assert all(getattr(each, "help", "") for each in COMMANDS[command].params)


@pytest.mark.parametrize("code", ["DONE", "REFUSED", "WRONG_INPUT", "DEFECT", "STOPPED", "NOBODY_READS"])
def test_the_page_tells_every_exit_code(code: str) -> None:
    assert f"\n| {getattr(ending, code)} | " in PAGE
