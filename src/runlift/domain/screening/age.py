"""The age that counts where the answers before training tell one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.body import Clearance


def with_age_told(athlete: Athlete, clearance: Clearance) -> Athlete:
    """Return the runner, who counts as under 18 in the year in which 16 or 17 was answered.

    A year of birth that goes with the answer stays. Without one, or with one that cannot be right, the
    youngest age counts, so that the rules for the young hold for longer rather than shorter.

    Source: X32, D103, SC005
    """
    if clearance.told_under_18 is None:
        return athlete
    year = clearance.told_under_18.year
    latest = year - int(number("told_under_18_youngest"))
    earliest = year - int(number("adult_age"))  # the birthday of this year may be still to come
    born = athlete.birth_year
    if born is None or born < earliest:
        return replace(athlete, birth_year=latest)
    return replace(athlete, birth_year=max(born, earliest + 1))
