"""What reading one file may cost, and how the reading process is held to it."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

# Some systems have no such limits; there the clock alone ends the child.
resource: Any = import_module("resource") if find_spec("resource") else None

_START_S = 1.0  # time on the clock that a child may take beyond its processor time


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """What reading one file may cost.

    Attributes:
        seconds: Processor time [s].
        memory: Address space [bytes].
        clock: Time on the clock [s]; one second more than the processor time by default.
    """

    seconds: int = 8
    memory: int = 512 * 1024 * 1024
    clock: float | None = None

    @property
    def clock_s(self) -> float:
        """Time on the clock [s]."""
        return self.seconds + _START_S if self.clock is None else self.clock


def bound_process(memory: int) -> None:
    """Bound the memory of this process for good; let it write no file, and only its parent stop it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bound_files(0)


def bound_files(size: int) -> None:
    """Bound the size of files that this process writes [bytes]."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def renew_time(seconds: int) -> None:
    """Let this process use so much more processor time from now on [s]."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (max(1, spent + seconds), hard))
