"""Many who write at once lose nothing and overwrite nobody."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.storage.faulty_store import START, batch, whole_batches
from tests.storage.plans import small_plan

from runlift.application.error import PlanChangedError
from runlift.storage.open import open_store

if TYPE_CHECKING:
    from runlift.application.ports import Store

WRITERS_SCRIPT = Path(__file__).with_name("many_writers.py")
WRITERS, BATCHES, PLANS = 16, 6, 2


def test_sixteen_processes_lose_nothing(url: str) -> None:
    ended = subprocess.run(
        [sys.executable, str(WRITERS_SCRIPT), url, str(WRITERS), str(BATCHES), str(PLANS)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    store = open_store(url)
    assert whole_batches(store.recorded("me")) == (set(range(WRITERS * BATCHES)), set())
    assert store.plan_versions("me") == tuple(range(1, WRITERS * PLANS + 1))
    causes = {kept.cause for version in store.plan_versions("me") if (kept := store.plan("me", version))}
    assert len(causes) == WRITERS * PLANS


def test_sixteen_threads_lose_nothing(url: str) -> None:
    store = open_store(url)

    def write(writer: int) -> int:
        numbers = range(writer * BATCHES, (writer + 1) * BATCHES)
        return sum(len(store.record("me", batch("me", number)).added) for number in numbers)

    with ThreadPoolExecutor(WRITERS) as pool:
        added = sum(pool.map(write, range(WRITERS)))
    assert added == len(store.recorded("me"))
    assert whole_batches(store.recorded("me")) == (set(range(WRITERS * BATCHES)), set())


def test_devices_that_send_the_same_at_once_add_it_once(url: str) -> None:
    store = open_store(url)
    with ThreadPoolExecutor(WRITERS) as pool:
        receipts = list(pool.map(lambda _: store.record("me", batch("me", 1)), range(WRITERS)))
    size = len(batch("me", 1))
    assert sum(len(each.added) for each in receipts) == size
    assert sum(len(each.known) for each in receipts) == size * (WRITERS - 1)
    assert len(store.recorded("me")) == size


def test_of_many_plans_made_from_one_version_a_single_one_is_kept(store: Store) -> None:
    def keep(writer: int) -> bool:
        try:
            store.keep_plan("me", small_plan(), after=0, made_at=START, cause=f"writer {writer}")
        except PlanChangedError as refused:
            return (refused.expected, refused.found) != (0, 1)
        return True

    with ThreadPoolExecutor(WRITERS) as pool:
        kept = list(pool.map(keep, range(WRITERS)))
    assert kept.count(True) == 1
    assert store.plan_versions("me") == (1,)


def test_an_athlete_erased_while_others_write_is_gone_or_whole(url: str) -> None:
    store = open_store(url)

    def write_or_erase(number: int) -> None:
        if number % 4 == 0:
            store.erase("me")
        else:
            store.record("me", batch("me", number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write_or_erase, range(24)))
    assert whole_batches(store.recorded("me"))[1] == set()
    store.erase("me")
    assert store.athletes() == ()
