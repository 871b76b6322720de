"""The ways of strength work that trials tested, and what share of the mean effect each is given."""

from __future__ import annotations

from enum import StrEnum

from runlift.domain.evidence import number


class Method(StrEnum):
    """A way of strength work."""

    HEAVY = "heavy"  # loads of at least 80 % of the maximum
    EXPLOSIVE = "explosive"  # low loads lifted fast
    PLYOMETRIC = "plyometric"  # jumps, counted in foot contacts
    COMBINED = "combined"  # heavy, and explosive or plyometric
    ISOMETRIC = "isometric"  # held contractions of the calf in the trials
    LIGHT = "light"  # leg work below all of these
    NO_LEGS = "no legs"  # trunk, arms, balance, mobility

    @property
    def factor(self) -> float:
        """Share of the mean effect on economy that this way is given.

        Source: RM05, RM06, RM07.
        """
        if self is Method.NO_LEGS:
            return number("economy_factor_no_legs")
        return number("economy_factor_light" if self is Method.LIGHT else "economy_factor_tested")
