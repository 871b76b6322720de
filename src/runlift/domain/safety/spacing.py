"""Rules on the hours between leg work, key runs, long runs and leg work again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import LegStress
from runlift.domain.safety.case import hours_between
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.safety.case import Case, Lift, Outing
    from runlift.domain.safety.verdict import Breach

DAYS_OF_A_WEEK = 7


def heavy_legs_before_key_run(case: Case) -> Iterator[Breach]:
    """Refuse heavy leg work too few hours before a key run; more hours for unaccustomed legs."""
    for lift in _heavy(case):
        wanted = _hours_before_key_run(lift)
        for outing in case.key_runs():
            hours = hours_between(lift.ends, outing.starts)
            if outing.starts >= lift.starts and hours < wanted:
                yield breach(lift.date, lift.uid, run=outing.id, hours=hours, hours_least=wanted)


def unaccustomed_legs_before_key_run(case: Case) -> Iterator[Breach]:
    """Refuse moderate leg work that legs are not used to on the day before a key run."""
    wanted = number("heavy_legs_before_key_run")
    for lift in case.lifts:
        if lift.stress is not LegStress.MODERATE or not lift.unaccustomed:
            continue
        for outing in case.key_runs():
            hours = hours_between(lift.ends, outing.starts)
            if outing.starts >= lift.starts and hours < wanted:
                yield breach(lift.date, lift.uid, run=outing.id, hours=hours, hours_least=wanted)


def leg_work_just_before_key_run(case: Case) -> Iterator[Breach]:
    """Warn of any real leg work in the hours in which running still costs more."""
    wanted = number("checked_leg_session_before_key_run")
    for lift in case.lifts:
        for outing in case.key_runs() if lift.stress >= LegStress.MODERATE else ():
            hours = hours_between(lift.ends, outing.starts)
            if outing.starts >= lift.starts and hours < wanted:
                yield breach(lift.date, lift.uid, run=outing.id, hours=hours, hours_least=wanted)


def long_run_buffer(case: Case) -> Iterator[Breach]:
    """Refuse heavy leg work on the day before a long run and on the day after it."""
    before, after = number("long_run_buffer_before"), number("long_run_buffer_after")
    for lift in _heavy(case):
        for outing in case.outings:
            if not outing.long:
                continue
            if lift.starts <= outing.starts:
                hours, wanted = hours_between(lift.ends, outing.starts), before
            else:
                hours, wanted = hours_between(outing.ends, lift.starts), after
            if hours < wanted:
                yield breach(lift.date, lift.uid, run=outing.id, hours=hours, hours_least=wanted)


def heavy_legs_spacing(case: Case) -> Iterator[Breach]:
    """Refuse two heavy leg sessions too close together; further apart when the first is unaccustomed."""
    for first, second in pairwise(_heavy(case)):
        key = "heavy_legs_spacing_unaccustomed" if first.unaccustomed else "heavy_legs_spacing_min"
        hours = hours_between(first.ends, second.starts)
        if hours < number(key):
            yield breach(second.date, second.uid, session=first.uid, hours=hours, hours_least=number(key))


def intensive_plyometrics_spacing(case: Case) -> Iterator[Breach]:
    """Refuse two sessions with jumps of high effort too close together."""
    wanted = number("intensive_plyometrics_spacing")
    for first, second in pairwise(lift for lift in case.lifts if lift.intensive):
        hours = hours_between(first.ends, second.starts)
        if hours < wanted:
            yield breach(second.date, second.uid, session=first.uid, hours=hours, hours_least=wanted)


def heavy_legs_in_seven_days(case: Case) -> Iterator[Breach]:
    """Refuse more than two heavy leg sessions in any seven days that hold a key run."""
    most = int(number("checked_heavy_leg_sessions_in_seven_days"))
    heavy = _heavy(case)
    for first, last in zip(heavy, heavy[most:], strict=False):
        span = (last.date - first.date).days
        if span < DAYS_OF_A_WEEK and any(_shares_a_week(run, first, last) for run in case.key_runs()):
            yield breach(last.date, last.uid, sessions=most + 1, sessions_most=most)


def _shares_a_week(run: Outing, first: Lift, last: Lift) -> bool:
    """Tell whether some seven days hold a run beside two sessions and all between them."""
    return (last.date - run.date).days < DAYS_OF_A_WEEK and (run.date - first.date).days < DAYS_OF_A_WEEK


def _heavy(case: Case) -> list[Lift]:
    return [lift for lift in case.lifts if lift.is_heavy]


def _hours_before_key_run(lift: Lift) -> float:
    if lift.unaccustomed or lift.brings_new_soreness:
        return number("heavy_legs_before_key_run_unaccustomed")
    return number("heavy_legs_before_key_run")
