"""Rules on effort: no set to failure, few repetitions only for those who can, limits of age."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import number, pair
from runlift.domain.plan.session import Role, Side
from runlift.domain.safety.case import hours_between, monday_of
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.work import is_near_maximal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.plan.session import PrescribedSet
    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach
    from runlift.domain.safety.work import Work


def rir_floor(case: Case) -> Iterator[Breach]:
    """Refuse a set nearer to failure than experience, age and the next key run allow."""
    for lift in case.lifts:
        usual, legs = _floor(case, lift), _leg_floor(case, lift)
        for work, one in _all_sets(lift):
            least = max(usual, legs) if work.exercise.leg_load else usual
            if one.rir is not None and one.rir < least:
                yield breach(lift.date, lift.uid, work.exercise.id, rir=one.rir, rir_least=least)


def effort_told(case: Case) -> Iterator[Breach]:
    """Refuse a loaded set of main and accessory work that does not say how hard it shall be."""
    for lift in case.lifts:
        for work, one in _all_sets(lift):
            counted = work.prescribed.role in {Role.MAIN, Role.ACCESSORY} and one.reps is not None
            if counted and one.load_kg is not None and one.rir is None:
                yield breach(lift.date, lift.uid, work.exercise.id)


def low_reps_only_for_experienced(case: Case) -> Iterator[Breach]:
    """Refuse heavy sets of very few repetitions to all but the experienced who ask for them."""
    asked = case.athlete.low_rep_strength and case.athlete.lifting is Lifting.EXPERIENCED
    for lift in case.lifts:
        for work, one in _all_sets(lift) if not asked else ():
            few = one.reps is not None and one.reps <= number("checked_low_repetitions")
            if few and is_near_maximal(work, one):
                yield breach(lift.date, lift.uid, work.exercise.id, reps=one.reps or 0)


def beginners_lift_light(case: Case) -> Iterator[Breach]:
    """Refuse a beginner's main lift heavier than eight repetitions with three in reserve at first."""
    least = pair("reps_novice")[0] + pair("rir_novice")[0]
    until = monday_of(case.plan.began) + timedelta(weeks=number("checked_weeks_of_beginning"))
    for lift in case.lifts if case.athlete.lifting is not Lifting.EXPERIENCED else ():
        for work, one in _all_sets(lift) if lift.date < until else ():
            loaded = work.prescribed.role is Role.MAIN and one.reps is not None and one.load_kg
            effective = (one.reps or 0) + (one.rir or 0.0)
            if loaded and effective < least:
                yield breach(lift.date, lift.uid, work.exercise.id, reps_and_rir=effective, least=least)


def old_enough(case: Case) -> Iterator[Breach]:
    """Refuse a plan for someone under 16, who needs a coach at hand."""
    for lift in case.lifts:
        age = case.athlete.age_on(lift.date)
        if age is not None and age < number("checked_youngest_age"):
            yield breach(lift.date, lift.uid, age=age, age_least=number("checked_youngest_age"))


def youth_limits(case: Case) -> Iterator[Breach]:
    """Refuse few loaded repetitions, and more than three sets of repetitions, to those under 18."""
    for lift in case.lifts:
        for work in lift.works + lift.short_works if _is_minor(case, lift) else ():
            reps = [one.reps for one in work.sets if one.reps is not None and one.load_kg]
            counted = [one for one in work.sets if one.reps is not None]
            sets = sum(0.5 if one.side is not Side.BOTH else 1.0 for one in counted)
            fewest = min(reps, default=int(number("checked_youth_repetitions_least")))
            if fewest < number("checked_youth_repetitions_least") or sets > number("checked_youth_sets_most"):
                yield breach(lift.date, lift.uid, work.exercise.id, reps=fewest, sets=sets)


def sane_dose(case: Case) -> Iterator[Breach]:
    """Refuse repetitions, seconds, contacts, rests and sets beyond anything a session asks for."""
    for lift in case.lifts:
        for work in lift.works + lift.short_works:
            sets = sum(0.5 if one.side is not Side.BOTH else 1.0 for one in work.sets)
            if sets > number("checked_sets_per_exercise_most") or any(map(_is_odd, work.prescribed.sets)):
                yield breach(lift.date, lift.uid, work.exercise.id, sets=sets)


def _all_sets(lift: Lift) -> Iterator[tuple[Work, PrescribedSet]]:
    return ((work, one) for work in lift.works + lift.short_works for one in work.sets)


def _floor(case: Case, lift: Lift) -> float:
    if _is_minor(case, lift):
        return number("checked_youth_rir")
    experienced = case.athlete.lifting is Lifting.EXPERIENCED
    return pair("rir_trained" if experienced else "rir_novice")[0]


def _leg_floor(case: Case, lift: Lift) -> float:
    """Return the least reserve of leg sets: more when a key run is near [RIR]."""
    window = number("checked_no_failure_before_key_run")
    near = any(
        outing.starts >= lift.starts and hours_between(lift.ends, outing.starts) < window
        for outing in case.key_runs()
    )
    return number("rir_floor_near_key_run") if near else 0.0


def _is_minor(case: Case, lift: Lift) -> bool:
    age, answered = case.athlete.age_on(lift.date), _most_age_answered(case, lift)
    return min((one for one in (age, answered) if one is not None), default=math.inf) < number(
        "checked_adult_age"
    )


def _most_age_answered(case: Case, lift: Lift) -> int | None:
    """Return the most years that somebody may count who was 16 or 17 by the answers before training.

    Where the plan knows no year of birth, 16 is taken, so that nobody is taken for older.
    """
    told = case.plan.body.clearance.told_under_18
    if told is None:
        return None
    known = case.athlete.birth_year is not None
    least = number("checked_adult_age") - 1 if known else number("checked_youngest_age")
    return int(least) + max(0, lift.date.year - told.year)


def _is_odd(one: PrescribedSet) -> bool:
    return (
        (one.reps or 0) > number("checked_repetitions_most")
        or (one.seconds or 0) > number("checked_seconds_most")
        or (one.contacts or 0) > number("contacts_cap_session")
        or one.rest_s > number("checked_rest_most")
    )
