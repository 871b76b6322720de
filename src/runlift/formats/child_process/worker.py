"""A child process as its parent sees it: started when needed, replaced when it takes too much."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from threading import Event, Timer
from typing import TYPE_CHECKING, Any

from runlift.formats.child_process.frame import read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift.formats.child_process.limits import ReadingLimits

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class TooMuchError(Exception):
    """Reading took more time or memory than it may, or broke the process that read."""


class ReaderDefectError(Exception):
    """A reader raised what it should have told as a finding; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a child.

    Attributes:
        reader: Name of the reader.
        question: Its arguments, as JSON values.
        data: Bytes to read, where they are not in a file.
        largest_file: Size of files that it may write [bytes].
        clock_s: Time on the clock, where it is not the usual one [s].
    """

    reader: str
    question: Mapping[str, Any]
    data: bytes = b""
    largest_file: int = 0
    clock_s: float | None = None


class Worker:
    """One child process, used by one thread at a time."""

    def __init__(self, limits: ReadingLimits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, asked: Question) -> Any:  # noqa: ANN401 - any JSON value
        """Return the answer of a reader.

        Raises:
            TooMuchError: It took too much; the child was ended.
            ReaderDefectError: The reader failed.
        """
        answered = self._exchange(asked)
        if answered is None or answered.get("fault") == "memory":
            self.end()
            raise TooMuchError
        if "fault" in answered:
            raise ReaderDefectError(str(answered.get("told")))
        return answered.get("answer")

    def end(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)

    def _exchange(self, asked: Question) -> dict[str, Any] | None:
        """Ask and wait; None when the child ended, or was ended because its time was up."""
        process = self._running()
        if process.stdin is None or process.stdout is None:
            return None
        head = {
            "reader": asked.reader,
            "question": dict(asked.question),
            "seconds": self._limits.seconds,
            "largest_file": asked.largest_file,
        }
        rang = Event()
        clock_s = self._limits.clock_s if asked.clock_s is None else asked.clock_s
        alarm = Timer(max(0.0, clock_s), partial(_end_by_alarm, process, rang))
        alarm.start()
        try:
            write_frame(process.stdin, head, asked.data)
            frame = read_frame(process.stdout)
        except (OSError, ValueError):
            return None
        finally:
            alarm.cancel()
        if rang.is_set():  # an answer that came as the time was up counts, but the child is gone
            self.end()
        return None if frame is None else frame[0]

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the child, a new one when there is none or it has ended since the last question."""
        if self._process is not None and self._process.poll() is not None:
            self.end()
        self._process = self._process or self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(filter(None, sys.path))
        return subprocess.Popen(  # noqa: S603 - our own module, our own arguments
            [sys.executable, "-P", "-m", "runlift.formats.child_process.child", str(self._limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        )


def _end_by_alarm(process: subprocess.Popen[bytes], rang: Event) -> None:
    rang.set()
    process.kill()


def _close(stream: Any) -> None:  # noqa: ANN401 - a pipe of either direction
    try:
        stream.close()
    except OSError:  # what was still to be written has nobody to read it
        return
