"""Sessions as logged: the entries of one session together."""

from __future__ import annotations

import datetime as dt  # a session has a `date` of its own
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import SessionDone, SessionState, SetDone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.diary.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A session as logged.

    Attributes:
        id: Id of the session.
        session: What was told of it as a whole; None when only its sets were.
        sets: Its sets in order.
    """

    id: str
    session: SessionDone | None
    sets: tuple[SetDone, ...]

    @property
    def starts_at(self) -> dt.datetime:
        """Local time at which it began."""
        if self.session is not None:
            return self.session.starts_at
        return min(one.done_at for one in self.sets)

    @property
    def date(self) -> dt.date:
        """The day it was done on."""
        return self.starts_at.date()

    @property
    def is_skipped(self) -> bool:
        """Whether the runner says that it is not done."""
        return self.session is not None and self.session.state is SessionState.SKIPPED and not self.sets

    @property
    def is_done(self) -> bool:
        """Whether anything of it was done."""
        return bool(self.sets) or (self.session is not None and self.session.state is SessionState.DONE)

    def is_under_way(self, today: dt.date) -> bool:
        """Whether it may still go on: begun today, and left open."""
        is_open = self.session is not None and self.session.state is SessionState.OPEN
        return is_open and self.date >= today

    def ends_at(self, minutes: int) -> dt.datetime:
        """Return when it ended: as told, else with its last set, else after its planned length [min]."""
        told = self.session.ends_at if self.session is not None else None
        last = max((one.done_at for one in self.sets), default=None)
        ends = told or last
        if ends is None or ends <= self.starts_at:
            return self.starts_at + dt.timedelta(minutes=minutes)
        return ends


def known_on(diary: Diary, today: dt.date) -> Diary:
    """Return a diary without work done later than a day: a clock that was wrong cannot tell of it."""
    return Diary(entries=tuple(each for each in diary.entries if not _is_done_after(each.entry, today)))


def last_worked(diary: Diary, *, until: dt.date) -> dt.date | None:
    """Return the last day up to one on which something was lifted; None where there is none."""
    days = [one.date for one in logged_sessions(diary) if one.is_done]
    return max((day for day in days if day <= until), default=None)


def _is_done_after(entry: Entry, today: dt.date) -> bool:
    match entry:
        case SetDone():
            return entry.done_at.date() > today
        case SessionDone():
            is_told_ahead = entry.state is SessionState.SKIPPED
            return not is_told_ahead and entry.starts_at.date() > today
        case _:
            return False


def logged_sessions(diary: Diary) -> tuple[Logged, ...]:
    """Return all sessions logged, in order of time."""
    sets: dict[str, list[SetDone]] = {}
    for one in diary.of_kind(SetDone):
        sets.setdefault(one.session, []).append(one)
    sessions = {one.session: one for one in diary.of_kind(SessionDone)}
    found = (
        Logged(id=id_, session=sessions.get(id_), sets=tuple(_in_order(sets.get(id_, ()))))
        for id_ in sets.keys() | sessions.keys()
    )
    return tuple(
        sorted((one for one in found if one.session or one.sets), key=lambda one: (one.starts_at, one.id))
    )


def _in_order(sets: Iterable[SetDone]) -> list[SetDone]:
    return sorted(sets, key=lambda one: (one.position, one.done_at, one.exercise, one.side))
