"""What pain told on the day of a session leaves out of the rest of it, so that nobody goes on by habit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from runlift.domain.adjustment.pain import restrictions
from runlift.domain.diary.diary import Diary
from runlift.domain.diary.entry import ComplaintTold, Pain, SetDone
from runlift.domain.evidence import number
from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import Entry
    from runlift.domain.quantity import Reason


def pain_against(exercise: str, held: Iterable[Recorded], *, session: str, day: date | None) -> Reason | None:
    """Return why pain told of a session or its day speaks against an exercise, None when it does not.

    The rest of a session leaves out what the plan leaves out from the next day on. A complaint has a limit of
    its own, but above the upper limit for pain nothing of it is gone on with either.

    Args:
        exercise: Id of the exercise.
        held: Latest version of every entry of the diary.
        session: Id of the session.
        day: The day, while the session is being done. None when it is told later: what is told of a day gone
            by may have begun to hurt after the session.

    Source: X33, J006, J008, CP002
    """
    diary = Diary.of(each for each in held if _is_of(each.entry, session, day))
    severe = Diary(entries=tuple(each for each in diary.entries if _is_severe(each.entry)))
    found = (one for told in (severe, diary) for one in restrictions(told, catalogue(), began=date.min))
    return next((one.reason for one in found if exercise in one.exercises), None)


def _is_of(entry: Entry, session: str, day: date | None) -> bool:
    match entry:
        case SetDone():
            return entry.session == session and entry.pain is not None
        case Pain():
            return entry.date == day
    return isinstance(entry, ComplaintTold)


def _is_severe(entry: Entry) -> bool:
    level = entry.pain if isinstance(entry, SetDone) else entry.level if isinstance(entry, Pain) else None
    return level is not None and level > number("pain_stop")
