"""Hand entries to the store so that a revision another window used up in the meantime loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.application.ports import Store
    from runlift.domain.diary.diary import Recorded

ATTEMPTS = 10


def keep_entries(store: Store, athlete: str, entries: Sequence[Recorded]) -> tuple[Recorded, ...]:
    """Keep entries and return them as kept; one whose revision is taken gets the next that is free.

    Raises:
        RuntimeError: Somebody else took every revision tried, which only a defect can do.
    """
    wanted = list(entries)
    kept: dict[str, Recorded] = {}
    for _ in range(ATTEMPTS):
        receipt = store.record(athlete, wanted)
        kept |= {each.id: each for each in wanted if each.id not in receipt.refused}
        wanted = [_renumbered(store, athlete, each) for each in wanted if each.id in receipt.refused]
        if not wanted:
            return tuple(kept[each.id] for each in entries)
    raise RuntimeError(f"entries of {athlete!r} were not kept: {[each.id for each in wanted]}")


def _renumbered(store: Store, athlete: str, entry: Recorded) -> Recorded:
    history = store.history(athlete, entry.id)
    return replace(entry, revision=max(each.revision for each in history) + 1)
