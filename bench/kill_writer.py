"""Kill a writer of the diary again and again; fail when an acknowledged batch is lost or half there.

A kill ends the process, not the machine: what the operating system holds survives it. What a power cut would
do is tested in `tests/storage/test_power_cut.py`.

Examples:
    python bench/kill_writer.py --kills 1000
    python bench/kill_writer.py --kills 1000 --database postgresql://me@localhost/diary
    python bench/kill_writer.py --kills 50 --fault acknowledges_before_commit     (must fail)
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from argparse import ArgumentParser
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import TYPE_CHECKING, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.storage.faulty_store import Fault, batch, store_with, whole_batches

from runlift.storage.open import open_store

if TYPE_CHECKING:
    from io import RawIOBase

    from runlift.storage.store import SqlStore

UNREADY = 0.1  # share of writers killed at any moment, also before they have opened the database
LONGEST_UNREADY_S = 0.05
MOST_BATCHES = 5  # acknowledged before the batch in which a writer is killed
FIRST_BATCH_S = 0.005  # how long a batch takes is measured from the second on


@dataclass(slots=True, kw_only=True)
class Toll:
    """What the kills came to.

    Attributes:
        acknowledged: Batches acknowledged, of all writers.
        unacknowledged: Batches found whole though the writer was killed before it could tell.
        interrupted: Kills that left a transaction for the next opener to undo (SQLite).
        lost: Batches acknowledged and not there.
        halves: Batches there in part.
        refused: Batches sent again after the kill and not taken.
    """

    acknowledged: int = 0
    unacknowledged: int = 0
    interrupted: int = 0
    lost: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether nothing is lost or half there."""
        return not (self.lost or self.halves or self.refused)


def main() -> int:
    """Kill as often as asked and tell what it came to."""
    asked = _arguments().parse_args()
    started = perf_counter()
    with tempfile.TemporaryDirectory(prefix="runlift-kills-") as folder:
        url = asked.database or str(Path(folder) / "diary.db")
        toll = kill_again_and_again(url, asked.kills, seed=asked.seed, fault=asked.fault)
    _tell(toll, asked.kills, perf_counter() - started)
    return 0 if toll.passed else 1


def _arguments() -> ArgumentParser:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=200, help="how many writers to kill")
    parser.add_argument("--database", help="path or URL of an empty database; a temporary file by default")
    parser.add_argument("--seed", type=int, default=1, help="which moments")
    parser.add_argument(
        "--fault", type=Fault, choices=list(Fault), default=Fault.NONE, help="a fault to find"
    )
    return parser


def kill_again_and_again(url: str, kills: int, *, seed: int, fault: Fault) -> Toll:
    """Kill one writer after another, look after each, and look at all of them again in the end."""
    chance, toll, told = Random(seed), Toll(), {}  # noqa: S311  no secret
    store = open_store(url)
    for round_ in range(kills):
        athlete = f"writer {seed}/{round_}"
        told[athlete] = _killed_writer(url, athlete, fault, chance)
        toll.interrupted += _left_a_journal(url)
        _look(store, athlete, told[athlete], toll)
        _send_again(store, athlete, told[athlete], toll)
    for athlete, acknowledged in told.items():
        whole, halves = whole_batches(store.recorded(athlete))
        toll.lost += _named(athlete, set(range(1, acknowledged + 1)) - whole)
        toll.halves += _named(athlete, halves)
    return toll


def _killed_writer(url: str, athlete: str, fault: Fault, chance: Random) -> int:
    """Let a process write until it is killed; return how many batches it had acknowledged."""
    reading, writing = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(reading)
        _write_on_and_on(url, athlete, fault, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as told:
        ready = chance.random() >= UNREADY
        heard, batch_s = _await(told, chance.randint(0, MOST_BATCHES)) if ready else (0, LONGEST_UNREADY_S)
        sleep(chance.uniform(0, batch_s))
        os.kill(writer, signal.SIGKILL)
        _, ended = os.waitpid(writer, 0)
        if not os.WIFSIGNALED(ended):
            raise RuntimeError("a writer ended by itself")
        return max(0, heard + len(told.read()) - 1)


def _await(told: RawIOBase, batches: int) -> tuple[int, float]:
    """Wait until a writer is ready and has some batches acknowledged; return how often it told, and its pace.

    The writer tells once that it is ready, then once for each batch.
    """
    told.read(1)
    heard, pace_s, since = 1, FIRST_BATCH_S, perf_counter()
    for _ in range(batches):
        told.read(1)
        now = perf_counter()
        heard, pace_s, since = heard + 1, now - since, now
    return heard, pace_s


def _write_on_and_on(url: str, athlete: str, fault: Fault, told: int) -> NoReturn:
    """Write batch after batch; a byte into the pipe when ready, one for each that the store says is kept."""
    try:
        store = store_with(fault, url)
        os.write(told, b".")
        for number in count(1):
            store.record(athlete, batch(athlete, number))
            os.write(told, b".")
    finally:
        os._exit(1)


def _look(store: SqlStore, athlete: str, acknowledged: int, toll: Toll) -> None:
    """Compare what is there with what was acknowledged."""
    whole, halves = whole_batches(store.recorded(athlete))
    toll.acknowledged += acknowledged
    toll.unacknowledged += len(whole - set(range(1, acknowledged + 1)))
    toll.lost += _named(athlete, set(range(1, acknowledged + 1)) - whole)
    toll.halves += _named(athlete, halves)


def _send_again(store: SqlStore, athlete: str, acknowledged: int, toll: Toll) -> None:
    """Send the last batches again, as a device does that was cut off: it makes them whole."""
    for number in range(max(1, acknowledged), acknowledged + 2):
        receipt = store.record(athlete, batch(athlete, number))
        if receipt.refused or number not in whole_batches(store.recorded(athlete))[0]:
            toll.refused += _named(athlete, {number})


def _left_a_journal(url: str) -> bool:
    if "://" in url:
        return False
    journal = Path(f"{url}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _named(athlete: str, numbers: set[int]) -> list[str]:
    return [f"{athlete}, batch {number}" for number in sorted(numbers)]


def _tell(toll: Toll, kills: int, seconds: float) -> None:
    print(f"{kills} writers killed in {seconds:.1f} s; {toll.acknowledged} batches acknowledged")
    print(
        f"{toll.interrupted} kills left a transaction to undo; {toll.unacknowledged} batches were kept untold"
    )
    for name, found in (("lost", toll.lost), ("half there", toll.halves), ("refused", toll.refused)):
        print(f"{name}: {len(found)}", *found[:3], sep="; " if found else "")
    print("passed" if toll.passed else "FAILED")


if __name__ == "__main__":
    sys.exit(main())
