"""What was acknowledged survives a power cut, on a disk that keeps only what was synchronised."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.storage.faulty_store import Fault, whole_batches
from tests.storage.power_cut import Acknowledge, Event, Sync, Write, disk_after, events, watch
from tests.storage.traced_writer import ATHLETE

from runlift.application.error import StoreError
from runlift.storage.open import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

WRITER = Path(__file__).with_name("traced_writer.py")
BATCHES = 6
PARTS = ("none of the rest", "all of the rest", "any part of the rest")


@pytest.fixture
def watched(tmp_path: Path) -> Callable[[Fault, str], list[Event]]:
    """What a writer of some batches does to its files."""

    def write(fault: Fault, journal: str) -> list[Event]:
        folder = tmp_path / "watched"
        folder.mkdir()
        database, acknowledged, log = folder / "diary.db", folder / "told", tmp_path / "log"
        files = (database, Path(f"{database}-journal"), Path(f"{database}-wal"))
        words = (str(database), str(acknowledged), fault.value, journal, str(BATCHES))
        command = [sys.executable, str(WRITER), *words]
        fault_of_strace = watch(command, files, acknowledged, log)
        if "ptrace" in fault_of_strace.lower():
            pytest.skip(f"strace may not watch a process here: {fault_of_strace.strip()[:100]}")
        assert not fault_of_strace
        return list(events(log, acknowledged))

    if shutil.which("strace") is None:
        told = "strace is not installed: on Debian, apt-get install strace"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    return write


def found_after_cut(
    happened: list[Event], part: str, chance: Random, here: Path, before: Path
) -> tuple[set[int], set[int]]:
    """Put the disk together, open the database, and return which batches are whole and which are not."""
    survives = {PARTS[0]: lambda: False, PARTS[1]: lambda: True, PARTS[2]: lambda: chance.random() < 0.5}
    here.mkdir()
    for path, content in disk_after(happened, survives[part], folder=before).items():
        (here / Path(path).name).write_bytes(content)
    try:
        return whole_batches(open_store(str(here / "diary.db")).recorded(ATHLETE))
    finally:
        shutil.rmtree(here)


def lost(happened: list[Event], tmp_path: Path) -> list[str]:
    """Cut the power after every event, and tell what was acknowledged and is not there, or is half there."""
    chance, told = Random(1), []  # noqa: S311
    for moment in range(1, len(happened) + 1):
        acknowledged = {*range(1, sum(isinstance(each, Acknowledge) for each in happened[:moment]) + 1)}
        for part in PARTS:
            try:
                whole, halves = found_after_cut(
                    happened[:moment], part, chance, tmp_path / "found", tmp_path / "watched"
                )
            except StoreError as damaged:
                told.append(f"event {moment}, {part}: {damaged.finding.message}")
                continue
            if acknowledged - whole or halves:
                told.append(f"event {moment}, {part}: lost {acknowledged - whole}, half {halves}")
    return told


def unsynced_when_acknowledged(happened: list[Event]) -> set[str]:
    """The files that were written and not synchronised when a batch was acknowledged."""
    unsynced: set[str] = set()
    found: set[str] = set()
    for event in happened:
        if isinstance(event, Write):
            unsynced.add(event.path)
        elif isinstance(event, Sync):
            unsynced.discard(event.path)
        elif isinstance(event, Acknowledge):
            found |= unsynced
    return found


@pytest.mark.parametrize("journal", ["truncate", "wal"])
def test_a_power_cut_loses_nothing_acknowledged(
    watched: Callable[[Fault, str], list[Event]], tmp_path: Path, journal: str
) -> None:
    happened = watched(Fault.NONE, journal)
    assert any(isinstance(each, Write) and each.path.endswith("-wal") for each in happened) == (
        journal == "wal"
    )
    assert sum(isinstance(each, Acknowledge) for each in happened) == BATCHES
    assert unsynced_when_acknowledged(happened) == set()
    assert lost(happened, tmp_path) == []


def test_the_check_finds_a_store_that_never_synchronises(
    watched: Callable[[Fault, str], list[Event]], tmp_path: Path
) -> None:
    happened = watched(Fault.NO_SYNC, "truncate")
    assert sum(isinstance(each, Acknowledge) for each in happened) == BATCHES
    told = lost(happened, tmp_path)
    assert any("none of the rest" in each for each in told)
    assert unsynced_when_acknowledged(happened)
