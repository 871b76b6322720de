"""Blocks of weeks in which the main lifts are kept."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.season.macrocycle import PhaseWeek

# Near a race nothing new is met, so these phases go on with the lifts they find.
KEPT_LIFTS = frozenset({Phase.MAINTENANCE, Phase.TAPER})


def blocks(weeks: Sequence[PhaseWeek]) -> tuple[tuple[int, int], ...]:
    """Number the block of each week and its place in the block, both from 0.

    Source: S35, D015
    """
    found: list[tuple[int, int]] = []
    for index, week in enumerate(weeks):
        if index == 0:
            found.append((0, 0))
        elif new_block(weeks[index - 1], week):
            found.append((found[-1][0] + 1, 0))
        else:
            found.append((found[-1][0], found[-1][1] + 1))
    return tuple(found)


def new_block(before: PhaseWeek, week: PhaseWeek) -> bool:
    """Tell whether a week begins with other main lifts than the week before had."""
    if week.phase in KEPT_LIFTS:
        return before.phase is Phase.RECOVERY
    if before.phase is not week.phase or before.cycle != week.cycle:
        return True
    return week.phase is Phase.STRENGTH and week.week_of_phase % _block_weeks(week) == 0


def _block_weeks(week: PhaseWeek) -> int:
    parts = ceil(week.weeks_of_phase / number("strength_block_weeks"))
    return ceil(week.weeks_of_phase / parts)
