"""Batches for a writer that will be killed, and stores with a fault that a check of durability must find."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from runlift.application.ports import Receipt
from runlift.domain.diary.diary import Recorded
from runlift.domain.diary.entry import SetDone
from runlift.storage.address import address_of
from runlift.storage.database import Database
from runlift.storage.open import open_store
from runlift.storage.store import SqlStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

START = datetime(2027, 1, 14, 18, 0, tzinfo=UTC)
MOST_SETS = 6


class Fault(StrEnum):
    """What is wrong with a store."""

    NONE = "none"
    EARLY = "acknowledges_before_commit"
    TWO_STEPS = "writes_a_batch_in_two_steps"
    NO_SYNC = "never_synchronises"


def store_with(fault: Fault, url: str, *, journal: str | None = None) -> SqlStore:
    """Open a store with a fault."""
    open_store(url)  # makes it
    kind = {Fault.EARLY: AcknowledgesBeforeCommit, Fault.TWO_STEPS: WritesInTwoSteps}.get(fault, SqlStore)
    database = NeverSynchronises if fault is Fault.NO_SYNC else Database
    return kind(database(address_of(url), journal=journal))


class AcknowledgesBeforeCommit(SqlStore):
    """Acknowledges a batch at once and writes it when the next one comes."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._waiting: tuple[str, Sequence[Recorded]] | None = None

    def record(self, athlete: str, entries: Sequence[Recorded]) -> Receipt:
        """Acknowledge."""
        if self._waiting is not None:
            super().record(*self._waiting)
        self._waiting = (athlete, entries)
        return Receipt(added=tuple(each.id for each in entries))


class WritesInTwoSteps(SqlStore):
    """Writes the first entry of a batch in a transaction of its own."""

    def record(self, athlete: str, entries: Sequence[Recorded]) -> Receipt:
        """Write in two steps."""
        super().record(athlete, entries[:1])
        return super().record(athlete, entries[1:])


class NeverSynchronises(Database):
    """Leaves it to the operating system when the file reaches the disk."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write without waiting for the disk."""
        with self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA synchronous = OFF").close()
            with connection.begin():
                yield connection


def batch(athlete: str, number: int) -> tuple[Recorded, ...]:
    """Return the sets of a batch, the same for the same number; each id tells number, place and size."""
    size = Random(f"{athlete}/{number}").randint(2, MOST_SETS)  # noqa: S311  no secret
    return tuple(_set(number, place, size) for place in range(1, size + 1))


def whole_batches(kept: Iterable[Recorded]) -> tuple[set[int], set[int]]:
    """Return the numbers of batches that are all there, and of those that are there in part."""
    found: dict[int, tuple[int, int]] = {}
    for each in kept:
        number, _, size = (int(part) for part in each.id.split("/"))
        count, _ = found.get(number, (0, 0))
        found[number] = (count + 1, size)
    whole = {number for number, (count, size) in found.items() if count == size}
    return whole, set(found) - whole


def _set(number: int, place: int, size: int) -> Recorded:
    done_at = START + timedelta(minutes=number, seconds=place)
    entry = SetDone(
        session=f"s{number}",
        position=place,
        exercise="goblet_squat",
        done_at=done_at.replace(tzinfo=None),
        reps=8,
        load_kg=16.0,
        rir=2.0,
    )
    return Recorded(
        id=f"{number}/{place}/{size}", revision=1, device="phone", recorded_at=done_at, entry=entry
    )
