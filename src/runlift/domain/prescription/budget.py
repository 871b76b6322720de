"""What a session may spend: seconds, hard sets, foot contacts, kilograms."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Lifting
from runlift.domain.evidence import number, pair
from runlift.domain.plan.session import LegStress, SessionKind
from runlift.domain.prescription.minutes import warm_up_seconds
from runlift.domain.season.demand import Emphasis

if TYPE_CHECKING:
    from runlift.domain.prescription.ledger import Ledger
    from runlift.domain.prescription.situation import Situation

_SECONDS_PER_MINUTE = 60
_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a session may spend.

    Attributes:
        seconds: Time after the easy warm-up [s].
        hard_sets: Hard sets in all.
        leg_hard_sets: Hard sets that load the legs.
        contacts: Foot contacts.
        leg_tonnage_kg: Kilograms lifted with the legs [kg]; None where they are not limited.
    """

    seconds: int
    hard_sets: int
    leg_hard_sets: int
    contacts: int
    leg_tonnage_kg: int | None


def budget_for(situation: Situation, ledger: Ledger, ahead: tuple[Situation, ...]) -> Budget:
    """Return what a session may spend, its week being shared with the sessions ahead.

    Args:
        situation: The session.
        ledger: What was prescribed so far.
        ahead: Sessions of the same week from this one on.
    """
    legs = sum(1 for one in ahead if one.stress > LegStress.NONE)
    return Budget(
        seconds=situation.minutes * _SECONDS_PER_MINUTE - warm_up_seconds(situation.minutes),
        hard_sets=_in_pairs(
            weekly_hard_sets(situation, ledger), len(ahead), int(pair("hard_sets_per_session")[1])
        ),
        leg_hard_sets=_in_pairs(
            weekly_leg_hard_sets(situation, ledger), legs, int(pair("hard_sets_per_session")[1])
        ),
        contacts=_contacts(situation, ledger, legs),
        leg_tonnage_kg=_leg_tonnage(situation),
    )


def weekly_hard_sets(situation: Situation, ledger: Ledger) -> int:
    """Return the hard sets still free this week: at most a fifth or two more than in the weeks before.

    Half a set, of one side alone, is used up but nothing to grow from.

    Source: D014, D021.
    """
    most = floor(max((week.hard_sets for week in ledger.reference(situation.week_number)), default=0))
    used = ledger.week(situation.week_number).hard_sets
    if most == 0:
        return floor(int(pair("hard_sets_per_session")[1]) * len(situation.week.sessions) - used)
    return floor(_grown(most, situation) - used)


def weekly_leg_hard_sets(situation: Situation, ledger: Ledger) -> int:
    """Return the hard sets for the legs still free this week, inside what the season asks.

    Source: S42, D014.
    """
    least, asked = situation.week.leg_hard_sets
    most = floor(max((week.leg_hard_sets for week in ledger.reference(situation.week_number)), default=0))
    used = ledger.week(situation.week_number).leg_hard_sets
    if most > 0:
        asked = min(asked, _grown(most, situation))
    elif situation.lifting is not Lifting.EXPERIENCED:
        asked = min(asked, 2 * ceil(least / 2))  # a new ladder starts on its lowest rung, in pairs of sets
    return floor(min(asked, number("leg_hard_sets_most")) - used)


def _grown(most: int, situation: Situation) -> int:
    if situation.week.hold_progression:
        return most
    share = 1 + number("weekly_hard_set_increase_cap") / _PERCENT
    return max(floor(most * share), most + int(number("weekly_hard_set_increase_sets")))


def _share(free: int, sessions: int, most: int) -> int:
    return max(0, min(most, ceil(free / sessions))) if sessions > 0 else 0


def _in_pairs(free: int, sessions: int, most: int) -> int:
    """Return a share that is even where the week allows, since a leg lift wants two sets."""
    share = _share(free, sessions, most)
    return share + 1 if share % 2 and share < min(free, most) else share


def _contacts(situation: Situation, ledger: Ledger, sessions: int) -> int:
    if situation.stress is LegStress.NONE or sessions <= 0:
        return 0
    before = ledger.reference(situation.week_number)
    used = ledger.week(situation.week_number).contacts
    week = min(
        contacts_after(max((one.contacts for one in before), default=0), situation),
        int(number("contacts_cap_week")),
    )
    session = min(
        contacts_after(max((one.session_contacts for one in before), default=0), situation),
        _most_contacts(situation),
    )
    if situation.kind is SessionKind.PRIMER:
        session = min(session, int(number("primer_contacts")))
    return max(0, min(session, (week - used) // sessions))


def contacts_after(most: int, situation: Situation) -> int:
    """Return the foot contacts that may follow the most of the weeks before: slowly more, or less when eased.

    Source: D074, P024.
    """
    first = int(number("contacts_start_none" if situation.lifting is Lifting.NONE else "contacts_start"))
    if most == 0:
        return first
    if situation.week.deload or situation.eased:
        return floor(most * situation.week.sets_factor)
    if not situation.may_grow:
        return most
    slow, quick = pair("contacts_weekly_increase")
    percent = quick if Emphasis.POWER in situation.emphases else (slow + quick) / 2
    return max(first, floor(most * (1 + percent / _PERCENT)))


def _most_contacts(situation: Situation) -> int:
    experienced = situation.lifting is Lifting.EXPERIENCED
    return int(number("contacts_cap_session" if experienced else "contacts_cap_beginner"))


def _leg_tonnage(situation: Situation) -> int | None:
    if situation.stress is LegStress.HEAVY:
        return None
    mass = situation.athlete.body_mass_kg or number("body_mass_careful")
    return int(mass * number("tonnage_per_body_mass"))
