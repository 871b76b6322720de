"""Lines in and out of a terminal, with a rest that counts down above the line being typed."""

from __future__ import annotations

import select
import shutil
import textwrap
import time
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

PROMPT = "  > "
BELL = "\a"
SAVE, RESTORE = "\x1b7", "\x1b8"
UP, CLEAR = "\x1b[1A", "\r\x1b[K"
TICK_S = 0.25
NARROWEST = 30
DUMB = {"", "dumb"}


class Terminal:
    """A terminal, or whatever stands in for one.

    Attributes:
        timed: Whether rests are counted down, which needs a terminal that can be steered.
    """

    def __init__(self, keys: TextIO, screen: TextIO, *, kind: str, timer: bool) -> None:
        self._keys, self._screen = keys, screen
        self.timed = timer and keys.isatty() and screen.isatty() and kind not in DUMB

    def say(self, line: str = "") -> None:
        """Print a line, on a terminal broken between words under its own beginning."""
        if self._screen.isatty():
            begins = len(line) - len(line.lstrip(" -"))
            indent = " " * (begins if line.lstrip().startswith("-") else begins + 2)
            width = max(shutil.get_terminal_size().columns, NARROWEST)
            line = textwrap.fill(line, width, subsequent_indent=indent) if len(line) > width else line
        self._write(f"{line}\n")

    def ask(self, rest_s: int = 0) -> str | None:
        """Return the next line typed; None when nothing more can come.

        During a rest Enter alone ends the rest; anything else is the answer.
        """
        if not self.timed or rest_s <= 0:
            self._write(PROMPT)
            return self._line()
        ended, answer = self.rest(rest_s)
        return self._line() if ended else answer

    def rest(self, rest_s: int) -> tuple[bool, str | None]:
        """Count down; return whether the answer is still to be read, and else the answer."""
        over = time.monotonic() + rest_s
        self._write(f"{_rest_line(rest_s)}\n{PROMPT}")
        told = rest_s
        while (left := ceil(over - time.monotonic())) > 0:
            if left != told:
                told = left
                self._write_above(_rest_line(left))
            if select.select([self._keys], [], [], TICK_S)[0]:
                line = self._line()
                if line is None or line.strip():
                    return False, line
                self._write(f"{UP}{UP}{CLEAR}  rest cut short\n{CLEAR}{PROMPT}")
                return True, None
        self._write_above(f"  rest is over{BELL}")
        return True, None

    def _write_above(self, line: str) -> None:
        """Write over the line above, leaving what is being typed as it is."""
        self._write(f"{SAVE}{UP}{CLEAR}{line}{RESTORE}")

    def _line(self) -> str | None:
        line = self._keys.readline()
        if not line:
            return None
        if not self._keys.isatty():
            self._write("\n")
        return line.rstrip("\r\n")

    def _write(self, words: str) -> None:
        self._screen.write(words)
        self._screen.flush()


def _rest_line(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"  rest {minutes}:{rest:02} (Enter ends it)"
