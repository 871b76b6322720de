"""Rules of a single day: rest is rest, the run comes first, and hours lie between."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.running.plan import RunKind
from runlift.domain.safety.case import hours_between, monday_of
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from runlift.domain.safety.case import Case
    from runlift.domain.safety.verdict import Breach

DAYS_OF_A_WEEK = 7


def no_strength_on_rest_day(case: Case) -> Iterator[Breach]:
    """Refuse strength on a day on which nothing else is trained."""
    training = {outing.date for outing in case.outings}
    training |= {timed.run.date for timed in case.plan.runs if timed.run.kind is RunKind.STRENGTH}
    for lift in case.lifts:
        if lift.date not in training or lift.date in case.plan.rest_days:
            yield breach(lift.date, lift.uid)


def after_run_of_the_day(case: Case) -> Iterator[Breach]:
    """Refuse strength before a run of the same day."""
    for lift in case.lifts:
        for outing in case.outings:
            if outing.date == lift.date and lift.starts <= outing.starts:
                yield breach(lift.date, lift.uid, run=outing.id)


def gap_after_run(case: Case) -> Iterator[Breach]:
    """Refuse strength within hours after a run has ended, also one of the evening before."""
    wanted = number("gap_after_run_min")
    for lift in case.lifts:
        for outing in case.outings:
            hours = hours_between(outing.ends, lift.starts)
            if outing.starts < lift.starts and hours < wanted:
                yield breach(lift.date, lift.uid, run=outing.id, hours=hours, hours_least=wanted)


def no_exercise_in_a_run(case: Case) -> Iterator[Breach]:
    """Refuse a session that overlaps a run: no exercise is done while running."""
    for lift in case.lifts:
        for outing in case.outings:
            if lift.starts < outing.ends and outing.starts < lift.ends:
                yield breach(lift.date, lift.uid, run=outing.id)


def sessions_a_day(case: Case) -> Iterator[Breach]:
    """Refuse a third session of any kind, or a second one of strength, on one day."""
    strength = Counter(chain(case.kept_strength, (lift.date for lift in case.lifts)))
    trained = strength + Counter(outing.date for outing in case.outings)
    for lift in case.lifts:
        too_many = trained[lift.date] > number("checked_sessions_a_day_most")
        if too_many or strength[lift.date] > number("checked_strength_sessions_a_day_most"):
            yield breach(lift.date, lift.uid, sessions=trained[lift.date], strength=strength[lift.date])


def rest_days_a_week(case: Case) -> Iterator[Breach]:
    """Refuse a week without the day of rest that the running leaves in it."""
    least = number("checked_rest_days_a_week")
    run = {outing.date for outing in case.outings}
    brought = {timed.run.date for timed in case.plan.runs if timed.run.kind is RunKind.STRENGTH}
    trained = run | set(case.kept_strength) | {lift.date for lift in case.lifts}
    for monday in sorted({monday_of(lift.date) for lift in case.lifts}):
        left, taken = _rest_days(monday, run | brought), _rest_days(monday, trained)
        if taken < min(left, least):
            yield breach(monday, rest_days=taken, rest_days_least=min(left, least))


def _rest_days(monday: date, trained: Collection[date]) -> int:
    return sum(monday + timedelta(days=day) not in trained for day in range(DAYS_OF_A_WEEK))
