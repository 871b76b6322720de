"""Rules on load: careful at first, then in small steps on the weights that are really there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import constants, number, pair
from runlift.domain.safety.history import amount_of, loaded_sets
from runlift.domain.safety.kit import loads
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.windows import kit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.safety.case import Case
    from runlift.domain.safety.history import Highest, LoadedSet
    from runlift.domain.safety.verdict import Breach
    from runlift.domain.safety.work import Work

PERCENT = 100


def load_step(case: Case) -> Iterator[Breach]:
    """Refuse a load more than a tenth above all before, unless the kit has none between and reps fall."""
    cap = 1 + number("load_step_cap") / PERCENT
    for found in loaded_sets(case):
        before = found.before
        if before is None or found.load_kg <= before.load_kg * cap + number("checked_load_tolerance"):
            continue
        if amount_of(found.one) >= before.amount or not _is_next_real_weight(found, before, case.athlete):
            yield _told(found, load_kg=found.load_kg, before_kg=before.load_kg)


def far_load_step(case: Case) -> Iterator[Breach]:
    """Warn of a step so far that a weight in between should be bought or borrowed."""
    far = 1 + number("checked_load_step_far") / PERCENT
    for found in loaded_sets(case):
        before = found.before
        if before is not None and before.load_kg and found.load_kg > before.load_kg * far:
            yield _told(found, load_kg=found.load_kg, before_kg=before.load_kg)


def held_while_in_doubt(case: Case) -> Iterator[Breach]:
    """Refuse more than the last load that can be believed, while what was done last is too odd to count."""
    for found in loaded_sets(case):
        if found.in_doubt and found.before is not None and found.is_growth:
            yield _told(found, load_kg=found.load_kg, before_kg=found.before.load_kg)


def careful_first_load(case: Case) -> Iterator[Breach]:
    """Refuse a first load that is not careful, or that does not ask to be confirmed."""
    for found in loaded_sets(case):
        if found.before is not None:
            continue
        most = max(_careful_load(found.work, case.athlete), _lightest(found, case.athlete))
        confirm = found.work.prescribed.to_confirm
        if not confirm or found.load_kg > most + number("checked_load_tolerance"):
            yield _told(found, load_kg=found.load_kg, most_kg=most, to_confirm="yes" if confirm else "no")


def warm_up_lighter_than_work(case: Case) -> Iterator[Breach]:
    """Refuse a warm-up set heavier than the working sets it leads up to."""
    for lift in case.lifts:
        for work in lift.works + lift.short_works:
            working = [one.load_kg or 0.0 for one in work.sets]
            ramp = [one.load_kg or 0.0 for one in work.prescribed.sets if one not in work.sets]
            heaviest = max(ramp, default=0.0)
            if heaviest > max(working, default=0.0) + number("checked_load_tolerance"):
                yield breach(lift.date, lift.uid, work.exercise.id, load_kg=heaviest)


def _told(found: LoadedSet, **numbers: float | str) -> Breach:
    return breach(found.lift.date, found.lift.uid, found.work.exercise.id, **numbers)


def _is_next_real_weight(found: LoadedSet, before: Highest, athlete: Athlete) -> bool:
    above = [
        load
        for load in _real_loads(found, athlete)
        if load > before.load_kg + number("checked_load_tolerance")
    ]
    return bool(above) and found.load_kg <= min(above) + number("checked_load_tolerance")


def _lightest(found: LoadedSet, athlete: Athlete) -> float:
    return min(_real_loads(found, athlete), default=0.0)


def _real_loads(found: LoadedSet, athlete: Athlete) -> tuple[float, ...]:
    implement = found.one.implement
    return loads(implement, kit_of(athlete, found.lift)) if implement else ()


def _careful_load(work: Work, athlete: Athlete) -> float:
    """Return the most that a first load may be, from body mass [kg]."""
    told = athlete.body_mass_kg
    mass = told if told is not None else number("checked_body_mass_when_untold")
    share = _start_share(work.exercise.start_load)
    if athlete.lifting is Lifting.EXPERIENCED:
        share *= number("checked_first_load_of_the_experienced")
    return mass * share / PERCENT


def _start_share(key: str) -> float:
    """Return the upper end of a careful start, or a low one when there is none [% of body mass]."""
    known = constants().get(key)
    if known is not None and isinstance(known.value, list):
        return pair(key)[1]
    return number(key if known is not None else "checked_first_load_when_untold")
