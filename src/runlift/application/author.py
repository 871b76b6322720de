"""Who writes into the diary, when, and as which revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from runlift.domain.diary.diary import Recorded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from runlift.domain.diary.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A device at a moment.

    Attributes:
        device: Name of the device.
        now: The moment, with the runner's own zone.
    """

    device: str
    now: datetime

    @property
    def wall(self) -> datetime:
        """What the runner's clock on the wall shows, without zone."""
        return self.now.replace(tzinfo=None, microsecond=0)

    @property
    def today(self) -> date:
        """The runner's calendar day."""
        return self.now.date()

    def write(
        self, entry_id: str, entry: Entry, latest: Mapping[str, Recorded], *, withdrawn: bool = False
    ) -> Recorded:
        """Return an entry as the next revision of its id."""
        before = latest.get(entry_id)
        return Recorded(
            id=entry_id,
            revision=1 if before is None else before.revision + 1,
            device=self.device,
            recorded_at=self.now.astimezone(UTC),
            entry=entry,
            withdrawn=withdrawn,
        )


def latest_versions(recorded: Iterable[Recorded]) -> dict[str, Recorded]:
    """Return the version of each entry that holds, also of those taken back."""
    latest: dict[str, Recorded] = {}
    for each in recorded:
        before = latest.get(each.id)
        if before is None or each.precedence > before.precedence:
            latest[each.id] = each
    return latest
