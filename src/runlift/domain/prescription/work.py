"""An exercise of a session worked out: what it asks, and where it leaves the runner's progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runlift.domain.exercise.exercise import Exercise
    from runlift.domain.plan.progress import Progress
    from runlift.domain.plan.session import Role
    from runlift.domain.prescription.dose import Dose
    from runlift.domain.prescription.rack import Loading
    from runlift.domain.quantity import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one set asks; exactly one of `reps`, `seconds`, `contacts` is given.

    Attributes:
        exercise: The exercise.
        role: The part it plays.
        dose: What the session asks of it.
        progress: Where it stands once it is done.
        reps: Repetitions of a set.
        seconds: Seconds of a set [s].
        contacts: Foot contacts of the whole exercise, both sides.
        loading: What is held, or None.
        rir: Repetitions to leave in reserve, or None.
        tempo: Down-pause-up, or empty.
        to_confirm: Whether ramp sets must confirm the load.
        is_fast: Whether few fast repetitions at a light load are asked.
        reasons: Why this load and this change.
    """

    exercise: Exercise
    role: Role
    dose: Dose
    progress: Progress
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    loading: Loading | None = None
    rir: float | None = None
    tempo: str = ""
    to_confirm: bool = False
    is_fast: bool = False
    reasons: tuple[Reason, ...] = ()
