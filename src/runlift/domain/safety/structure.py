"""Rules of form: what a plan must be before anything else about it can be judged."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

from runlift.domain.quantity import MINUTES_PER_DAY
from runlift.domain.safety.case import moment
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet
    from runlift.domain.safety.case import Case
    from runlift.domain.safety.verdict import Breach

LONGEST_RUN_DAYS = 7


def finite_numbers(plan: Plan) -> Iterator[Breach]:
    """Refuse minutes, masses and distances that are not finite and positive; nothing else is judged then."""
    for timed in plan.runs:
        untold = timed.run.distance_m is None
        sane = _is_amount(timed.minutes, LONGEST_RUN_DAYS * MINUTES_PER_DAY)
        if not sane or not (untold or _is_amount(timed.run.distance_m)):
            yield breach(timed.run.date, timed.run.id)
    for session in plan.sessions:
        sets = [one for each in session.exercises + session.ten_minutes for one in each.sets]
        if not 0 < session.minutes <= MINUTES_PER_DAY or not all(map(_has_sane_numbers, sets)):
            yield breach(session.date, session.uid)
    if not _is_sane_athlete(plan):
        yield breach()


def known_exercises(case: Case) -> Iterator[Breach]:
    """Refuse an exercise that the catalogue does not hold."""
    for session in case.plan.sessions:
        for one in session.exercises + session.ten_minutes:
            if one.exercise not in case.exercises:
                yield breach(session.date, session.uid, one.exercise)
    for routine in case.plan.placed_routines:
        for item in routine.items:
            if item.exercise not in case.exercises:
                yield breach(routine.date, routine.uid, item.exercise)


def has_exercises(case: Case) -> Iterator[Breach]:
    """Refuse a session without a single set."""
    for session in case.plan.sessions:
        if not any(one.sets for one in session.exercises):
            yield breach(session.date, session.uid)


def unique_identifiers(case: Case) -> Iterator[Breach]:
    """Refuse two sessions or routines, or two runs, under one identifier."""
    uids = [session.uid for session in case.plan.sessions]
    uids += [routine.uid for routine in case.plan.placed_routines]
    for ids in (uids, [timed.run.id for timed in case.plan.runs]):
        for repeated, times in sorted(Counter(ids).items()):
            if times > 1 or not repeated:
                yield breach(uid=repeated, times=times)


def in_order(case: Case) -> Iterator[Breach]:
    """Refuse sessions, routines, runs or weeks that are not in the order of time."""
    for first, second in pairwise(case.plan.sessions):
        if _starts(second) < _starts(first):
            yield breach(second.date, second.uid)
    for former, latter in pairwise(case.plan.placed_routines):
        if latter.starts_at < former.starts_at:
            yield breach(latter.date, latter.uid)
    for earlier, later in pairwise(case.plan.runs):
        if moment(later.run.date, later.start) < moment(earlier.run.date, earlier.start):
            yield breach(later.run.date, later.run.id)
    for before, after in pairwise(case.plan.weeks):
        if after.monday - before.monday != timedelta(days=7):
            yield breach(after.monday)


def one_measure_a_set(case: Case) -> Iterator[Breach]:
    """Refuse a set that does not say exactly one of repetitions, seconds and contacts."""
    for session in case.plan.sessions:
        for each in session.exercises + session.ten_minutes:
            if any(_measures(one) != 1 for one in each.sets):
                yield breach(session.date, session.uid, each.exercise)


def _starts(session: PlannedSession) -> datetime:
    return moment(session.date, session.start)


def _measures(one: PrescribedSet) -> int:
    return sum(measure is not None for measure in (one.reps, one.seconds, one.contacts))


def _has_sane_numbers(one: PrescribedSet) -> bool:
    positive = all(told is None or told > 0 for told in (one.reps, one.seconds, one.contacts))
    loaded = one.load_kg is None or _is_amount(one.load_kg)
    reserve = one.rir is None or (isfinite(one.rir) and one.rir >= 0)
    return positive and loaded and reserve and one.rest_s >= 0


def _is_sane_athlete(plan: Plan) -> bool:
    athlete = plan.athlete
    told = [athlete.body_mass_kg, athlete.longest_run_km, *(known.load_kg for known in athlete.known_sets)]
    return all(figure is None or _is_amount(figure) for figure in told)


def _is_amount(figure: float | None, most: float = float("inf")) -> bool:
    return figure is not None and isfinite(figure) and 0 <= figure <= most
