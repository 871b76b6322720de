"""A strength session of the plan: when, where, what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.plan.outcome import SessionOutcome
    from runlift.domain.plan.progress import Progress
    from runlift.domain.quantity import Reason


class LegStress(IntEnum):
    """How much a session taxes the legs for the runs that follow."""

    NONE = 0
    LIGHT = 1
    MODERATE = 2
    HEAVY = 3

    @property
    def word(self) -> str:
        """The stress as written in files."""
        return self.name.lower()


class Phase(StrEnum):
    """Phases of the season, in their usual order."""

    FOUNDATION = "foundation"
    STRENGTH = "strength"
    POWER = "power"
    MAINTENANCE = "maintenance"
    TAPER = "taper"
    RECOVERY = "recovery"


class SessionKind(StrEnum):
    """What a session is for."""

    FOUNDATION = "foundation"  # bodyweight and low load: learn the movements
    STRENGTH = "strength"  # relatively heavy, moderate repetitions, full recovery
    POWER = "power"  # jumps and fast lifts before strength
    MAINTENANCE = "maintenance"  # few sets, load kept
    PRIMER = "primer"  # short, fast, light: before a race
    UPPER_AND_TRUNK = "upper_and_trunk"  # no leg load: on days when legs must stay fresh


class Side(StrEnum):
    """Which side a set is for."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Role(StrEnum):
    """The part an exercise plays in its session."""

    WARM_UP = "warm_up"
    POWER = "power"
    MAIN = "main"
    ACCESSORY = "accessory"
    CORE = "core"
    MOBILITY = "mobility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Implement:
    """What is held or loaded, so that the load can be picked up from the rack.

    Attributes:
        kind: `dumbbell`, `kettlebell`, `barbell`, `trap_bar`, `machine:<id>`, `band`.
        count: How many of it.
        each_kg: Mass of each, the bar with its plates for a barbell [kg]; None for a band.
        plates_per_side_kg: Plates on each end of the bar, heaviest first [kg].
        name: Name of the band, else empty.
    """

    kind: str
    count: int = 1
    each_kg: float | None = None
    plates_per_side_kg: tuple[float, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescribedSet:
    """One set: exactly one of `reps`, `seconds`, `contacts` is given.

    Attributes:
        reps: Repetitions, on each side where `side` names one.
        seconds: Seconds held or moved [s].
        contacts: Foot contacts.
        load_kg: External load in all [kg]; None for bodyweight and bands.
        implement: What makes up the load.
        rir: Repetitions to leave in reserve; None where effort is not counted that way.
        rest_s: Rest after the set [s].
        side: Which side.
        warm_up: Whether it only leads up to the working sets.
    """

    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    load_kg: float | None = None
    implement: Implement | None = None
    rir: float | None = None
    rest_s: int = 0
    side: Side = Side.BOTH
    warm_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescribedExercise:
    """An exercise in a session with its sets.

    Attributes:
        exercise: Exercise id.
        role: The part it plays.
        sets: Sets in order, both sides written out.
        tempo: Seconds down-pause-up where it matters, e.g. `3-0-1`, else empty.
        new: Whether the runner meets it for the first time in this plan.
        to_confirm: Whether the first load is only a careful start that ramp sets must confirm.
        reasons: Why this exercise, this dose, this change.
        leads_to: Where the exercise stands once this is done as asked; None for the warm-up.
    """

    exercise: str
    role: Role
    sets: tuple[PrescribedSet, ...]
    tempo: str = ""
    new: bool = False
    to_confirm: bool = False
    reasons: tuple[Reason, ...] = ()
    leads_to: Progress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLift:
    """A main lift that is kept through a block of weeks at a place.

    Attributes:
        block: Number of the block, from 0.
        place: Id of the place.
        slot: What it is the main lift for, e.g. `main_knee`.
        exercise: Exercise id.
    """

    block: int
    place: str
    slot: str
    exercise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A strength session.

    Attributes:
        uid: Stable for ever, also when the session moves.
        date: Local date.
        start: Local time of day.
        minutes: Planned length [min].
        kind: What it is for.
        phase: Phase of the season.
        place: Id of the place.
        leg_stress: How much it taxes the legs.
        intensive_plyometrics: Whether it holds jumps of high effort.
        unaccustomed: Whether the runner's legs are not yet used to such work, so that runs need longer.
        exercises: What is done, in order.
        ten_minutes: The same session for a day with ten minutes only.
        reasons: Why this session, day and hour.
        was_at: Local start in the version of the plan before; None when that did not hold it.
        outcome: What became of it; None while it lies ahead.
    """

    uid: str
    date: date
    start: time
    minutes: int
    kind: SessionKind
    phase: Phase
    place: str
    leg_stress: LegStress
    intensive_plyometrics: bool = False
    unaccustomed: bool = False
    exercises: tuple[PrescribedExercise, ...] = ()
    ten_minutes: tuple[PrescribedExercise, ...] = ()
    reasons: tuple[Reason, ...] = ()
    was_at: datetime | None = None
    outcome: SessionOutcome | None = None

    @property
    def starts_at(self) -> datetime:
        """Local start, without zone."""
        return datetime.combine(self.date, self.start)

    @property
    def ends_at(self) -> datetime:
        """Local end, without zone."""
        return self.starts_at + timedelta(minutes=self.minutes)
