"""What became of a planned session: the plan's own record of the past."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import PrescribedSet
    from runlift.domain.quantity import Reason


class SessionResult(StrEnum):
    """What became of a session."""

    DONE = "done"
    PARTLY = "partly"  # some of its exercises
    MISSED = "missed"
    SKIPPED = "skipped"  # the runner said that it would not be done
    UNDER_WAY = "under_way"  # begun today and not ended: it stays where it is
    UNPLANNED = "unplanned"  # done without having been planned

    @property
    def is_trained(self) -> bool:
        """Whether something was done."""
        return self not in {SessionResult.MISSED, SessionResult.SKIPPED}


class ExerciseResult(StrEnum):
    """How an exercise went beside what was asked."""

    AS_PLANNED = "as_planned"
    EASIER = "easier"  # all of it, with clearly more in reserve than asked
    FELL_SHORT = "fell_short"  # fewer repetitions, less load or less reserve than asked
    HURT = "hurt"  # ended or spoilt by pain
    LEFT_OUT = "left_out"
    UNPLANNED = "unplanned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseOutcome:
    """What was done of an exercise, and where that leaves it.

    Attributes:
        exercise: Exercise id.
        result: How it went.
        sets: Sets as done, both sides written out; empty when left out.
        stands: Where the exercise stands from now on; None when it was left out.
        in_a_row: How often in a row it has gone like this.
        reasons: Why it stands there.
    """

    exercise: str
    result: ExerciseResult
    sets: tuple[PrescribedSet, ...] = ()
    stands: Progress | None = None
    in_a_row: int = 1
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOutcome:
    """What became of a session.

    Attributes:
        result: What became of it.
        starts_at: Local time at which it really began; None when missed.
        ends_at: Local time at which it really ended; None when missed.
        exercises: What was done, in the order it was planned, then what was not planned.
    """

    result: SessionResult
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    exercises: tuple[ExerciseOutcome, ...] = ()
