"""Take back what was told; the history stays, and what was told before holds again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.author import latest_versions
from runlift.application.error import InputError
from runlift.application.tell_checks import error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from runlift.application.author import Author
    from runlift.domain.diary.diary import Recorded

SHORTEST_ID = 4
NAMES_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """An entry that is taken back.

    Attributes:
        taken: What is taken back.
        holds: The next revision: what was told before, or that the entry is withdrawn.
    """

    taken: Recorded
    holds: Recorded


def take_back(recorded: Iterable[Recorded], author: Author, name: str | None = None) -> tuple[TakenBack, ...]:
    """Take back the entry with this id, by default all that was told last at the same moment.

    A correction gives way to what was told before it; what was told once only is withdrawn.

    Args:
        recorded: Every version of every entry.
        author: Who takes back, and when.
        name: Id of the entry, or its beginning.

    Raises:
        InputError: Nothing is told, or no entry has that id, or several begin so.
    """
    histories = _histories(recorded)
    held = {key: versions for key, versions in histories.items() if not versions[-1].withdrawn}
    chosen = _told_last(held) if name is None else (_named(histories, held, name),)
    latest = latest_versions(versions[-1] for versions in histories.values())
    return tuple(_taken_back(held[key], latest, author) for key in chosen)


def _histories(recorded: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    """Return the versions of each entry, the one that holds last."""
    found: dict[str, list[Recorded]] = {}
    for each in sorted(recorded, key=lambda each: each.precedence):
        found.setdefault(each.id, []).append(each)
    return found


def _told_last(held: dict[str, list[Recorded]]) -> tuple[str, ...]:
    if not held:
        raise InputError([error("nothing_told", "Nothing was told yet", 'see "runlift log --help"')])
    moments = {key: _told_at(versions) for key, versions in held.items()}
    last = max(moments.values())
    return tuple(key for key, moment in moments.items() if moment == last)


def _told_at(versions: list[Recorded]) -> tuple[datetime, str]:
    """Return when and where what holds was first told: taking back to it does not tell it anew."""
    first = _first_told(versions)
    return versions[first].recorded_at, versions[first].device


def _first_told(versions: list[Recorded]) -> int:
    now = versions[-1]
    return next(
        at for at, each in enumerate(versions) if each.entry == now.entry and each.withdrawn == now.withdrawn
    )


def _taken_back(versions: list[Recorded], latest: dict[str, Recorded], author: Author) -> TakenBack:
    taken, first = versions[-1], _first_told(versions)
    before = versions[first - 1] if first else None
    if before is None or before.withdrawn:
        return TakenBack(taken=taken, holds=author.write(taken.id, taken.entry, latest, withdrawn=True))
    return TakenBack(taken=taken, holds=author.write(taken.id, before.entry, latest))


def _named(histories: dict[str, list[Recorded]], held: dict[str, list[Recorded]], name: str) -> str:
    if name in held:
        return name
    if name in histories:
        raise InputError(
            [error("taken_back", f'"{name}" was taken back already', 'see "runlift entries"', "ID")]
        )
    begun = sorted(key for key in held if len(name) >= SHORTEST_ID and key.startswith(name))
    if len(begun) == 1:
        return begun[0]
    if begun:
        told = ", ".join(begun[:NAMES_TOLD])
        raise InputError(
            [error("several_entries", f'"{name}" begins several ids', f"write one of {told}", "ID")]
        )
    raise InputError([error("unknown_entry", f'No entry is called "{name}"', 'see "runlift entries"', "ID")])
