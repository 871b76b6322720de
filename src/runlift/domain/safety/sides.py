"""Rule on sides: both are trained alike, but for the set more that a weak one is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import number
from runlift.domain.plan.session import Side
from runlift.domain.safety.verdict import breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runlift.domain.safety.case import Case
    from runlift.domain.safety.verdict import Breach


def sides_trained_alike(case: Case) -> Iterator[Breach]:
    """Warn of an exercise with more sets for one side than the one more that a weak side is given."""
    most = number("checked_sides_differ_most")
    for lift in case.lifts:
        for work in lift.works + lift.short_works:
            left, right = (sum(one.side is side for one in work.sets) for side in (Side.LEFT, Side.RIGHT))
            if abs(left - right) > most:
                yield breach(lift.date, lift.uid, work.exercise.id, sets_left=left, sets_right=right)
