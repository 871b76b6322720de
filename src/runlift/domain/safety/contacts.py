"""Rules on foot contacts: a cap for a session and a week, and slow growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import number, pair
from runlift.domain.safety.case import monday_of
from runlift.domain.safety.verdict import breach
from runlift.domain.safety.weeks import highest_before, peaks, sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.safety.case import Case, Lift
    from runlift.domain.safety.verdict import Breach


def contacts_per_session(case: Case) -> Iterator[Breach]:
    """Refuse a session with more foot contacts than the runner's experience allows."""
    experienced = case.athlete.lifting is Lifting.EXPERIENCED
    most = number("contacts_cap_session" if experienced else "contacts_cap_beginner")
    for lift in case.lifts:
        if lift.contacts > most:
            yield breach(lift.date, lift.uid, contacts=lift.contacts, contacts_most=most)


def contacts_per_week(case: Case) -> Iterator[Breach]:
    """Refuse a week with too many foot contacts."""
    most = number("contacts_cap_week")
    for monday, total in sorted(sums(case, landings).items()):
        if total > most:
            yield breach(monday, contacts=total, contacts_most=most)


def contacts_weekly_increase(case: Case) -> Iterator[Breach]:
    """Refuse a week whose foot contacts grow faster than the legs learn to land."""
    totals = sums(case, landings)
    for monday, total in sorted(totals.items()):
        most = _most(highest_before(case, totals, monday))
        if total > most:
            yield breach(monday, contacts=total, contacts_most=most)


def contacts_session_increase(case: Case) -> Iterator[Breach]:
    """Refuse a session with many more foot contacts than any of the weeks before."""
    highest = peaks(case, landings)
    for lift in case.lifts:
        most = _most(highest_before(case, highest, monday_of(lift.date)))
        if lift.contacts > most:
            yield breach(lift.date, lift.uid, contacts=lift.contacts, contacts_most=most)


def landings(lift: Lift) -> float:
    """Return the foot contacts of a session."""
    return lift.contacts


def _most(before: float) -> float:
    growth = 1 + pair("contacts_weekly_increase")[1] / 100
    return max(before * growth + number("checked_load_tolerance"), number("contacts_start"))
