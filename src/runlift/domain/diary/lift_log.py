"""A training log that another app exported, as values: its workouts, and what became of each row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.evidence import number

if TYPE_CHECKING:
    from datetime import datetime

    from runlift.domain.diary.entry import SetKind
    from runlift.domain.quantity import Finding


class LiftApp(StrEnum):
    """The app that wrote the log."""

    HEVY = "hevy"
    STRONG = "strong"
    FITNOTES = "fitnotes"


class MassUnit(StrEnum):
    """Unit of the weights in a log."""

    KG = "kg"
    LB = "lb"


class RowFate(StrEnum):
    """What becomes of a row: exactly one of these."""

    READ = "read"
    UNSURE = "unsure"  # read, with something to look at
    LEFT_OUT = "left_out"  # understood, and nothing for a strength diary
    REFUSED = "refused"  # cannot be right, or cannot be understood


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTold:
    """What became of a row.

    Attributes:
        line: Line of the file on which it begins, from 1.
        fate: What became of it.
        code: Why, in snake_case: `set`, `note`, `rest_timer`, `cardio`, `impossible_reps` ...
        message: Why, in words; empty for a row that is simply read.
    """

    line: int
    fate: RowFate
    code: str
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """A set as another app tells it.

    Attributes:
        line: Line of the file.
        exercise: Name of the exercise as written.
        occurrence: Which time in its workout the exercise comes up, from 1.
        index: Place among the set rows of that occurrence, from 1, counting also those that were refused.
        position: Place in the workout, from 1.
        kind: What it was for.
        reps: Repetitions; None where not counted.
        seconds: Seconds held or moved [s]; None where not told.
        distance: Distance as written, with its unit where the file tells it; empty when there is none.
        weight_kg: The app's number, in kilograms [kg]; None for bodyweight or unknown.
        rir: Repetitions left in reserve; None when not told.
        note: The runner's own words.
    """

    line: int
    exercise: str
    occurrence: int
    index: int
    position: int
    kind: SetKind
    reps: int | None = None
    seconds: int | None = None
    distance: str = ""
    weight_kg: float | None = None
    rir: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedWorkout:
    """A workout as another app tells it.

    Attributes:
        title: Its name, empty where the app has none.
        starts_at: Local time at which it began.
        ends_at: Local time at which it ended; None when not told or not to be believed.
        note: The runner's own words on the whole.
        sets: The sets that were read.
        whole: Whether none of its rows was refused.
    """

    title: str
    starts_at: datetime
    sets: tuple[LoggedSet, ...]
    ends_at: datetime | None = None
    note: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftLog:
    """A log as it was read.

    Attributes:
        app: The app that wrote it.
        dialect: Which of the app's ways of writing, in a few words.
        unit: Unit of the weights; None where each row tells its own, or no row has a weight.
        workouts: The workouts, the oldest first.
        rows: What became of each row, in the order of the file.
        findings: What there is to tell of the file as a whole.
    """

    app: LiftApp
    dialect: str
    unit: MassUnit | None
    workouts: tuple[LoggedWorkout, ...]
    rows: tuple[RowTold, ...]
    findings: tuple[Finding, ...] = ()


def reserve_at_effort(rpe: float) -> float:
    """Return the repetitions in reserve that an effort on the scale of 1 to 10 stands for.

    Source: D023.
    """
    return number("log_effort_without_reserve") - rpe
