"""The moments of a day that may hold a short routine: before the run, after it, hours away from runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.routine.around import is_open_at
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.domain.athlete.place import Place
    from runlift.domain.athlete.profile import FreeWindow
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.routine.around import Around

BEFORE_RUN = "before_run"
AFTER_RUN = "after_run"
AWAY_FROM_RUN = "away_from_run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A span that may hold a routine of the longest kind.

    Attributes:
        date: Local date.
        moment: `before_run`, `after_run` or `away_from_run`.
        begins: Local begin.
        ends: Local end; a routine before a run ends there, all others begin at `begins`.
        place: Where.
        run: Id of the run it stands right beside; empty for none.
    """

    date: date
    moment: str
    begins: datetime
    ends: datetime
    place: Place
    run: str = ""


def slots_of(day: date, around: Around) -> tuple[Slot, ...]:
    """Return the moments of a day that may hold a routine, at most one of each kind."""
    found = (_before_run(day, around), _after_run(day, around), _away_from_run(day, around))
    return tuple(slot for slot in found if slot is not None)


def _before_run(day: date, around: Around) -> Slot | None:
    run = around.easy_run_of(day)
    return _beside(run, day, around, BEFORE_RUN, run.starts_at - _longest()) if run else None


def _after_run(day: date, around: Around) -> Slot | None:
    trained = (timed for timed in around.runs_of(day) if timed.run.kind is not RunKind.STRENGTH)
    last = max(trained, key=lambda timed: timed.ends_at, default=None)
    return _beside(last, day, around, AFTER_RUN, last.ends_at) if last else None


def _beside(run: TimedRun, day: date, around: Around, moment: str, begins: datetime) -> Slot | None:
    place = around.place_on(day, around.athlete.places[0].id)
    slot = Slot(date=day, moment=moment, begins=begins, ends=begins + _longest(), place=place, run=run.run.id)
    return slot if _fits(slot, around) else None


def _away_from_run(day: date, around: Around) -> Slot | None:
    """Return the first moment hours away from runs: after the session, else in the window liked best."""
    for slot in (*_after_session(day, around), *_in_windows(day, around)):
        if _fits(slot, around) and around.is_away_from_runs(slot.begins, slot.ends):
            return slot
    return None


def _after_session(day: date, around: Around) -> Iterator[Slot]:
    for session in around.sessions:
        for window in around.windows_of(day) if session.date == day else ():
            yield from _in_window(day, around, window, session.ends_at)


def _in_windows(day: date, around: Around) -> Iterator[Slot]:
    """Yield what lies in the free windows of the usual place, hours after the runs or before them."""
    rest = timedelta(hours=number("gap_after_run_min"))
    midnight = datetime.combine(day, time.min)
    rested = max((timed.ends_at + rest for timed in around.runs_of(day)), default=midnight)
    for earliest in (rested, midnight):
        for window in around.windows_of(day):
            if window.place == around.athlete.places[0].id:
                yield from _in_window(day, around, window, max(datetime.combine(day, window.start), earliest))


def _in_window(day: date, around: Around, window: FreeWindow, begins: datetime) -> Iterator[Slot]:
    opens, closes = datetime.combine(day, window.start), datetime.combine(day, window.end)
    ends = begins + _longest()
    if opens <= begins and ends <= closes:
        place = around.place_on(day, window.place)
        yield Slot(date=day, moment=AWAY_FROM_RUN, begins=begins, ends=ends, place=place)


def _fits(slot: Slot, around: Around) -> bool:
    same_day = slot.begins.date() == slot.ends.date() == slot.date
    there = same_day and is_open_at(slot.place, slot.begins, slot.ends)
    return there and around.is_free(slot.begins, slot.ends)


def _longest() -> timedelta:
    return timedelta(minutes=number("routine_minutes_most"))
