"""A set as evidence of strength, and why some sets are none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.diary.entry import SetKind

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One set of one lift and side.

    Attributes:
        done_at: Local time at which it ended.
        session: Id of its session; sets of one session share the day's form.
        kind: What it was for.
        load_kg: External load in all [kg]; 0 for none.
        reps: Repetitions; 0 where not counted.
        seconds: Seconds held or moved [s]; 0 where not counted.
        rir: Repetitions left in reserve; None when not told.
        band: Name of the band used, else empty.
        after_run: Whether a run ended so shortly before that legs still feel it.
    """

    done_at: datetime
    session: str
    kind: SetKind = SetKind.WORK
    load_kg: float = 0.0
    reps: int = 0
    seconds: int = 0
    rir: float | None = None
    band: str = ""
    after_run: bool = False

    @property
    def reserve(self) -> float | None:
        """Repetitions left in reserve: none in a set to failure, None when not told."""
        return 0.0 if self.rir is None and self.kind is SetKind.FAILURE else self.rir


class WhyKeptOut(StrEnum):
    """Why a set says nothing about strength."""

    WARM_UP = "warm_up"
    DROP = "drop"
    NOT_COUNTED = "not_counted"  # no repetitions, seconds or load where the lift is measured by them
    IMPOSSIBLE = "impossible"  # beyond what anyone does: an error of writing
    TOO_MANY_REPS = "too_many_reps"  # with a weight: endurance rather than strength
    OTHER_TERMS = "other_terms"  # with a weight or band other than what the lift is followed by
    DOUBTFUL = "doubtful"  # jumps as pounds for kilograms do, and was not confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOut:
    """A set that was kept out, and why."""

    set: Observation
    why: WhyKeptOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The sets of one session that may say something about one lift.

    Attributes:
        day: Local day on which it began.
        sets: Its sets, in an order that does not depend on the one they came in.
    """

    day: date
    sets: tuple[Observation, ...]

    @property
    def after_run(self) -> bool:
        """Whether legs still felt a run."""
        return any(each.after_run for each in self.sets)
