from __future__ import annotations

import os
import pty
import select
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runlift.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


@contextmanager
def keyboard(kind: str = "xterm") -> Iterator[tuple[int, Terminal]]:
    """A terminal and its other end: what is written there is typed, what is read there is shown."""
    ours, theirs = pty.openpty()
    with (
        os.fdopen(os.dup(theirs), encoding="utf-8") as keys,
        os.fdopen(theirs, "w", encoding="utf-8") as screen,
    ):
        yield ours, Terminal(keys, screen, kind=kind, timer=True)
    os.close(ours)


def shown(ours: int) -> str:
    data = b""
    while select.select([ours], [], [], 0.1)[0]:
        data += os.read(ours, 65536)
    return data.decode()


def test_an_answer_during_the_rest_ends_it() -> None:
    with keyboard() as (ours, terminal):
        os.write(ours, b"8\n")
        assert terminal.ask(rest_s=60) == "8"


def test_enter_during_the_rest_ends_only_the_rest() -> None:
    with keyboard() as (ours, terminal):
        os.write(ours, b"\n9\n")
        assert terminal.ask(rest_s=60) == "9"
        assert "rest cut short" in shown(ours)


def test_the_end_of_a_rest_rings_and_leaves_what_is_being_typed() -> None:
    with keyboard() as (ours, terminal):
        os.write(ours, b"8x1")
        assert terminal.rest(1) == (True, None)
        assert "\a" in shown(ours)
        os.write(ours, b"6\n")
        assert terminal.ask() == "8x16"


def test_the_end_of_the_input_is_no_answer() -> None:
    with keyboard() as (ours, terminal):
        os.write(ours, b"\x04")
        assert terminal.ask(rest_s=60) is None


def test_a_terminal_that_cannot_be_steered_counts_nothing_down() -> None:
    with keyboard(kind="dumb") as (ours, terminal):
        os.write(ours, b"8\n")
        assert terminal.ask(rest_s=60) == "8"
        assert "rest" not in shown(ours)


def test_long_lines_break_between_words_under_their_own_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with keyboard() as (ours, terminal):
        terminal.say("  - a line that is longer than the terminal is wide")
        first, second = shown(ours).splitlines()
        assert (first[:4], second[:4], second[4]) == ("  - ", "    ", "t")
