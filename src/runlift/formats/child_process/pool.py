"""Several children that read at once, with the answers in the order of the questions."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Self, TypeVar

from runlift.formats.child_process.worker import ReaderDefectError, TooMuchError, Worker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from runlift.formats.child_process.limits import ReadingLimits
    from runlift.formats.child_process.worker import Question

AHEAD = 64  # questions asked before the first answer is taken, so that one slow file holds up no other
K = TypeVar("K")


class WorkerPool:
    """Children that are replaced when they take too much; to be used in a `with` block."""

    def __init__(self, limits: ReadingLimits, *, workers: int | None = None) -> None:
        count = workers or usable_processors()
        self._all = [Worker(limits) for _ in range(count)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._all:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(max_workers=count)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.end()
        self._threads.shutdown()

    def ask(self, asked: Question) -> Any:  # noqa: ANN401 - any JSON value
        """Return the answer to one question.

        Raises:
            TooMuchError: It took too much.
            ReaderDefectError: The reader failed.
        """
        worker = self._idle.get()
        try:
            return worker.ask(asked)
        finally:
            self._idle.put(worker)

    def ask_all(
        self, questions: Iterable[tuple[K, Question]]
    ) -> Iterator[tuple[K, Any | TooMuchError | ReaderDefectError]]:
        """Yield each question's key with its answer, or with what went wrong, in order."""
        waiting: deque[tuple[K, Future[Any]]] = deque()
        for key, question in questions:
            waiting.append((key, self._threads.submit(self._attempt, question)))
            if len(waiting) >= AHEAD:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()

    def _attempt(self, asked: Question) -> Any:  # noqa: ANN401 - an answer or what went wrong
        try:
            return self.ask(asked)
        except (TooMuchError, ReaderDefectError) as fault:
            return fault


def usable_processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
