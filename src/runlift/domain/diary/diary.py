"""The diary: every entry with its history, and what holds now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from runlift.domain.diary.entry import Entry

E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An entry as a device sent it.

    Two devices may correct the same entry at once: both corrections are kept, and the later one holds.

    Attributes:
        id: Made by the device that first told it; the same for all its corrections.
        revision: 1 when first told, one more with each correction.
        device: Name of the device, so that two that correct at once do not overwrite each other.
        recorded_at: When the device took it down, in UTC.
        entry: What was told.
        withdrawn: Whether the runner took it back; the entry then says what was taken back.
    """

    id: str
    revision: int
    device: str
    recorded_at: datetime
    entry: Entry
    withdrawn: bool = False

    @property
    def precedence(self) -> tuple[int, datetime, str]:
        """What decides between versions: the highest holds."""
        return self.revision, self.recorded_at, self.device


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """What holds now: the latest version of every entry that was not taken back, by time of recording."""

    entries: tuple[Recorded, ...] = ()

    @classmethod
    def of(cls, recorded: Iterable[Recorded]) -> Diary:
        """Return what holds of all versions, in whatever order they come."""
        latest: dict[str, Recorded] = {}
        for each in recorded:
            before = latest.get(each.id)
            if before is None or each.precedence > before.precedence:
                latest[each.id] = each
        held = (each for each in latest.values() if not each.withdrawn)
        return cls(entries=tuple(sorted(held, key=lambda each: (each.recorded_at, each.id))))

    def of_kind(self, kind: type[E]) -> tuple[E, ...]:
        """Return all that was told of one kind, by time of recording."""
        return tuple(each.entry for each in self.entries if isinstance(each.entry, kind))
