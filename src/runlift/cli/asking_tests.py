"""`runlift assess` without a test: ask the field tests one by one, and keep each result at once."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from runlift.application.ask_field_tests import answer_test, tests_kept
from runlift.application.keep_entries import keep_entries
from runlift.cli.console import finding_line
from runlift.cli.ending import STOPPED
from runlift.cli.recording import after_logging, author_now, new_id
from runlift.cli.terminal import Terminal
from runlift.domain.assessment.field_test import field_tests
from runlift.domain.diary.entry import FieldTestDone
from runlift.wording.assessment import DRAWN, NO_FORECAST, how_words, result_words, test_words
from runlift.wording.field_test_question import HOW_IN_SHORT, SAYS, help_lines, question_words
from runlift.wording.names import counted
from runlift.wording.notice import NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from runlift.application.ask_field_tests import Battery, Question
    from runlift.cli.recording import Desk
    from runlift.domain.assessment.field_test import FieldTest


def ask_tests(desk: Desk, battery: Battery, lines_after: Callable[[FieldTestDone], list[str]]) -> None:
    """Ask the tests that are worth doing on a day, from the first that was not told.

    Args:
        desk: The diary.
        battery: The tests, as far as they have come.
        lines_after: What a result shows, told once it is kept.

    Raises:
        typer.Exit: The runner stopped, or nothing more can be read.
    """
    terminal = Terminal(sys.stdin, sys.stdout, kind=os.environ.get("TERM", ""), timer=False)
    _say_begin(terminal, battery)
    if not battery.tests:
        return
    before = len(battery.told)
    try:
        battery = _ask_on(terminal, desk, battery, lines_after)
    except KeyboardInterrupt:
        terminal.say()
        terminal.say(_left_words(desk))
        raise typer.Exit(STOPPED) from None
    terminal.say()
    if battery.question is not None or (battery.left and len(battery.told) < len(battery.tests)):
        terminal.say(_left_words(desk))
    terminal.say(f"{counted(len(battery.told), 'test')} told; runlift assess --show shows what follows.")
    if len(battery.told) > before:
        after_logging(desk.store, desk.who)
    if battery.question is not None:
        raise typer.Exit(STOPPED)


def _ask_on(
    terminal: Terminal, desk: Desk, battery: Battery, lines_after: Callable[[FieldTestDone], list[str]]
) -> Battery:
    """Ask until everything is told, the runner leaves, or nothing more can be read."""
    shown: FieldTest | None = None
    while (question := battery.question) is not None:
        if question.test is not None and question.test is not shown:
            _show_test(terminal, question, battery)
        shown = question.test
        terminal.say(f"  {question_words(question)}")
        text = terminal.ask()
        if text is None:
            break
        battery = answer_test(battery, text, author_now(), new_id)
        if battery.to_record:
            battery = tests_kept(battery, keep_entries(desk.store, desk.who, battery.to_record))
        _say_told(terminal, desk, battery, lines_after)
    return battery


def _say_begin(terminal: Terminal, battery: Battery) -> None:
    terminal.say(NO_FORECAST)
    terminal.say(NOTICE)
    later = [each.name for each in field_tests().values() if each not in battery.tests]
    if later:
        terminal.say(f"Not yet worth doing again, and left out: {', '.join(later)}.")
        terminal.say(
            "runlift assess --show says from when; one alone: runlift assess NAME --left N --right N"
        )
    if not battery.tests:
        return
    terminal.say(DRAWN)
    terminal.say(HOW_IN_SHORT)
    for each in battery.told:
        terminal.say(f"Told before: {result_words(each)}")
    terminal.say()


def _show_test(terminal: Terminal, question: Question, battery: Battery) -> None:
    if question.test is None:
        return
    name = test_words(question.test.id).capitalize()
    terminal.say()
    terminal.say(f"{question.place} of {len(battery.tests)}  {name}")
    terminal.say(f"  {how_words(question.test)}")


def _say_told(
    terminal: Terminal, desk: Desk, battery: Battery, lines_after: Callable[[FieldTestDone], list[str]]
) -> None:
    """Print what was taken down, what it shows, what is doubtful, and help."""
    for recorded in battery.to_record:
        terminal.say(f"  logged: {desk.words(recorded.entry)}")
        if isinstance(recorded.entry, FieldTestDone):
            for line in lines_after(recorded.entry):
                terminal.say(f"  {line}")
    for each in battery.says:
        terminal.say(f"  {SAYS[each]}")
    for finding in battery.findings:
        terminal.say(f"  {finding_line(finding)}")
    for line in help_lines() if battery.help_wanted else ():
        terminal.say(f"    {line}")


def _left_words(desk: Desk) -> str:
    return f"What you told is kept. `runlift assess{desk.option}` goes on there on the same day."
