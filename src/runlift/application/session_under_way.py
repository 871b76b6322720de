"""Find the session that was begun and not ended, whatever became of the plan since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SessionDone, SessionState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runlift.application.ports import Store
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.plan.session import PlannedSession


def session_under_way(
    store: Store, athlete: str, latest: Mapping[str, Recorded], day: date
) -> PlannedSession | None:
    """Return the session that was begun on a day and left open; None where there is none.

    It is taken from the last version of the plan that holds it: planning again must not end what is going on.
    """
    begun = [
        each.entry.session
        for each in sorted(latest.values(), key=lambda each: each.recorded_at, reverse=True)
        if isinstance(each.entry, SessionDone)
        and not each.withdrawn
        and each.entry.state is SessionState.OPEN
        and each.entry.starts_at.date() == day
    ]
    if not begun:
        return None
    for version in reversed(store.plan_versions(athlete)):
        kept = store.plan(athlete, version)
        for session in kept.plan.sessions if kept else ():
            if session.uid == begun[0]:
                return session
    return None
