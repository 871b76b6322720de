"""A running plan: every day from its first to its last, each with what is run that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

TO_BE_REPLACED = "to be replaced"
"""What the note of a strength session of the running plan says when ours take its place."""


class RunKind(StrEnum):
    """What a planned entry of a day is."""

    EASY = "easy"
    RECOVERY = "recovery"
    LONG = "long"
    STEADY = "steady"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    STRIDES = "strides"
    RACE = "race"
    CROSS_TRAINING = "cross-training"
    STRENGTH = "strength"
    REST = "rest"

    @property
    def is_run(self) -> bool:
        """Whether something is run at all."""
        return self not in {RunKind.CROSS_TRAINING, RunKind.STRENGTH, RunKind.REST}

    @property
    def is_key(self) -> bool:
        """Whether this kind is by itself a key run: one whose quality matters."""
        return self in {RunKind.LONG, RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.RACE}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPart:
    """One stated part of a run, such as `6 x 800 m @ 5k`.

    Attributes:
        repeats: How often it is done.
        distance_m: Distance of one repeat [m].
        duration_s: Duration of one repeat [s].
        intensity: The plan's own words for the effort, e.g. `5k`, `MP`, `easy`.
        recovery: The plan's own words for what comes between repeats.
    """

    repeats: int = 1
    distance_m: float | None = None
    duration_s: float | None = None
    intensity: str = ""
    recovery: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One planned entry of a day: a run, cross-training, strength already there, or rest.

    Attributes:
        id: Stable over re-imports: the source's own id, else date and position in the day.
        date: Local date.
        kind: What it is.
        key: Whether its quality matters, so that strength must not disturb it.
        title: The plan's own words.
        start: Local time of day, when the plan states it.
        distance_m: Planned distance [m].
        duration_s: Planned duration [s]; stated, or None.
        parts: Structure where stated.
        confidence: How sure the reading is (0 to 1).
        movable: Whether it may change its day within the week.
        note: Further words of the plan.
    """

    id: str
    date: date
    kind: RunKind
    key: bool
    title: str
    start: time | None = None
    distance_m: float | None = None
    duration_s: float | None = None
    parts: tuple[RunPart, ...] = ()
    confidence: float = 1.0
    movable: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningDay:
    """One day of the plan; never empty: a day off holds one entry of kind `rest`."""

    date: date
    runs: tuple[Run, ...]

    @property
    def is_rest(self) -> bool:
        """Whether nothing is trained that day."""
        return all(run.kind is RunKind.REST for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningPlan:
    """A running plan without gaps, in the order of its days.

    Attributes:
        days: Every date from first to last, ascending, none missing.
        name: The plan's own name, or the file's.
    """

    days: tuple[RunningDay, ...]
    name: str = ""

    def runs(self) -> Iterator[Run]:
        """All entries that are not rest, in order."""
        return (run for day in self.days for run in day.runs if run.kind is not RunKind.REST)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningHistory:
    """What was run before the plan begins, as far as the runner says.

    Attributes:
        weekly_distance_m: Usual distance a week [m].
        longest_run_m: Longest run of the last 30 days [m].
    """

    weekly_distance_m: float | None = None
    longest_run_m: float | None = None
    source: str = field(default="athlete")
