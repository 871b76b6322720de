"""The process that reads for another: questions come in on standard input, answers go out.

Readers are loaded when first asked for. One that fails tells how; one that takes too much is ended by the
system, which its parent sees.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

from runlift.formats.child_process.frame import read_frame, write_frame
from runlift.formats.child_process.limits import bound_files, bound_process, renew_time

if TYPE_CHECKING:
    from collections.abc import Callable

READERS = {
    "plan": "runlift.formats.running_plan.answer",
    "activities": "runlift.formats.activity_files.answer",
    "archive": "runlift.formats.activity_files.answer_archive",
    "unpack": "runlift.formats.activity_files.answer_unpack",
}
"""The module of each reader, others go by their own name; `answer(question, data)` returns a document."""


def main(memory: int) -> None:
    """Answer questions until no more come."""
    questions, answers = _streams()
    bound_process(memory)
    while True:
        frame = read_frame(questions)
        if frame is None:
            return
        write_frame(answers, _answer(*frame))


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return streams of our own, so that nothing that a library prints gets among the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    return sys.stdin.buffer, answers


def _answer(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        module = import_module(READERS.get(asked["reader"], asked["reader"]))
        read: Callable[[dict[str, Any], bytes], Any] = module.answer
        renew_time(asked["seconds"])
        bound_files(asked["largest_file"])
        return {"answer": read(asked["question"], data)}
    except MemoryError:
        return {"fault": "memory"}
    except Exception as fault:  # noqa: BLE001 - whatever a reader raises is told, and the next file is read
        return {"fault": "defect", "told": f"{type(fault).__name__}: {fault}"[:500]}


if __name__ == "__main__":
    main(int(sys.argv[1]))
