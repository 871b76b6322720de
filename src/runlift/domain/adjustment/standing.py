"""Where each exercise stands after all that was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.plan.done import done_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PlannedSession


def standing(sessions: Iterable[PlannedSession], *, today: date) -> Mapping[str, Progress]:
    """Return where each exercise stands, by id.

    Args:
        sessions: Sessions of the past with their outcomes.
        today: The day from which the plan may change.
    """
    stands: dict[str, Progress] = {}
    for session in sorted(sessions, key=lambda one: (done_at(one), one.uid)):
        for each in session.outcome.exercises if session.outcome else ():
            if each.stands is not None:
                stands[each.exercise] = each.stands
    return stands
