"""Rules on running: no weights carried, and a jump in running holds the strength work back."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.safety.case import monday_of
from runlift.domain.safety.contacts import landings
from runlift.domain.safety.history import loaded_sets
from runlift.domain.safety.sets import leg_sets
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.weeks import highest_before, sums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from runlift.domain.safety.case import Case, Lift, Outing
    from runlift.domain.safety.verdict import Breach

METRES_PER_KILOMETRE = 1000
OFFERED_INSTEAD = "standing arm drills; band and dumbbell work"


def no_weights_while_running(case: Case) -> Iterator[Breach]:
    """Refuse the wish to run with hand, wrist or ankle weights, and offer what serves better."""
    if case.athlete.weights_while_running:
        yield breach(instead=OFFERED_INSTEAD)


def running_volume_spike(case: Case) -> Iterator[Breach]:
    """Warn of a run clearly longer than the longest of the last thirty days."""
    yield from _spikes_told(case, number("longest_run_ratio_warn"))


def running_volume_spike_far(case: Case) -> Iterator[Breach]:
    """Warn strongly of a run far longer than the longest of the last thirty days."""
    yield from _spikes_told(case, number("longest_run_ratio_block"))


def longest_run_untold(case: Case) -> Iterator[Breach]:
    """Warn that jumps in running cannot be seen at first, when the longest run is not told."""
    if case.athlete.longest_run_km is None and case.outings:
        yield breach(days=number("longest_run_window"))


def leg_progression_held_in_spike(case: Case) -> Iterator[Breach]:
    """Refuse growing leg sets, contacts or leg loads in a week with a jump in running."""
    spikes = _spikes(case, number("longest_run_ratio_warn"))
    weeks = {monday_of(run.date) for run, _ in spikes if run.distance_m}
    for name, amount in (("leg_hard_sets", leg_sets), ("contacts", landings)):
        yield from _growth(case, weeks, name, amount)
    for found in loaded_sets(case):
        if found.is_growth and found.work.exercise.leg_load and monday_of(found.lift.date) in weeks:
            yield breach(found.lift.date, found.lift.uid, found.work.exercise.id, load_kg=found.load_kg)


def _growth(case: Case, weeks: set[date], name: str, amount: Callable[[Lift], float]) -> Iterator[Breach]:
    totals = sums(case, amount)
    for monday in sorted(weeks & totals.keys()):
        before = highest_before(case, totals, monday)
        if before and totals[monday] > before:
            yield breach(monday, what=name, total=totals[monday], before=before)


def _spikes_told(case: Case, limit: float) -> Iterator[Breach]:
    for run, ratio in _spikes(case, limit):
        yield breach(run.date, run.id, percent=round(ratio * 100))


def _spikes(case: Case, limit: float) -> Iterator[tuple[Outing, float]]:
    """Yield runs beyond a ratio of the longest before; a race is longer on purpose and not judged."""
    runs = [outing for outing in case.outings if outing.is_run]
    for index, run in enumerate(runs):
        ratio = None if run.is_race else _ratio_to_longest(case, run, runs[:index])
        if ratio is not None and ratio > limit:
            yield run, ratio


def _ratio_to_longest(case: Case, run: Outing, before: list[Outing]) -> float | None:
    """Return how many times the longest run of the days before a run is, or None while that is unknown.

    Distances are compared with distances and times with times; the nearer of the two counts.
    """
    since = run.date - timedelta(days=number("longest_run_window"))
    recent = list(takewhile(lambda one: one.date >= since, reversed(before)))
    told = case.athlete.longest_run_km
    if since < case.first_day and (told is None or not run.distance_m):
        return None
    timed = [one.minutes for one in recent if not (run.distance_m and one.distance_m)]
    measured = [one.distance_m for one in recent if run.distance_m and one.distance_m]
    if since < case.first_day and told:
        measured.append(told * METRES_PER_KILOMETRE)
    ratios = [(run.distance_m or 0.0) / max(measured)] if measured else []
    ratios += [run.minutes / max(timed)] if any(timed) else []
    return min(ratios, default=None)
