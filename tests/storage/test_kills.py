"""What was acknowledged survives `kill -9`, and the check that says so is able to fail."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.postgres import Cluster

KILLER = Path(__file__).parents[2] / "bench" / "kill_writer.py"
KILLS, KILLS_OF_FAULTY = 200, 25


def killed(kills: int, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", str(KILLER), "--kills", str(kills), *words],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def number_before(words: str, told: str) -> int:
    found = re.search(rf"(\d+) {words}", told)
    assert found, told
    return int(found[1])


@pytest.fixture
def postgres_socket(postgres_cluster: Cluster) -> str:
    """The URL of an empty database through the socket, where connecting is quick."""
    return postgres_cluster.new_database(through_socket=True)


def test_two_hundred_kills_lose_nothing_on_sqlite() -> None:
    ended = killed(KILLS)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout
    assert number_before("batches acknowledged", ended.stdout) > KILLS
    assert number_before("kills left a transaction to undo", ended.stdout) > 0


def test_two_hundred_kills_lose_nothing_on_postgresql(postgres_socket: str) -> None:
    ended = killed(KILLS, "--database", postgres_socket)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout
    assert number_before("batches acknowledged", ended.stdout) > KILLS


@pytest.mark.parametrize(
    ("fault", "found"),
    [("acknowledges_before_commit", "lost: "), ("writes_a_batch_in_two_steps", "half there: ")],
)
@pytest.mark.parametrize("server", ["sqlite", "postgres"])
def test_the_check_finds_a_store_with_a_fault(
    request: pytest.FixtureRequest, fault: str, found: str, server: str
) -> None:
    where = ("--database", request.getfixturevalue("postgres_socket")) if server == "postgres" else ()
    ended = killed(KILLS_OF_FAULTY, "--fault", fault, *where)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert re.search(rf"{found}[1-9]", ended.stdout)


def test_an_acknowledged_batch_survives_a_crash_of_the_server(postgres_cluster: Cluster) -> None:
    from tests.storage.faulty_store import batch, whole_batches  # noqa: PLC0415

    from runlift.storage.open import open_store  # noqa: PLC0415

    store = open_store(postgres_cluster.new_database())
    for number in range(1, 6):
        store.record("me", batch("me", number))
    postgres_cluster.crash()
    assert whole_batches(store.recorded("me")) == ({1, 2, 3, 4, 5}, set())
