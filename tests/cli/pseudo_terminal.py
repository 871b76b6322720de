"""The real command in a terminal of its own, as somebody at a keyboard uses it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S = 30
ROWS, COLUMNS = 40, 100
CONTROL_C, CONTROL_D = "\x03", "\x04"
STEERING = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[78])|\r")


class PseudoTerminal:
    """A command that runs in a terminal."""

    def __init__(self, *words: str, database: Path, term: str = "xterm") -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "runlift.cli.main", *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | {"RUNLIFT_DATABASE": str(database), "TERM": term, "PYTHONIOENCODING": "utf-8"},
            preexec_fn=_take_terminal,  # noqa: PLW1509  one thread only, and Ctrl-C must reach the command
        )
        os.close(theirs)
        self.raw = ""

    @property
    def shown(self) -> str:
        """Everything shown so far, without what steers the terminal."""
        return STEERING.sub("", self.raw)

    def type(self, words: str) -> None:
        """Type without Enter."""
        os.write(self._ours, words.encode())

    def say(self, *answers: str) -> None:
        """Answer questions one after the other, each once it is asked."""
        for each in answers:
            asked = self.shown.count("> ")
            self.type(f"{each}\n")
            self.wait_for(lambda shown, asked=asked: shown.count("> ") > asked or not self.runs)

    def expect(self, words: str) -> None:
        """Wait until words are shown."""
        self.wait_for(lambda shown: words in shown)

    def wait_for(self, holds: object) -> None:
        """Wait until something holds of what is shown."""
        end = time.monotonic() + PATIENCE_S
        while not holds(self.shown):  # type: ignore[operator]
            assert time.monotonic() < end, f"not shown: {self.shown[-2000:]}"
            if not self._read():
                self._process.wait(PATIENCE_S)  # its end of the terminal closes a moment before it is gone
                assert holds(self.shown), f"ended with: {self.shown[-2000:]}"  # type: ignore[operator]
                return

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """Kill it without a chance to tidy up."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(PATIENCE_S)
        os.close(self._ours)

    def end(self) -> int:
        """Wait for its end and return the exit code; one that asks on for ever is a failure."""
        latest = time.monotonic() + PATIENCE_S
        while self._read():
            assert time.monotonic() < latest, f"did not end: {self.shown[-2000:]}"
        code = self._process.wait(PATIENCE_S)
        os.close(self._ours)
        return code

    def _read(self) -> bool:
        """Read what comes within a moment; return whether more can come."""
        if not select.select([self._ours], [], [], 0.05)[0]:
            return self.runs
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += data.decode("utf-8", errors="replace")
        return bool(data)


def _take_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
