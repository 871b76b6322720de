from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from runlift.formats.child_process.limits import ReadingLimits
from runlift.formats.child_process.pool import WorkerPool
from runlift.formats.child_process.worker import Question, ReaderDefectError, TooMuchError, Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

READER = "tests.child_reader"
LIMITS = ReadingLimits(seconds=1, memory=512 * 1024 * 1024, clock=20.0)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems limit by the clock alone")


@pytest.fixture(autouse=True)
def _children_find_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[3]))


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(LIMITS)
    yield worker
    worker.end()


def asks(do: str, *, data: bytes = b"", largest_file: int = 0, **more: object) -> Question:
    return Question(reader=READER, question={"do": do, **more}, data=data, largest_file=largest_file)


def by(worker: Worker) -> int:
    answered: dict[str, Any] = worker.ask(asks("echo"))
    return int(answered["by"])


def test_questions_and_bytes_go_in_and_answers_come_out(worker: Worker) -> None:
    answered = worker.ask(asks("echo", data=b"x" * 3_000_000, told=["ä", 1]))
    assert (answered["told"], answered["data"]) == (["ä", 1], 3_000_000)


def test_one_child_answers_many_questions(worker: Worker) -> None:
    assert len({by(worker) for _ in range(5)}) == 1


def test_a_failing_reader_is_told_and_the_child_goes_on(worker: Worker) -> None:
    first = by(worker)
    with pytest.raises(ReaderDefectError, match="LookupError: something else"):
        worker.ask(asks("raise"))
    assert by(worker) == first


def test_what_a_reader_prints_gets_not_among_the_answers(worker: Worker) -> None:
    assert worker.ask(asks("print")) == "said"


@on_linux
@pytest.mark.parametrize("does", ["spin", "take", "die"])
def test_a_child_that_takes_too_much_or_dies_is_replaced(worker: Worker, does: str) -> None:
    first = by(worker)
    begins = time.monotonic()
    with pytest.raises(TooMuchError):
        worker.ask(asks(does))
    assert time.monotonic() - begins < 15
    assert by(worker) != first


@on_linux
def test_each_question_has_its_own_time(worker: Worker) -> None:
    first = by(worker)
    for _ in range(3):
        worker.ask(asks("echo", data=b"x" * 20_000_000))
    assert by(worker) == first


def test_the_clock_ends_a_child_too() -> None:
    worker = Worker(ReadingLimits(seconds=60, memory=512 * 1024 * 1024, clock=0.5))
    begins = time.monotonic()
    with pytest.raises(TooMuchError):
        worker.ask(asks("spin"))
    assert time.monotonic() - begins < 5
    worker.end()


@on_linux
def test_a_child_writes_no_file_unless_it_is_told_how_large_one(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises((TooMuchError, ReaderDefectError)):
        worker.ask(asks("write", into=str(tmp_path / "a"), size=10))
    assert worker.ask(asks("write", into=str(tmp_path / "b"), size=10, largest_file=100)) == "written"
    with pytest.raises((TooMuchError, ReaderDefectError)):
        worker.ask(asks("write", into=str(tmp_path / "c"), size=1000, largest_file=100))


def test_answers_come_in_the_order_of_the_questions() -> None:
    with WorkerPool(LIMITS, workers=2) as pool:
        questions = ((number, asks("echo", told=number)) for number in range(100))
        answered = [(key, answer["told"]) for key, answer in pool.ask_all(questions)]  # type: ignore[index]
    assert answered == [(number, number) for number in range(100)]


@on_linux
def test_what_goes_wrong_comes_in_its_place_and_holds_up_no_other() -> None:
    what = ["echo", "spin", "echo", "raise", "echo", "die", "echo"]
    with WorkerPool(LIMITS, workers=2) as pool:
        answered = [answer for _, answer in pool.ask_all(enumerate(map(asks, what)))]
    kinds = [type(each).__name__ for each in answered]
    assert kinds == ["dict", "TooMuchError", "dict", "ReaderDefectError", "dict", "TooMuchError", "dict"]
