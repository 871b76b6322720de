"""Rules on volume: hard sets of a session and of a week, and how fast they may grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number, pair
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.weeks import highest_before, sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach


def weekly_set_increase(case: Case) -> Iterator[Breach]:
    """Refuse a week with many more hard leg sets than the highest of the weeks before."""
    totals = sums(case, leg_sets)
    factor = 1 + number("weekly_hard_set_increase_cap") / 100
    for monday, total in sorted(totals.items()):
        before = highest_before(case, totals, monday)
        most = max(before * factor, before + number("weekly_hard_set_increase_sets"))
        if before >= 1 and total > most + number("checked_load_tolerance"):
            yield breach(monday, sets=total, sets_before=before, sets_most=most)


def leg_hard_sets_a_week(case: Case) -> Iterator[Breach]:
    """Refuse a week with more hard leg sets than a runner's legs are given at any time."""
    most = pair("leg_hard_sets_base")[1]
    for monday, total in sorted(sums(case, leg_sets).items()):
        if total > most:
            yield breach(monday, sets=total, sets_most=most)


def hard_sets_per_session(case: Case) -> Iterator[Breach]:
    """Refuse a session with too many hard sets."""
    most = pair("hard_sets_per_session")[1]
    for lift in case.lifts:
        if lift.hard_sets > most:
            yield breach(lift.date, lift.uid, sets=lift.hard_sets, sets_most=most)


def leg_sets(lift: Lift) -> float:
    """Return the hard leg sets of a session."""
    return lift.leg_hard_sets
