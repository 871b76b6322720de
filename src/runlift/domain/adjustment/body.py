"""What the diary tells of the runner's body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.plan.body import NOTHING_KNOWN, Body

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.diary.diary import Diary


def body_of(diary: Diary, *, today: date) -> Body:  # noqa: ARG001  filled by what follows
    """Return what is known of the runner's body on a day."""
    return NOTHING_KNOWN
